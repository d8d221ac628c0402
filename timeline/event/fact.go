package event

import (
	"sort"
	"strings"
	"unicode"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/words"
)

// facts are the dated happenings of the document in the order of the text,
// those whose date could not be resolved among them.
func (x *extractor) facts() []fact {
	var out []fact
	next, entries, until := 0, x.entries(), 0
	for i, s := range x.sentences {
		for next < len(x.mentions) && x.mentions[next].Start < s.Start {
			next++
		}
		first := next
		for next < len(x.mentions) && x.mentions[next].Start < s.End {
			next++
		}
		if e, ok := entries[i]; ok {
			out = append(out, x.entryFacts(e)...)
			until = e.last
		}
		if i < until {
			for k := first; k < next; k++ {
				x.pass(k, passedEntry)
			}
		}
		if i < until || first == next || !x.worth(first, next) {
			continue
		}
		out = append(out, x.factsOf(i, x.passage(i), first, next)...)
	}
	return out
}

// worth reports whether any of the mentions can date an event at all, before
// the sentence is taken apart for them.
func (x *extractor) worth(first, last int) bool {
	for i := first; i < last; i++ {
		if x.datable(x.mentions[i]) || x.unresolved(x.mentions[i]) != "" {
			return true
		}
	}
	return false
}

// datable reports whether a mention fixes a time to a year or better.
func (x *extractor) datable(m dates.Mention) bool {
	if m.When.IsZero() || m.Reason != "" || m.Type == dates.DURATION || m.Type == dates.SET || m.Type == dates.ORDER {
		return false
	}
	return !tooWide(m.When)
}

// tooWide reports whether a date says less than a year.
func tooWide(d edtf.Date) bool {
	if start, end, ok := d.Interval(); ok {
		return tooWide(start) && tooWide(end)
	}
	p := d.Precision()
	return !d.IsZero() && (p == edtf.PrecisionDecade || p == edtf.PrecisionCentury)
}

// unresolved says why a mention that tells a time has no date, "" where it has
// one or tells none that an event could have.
func (x *extractor) unresolved(m dates.Mention) string {
	switch {
	case m.Type == dates.SET || m.Value == "PRESENT_REF":
		return ""
	case m.Type == dates.DURATION:
		if !bounded(m) {
			return ""
		}
		if m.Reason != "" {
			return m.Reason
		}
		return "“" + fold(m.Text) + "” is a stretch of time, and no day or month in it is told"
	case m.Reason != "":
		return m.Reason
	case m.Type == dates.ORDER:
		return "“" + fold(m.Text) + "” puts it before or after something else, but tells no date"
	case m.Value == "PAST_REF" || m.Value == "FUTURE_REF":
		return "“" + fold(m.Text) + "” tells no date"
	case tooWide(m.When):
		return "“" + fold(m.Text) + "” is wider than a year"
	}
	return ""
}

// bounded reports whether a duration says where it lies ("the past two
// months"), not only how long it is.
func bounded(m dates.Mention) bool {
	for _, w := range strings.Fields(words.Fold(m.Text)) {
		switch w {
		case "past", "last", "recent", "previous", "preceding", "coming", "next", "following":
			return true
		}
	}
	return false
}

// factsOf takes one sentence's mentions to its clauses.
func (x *extractor) factsOf(sentence int, passage timeline.Span, first, last int) []fact {
	if x.foreign {
		return x.foreignFacts(sentence, passage, first, last)
	}
	var out []fact
	for _, p := range x.pieces(sentence, passage) {
		from := first
		for first < last && x.mentions[first].Start < p.End {
			if x.mentions[first].Start < p.Start {
				x.pass(first, passedHead)
				from++
			}
			first++
		}
		if from < first {
			out = append(out, x.factsIn(sentence, passage, p, from, first)...)
		}
	}
	return out
}

