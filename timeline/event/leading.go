package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
)

// leading is the date in front of a block.
type leading struct {
	is      bool
	mention int
	end     int  // in the text, where what it dates begins
	stop    int  // where that ends before the block does, or 0
	mark    bool // a mark parts it from that
	unsure  bool // it may begin a sentence like any other
}

// leds finds the dates in front of blocks. One paragraph alone that begins with
// a date bears the date of its page; a bare year or a clock time with no mark
// behind it may be a number or a name, where few blocks begin with a date.
func (x *extractor) leds() []leading {
	all := make([]leading, len(x.doc.Blocks))
	n, m := 0, 0
	for i, b := range x.doc.Blocks {
		for m < len(x.mentions) && x.mentions[m].Start < b.Start {
			m++
		}
		if m < len(x.mentions) && x.mentions[m].End <= b.End {
			all[i] = x.leading(b, m)
		}
		if all[i].is {
			n++
		}
	}
	many := n >= 3 && n*3 >= len(all) // the document is a chronology
	for i, l := range all {
		alone := n < 2 && x.doc.Blocks[i].Kind != document.ListItem
		if l.is && (alone || l.unsure && !many || !l.mark && n < 3 && weak(x.mentions[l.mention])) {
			all[i].is = false
		}
	}
	return all
}

// weak reports whether a mention may be a mere number: a year, a clock time.
func weak(m dates.Mention) bool {
	return strings.IndexFunc(m.Text, func(r rune) bool { return unicode.IsLetter(r) || r == ' ' || r == '.' || r == '/' }) < 0 &&
		strings.Count(m.Text, "-") < 2
}

// leading reports how mention m leads block b, if it does.
func (x *extractor) leading(b document.Block, m int) leading {
	if l := x.row(b, m); l.is {
		return l
	}
	d := x.mentions[m]
	if !x.datable(d) && (x.unresolved(d) == "" || !calendar(d)) || d.Section.Len() > 0 || b.Kind == document.Heading || wordy(x.doc.Text[b.Start:d.Start]) && d.Outer.Start > b.Start {
		return leading{}
	}
	if d.Type == dates.TIME && d.Anchor == dates.Reference {
		return leading{} // the clock of a live page
	}
	end := x.dateEnd(m, b.End)
	rest := x.doc.Text[end:b.End]
	if b.Kind != document.ListItem && stamped(x.doc.Text[b.Start:end], rest) {
		return leading{}
	}
	n, mark := markAt(rest)
	l := leading{is: true, mention: m, end: end + n, mark: mark}
	preposed := wordy(x.doc.Text[b.Start:d.Start])
	switch next, _ := utf8.DecodeRuneInString(rest[n:]); {
	case n == len(rest), mark && !preposed:
	case preposed:
		l.is = mark && strings.HasPrefix(strings.TrimLeft(rest, " "), ":")
	case n == 0 || d.Anchor == dates.Reference && !calendar(d):
		l.is = false // "Monday's vote", "Yesterday the …"
	case !unicode.IsUpper(next) && clausal(rest[n:]):
		l.is = false // "9 July 1911 was a hot day."
	case !unicode.IsUpper(next) && b.Kind != document.ListItem:
		l.unsure = true
	case !calendar(d) && !weak(d):
		l.is = false
	}
	return l
}

// row is the date of a row of a table, which fills a cell of it. What it dates
// stands in the next cell with words, or else in the one before.
func (x *extractor) row(b document.Block, m int) leading {
	text := x.doc.Text[b.Start:b.End]
	if b.Kind != document.ListItem || !strings.Contains(text, " | ") || !x.datable(x.mentions[m]) {
		return leading{}
	}
	dated, before, at := false, timeline.Span{}, b.Start
	for cell := range strings.SplitSeq(text, " | ") {
		c := timeline.Span{Start: at, End: at + len(cell)}
		at = c.End + len(" | ")
		told := strings.IndexFunc(cell, unicode.IsLetter) >= 0
		switch {
		case !dated && c.Contains(x.mentions[m].Span):
			dated = strings.Trim(cell[:max(0, x.mentions[m].Outer.Start-c.Start)]+cell[min(len(cell), x.dateEnd(m, c.End)-c.Start):], " *_()[],.:") == ""
			if !dated {
				return leading{}
			}
		case dated && told:
			return leading{is: true, mention: m, end: c.Start, stop: c.End, mark: true}
		case told:
			before = c
		}
	}
	return leading{is: dated && before.Len() > 0, mention: m, end: before.Start, stop: before.End, mark: true}
}

// stamped reports whether a date in front of a paragraph is the stamp of a page
// or of what a reader wrote: with the hour as clocks on the web have it, or with
// the author behind it.
func stamped(date, rest string) bool {
	if strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(date + " " + rest[:min(len(rest), 12)])) {
		switch strings.Trim(w, ".,;|()") {
		case "am", "pm", "a.m", "p.m", "et", "gmt", "est", "edt", "by":
			return true
		}
	}
	return false
}

// calendar reports whether a date is written with its month or its year.
func calendar(m dates.Mention) bool {
	return strings.ContainsAny(m.Text, "0123456789")
}

// dateEnd is where the date that begins with mention m ends: behind the other
// end of its range, its brackets and its emphasis.
func (x *extractor) dateEnd(m, limit int) int {
	d := x.mentions[m]
	end := max(d.End, d.Outer.End)
	if d.Pair > m && x.mentions[d.Pair].End <= limit && x.mentions[d.Pair].Start-end < 12 {
		end = max(x.mentions[d.Pair].End, x.mentions[d.Pair].Outer.End)
	}
	// The clock, the weekday: the same day said again.
	for k := m + 1; k < len(x.mentions) && x.mentions[k].End <= limit; k++ {
		o := x.mentions[k]
		if o.Start < end {
			continue
		}
		if strings.Trim(x.doc.Text[end:o.Start], " ,(") != "" || !edtf.Date.Overlaps(o.When, d.When) {
			break
		}
		end = o.End
	}
	return end
}

// markAt is the length of the mark that parts a date from what it dates, with
// the white space around it, and whether there is one.
func markAt(s string) (n int, mark bool) {
	t := strings.TrimLeft(s, " \t)]*_")
	mark = strings.HasPrefix(s, ")") || strings.HasPrefix(s, "]")
	for _, sign := range [...]string{":", "–", "—", "-", "|", ".", "→", ">", "/", ";", "…"} {
		rest, ok := strings.CutPrefix(t, sign)
		if !ok {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(r) && sign != ":" && sign != "|" {
			break // "1923-bankruptcy": a compound
		}
		t, mark = rest, true
		break
	}
	t = strings.TrimLeft(t, " \t*_–—-:|")
	return len(s) - len(t), mark
}

// clausal reports whether words that follow a date have it as their subject or
// go on with its phrase: "was a hot day", "saw", "and 1912".
func clausal(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	switch strings.Trim(word, ",") {
	case "was", "is", "were", "are", "will", "has", "had", "saw", "marks", "marked", "brought", "and", "or", "to", "until", "till", "in", "at", "on", "of", "when", "that", "which", "by", "as", "for":
		return true
	}
	return false
}
