package event

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
)

// entry is one item of a chronology: a block, or its beginning, that has its
// date in front of it ("9 Nov 2019: text") or in the heading above it.
type entry struct {
	first, last int           // its sentences
	mention     int           // that dates it
	tail        timeline.Span // what it tells, the date left out
	above       bool          // the date stands in a heading
}

// maxEntry is how many words an entry has that is quoted as a whole.
const maxEntry = 60

// entries finds the entries of the document, by their first sentence.
func (x *extractor) entries() map[int]entry {
	found := make(map[int]entry)
	x.sections = allSections(x.mentions)
	led := x.leds()
	next := 0 // sentence
	var above []int
	m := 0
	for i, b := range x.doc.Blocks {
		for next < len(x.sentences) && x.sentences[next].Start < b.Start {
			next++
		}
		for ; m < len(x.mentions) && x.mentions[m].Start < b.End; m++ {
			if x.mentions[m].Section.Len() > 0 {
				above = append(above, m)
			}
		}
		for len(above) > 0 && x.mentions[above[len(above)-1]].Section.End <= b.Start {
			above = above[:len(above)-1]
		}
		if next == len(x.sentences) || x.sentences[next].Start >= b.End {
			continue
		}
		var e entry
		ok := false
		switch {
		case led[i].is:
			e, ok = x.ledEntry(b, next, led[i])
		case len(above) == 0:
		case b.Contains(x.mentions[above[len(above)-1]].Span):
			e, ok = x.headEntry(b, next, above[len(above)-1])
		case b.Kind != document.Heading:
			e, ok = x.underHeading(b, next, above[len(above)-1])
		}
		if ok {
			found[next] = e
		}
	}
	return found
}

// leading is the date in front of a block.
type leading struct {
	is      bool
	mention int
	end     int  // in the text, where what it dates begins
	mark    bool // a mark parts it from that
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
	for i, l := range all {
		alone := n < 2 && x.doc.Blocks[i].Kind != document.ListItem
		if l.is && (alone || !l.mark && n < 3 && weak(x.mentions[l.mention])) {
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
	case !unicode.IsUpper(next) && (b.Kind != document.ListItem || clausal(rest[n:])):
		l.is = false // "9 July 1911 was a hot day."
	case !calendar(d) && !weak(d):
		l.is = false
	}
	return l
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

// wordy reports whether s has a letter or a digit.
func wordy(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// ledEntry is the entry of block b, which a date leads and whose first sentence
// is given: all of it that has no date of its own.
func (x *extractor) ledEntry(b document.Block, first int, l leading) (entry, bool) {
	e := entry{first: first, last: first + 1, mention: l.mention, tail: timeline.Span{Start: l.end, End: b.End}}
	bare := l.end >= trimSpace(x.doc.Text, x.sentences[first]).End
	words := 0
	for k := first; k < len(x.sentences) && x.sentences[k].End <= b.End || k < len(x.sentences) && trimSpace(x.doc.Text, x.sentences[k]).End <= b.End; k++ {
		words += count(x.doc.Text[x.sentences[k].Start:x.sentences[k].End])
		if k > first && (x.dated(x.sentences[k]) || words > maxEntry && !(bare && k == first+1)) {
			break
		}
		e.last = k + 1
	}
	e.tail.End = trimSpace(x.doc.Text, x.sentences[e.last-1]).End
	return e, e.tail.Start < e.tail.End && wordy(x.doc.Text[e.tail.Start:e.tail.End])
}

// underHeading is the entry of the sentences without a date of their own with
// which block b begins, under a heading that is one. A heading that also says
// what happened has told it; a month or a year says little about running text.
func (x *extractor) underHeading(b document.Block, first, mention int) (entry, bool) {
	if x.aboveAll(mention) || x.tellsItself(mention) {
		return entry{}, false
	}
	e := entry{first: first, last: first, mention: mention, above: true}
	words := 0
	for k := first; k < len(x.sentences); k++ {
		s := trimSpace(x.doc.Text, x.sentences[k])
		if s.End > b.End || x.dated(s) {
			break
		}
		words += count(x.doc.Text[s.Start:s.End])
		if words > maxEntry && k > first {
			break
		}
		e.last = k + 1
	}
	if e.last == first {
		return e, false
	}
	e.tail = timeline.Span{Start: b.Start, End: trimSpace(x.doc.Text, x.sentences[e.last-1]).End}
	coarse := x.mentions[mention].When.Precision() < edtf.PrecisionDay
	return e, !coarse || b.Kind == document.ListItem || e.tail.End == b.End && words <= maxEntry
}

// headEntry is the entry that heading b itself tells, dated by a mention in it:
// "24 May 1968: The talks begin".
func (x *extractor) headEntry(b document.Block, first, mention int) (entry, bool) {
	if x.aboveAll(mention) || !x.tellsItself(mention) {
		return entry{}, false
	}
	before := strings.TrimRight(x.doc.Text[b.Start:x.mentions[mention].Outer.Start], " \t,;:(–—-|*_")
	tail := timeline.Span{Start: b.Start, End: b.Start + len(before)}
	if !wordy(before) {
		end := x.dateEnd(mention, b.End)
		n, _ := markAt(x.doc.Text[end:b.End])
		tail = timeline.Span{Start: end + n, End: b.End}
	}
	last := first + 1
	for last < len(x.sentences) && x.sentences[last].Start < b.End {
		last++
	}
	return entry{first: first, last: last, mention: mention, tail: tail}, true
}

// aboveAll reports whether a heading's date is that of the whole document, and
// not of one section of several.
func (x *extractor) aboveAll(mention int) bool {
	s := x.mentions[mention].Section
	return s.Contains(x.sections) && s.Start < len(x.doc.Text)/8
}

// allSections is the stretch in which all dated sections lie.
func allSections(mentions []dates.Mention) timeline.Span {
	var all timeline.Span
	for _, m := range mentions {
		if m.Section.Len() == 0 {
			continue
		}
		if all.Len() == 0 {
			all = m.Section
		}
		all.Start, all.End = min(all.Start, m.Section.Start), max(all.End, m.Section.End)
	}
	return all
}

// tellsItself reports whether the heading that a mention stands in has words
// beside its date.
func (x *extractor) tellsItself(mention int) bool {
	m := x.mentions[mention]
	b, _ := x.block(m.Span)
	end := x.dateEnd(mention, b.End)
	return count(x.doc.Text[b.Start:m.Start])+count(strings.Trim(x.doc.Text[end:b.End], " :–—-|*_.")) > 1
}

// dated reports whether a sentence has a date that can be one of an event, or
// one that could not be resolved.
func (x *extractor) dated(s timeline.Span) bool {
	i := sort.Search(len(x.mentions), func(i int) bool { return x.mentions[i].Start >= s.Start })
	for ; i < len(x.mentions) && x.mentions[i].Start < s.End; i++ {
		m := x.mentions[i]
		if before := x.doc.Text[s.Start:m.Start]; strings.Count(before, "(") > strings.Count(before, ")") {
			continue // a reference
		}
		if x.datable(m) || m.Type == dates.DATE && m.Reason != "" {
			return true
		}
	}
	return false
}
