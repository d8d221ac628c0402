package event

import (
	"sort"
	"strings"
	"unicode"

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
	w := chronicle{x: x, parent: -1}
	led, next := x.leds(), 0
	for i, b := range x.doc.Blocks {
		for next < len(x.sentences) && x.sentences[next].Start < b.Start {
			next++
		}
		w.enter(b)
		if next == len(x.sentences) || x.sentences[next].Start >= b.End {
			continue
		}
		if e, ok := w.entry(b, next, led[i]); ok {
			found[next] = e
		}
	}
	return found
}

// chronicle keeps, on the way through the blocks, the dates that stand above
// the one in hand.
type chronicle struct {
	x      *extractor
	next   int   // the mention after those seen
	above  []int // mentions whose sections are open, the innermost last
	parent int   // the mention that an item of the list holds alone, or -1
}

// enter opens the sections that begin in b and closes those that end above it.
func (w *chronicle) enter(b document.Block) {
	all := w.x.mentions
	for ; w.next < len(all) && all[w.next].Start < b.End; w.next++ {
		if all[w.next].Section.Len() > 0 {
			w.above = append(w.above, w.next)
		}
	}
	for len(w.above) > 0 && all[w.above[len(w.above)-1]].Section.End <= b.Start {
		w.above = w.above[:len(w.above)-1]
	}
	if b.Kind != document.ListItem {
		w.parent = -1
	}
}

// entry is the entry of block b, whose first sentence is given, if it is one.
func (w *chronicle) entry(b document.Block, first int, l leading) (entry, bool) {
	x := w.x
	if l.is {
		e := x.ledEntry(b, first, l)
		w.parent = -1
		if b.Kind == document.ListItem && !wordy(x.doc.Text[e.tail.Start:e.tail.End]) {
			w.parent = l.mention // it tells nothing itself: the head of what follows
		}
		return e, true
	}
	if w.parent >= 0 {
		return x.below(b, first, w.parent)
	}
	if len(w.above) == 0 {
		return entry{}, false
	}
	switch m := w.above[len(w.above)-1]; {
	case b.Contains(x.mentions[m].Span):
		return x.headEntry(b, first, m)
	case b.Kind != document.Heading:
		return x.underHeading(b, first, m)
	}
	return entry{}, false
}

// wordy reports whether s has a letter or a digit.
func wordy(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// ledEntry is the entry of block b, which a date leads and whose first sentence
// is given: all of it that has no date of its own. Its tail is empty where the
// date stands alone.
func (x *extractor) ledEntry(b document.Block, first int, l leading) entry {
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
	if l.stop > 0 {
		e.tail.End = l.stop
	}
	e.tail.End = max(e.tail.Start, e.tail.End)
	return e
}

// underHeading is the entry of the sentences without a date of their own with
// which block b begins, under a heading that is one. A heading that also says
// what happened has told it; a month or a year says little about running text.
func (x *extractor) underHeading(b document.Block, first, mention int) (entry, bool) {
	if x.aboveAll(mention) || x.tellsItself(mention) {
		return entry{}, false
	}
	return x.below(b, first, mention)
}

// below is the entry of the sentences without a date of their own with which
// block b begins, dated by a mention above it.
func (x *extractor) below(b document.Block, first, mention int) (entry, bool) {
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
