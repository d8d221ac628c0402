package dates

import (
	"slices"
	"strings"
	"unicode"

	"dateline/timeline"
)

// Heading is a heading of the text.
type Heading struct {
	timeline.Span
	Level int // from 1; 0 where the format does not tell
}

// Levels of headings that state none: days stand below months, months below
// years, and what tells no date parts days only.
const (
	levelYear = 7 + iota
	levelMonth
	levelDay
	levelUndated = levelMonth
)

// maxDateLine is the length in bytes beyond which a line is no heading.
const maxDateLine = 120

// headingsOf lists the headings of a text in order: those that the context
// names, the lines that Markdown marks as such, and the lines that hold a date
// and nothing else. A single one of these is more likely the date of the text
// itself.
func headingsOf(text string, ctx Context, raw []finding) []Heading {
	all := slices.Clone(ctx.Headings)
	for pos := 0; pos < len(text); {
		if level := hashes(text[pos:]); level > 0 {
			all = append(all, Heading{timeline.Span{Start: pos, End: pos + lineLength(text[pos:])}, level})
		}
		n := strings.IndexByte(text[pos:], '\n')
		if n < 0 {
			break
		}
		pos += n + 1
	}
	all = append(all, entries(text, raw)...)
	slices.SortStableFunc(all, func(a, b Heading) int { return a.Start - b.Start })
	end := -1 // of the one before; what overlaps it is the same line
	return slices.DeleteFunc(all, func(h Heading) bool {
		if h.Start < end {
			return true
		}
		end = h.End
		return false
	})
}

// hashes gives the level of the Markdown heading that a line begins with, or 0.
func hashes(line string) int {
	n := 0
	for n < len(line) && line[n] == '#' && n < 7 {
		n++
	}
	if n == 0 || n > 6 || n == len(line) || line[n] != ' ' {
		return 0
	}
	return n
}

// lineLength is the length of the line that s begins with.
func lineLength(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}

// entries gives the lines of a text that hold a date and nothing else, if they
// are the heads of the entries of a diary: they run on in one direction, and
// sentences stand under most of them. Otherwise they date what a page links to.
func entries(text string, raw []finding) []Heading {
	var lines []Heading
	up, down := true, true
	var before int32
	for i := range raw {
		s, ok := bareLine(text, raw[i].outer)
		if !ok || len(lines) > 0 && s.Start < lines[len(lines)-1].End {
			continue // the other end of a range
		}
		lines = append(lines, Heading{Span: s})
		if d := raw[i].said.ordinal(); d != 0 {
			up, down = up && d >= before, down && (before == 0 || d <= before)
			before = d
		}
	}
	told := 0
	for i, h := range lines {
		end := len(text)
		if i+1 < len(lines) {
			end = lines[i+1].Start
		}
		if strings.ContainsAny(text[h.End:end], ".!?") {
			told++
		}
	}
	if len(lines) < 2 || !up && !down || told*2 <= len(lines) {
		return nil
	}
	return lines
}

// ordinal gives a number that grows with the day that s states, 0 where it
// states none.
func (s *said) ordinal() int32 {
	if !s.is(fieldYear) || !s.is(fieldMonth) || s.v[fieldEra] < 0 {
		return 0
	}
	return (s.v[fieldYear]*12+s.v[fieldMonth])*31 + s.v[fieldDay]
}

// bareLine gives the line that holds the words at s and no others.
func bareLine(text string, s timeline.Span) (timeline.Span, bool) {
	from := max(0, s.Start-maxDateLine)
	before := text[from:s.Start]
	if n := strings.LastIndexByte(before, '\n'); n >= 0 {
		before = before[n+1:]
	} else if from > 0 {
		return s, false
	}
	after := text[s.End:min(len(text), s.End+maxDateLine)]
	n := lineLength(after)
	if n == maxDateLine || wordy(before) || wordy(after[:n]) {
		return s, false
	}
	return timeline.Span{Start: s.Start - len(before), End: s.End + n}, true
}

// wordy reports whether s has a letter, a digit or a bar between cells.
func wordy(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r == '|' || unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// heads reports whether the words at s are the date of the heading h: they
// stand by themselves in it, or a day ends it.
func heads(text string, h Heading, s timeline.Span, day bool) bool {
	if s.Start < h.Start || s.End > h.End {
		return false
	}
	before := strings.TrimRight(text[h.Start:s.Start], " \t*_")
	after := strings.TrimLeft(text[s.End:h.End], " \t*_")
	if wordy(before) && !strings.HasSuffix(before, ":") && !endsApart(before) {
		return day && !wordy(after)
	}
	return !wordy(after) || beginsApart(after)
}

// endsApart and beginsApart report whether a mark parts a date from the other
// words of its heading.
func endsApart(s string) bool {
	return s != "" && strings.ContainsAny(s[len(s)-1:], ",(|-.") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—")
}

func beginsApart(s string) bool {
	return s != "" && strings.ContainsAny(s[:1], ":,(|).-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—")
}
