// Package sentence finds where sentences end.
//
// A full stop ends a sentence or an abbreviation, an ordinal, an initial; the
// word before it, the word after it and the quotation or parenthesis it
// stands in decide which. The words are data (words.txt), the decisions are
// small rules, each with its name, and the whole is one pass over the text.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
)

// Split cuts text into sentences. The spans are in order and joined they are
// the text: white space after a sentence belongs to it. No sentence crosses a
// blank line. A single line break ends a sentence only where it was made on
// purpose, not where a line was full (see wrapped). Text that is not valid
// UTF-8 is split as well as may be.
func Split(text string) []timeline.Span {
	spans := make([]timeline.Span, 0, len(text)/120+1)
	for start := 0; start < len(text); {
		end := paragraphEnd(text, start)
		p := paragraph{text: text, start: start, end: end}
		spans = p.split(spans)
		start = end
	}
	return spans
}

// Trim is s without the white space around it.
func Trim(text string, s timeline.Span) timeline.Span {
	piece := text[s.Start:s.End]
	s.End = s.Start + len(strings.TrimRightFunc(piece, unicode.IsSpace))
	piece = text[s.Start:s.End]
	s.Start = s.End - len(strings.TrimLeftFunc(piece, unicode.IsSpace))
	return s
}

// paragraphEnd is the end of the paragraph that begins at start, the blank
// lines after it included.
func paragraphEnd(text string, start int) int {
	filled := false // a line with more than white space was seen
	for i := start; i < len(text); {
		next := lineEnd(text, i)
		blank := strings.TrimLeft(text[i:next], " \t\r\n\f") == ""
		if blank && filled {
			for next < len(text) {
				n := lineEnd(text, next)
				if strings.TrimLeft(text[next:n], " \t\r\n\f") != "" {
					break
				}
				next = n
			}
			return next
		}
		filled = filled || !blank
		i = next
	}
	return len(text)
}

// lineEnd is the index after the line break that ends the line at i.
func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// paragraph is text[start:end], which holds no blank line but its last.
type paragraph struct {
	text       string
	start, end int
	from       int             // where the sentence in hand begins
	whole      []timeline.Span // quotations and parentheses that are not cut
	width      int             // of the widest line in bytes; 0 = not counted yet
	lines      int
}

// split appends the sentences of p to spans.
func (p *paragraph) split(spans []timeline.Span) []timeline.Span {
	p.whole = enclosures(p.text[:p.end], p.start)
	guard := 0
	p.from = p.start
	for i := p.start; i < p.end; {
		c := p.text[i]
		if !candidate[c] {
			i++
			continue
		}
		stop, ends := p.candidateAt(i)
		for guard < len(p.whole) && p.whole[guard].End < stop {
			guard++
		}
		inside := guard < len(p.whole) && p.whole[guard].Start < i
		if ends && !inside {
			stop = p.skipSpace(stop)
			spans = append(spans, timeline.Span{Start: p.from, End: stop})
			p.from = stop
		}
		i = max(stop, i+1)
	}
	if p.from < p.end {
		spans = append(spans, timeline.Span{Start: p.from, End: p.end})
	}
	return spans
}

// candidate holds the first bytes of everything that may end a sentence.
var candidate = [256]bool{
	'.': true, '!': true, '?': true, '\n': true,
	0xE2: true, // … ‼ ⁇
	0xE3: true, // 。
	0xEF: true, // ！ ？ ｡
	0xD8: true, // ؟
	0xDB: true, // ۔
	0xE0: true, // । ॥
	0xE1: true, // ።
}

// candidateAt reports whether a sentence ends with the mark at i, and where
// what belongs to the mark (more marks, closing quotes, a footnote) stops.
func (p *paragraph) candidateAt(i int) (stop int, ends bool) {
	r, size := utf8.DecodeRuneInString(p.text[i:p.end])
	switch {
	case r == '\n':
		return i + 1, !p.wrapped(i)
	case strings.ContainsRune(fullWidthMarks, r):
		return p.closers(i + size), true
	case !strings.ContainsRune(marks, r):
		return i + size, false
	}
	stop = p.closers(i + size)
	return stop, p.ends(mark{at: i, stop: stop, rune: r})
}

const (
	marks          = ".!?…‼⁇؟۔।॥።"
	fullWidthMarks = "。！？｡"
	closing        = "\"”’“»›)]}」』）】*_"
)

// closers is the index after the marks and closing signs that begin at i:
// `?!”)`, `.”.`, `.[3]`. A stop or an
// apostrophe set off by spaces (`”. . `) belongs to them.
func (p *paragraph) closers(i int) int {
	for i < p.end {
		r, size := utf8.DecodeRuneInString(p.text[i:p.end])
		switch {
		case r == '“' && !p.spaceAt(i+size):
			return i // an English opening quote, not a German closing one
		case (r == '"' || r == '*' || r == '_') && !p.closesAt(i+size):
			return i
		case strings.ContainsRune(closing, r), strings.ContainsRune(marks, r):
			i += size
		case r == '[' && footnote(p.text[i:p.end]) > 0:
			i += footnote(p.text[i:p.end])
		case r == ' ' && i+1 < p.end && (p.text[i+1] == '.' || p.text[i+1] == '\'') && p.spaceAt(i+2):
			i += 2
		default:
			return i
		}
	}
	return i
}

// closesAt reports whether i stands where a closing sign may have ended.
func (p *paragraph) closesAt(i int) bool {
	if p.spaceAt(i) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(p.text[i:p.end])
	return unicode.IsPunct(r) && r != '(' && r != '“'
}

// spaceAt reports whether white space, or the end, is at i.
func (p *paragraph) spaceAt(i int) bool {
	if i >= p.end {
		return true
	}
	r, _ := utf8.DecodeRuneInString(p.text[i:p.end])
	return unicode.IsSpace(r)
}

// skipSpace is the index of the first byte at or after i that is no space.
func (p *paragraph) skipSpace(i int) int {
	rest := p.text[i:p.end]
	return p.end - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

// footnote is the length of a reference like "[12]" that begins s, or 0.
func footnote(s string) int {
	for i := 1; i < len(s) && i < 5; i++ {
		if s[i] == ']' && i > 1 {
			return i + 1
		}
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
	}
	return 0
}
