package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind uint8

const (
	kindWord   kind = iota // a run of letters
	kindNumber             // a run of ASCII digits
	kindMark               // any other character
	kindFound              // an expression that an earlier stage recognised
)

// token is a piece of a passage. Words and numbers part wherever letters and
// digits meet, so that "5pm", "20th" and "1990s" are two tokens each.
type token struct {
	start, end int // bytes of the text
	kind       kind
	spaced     bool // white space stands before it
	capital    bool // a word that begins with an upper-case letter
	lower      bool // a word without any upper-case letter
	ends       bool // it is the last of a heading
	digits     int8 // of a number: how many
	mark       rune // of a mark: the character, dashes and quotes unified
	num        int32
	at         int32  // index in passage.words
	symbol     symbol // of a word, its entry in the lexicon
	found      int32  // of kindFound: index into passage.found
	shapes     shapes // of kindFound: what the expression can be used as
}

// passage is the stretch of text being worked on, cut into tokens. One is
// reused for all passages of a text.
type passage struct {
	text   string
	lex    *lexicon
	words  []token // as they were cut
	begins []bool  // for each symbol, whether an expression may begin with it
	starts []int   // the tokens at which the rules of the stage may match
	tokens []token // as the stage before left them
	found  []finding
	kept   []finding // found of the passage before, for its room
	places []int32
	lower  [maxWord]byte
	until  bool // the finding whose direction is looked for follows "until"
	at     int  // its first token
	by     bool // it follows "by"
	yearly bool // it leaves its year open
	steps  int  // instructions carried out and words looked at: the measure of work
}

// maxWord is the length in bytes beyond which a word is not looked up.
const maxWord = 32

// A passage ends at an empty line; where none comes it ends at the next line
// after softLimit tokens, at the next space after hardLimit, and anywhere after
// twice as many, so that memory stays bounded.
const (
	softLimit = 2000
	hardLimit = 8000
)

// fill cuts the passage that begins at byte pos into tokens and returns the
// byte after it.
func (p *passage) fill(pos int) int {
	p.words, p.starts = p.words[:0], p.starts[:0]
	p.found = p.found[:0]
	spaced, line := true, pos
	for pos < len(p.text) && len(p.words) < 2*hardLimit {
		c := p.text[pos]
		switch {
		case c == '\n':
			spaced = true
			p.closeLine(line, pos)
			if pos++; p.endsAtLine(pos) {
				return pos
			}
			line = pos
		case c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v':
			spaced = true
			if pos++; len(p.words) >= hardLimit {
				return pos
			}
		default:
			before := len(p.words)
			pos = p.scan(pos)
			if len(p.words) == before { // a wide space
				spaced = true
				continue
			}
			t := &p.words[before]
			t.spaced, t.at = spaced, int32(before)
			if p.begins[t.symbol] {
				p.starts = append(p.starts, before)
			}
			spaced = false
		}
	}
	return pos
}

// maxHeading is the length in bytes beyond which a line is no heading.
const maxHeading = 80

// closeLine marks the last token of the line from start to end if the line is a
// heading: a sentence has ended before it, it has no stop of its own, and a line
// at least twice as long follows that begins with a capital. Text broken into
// lines by hand has no such pair of lines.
func (p *passage) closeLine(start, end int) {
	last := len(p.words) - 1
	if end-start > maxHeading || last < 0 || p.words[last].start < start || p.words[last].kind == kindMark {
		return
	}
	next := p.text[end+1:]
	next = next[:min(len(next), 2*(end-start))]
	if len(next) < 2*(end-start) || next[0]-'A' > 'Z'-'A' || strings.IndexByte(next, '\n') >= 0 {
		return
	}
	for i := last; i >= 0; i-- {
		if t := &p.words[i]; t.start < start {
			if !t.ends && (t.kind != kindMark || t.mark != '.' && t.mark != '!' && t.mark != '?') {
				return
			}
			break
		}
	}
	p.words[last].ends = true
}

