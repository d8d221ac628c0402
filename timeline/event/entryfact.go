package event

import (
	"sort"
	"strings"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/words"
)

// entryFacts are the facts of an entry: what it tells at its date, and what its
// first sentence tells at other dates.
func (x *extractor) entryFacts(e entry) []fact {
	f := x.entryFact(e)
	if f.analysis == nil {
		x.pass(e.mention, passedEmpty)
		return nil
	}
	out := []fact{f}
	tail := trimSpace(x.doc.Text, timeline.Span{Start: e.tail.Start, End: min(e.tail.End, x.sentences[e.first].End)})
	if e.above || tail.Start >= tail.End {
		return out
	}
	first, last := x.mentionsIn(tail)
	for _, o := range x.factsOf(e.first, tail, first, last) {
		own := f.segment < 0 || o.segment == o.analysis.mainClause()
		if o.reason != "" || !o.noun.empty() || !own {
			if o.reason == "" {
				o.passage = f.passage
			}
			out = append(out, o)
		}
	}
	return out
}

// mentionsIn are the indices of the first mention in s and of the first after it.
func (x *extractor) mentionsIn(s timeline.Span) (first, last int) {
	from := func(pos int) int {
		return sort.Search(len(x.mentions), func(i int) bool { return x.mentions[i].Start >= pos })
	}
	return from(s.Start), from(s.End)
}

// entryFact is the fact that an entry tells at its own date: what the first of
// its sentences says that has a clause of its own, else all of it, if it is no
// more than a phrase. Its analysis is nil where it tells nothing.
func (x *extractor) entryFact(e entry) fact {
	f := fact{sentence: e.first, mention: e.mention, segment: -1, entry: true}
	f.passage = timeline.Span{Start: trimSpace(x.doc.Text, x.sentences[e.first]).Start, End: trimSpace(x.doc.Text, x.sentences[e.last-1]).End}
	if p := x.mentions[e.mention].Pair; p > e.mention && f.passage.Contains(x.mentions[p].Span) {
		f.others = []int{p}
	}
	if !x.datable(x.mentions[e.mention]) {
		f.reason = x.unresolved(x.mentions[e.mention])
	}
	if e.above {
		f.above = fold(x.mentions[e.mention].Text)
	}
	if x.task(e.tail) {
		return f
	}
	block, _ := x.block(f.passage)
	prose := e.above && block.Kind != document.ListItem
	f.item = !prose
	var phrase *analysis
	for k := e.first; k < e.last; k++ {
		s := trimSpace(x.doc.Text, timeline.Span{Start: max(x.sentences[k].Start, e.tail.Start), End: min(x.sentences[k].End, e.tail.End)})
		if s.Start >= s.End {
			continue
		}
		a := analyse(x.doc.Text, s, x.spansIn(s))
		if a.question() {
			continue
		}
		if at := a.mainClause(); at >= 0 && (!prose || a.happens(at)) {
			f.analysis, f.segment = a, at
			return f
		}
		if phrase == nil && a.phrase(prose) {
			phrase = a
		}
	}
	f.analysis = phrase
	return f
}

// task reports whether a text is a note of something to do.
func (x *extractor) task(s timeline.Span) bool {
	word, _, _ := strings.Cut(x.doc.Text[s.Start:s.End], " ")
	switch strings.ToLower(strings.Trim(word, ":[]")) {
	case "todo", "to-do", "tbd", "tba", "fixme":
		return true
	}
	return false
}

// spansIn are the spans of the dates in s, which are no part of its grammar.
func (x *extractor) spansIn(s timeline.Span) []timeline.Span {
	var spans []timeline.Span
	first, last := x.mentionsIn(s)
	for _, m := range x.mentions[first:last] {
		if m.Type == dates.DATE || m.Type == dates.TIME {
			spans = append(spans, x.extent(m))
		}
	}
	return spans
}

// happens reports whether the clause of segment k tells what somebody did or
// what came about, and not how things are.
func (a *analysis) happens(k int) bool {
	g := a.groups[a.segments[k].verb]
	switch words.Lemma(a.tokens[g.main].Lower) {
	case "be", "have", "seem", "look", "feel", "want", "know", "think", "believe", "need", "hope", "like", "remain", "consist", "include", "contain", "mean", "can", "must", "should":
		return g.passive
	}
	return g.tense != modal
}

// phrase reports whether a passage without a clause tells something by itself:
// in a list's item any noun does; in the prose under a heading a participle, or
// the noun of a happening.
func (a *analysis) phrase(prose bool) bool {
	for i, t := range a.tokens {
		switch {
		case a.dated[i] || a.aside[i] && prose:
		case !prose && (strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "VB") || t.Tag == "JJ"):
			return true
		case prose && (words.Happening(t.Lower) || t.Tag == "VBN" || t.Tag == "VBD"):
			return true
		}
	}
	return false
}

// typed reports whether the passage is an entry so short that whoever typed it
// gave it its title.
func (f *fact) typed(a *analysis) bool {
	return f.item && count(a.string(stretch{0, len(a.tokens)})) <= maxWords
}

// entryTitle is the title of an entry that no clause gives one: its own words.
func (a *analysis) entryTitle() string {
	t := tidy(a.string(stretch{0, len(a.tokens)}))
	if i := strings.LastIndexByte(t, '('); strings.HasSuffix(t, ")") && i > 0 && count(t[:i]) > 2 {
		t = tidy(t[:i]) // a reference, a remark
	}
	if n := count(t); n > 0 && n <= maxWords {
		return capitalize(t)
	}
	return capitalize(balance(a.beginning(a.opening(), maxWords))) + "…"
}

// because is the reason of a fact's date, with the heading it is taken from.
func (f *fact) because(reason string) string {
	if f.above == "" {
		return reason
	}
	return "told under the heading “" + f.above + "”: " + reason
}
