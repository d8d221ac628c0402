package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
)

// Tokenize cuts text[span] into tokens. Tokens are ordered and disjoint, none
// is empty, and what lies between them is white space. Contractions and
// possessives are cut as the Penn Treebank has them ("do"+"n't",
// "Minsk"+"'s"); hyphenated words, numbers and abbreviations stay whole.
func Tokenize(text string, span timeline.Span) []Token {
	return AppendTokens(make([]Token, 0, span.Len()/4+4), text, span)
}

// AppendTokens appends to tokens, which may be empty but nothing else, the
// tokens of text[span].
func AppendTokens(tokens []Token, text string, span timeline.Span) []Token {
	t := tokenizer{text: text[:span.End], tokens: tokens}
	for at := span.Start; at < span.End; {
		r, size := utf8.DecodeRuneInString(t.text[at:])
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			at += size
		case wordRune(r):
			at = t.word(at)
		case r == '.' && strings.HasPrefix(t.text[at:], ".."):
			at = t.emit(at, at+runOf(t.text[at:], '.'))
		case r == '-' && strings.HasPrefix(t.text[at:], "--"):
			at = t.emit(at, at+runOf(t.text[at:], '-'))
		case (r == '\'' || r == '’') && t.clitic(at) > at:
			at = t.emit(at, t.clitic(at))
		default:
			at = t.emit(at, at+size)
		}
	}
	return t.tokens
}

type tokenizer struct {
	text   string
	tokens []Token
}

func (t *tokenizer) emit(start, end int) int {
	s := t.text[start:end]
	token := Token{Span: timeline.Span{Start: start, End: end}, Text: s, Lower: s}
	if !folded(s) {
		token.lexeme = lexemeOf(s)
		token.Lower = token.lexeme.lower
	}
	t.tokens = append(t.tokens, token)
	return end
}

// word emits the word that begins at start, its contraction apart.
func (t *tokenizer) word(start int) int {
	end, plain := start, true
	for end < len(t.text) {
		if c := t.text[end]; 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(t.text[end:])
		if !wordRune(r) && !t.inner(r, end, size) {
			break
		}
		end += size
		plain = false
	}
	end = t.abbreviation(start, end)
	if plain {
		return t.emit(start, end)
	}
	if cut := contraction(t.text[start:end]); cut > 0 {
		t.emit(start, start+cut)
		return t.emit(start+cut, end)
	}
	return t.emit(start, end)
}

// inner reports whether the mark r at byte at joins the letters or digits on
// both its sides into one word.
func (t *tokenizer) inner(r rune, at, size int) bool {
	if r == ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(t.text[at+size:])
	prev, _ := utf8.DecodeLastRuneInString(t.text[:at])
	if !wordRune(next) || !wordRune(prev) {
		return false
	}
	switch r {
	case '-':
		return !t.dash(at)
	case '‐', '‑', '\'', '’', '&', '_', '/', '@':
		return true
	case '.':
		// U.S, 1.5, site.org: but not "ended.The", which lost its space.
		return unicode.IsDigit(prev) && unicode.IsDigit(next) || !unicode.IsUpper(next) || singleLetter(t.text[:at])
	case ',', ':':
		return unicode.IsDigit(prev) && unicode.IsDigit(next)
	}
	return false
}

// dash reports whether the hyphen at byte at stands for a dash that lost its
// spaces ("the law-which the court upheld"): what follows is a word that ends no
// compound, and the word before has no other hyphen.
func (t *tokenizer) dash(at int) bool {
	first, last := at, at+1
	for first > 0 && 'a' <= t.text[first-1]|0x20 && t.text[first-1]|0x20 <= 'z' {
		first--
	}
	for last < len(t.text) && 'a' <= t.text[last] && t.text[last] <= 'z' {
		last++
	}
	if at-first < 3 || first > 0 && t.text[first-1] != ' ' || last < len(t.text) && t.text[last] != ' ' {
		return false
	}
	return afterDash[t.text[at+1:last]] || beforeDash[t.text[first:at]]
}

// afterDash are the words that end no compound.
var afterDash = set(`and but that which who whose is are was were has had have would the an his her their its he she they it
	also although though because including while when where as with for from`)

// beforeDash are the words that begin no compound.
var beforeDash = set(`today yesterday tomorrow tonight`)

// abbreviation takes a following full stop into the word where it belongs to
// it ("Mr.", "U.S.", "Feb.").
func (t *tokenizer) abbreviation(start, end int) int {
	if end >= len(t.text) || t.text[end] != '.' {
		return end
	}
	w := t.text[start:end]
	if strings.Contains(w, ".") && len(w) < 8 && !strings.ContainsAny(w, "0123456789") {
		return end + 1
	}
	r, size := utf8.DecodeRuneInString(w)
	if size == len(w) && unicode.IsUpper(r) && w != "I" {
		return end + 1
	}
	if abbreviations[Fold(w)] {
		return end + 1
	}
	return end
}

// clitic returns where a detached possessive or contraction that begins at the
// apostrophe at ends, or at if there is none.
func (t *tokenizer) clitic(at int) int {
	if at == 0 || len(t.tokens) == 0 {
		return at
	}
	last := t.tokens[len(t.tokens)-1]
	if last.End != at || !last.Word() {
		return at
	}
	_, size := utf8.DecodeRuneInString(t.text[at:])
	rest := t.text[at+size:]
	next, _ := utf8.DecodeRuneInString(rest)
	if wordRune(next) {
		return at
	}
	// "Belarus’ position": a genitive after s, unless a single quotation is open.
	if strings.HasSuffix(last.Lower, "s") && !t.openSingle() && unicode.IsSpace(next) {
		return at + size
	}
	return at
}

// openSingle reports whether a single quotation mark stands open.
func (t *tokenizer) openSingle() bool {
	for i := len(t.tokens) - 1; i >= 0; i-- {
		switch t.tokens[i].Text {
		case "‘":
			return true
		case "’":
			return false
		case "'":
			return i+1 < len(t.tokens) && t.tokens[i+1].Start == t.tokens[i].End
		}
	}
	return false
}

// contraction returns the byte at which w falls in two, or 0.
func contraction(w string) int {
	i := max(strings.LastIndexByte(w, '\''), strings.LastIndex(w, "’"))
	if i <= 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(w[i:])
	switch strings.ToLower(w[i+size:]) {
	case "t":
		if i > 1 && (w[i-1] == 'n' || w[i-1] == 'N') {
			return i - 1
		}
	case "s", "re", "ve", "ll", "d", "m":
		return i
	}
	return 0
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// singleLetter reports whether text ends in one letter alone, or in one after a
// full stop, as initials do.
func singleLetter(text string) bool {
	_, size := utf8.DecodeLastRuneInString(text)
	rest := text[:len(text)-size]
	r, _ := utf8.DecodeLastRuneInString(rest)
	return rest == "" || !wordRune(r) && r != '-' && r != '\''
}

func runOf(s string, b byte) int {
	n := 0
	for n < len(s) && s[n] == b {
		n++
	}
	return n
}

// abbreviations keep their full stop. Months and weekdays belong here only in
// their short forms.
var abbreviations = set(`mr mrs ms dr prof gen col lt capt sgt maj cmdr adm sen rep gov rev hon st jr sr
	jan feb mar apr jun jul aug sep sept oct nov dec inc corp ltd co bros no vs etc approx dept est fig`)

func set(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
