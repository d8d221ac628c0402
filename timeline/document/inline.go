package document

import (
	"strings"
	"unicode"
)

// addMarked is add for Markdown: emphasis signs, code signs, link targets,
// pictures, comments and note references are left out, escaped signs kept.
func (c *cleaner) addMarked(from, to int) {
	plain := from
	for i := from; i < to; {
		n, text := c.inline(i, to)
		if n == 0 {
			i++
			continue
		}
		c.add(plain, i)
		if text.End > text.Start {
			before := len(c.text)
			c.addMarked(text.Start, text.End)
			c.linked += len(c.text) - before
		}
		i += n
		plain = i
	}
	c.add(plain, to)
}

// How far the end of a link's text, of its target and of a comment is looked
// for, in bytes.
const (
	maxLinkText   = 300
	maxLinkTarget = 1000
	maxComment    = 4000
)

// stretch is a part of the source; empty for nothing.
type stretch struct{ Start, End int }

// inline is the length of the inline sign at i, 0 if there is none, and the
// stretch of it that is text.
func (c *cleaner) inline(i, to int) (int, stretch) {
	s := c.source[i:to]
	switch s[0] {
	case '\\':
		if len(s) > 1 && unicode.IsPunct(rune(s[1])) {
			return 1, stretch{}
		}
	case '*', '`', '~', '_':
		return c.emphasis(i, to), stretch{}
	case '!':
		if n, _ := link(s[1:]); n > 0 {
			return 1 + n, stretch{}
		}
	case '[':
		if n := noteReference(s); n > 0 {
			return n, stretch{}
		}
		if n, text := link(s); n > 0 {
			return n, stretch{i + 1, i + 1 + text}
		}
	case '<':
		if strings.HasPrefix(s, "<!--") {
			if n := strings.Index(s[:min(len(s), maxComment)], "-->"); n >= 0 {
				return n + 3, stretch{}
			}
		}
	}
	return 0, stretch{}
}

// emphasis is the length of a run of emphasis signs at i. A sign between
// spaces, an underscore inside a word and a single tilde are text.
func (c *cleaner) emphasis(i, to int) int {
	sign, n := c.source[i], 1
	for i+n < to && c.source[i+n] == sign {
		n++
	}
	before, after := byte(' '), byte(' ')
	if i > 0 {
		before = c.source[i-1]
	}
	if i+n < to {
		after = c.source[i+n]
	}
	switch {
	case before <= ' ' && after <= ' ':
		return 0
	case sign == '_' && isWordByte(before) && isWordByte(after):
		return 0
	case sign == '*' && isDigit(before) && isDigit(after):
		return 0
	case sign == '~' && n != 2:
		return 0
	case sign == '*' && before == '\\' || sign == '_' && before == '\\' || sign == '`' && before == '\\':
		return 0
	}
	return n
}

func isWordByte(b byte) bool { return isASCIILetter(b) || isDigit(b) || b >= 0x80 }

// link is the length of the link "[text](target)" or "[text][name]" that
// begins s, and that of its text; 0 if none does.
func link(s string) (n, text int) {
	if len(s) == 0 || s[0] != '[' {
		return 0, 0
	}
	end := matching(s[:min(len(s), maxLinkText)], '[', ']')
	if end < 0 || end+1 >= len(s) {
		return 0, 0
	}
	closing := -1
	target := s[end+1 : min(len(s), end+1+maxLinkTarget)]
	switch target[0] {
	case '(':
		closing = matching(target, '(', ')')
	case '[':
		closing = matching(target, '[', ']')
	}
	if closing < 0 {
		return 0, 0
	}
	return end + 1 + closing + 1, end - 1
}

// matching is the index of the sign that closes the one at s[0], or -1.
func matching(s string, open, closed byte) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case open:
			depth++
		case closed:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// noteReference is the length of a "[^1]" that begins s, with the colon that
// makes it the note itself.
func noteReference(s string) int {
	if !strings.HasPrefix(s, "[^") {
		return 0
	}
	n := strings.IndexByte(s[:min(len(s), 40)], ']')
	if n < 0 {
		return 0
	}
	if strings.HasPrefix(s[n+1:], ":") {
		n++
	}
	return n + 1
}
