package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The widths of hard-wrapped text, in bytes: a break in a narrower or wider
// paragraph was made on purpose.
const (
	minWidth = 40
	maxWidth = 130
)

// wrapped reports whether the line break at i only wraps a full line: the
// next line goes on in small letters, or its first word would not have
// fitted. A list mark at its beginning always ends the line before.
func (p *paragraph) wrapped(i int) bool {
	p.measure()
	lineStart := strings.LastIndexByte(p.text[p.start:i], '\n') + 1 + p.start
	line := strings.TrimRight(p.text[lineStart:i], " \t\r")
	next := strings.TrimLeft(p.text[i+1:p.end], " \t\r")
	if line == "" || next == "" || listMark(next) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return true
	}
	if p.width < minWidth || p.width > maxWidth || (p.lines < 3 && len(line) < 55) {
		return false
	}
	word := strings.IndexAny(next, " \t\r\n")
	if word < 0 {
		word = len(next)
	}
	return len(line)+1+word > p.width
}

// measure counts the lines of p and the widest of them.
func (p *paragraph) measure() {
	if p.lines > 0 {
		return
	}
	for i := p.start; i < p.end; {
		next := lineEnd(p.text, i)
		if w := len(strings.TrimSpace(p.text[i:next])); w > 0 {
			p.lines++
			p.width = max(p.width, w)
		}
		i = next
	}
}

// listMark reports whether line begins as an item of a list: "- ", "• ",
// "3. ", "(b) ".
func listMark(line string) bool {
	for _, m := range [...]string{"- ", "* ", "+ ", "• ", "· ", "– ", "— ", "#", ">"} {
		if strings.HasPrefix(line, m) {
			return true
		}
	}
	body := strings.TrimPrefix(line, "(")
	n := 0
	for n < len(body) && n < 3 && body[n] >= '0' && body[n] <= '9' {
		n++
	}
	if n == 0 && body != line {
		n = 1 // a letter in parentheses
	}
	return n > 0 && n+1 < len(body) && (body[n] == '.' || body[n] == ')') && body[n+1] == ' '
}
