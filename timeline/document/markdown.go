package document

import (
	"regexp"
	"strings"

	"dateline/timeline"
)

// readMarkdown cuts Markdown into blocks: headings, paragraphs, items of
// lists, quotations, rows of tables. Inline signs, link targets, pictures and
// comments are left out of their text; code is no text. It is one pass over
// the lines and knows no nesting beyond signs at a line's beginning.
func readMarkdown(text string) page {
	stated, front, from := frontMatter(text)
	m := markdownReader{text: text, page: page{stated: stated}}
	if from > 0 {
		m.page.blocks = append(m.page.blocks, front)
	}
	m.blank = true
	for from < len(text) {
		end := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			end = from + n
		}
		m.line(from, end)
		from = end + 1
	}
	m.flush()
	return m.page
}

// markdownReader collects the block in hand from its lines.
type markdownReader struct {
	text  string
	page  page
	parts []timeline.Span // of the block in hand
	kind  Kind
	level int
	blank bool   // a blank line came last
	fence string // the sign that closes the code in hand
	apart bool   // the block in hand follows a blank line
}

// line reads the line text[from:to].
func (m *markdownReader) line(from, to int) {
	start := from + indentation(m.text[from:to])
	s := strings.TrimRight(m.text[start:to], " \t")
	to = start + len(s)
	switch {
	case m.fence != "":
		m.code(s, start, to)
	case s == "":
		m.flush()
		m.blank = true
	case fenceSign(s) != "":
		m.flush()
		m.fence = fenceSign(s)
		m.parts = append(m.parts, timeline.Span{Start: start, End: to})
	case m.underlines(s):
		m.kind = Heading
		m.level = 2
		if s[0] == '=' {
			m.level = 1
		}
		m.flush()
	case isRule(s), isTableRule(s), isDefinition(s):
		m.flush()
		m.blank = true
	default:
		m.textLine(s, start, to)
	}
}

// code goes on with a fenced block of code, to its closing fence.
func (m *markdownReader) code(s string, start, to int) {
	m.parts = append(m.parts, timeline.Span{Start: start, End: to})
	if !strings.HasPrefix(s, m.fence) {
		return
	}
	m.fence = ""
	b := m.take()
	b.reason = "a block of code"
	m.page.blocks = append(m.page.blocks, b)
}

// textLine adds a line to the block in hand, or begins a new one with it.
func (m *markdownReader) textLine(s string, start, to int) {
	kind, level, sign := lineKind(s)
	quoted := kind == Quote && m.kind == Quote
	if kind != Paragraph && !quoted || kind == Paragraph && (m.kind == Heading || m.entry(s)) {
		m.flush()
	}
	if len(m.parts) == 0 {
		m.kind, m.level, m.apart = kind, level, m.blank
		m.blank = false
	}
	if kind == Heading {
		to = start + len(strings.TrimRight(s, "# "))
	}
	if kind == ListItem && s[0] == '|' {
		to = start + len(strings.TrimRight(s, "| "))
	}
	if start+sign < to {
		m.parts = append(m.parts, timeline.Span{Start: start + sign, End: to})
	}
	if kind == Heading {
		m.flush()
	}
}

// entry reports whether the line s begins an entry of a chronology, below a line
// that did: Markdown joins them, but whoever typed them did not mean it.
func (m *markdownReader) entry(s string) bool {
	return len(m.parts) > 0 && m.kind == Paragraph && ledByDate(s) && ledByDate(m.text[m.parts[0].Start:m.parts[0].End])
}

// lineKind is the kind of block the line s begins, with a heading's level and
// the length of its sign.
func lineKind(s string) (kind Kind, level, sign int) {
	for level < len(s) && s[level] == '#' {
		level++
	}
	if level > 0 && level <= 6 && level < len(s) && s[level] == ' ' {
		return Heading, level, level + indentation(s[level:])
	}
	switch s[0] {
	case '>':
		return Quote, 0, len(s) - len(strings.TrimLeft(s, "> \t"))
	case '|':
		return ListItem, 0, 1
	}
	if n := bulletSign(s); n > 0 {
		return ListItem, 0, n
	}
	return Paragraph, 0, 0
}

var numberedItem = regexp.MustCompile(`^\d{1,3}[.)]\s+`)

// bulletSign is the length of the sign that begins an item of a list. "24."
// before a month is a day.
func bulletSign(s string) int {
	if len(s) > 1 && strings.IndexByte("-*+", s[0]) >= 0 && (s[1] == ' ' || s[1] == '\t') {
		n := 1 + indentation(s[1:])
		for _, box := range [...]string{"[ ] ", "[x] ", "[X] "} {
			if strings.HasPrefix(s[n:], box) {
				n += len(box)
			}
		}
		return n
	}
	return numberSign(s)
}

// numberSign is the length of the number that begins an item of a list.
func numberSign(s string) int {
	if s == "" || !isDigit(s[0]) {
		return 0
	}
	n := len(numberedItem.FindString(s))
	word, _, _ := strings.Cut(s[n:], " ")
	if n == 0 || monthNames[strings.ToLower(strings.Trim(word, ".,"))] > 0 || word != "" && isDigit(word[0]) && strings.Contains(word, ".") {
		return 0
	}
	return n
}

// flush ends the block in hand.
func (m *markdownReader) flush() {
	if len(m.parts) == 0 {
		return
	}
	b := m.take()
	if m.fence = ""; b.text != "" {
		m.page.blocks = append(m.page.blocks, b)
	}
}

// take makes the block in hand from its lines.
func (m *markdownReader) take() block {
	c := cleaner{source: m.text}
	for i, part := range m.parts {
		if i > 0 {
			c.space(m.parts[i-1].End, part.Start)
		}
		c.addMarked(part.Start, part.End)
	}
	b := c.block(timeline.Span{Start: m.parts[0].Start, End: m.parts[len(m.parts)-1].End}, m.kind)
	b.level, b.blank = m.level, m.apart
	b.linked = c.linked*5 > len(b.text)*4
	b.marked = m.kind != Paragraph && !b.linked
	m.parts, m.kind, m.level = m.parts[:0], "", 0
	return b
}

// underlines reports whether s makes a heading of the line before.
func (m *markdownReader) underlines(s string) bool {
	return len(m.parts) == 1 && m.kind == Paragraph && len(s) >= 2 &&
		(strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

// indentation is the length of the blanks that begin s.
func indentation(s string) int {
	return len(s) - len(strings.TrimLeft(s, " \t"))
}

// fenceSign is the sign that begins a block of code and ends it.
func fenceSign(s string) string {
	for _, sign := range [...]string{"```", "~~~"} {
		if strings.HasPrefix(s, sign) {
			return sign
		}
	}
	return ""
}

// isRule reports whether s is a line across the page.
func isRule(s string) bool {
	bare := strings.ReplaceAll(s, " ", "")
	return len(bare) >= 3 && (strings.Trim(bare, "-") == "" || strings.Trim(bare, "*") == "" || strings.Trim(bare, "_") == "")
}

// isTableRule reports whether s is the line below a table's head.
func isTableRule(s string) bool {
	return strings.Contains(s, "|") && strings.Contains(s, "-") && strings.Trim(s, "|-: ") == ""
}

var definition = regexp.MustCompile(`^\[[^\]^][^\]]{0,80}\]:\s*\S+(\s+["'(].*)?$`)

// isDefinition reports whether s defines the target of a link.
func isDefinition(s string) bool {
	return s[0] == '[' && len(s) < 600 && definition.MatchString(s)
}