// factsIn takes the mentions of a piece of a passage to its clauses.
func (x *extractor) factsIn(sentence int, passage, piece timeline.Span, first, last int) []fact {
	if boxed(x.doc.Text, piece) {
		for i := first; i < last; i++ {
			x.pass(i, passedBox)
		}
		return nil
	}
	passage, a, ok := x.whole(sentence, passage, piece)
	if !ok {
		for i := first; i < last; i++ {
			x.pass(i, passedAttribution)
		}
		return nil
	}
	if reason := x.noTelling(a, sentence, passage); reason != "" {
		for i := first; i < last; i++ {
			x.pass(i, reason)
		}
		return nil
	}
	var out []fact
	for i := first; i < last; i++ {
		f := fact{sentence: sentence, passage: passage, analysis: a, mention: i, segment: -1}
		if x.happened(&f, first, last) {
			out = append(out, f)
		}
	}
	return x.settle(out)
}

// happened finds what the mention of a fact, one of [first, last), dates. It
// reports false where that is nothing, and notes why.
func (x *extractor) happened(f *fact, first, last int) bool {
	a, i := f.analysis, f.mention
	m := x.mentions[i]
	if m.Section.Len() > 0 {
		return false // a heading's, though it stands in no heading
	}
	if !x.datable(m) {
		f.reason = x.unresolved(m)
		return f.reason != "" && a.tells(m)
	}
	if m.Pair >= 0 && m.Pair < i && m.Pair >= first {
		x.pass(i, passedRange)
		return false // told with the first end of its range
	}
	if m.Pair > i && m.Pair < last {
		f.others = []int{m.Pair}
	}
	reason := x.place(f)
	if reason == "" && a.clock(f.segment, a.tokensOf(m.Outer)) {
		reason = passedClock
	}
	if reason == "" {
		reason = x.unclaimed(f)
	}
	if reason == "" {
		reason = x.talk(f)
	}
	if reason != "" {
		x.pass(i, reason)
	}
	return reason == ""
}

// noTelling is why no date in a passage can give an event, "" where one can.
func (x *extractor) noTelling(a *analysis, sentence int, passage timeline.Span) string {
	switch {
	case sentence >= x.register().posts:
		return passedPosts
	case a.shouts():
		return passedShouted
	case a.exclaims():
		return passedTalk
	case a.question():
		return passedQuestion
	case x.heading(passage):
		return passedHeading
	case x.task(passage):
		return passedTask
	case a.furniture(), a.references():
		return passedFurniture
	case a.bids():
		return passedBidding
	}
	return ""
}

// whole takes a piece of a passage apart, with the quotation that it belongs to
// where it only says who spoke. It reports false where there is none.
func (x *extractor) whole(sentence int, passage, piece timeline.Span) (timeline.Span, *analysis, bool) {
	a := x.analysed(piece)
	if !a.attribution() {
		return passage, a, true
	}
	wider, ok := x.withSaid(sentence)
	return wider, x.analysed(wider), ok
}

// analysed takes a piece of text apart, its dates known.
func (x *extractor) analysed(piece timeline.Span) *analysis {
	var spans []timeline.Span
	first := sort.Search(len(x.mentions), func(i int) bool { return x.mentions[i].Start >= piece.Start })
	for _, m := range x.mentions[first:] {
		if m.Start >= piece.End {
			break
		}
		if piece.Contains(m.Span) && (m.Type == dates.DATE || m.Type == dates.TIME || m.Type == dates.ORDER || m.Type == dates.DURATION && bounded(m)) {
			spans = append(spans, x.extent(m))
		}
	}
	return analyse(x.doc.Text, piece, spans)
}

// extent is what a title leaves out with a mention: its preposition too, unless
// the date is in the genitive and the preposition its noun's.
func (x *extractor) extent(m dates.Mention) timeline.Span {
	rest := x.doc.Text[m.End:]
	for _, s := range [...]string{"'s ", "’s "} {
		if strings.HasPrefix(rest, s) {
			return m.Span
		}
	}
	return m.Outer
}

