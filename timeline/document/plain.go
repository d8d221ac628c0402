package document

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline"
)

// readPlain cuts plain text into blocks. A line is a block, unless the file
// is hard-wrapped: then lines are joined to paragraphs. Tags that separate
// blocks of a web page end one here too.
func readPlain(text string) page {
	stated, front, from := frontMatter(text)
	lines := cutLines(text, from)
	wrapped := hardWrapped(lines)
	p := page{stated: stated, blocks: make([]block, 0, len(lines)+1)}
	if from > 0 {
		p.blocks = append(p.blocks, front)
	}
	for i := 0; i < len(lines); {
		n := i + 1
		for wrapped > 0 && n < len(lines) && lines[n].continues(lines[n-1], wrapped) && !entries(text, lines[i], lines[n]) {
			n++
		}
		p.blocks = appendLine(p.blocks, text, lines[i], lines[n-1].end)
		i = n
	}
	return p
}

// line is one line of a file that is not blank.
type line struct {
	start, end int  // without the white space around it
	body       int  // behind a list sign
	indent     int  // columns before start
	blank      bool // a blank line, or nothing, stands before it
	wordWidth  int  // of its first word, in characters
	width      int  // in characters, the indent included
}

// cutLines finds the lines of text[from:] that are not blank.
func cutLines(text string, from int) []line {
	lines := make([]line, 0, len(text)/60+1)
	blank := true
	for i := from; i < len(text); {
		next := len(text)
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			next = i + n + 1
		}
		body := strings.TrimLeft(text[i:next], " \t\r\n\f\v\u00A0")
		start := next - len(body)
		end := start + len(strings.TrimRight(body, " \t\r\n\f\v\u00A0"))
		if start >= end {
			blank = true
		} else {
			lines = append(lines, measureLine(text, i, start, end, blank))
			blank = false
		}
		i = next
	}
	return lines
}

func measureLine(text string, from, start, end int, blank bool) line {
	l := line{start: start, end: end, blank: blank, body: start + listSign(text[start:end])}
	for _, r := range text[from:start] {
		if l.indent++; r == '\t' {
			l.indent += 3
		}
	}
	l.width = l.indent + utf8.RuneCountInString(text[start:end])
	word := strings.IndexAny(text[start:end], " \t")
	if word < 0 {
		word = end - start
	}
	l.wordWidth = utf8.RuneCountInString(text[start : start+word])
	return l
}

// listSign is the length of the list sign that begins s, white space included.
func listSign(s string) int {
	for _, sign := range [...]string{"•", "·", "‣", "◦", "▪", "■", "●", "*", "-", "–", "—", "+", "»", "›", ">"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			body := strings.TrimLeft(rest, " \t\u00A0")
			if len(body) < len(rest) && body != "" {
				return len(s) - len(body)
			}
		}
	}
	return numberSign(s)
}

// The widths a hard-wrapped file may have, in characters.
const (
	minWrap = 50
	maxWrap = 110
)

// hardWrapped is the width at which the lines of a file were wrapped, or 0 if
// they were not: most lines with a successor in their paragraph are so full
// that its first word would not have fitted.
func hardWrapped(lines []line) int {
	width := 0
	for _, l := range lines {
		width = max(width, l.width)
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	full, pairs := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blank {
			continue
		}
		pairs++
		if lines[i].continues(lines[i-1], width) {
			full++
		}
	}
	if pairs == 0 || full*10 < pairs*6 {
		return 0
	}
	return width
}

// continues reports whether l goes on with the paragraph of the line before,
// in a file wrapped at width. Ragged edges are allowed for.
func (l line) continues(before line, width int) bool {
	const ragged = 8
	return !l.blank && l.body == l.start && before.width+1+l.wordWidth > width-ragged
}

// entries reports whether both lines begin with a date, as the entries of a
// chronology do.
func entries(text string, a, b line) bool {
	return ledByDate(text[b.start:b.end]) && ledByDate(text[a.start:a.end])
}

// appendLine appends the blocks of the line l, which goes on to end.
func appendLine(blocks []block, text string, l line, end int) []block {
	kind := Paragraph
	switch {
	case l.body > l.start && text[l.start] == '>':
		kind = Quote
	case l.body > l.start:
		kind = ListItem
	}
	blank, stray := l.blank, false
	for from := l.body; from < end; {
		stop, next, closes := blockTag(text[:end], from)
		b := newBlock(text, timeline.Span{Start: from, End: stop}, kind)
		b.number = isDigit(text[l.start]) && l.body > l.start && from == l.body
		b.indent, b.blank, b.stray = l.indent, blank, stray && b.text != ""
		if b.text != "" || stop == end {
			blocks = append(blocks, b)
			blank = false
		}
		stray = stray || closes
		if next < end && !closes {
			stray = false
		}
		from = next
	}
	return blocks
}

// blockTag finds the first tag in s[from:] that separates blocks: it stands
// at s[stop:next]; closes tells whether it ends a paragraph.
func blockTag(s string, from int) (stop, next int, closes bool) {
	for i := from; i < len(s); {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 {
			break
		}
		i += n
		if t := tagAt(s, i); t.end > 0 && t.block {
			return i, t.end, t.closing && t.name == "p"
		} else if t.end > 0 {
			i = t.end
		} else {
			i++
		}
	}
	return len(s), len(s), false
}