// endsAtLine reports whether a passage ends at pos, the beginning of a line.
func (p *passage) endsAtLine(pos int) bool {
	if len(p.words) == 0 {
		return false
	}
	if len(p.words) >= softLimit {
		return true
	}
	for ; pos < len(p.text); pos++ {
		switch p.text[pos] {
		case ' ', '\t', '\r':
		case '\n':
			return true
		default:
			return false
		}
	}
	return false
}

// scan appends the token at pos, if there is one, and returns the byte after
// it.
func (p *passage) scan(pos int) int {
	c := p.text[pos]
	switch {
	case c-'0' <= 9:
		return p.number(pos)
	case c|0x20-'a' <= 'z'-'a' && c < utf8.RuneSelf:
		return p.letters(pos)
	case c < utf8.RuneSelf:
		p.words = append(p.words, token{start: pos, end: pos + 1, kind: kindMark, mark: rune(c), symbol: markSymbol(rune(c))})
		return pos + 1
	}
	r, size := utf8.DecodeRuneInString(p.text[pos:])
	switch {
	case unicode.IsLetter(r):
		return p.letters(pos)
	case !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff':
		m := unify(r)
		p.words = append(p.words, token{start: pos, end: pos + size, kind: kindMark, mark: m, symbol: markSymbol(m)})
	}
	return pos + size
}

// unify gives the plain form of dashes and quotation marks.
func unify(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '−':
		return '-'
	case '―':
		return '—'
	case '’', '‘', 'ʼ', '′', '´':
		return '\''
	case '“', '”', '„', '«', '»', '″':
		return '"'
	}
	return r
}

// number appends a run of digits as a token.
func (p *passage) number(pos int) int {
	t := token{start: pos, kind: kindNumber}
	for pos < len(p.text) && p.text[pos]-'0' <= 9 {
		if t.digits < 9 {
			t.num = t.num*10 + int32(p.text[pos]-'0')
			t.digits++
		} else {
			t.digits = 10 // too long to be of use
		}
		pos++
	}
	t.end = pos
	lead := p.text[t.start:min(pos, t.start+2)]
	t.symbol = numberSymbol(int(t.digits), int32(lead[0]-'0'))
	if len(lead) == 2 {
		t.symbol = numberSymbol(int(t.digits), int32(lead[0]-'0')*10+int32(lead[1]-'0'))
	}
	p.words = append(p.words, t)
	return pos
}

// letters appends a run of letters as a token and looks it up.
func (p *passage) letters(pos int) int {
	start, k, upper := pos, key(0), byte(0)
	for pos < len(p.text) {
		c := p.text[pos]
		l := c | 0x20
		if l-'a' > 'z'-'a' || c >= utf8.RuneSelf {
			if c >= utf8.RuneSelf {
				return p.anyLetters(start)
			}
			break
		}
		k = k.spell(l)
		upper |= c ^ l
		pos++
	}
	if pos-start > maxKey {
		return p.anyLetters(start)
	}
	p.words = append(p.words, token{start: start, end: pos, kind: kindWord,
		lower: upper == 0, capital: p.text[start] < 'a', symbol: p.lex.find(k)})
	return pos
}

// anyLetters does what letters does, for long words and those with letters that
// are not ASCII.
func (p *passage) anyLetters(pos int) int {
	t := token{start: pos, kind: kindWord, lower: true}
	n := 0
	for pos < len(p.text) {
		size, m := p.wideLetter(pos, n, &t)
		if size == 0 {
			break
		}
		pos, n = pos+size, m
	}
	t.end = pos
	if w := p.lex.words[string(p.lower[:n])]; n < maxWord && w != nil {
		t.symbol = w.symbol
	}
	p.words = append(p.words, t)
	return pos
}

// wideLetter appends the lower case of the letter at pos to the n bytes of
// p.lower. It returns the letter's size in the text, 0 where
// there is no letter, and the new length.
func (p *passage) wideLetter(pos, n int, t *token) (size, length int) {
	r, size := utf8.DecodeRuneInString(p.text[pos:])
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return 0, n
	}
	l := unicode.ToLower(r)
	if l != r {
		t.lower = false
		t.capital = t.capital || n == 0
	}
	if n+utf8.UTFMax > maxWord {
		return size, maxWord
	}
	return size, n + utf8.EncodeRune(p.lower[n:], l)
}
