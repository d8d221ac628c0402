package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/words"
)

// maxWords is how many words a title may have.
const maxWords = 12

// line is a title in the making: words of the sentence in the order they are
// to stand in.
type line struct {
	a       *analysis
	words   []word
	subject int // how many words the subject has
	verb    int // index after the verb group
	main    group
	list    int // where the rest of a list begins that commas go on, 0 for none
}

// word is one token of a line; text is given where it differs from the token's.
type word struct {
	token int
	text  string
}

func (l *line) add(s stretch) {
	for i := s.first; i < s.last; i++ {
		if !l.a.own[i] && !l.a.aside[i] && !l.a.tokens[i].Is("respectively", "-") {
			l.words = append(l.words, word{token: i})
		}
	}
}

func (l *line) token(i int) words.Token { return l.a.tokens[l.words[i].token] }

// text renders words [0, n) as a title.
func (l *line) text(n int) string { return capitalize(l.plain(n)) }

func (l *line) plain(n int) string {
	var b strings.Builder
	b.Grow(8 * n)
	for i, w := range l.words[:n] {
		t := l.a.tokens[w.token]
		if i > 0 && l.spaced(i) {
			b.WriteByte(' ')
		}
		switch {
		case w.text != "":
			b.WriteString(w.text)
		case i > 0 && w.token == l.a.start() && t.Tag != "NNP" && t.Tag != "NNPS" && words.Demonym(t.Text) == "" && t.Lower != "i" && strings.ToUpper(t.Text) != t.Text:
			b.WriteString(t.Lower)
		default:
			b.WriteString(t.Text)
		}
	}
	return tidy(b.String())
}

// spaced reports whether a space stands before word i: as in the text where the
// words are neighbours there, else as words and marks need it.
func (l *line) spaced(i int) bool {
	before, w := l.words[i-1].token, l.words[i].token
	if l.words[i].text == "’s" || l.words[i].text == ellipsisQuote || l.a.tokens[w].Tag == "POS" {
		return false
	}
	if w == before+1 {
		return l.a.tokens[w].Start > l.a.tokens[before].End
	}
	switch t := l.a.tokens[w]; t.Tag {
	case ",", ".", ":", "POS", "''", ")":
		return t.Text == "–" || t.Text == "—" || t.Text == "-"
	}
	last := l.a.tokens[before].Tag
	return last != "``" && last != "(" && last != "$"
}

// tidy takes off the marks that a removed date leaves behind.
func tidy(s string) string {
	s = fold(s)
	for _, m := range [...][2]string{{" ,", ","}, {",,", ","}, {", ,", ","}, {" .", "."}, {",.", "."}} {
		s = strings.ReplaceAll(s, m[0], m[1])
	}
	s = strings.TrimLeft(s, " ,;:.–—-•*")
	s = strings.TrimRight(s, " ,;:–—-")
	for _, m := range [...]string{",”", ".”"} {
		if strings.HasSuffix(s, m) && !strings.HasSuffix(s, "."+m) && !abbreviated(strings.TrimSuffix(s, "”")) {
			s = strings.TrimSuffix(s, m) + "”"
		}
	}
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") && !abbreviated(s) {
		s = s[:len(s)-1]
	}
	return balance(s)
}

// abbreviated reports whether the full stop that ends s belongs to its last
// word: "U.S.", "Inc.", "Jr.".
func abbreviated(s string) bool {
	last := lastWord(s)
	return strings.Count(last, ".") > 1 || len(last) <= 5 && strings.ContainsAny(last[:1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && len(words.Tokenize(last, spanOf(last))) == 1
}

// balance takes out a quotation mark that has no partner.
func balance(s string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"«", "»"}, {"„", "“"}} {
		if strings.Count(s, pair[0]) != strings.Count(s, pair[1]) && (pair[0] != "„" || strings.Contains(s, "„")) {
			s = strings.NewReplacer(pair[0], "", pair[1], "").Replace(s)
		}
	}
	if strings.HasPrefix(s, "` ") || strings.Contains(s, " ` ") {
		s = strings.ReplaceAll(s, "` ", "") // its partner cannot be told from an apostrophe
	}
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	return strings.TrimRight(fold(s), " ,;:–—-")
}

func capitalize(s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if at < 0 {
		return s
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	// "iPhone", "eBay": what is written so on purpose stays.
	if next, _ := utf8.DecodeRuneInString(s[at+size:]); unicode.IsUpper(next) {
		return s
	}
	return s[:at] + string(unicode.ToUpper(r)) + s[at+size:]
}

// count is the number of words in s.
func count(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