// heading reports whether a passage lies in a heading: its dates are its
// section's, which the sentences below it tell.
func (x *extractor) heading(s timeline.Span) bool {
	b, ok := x.block(s)
	return ok && b.Kind == document.Heading
}

// settle keeps apart the facts of one clause: dates that are one ("on Monday,
// 5 May") give one fact with both expressions, and of dates that differ only
// the first, or those in a list with it, can be sure of the clause.
func (x *extractor) settle(facts []fact) []fact {
	var out []fact
	for _, f := range facts {
		joined := false
		for k := range out {
			o := &out[k]
			if f.reason != "" || o.reason != "" || o.segment != f.segment || !o.noun.empty() || !f.noun.empty() {
				continue
			}
			a, b := x.mentions[o.mention].When, x.mentions[f.mention].When
			switch {
			case a == b || a.Contains(b) || b.Contains(a):
				o.others = append(o.others, f.mention)
				if a != b && a.Contains(b) {
					o.mention, o.others[len(o.others)-1] = f.mention, o.mention
				}
				joined = true
			case !x.listed(o.mention, f.mention):
				f.blurred = true
			}
			if joined {
				break
			}
		}
		if !joined {
			out = append(out, f)
		}
	}
	return out
}

// listed reports whether only "and", "or" or a comma stands between two dates.
func (x *extractor) listed(i, j int) bool {
	between := words.Fold(x.doc.Text[x.mentions[i].End:x.mentions[j].Start])
	for _, w := range strings.Fields(strings.NewReplacer(",", " ", "(", " ", ")", " ").Replace(between)) {
		switch w {
		case "and", "or", "in", "on", "then", "again", "both":
		default:
			return false
		}
	}
	return true
}

// passage is what is quoted for a sentence: the sentence itself, or, where it
// is part of a quotation that runs over several sentences of its block, all of
// them.
func (x *extractor) passage(i int) timeline.Span {
	s := trimSpace(x.doc.Text, x.sentences[i])
	block, _ := x.block(s)
	first, last := i, i
	for first > 0 && block.Contains(trimSpace(x.doc.Text, x.sentences[first-1])) && i-first < maxSpoken && quoteDepth(x.doc.Text[x.sentences[first].Start:s.End]) < 0 {
		first--
	}
	for last+1 < len(x.sentences) && block.Contains(trimSpace(x.doc.Text, x.sentences[last+1])) && last-i < maxSpoken && quoteDepth(x.doc.Text[x.sentences[first].Start:x.sentences[last].End]) > 0 {
		last++
	}
	whole := trimSpace(x.doc.Text, timeline.Span{Start: x.sentences[first].Start, End: x.sentences[last].End})
	if quoteDepth(x.doc.Text[whole.Start:whole.End]) != 0 {
		return s // a mark that was never closed spans nothing
	}
	return whole
}

// maxSpoken is how many sentences of one quotation are kept together.
const maxSpoken = 8

// block is the block that holds s.
func (x *extractor) block(s timeline.Span) (document.Block, bool) {
	blocks := x.doc.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End >= s.End })
	if i < len(blocks) && blocks[i].Span.Contains(s) {
		return blocks[i], true
	}
	return document.Block{Span: s}, false
}

// quoteDepth is how many curly quotations stand open at the end of s, negative
// where one is closed that was not opened in it.
func quoteDepth(s string) int {
	depth, low, straight := 0, 0, 0
	for _, r := range s {
		switch r {
		case '“', '«', '„':
			depth++
		case '”', '»':
			depth--
			low = min(low, depth)
		case '"':
			straight++
		}
	}
	if low < 0 {
		return low
	}
	return depth + straight%2
}

func trimSpace(text string, s timeline.Span) timeline.Span {
	t := text[s.Start:s.End]
	left := len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	t = strings.TrimSpace(t)
	return timeline.Span{Start: s.Start + left, End: s.Start + left + len(t)}
}

func spanOf(s string) timeline.Span { return timeline.Span{End: len(s)} }
