package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/words"
)

// place finds what a date tells the time of: a clause, or the happening that a
// noun names. It reports false where the date tells the time of nothing: in a
// comparison, a name, a condition.
func (x *extractor) place(f *fact) bool {
	a, m := f.analysis, x.mentions[f.mention]
	at := a.tokensOf(m.Span)
	if at.empty() {
		return false
	}
	outer := a.tokensOf(m.Outer)
	if outer.empty() {
		outer = at
	}
	for _, o := range f.others {
		if p := a.tokensOf(x.mentions[o].Outer); !p.empty() {
			outer.first, outer.last = min(outer.first, p.first), max(outer.last, p.last)
		}
	}
	if a.compares(outer) || a.inName(at, outer) || a.inAside(at) || a.inHead(at, outer) {
		return false
	}
	f.segment = a.clauseOf(at.first)
	if noun, is, ok := a.modified(at, outer); is {
		f.noun = noun
		return ok
	}
	if f.segment >= 0 {
		s := a.segments[f.segment]
		if s.mark == markSubordinate && a.tokens[s.first].Is("if", "unless", "whether") {
			return false
		}
		if noun := a.happeningBefore(outer.first); !noun.empty() && !a.participleLed(f.segment) && x.atOdds(a, s, m) {
			f.noun = noun
		}
	}
	return true
}

// atOdds reports whether a clause cannot be what happened at the date: the date
// is past and the verb is not.
func (x *extractor) atOdds(a *analysis, s segment, m dates.Mention) bool {
	if s.verb < 0 {
		return true
	}
	g := a.groups[s.verb]
	if g.tense == past || g.form != finite {
		return false
	}
	last, ok := m.When.Last()
	published, known := x.doc.Source.Published.First()
	if ok && known && last >= published {
		return false
	}
	return g.tense == perfect || g.tense == modal || ok && known
}

// tokensOf are the tokens that overlap a span.
func (a *analysis) tokensOf(s timeline.Span) stretch {
	out := stretch{}
	for i, t := range a.tokens {
		if t.Span.Overlaps(s) {
			if out.empty() {
				out.first = i
			}
			out.last = i + 1
		}
	}
	return out
}

// question reports whether the sentence asks.
func (a *analysis) question() bool {
	for i := len(a.tokens) - 1; i >= 0; i-- {
		switch t := a.tokens[i]; {
		case t.Text == "?":
			return true
		case t.Word() || t.Text == ".":
			return false
		}
	}
	return false
}

// tells reports whether the sentence tells a happening: it has a finite verb
// outside the date, or is nothing but a happening's name.
func (a *analysis) tells(m dates.Mention) bool {
	k := a.clauseOf(a.tokensOf(m.Span).first)
	if k < 0 {
		return false
	}
	s := a.segments[k]
	if s.mark == markSubordinate && a.tokens[s.first].Is("if", "unless", "whether") {
		return false
	}
	return s.verb >= 0
}

// compares reports whether a date only measures something against its time:
// "the worst since 1998", "than in May", "compared with last year".
func (a *analysis) compares(outer stretch) bool {
	for i := outer.first - 1; i >= 0 && i >= outer.first-3; i-- {
		t := a.tokens[i]
		if t.Is("than", "versus", "vs", "vs.") || t.Is("compared", "relative") && i+1 < len(a.tokens) && a.tokens[i+1].Is("to", "with") {
			return true
		}
		if t.Tag == "," || t.Word() && t.Tag != "IN" && t.Tag != "TO" && t.Tag != "DT" {
			if !t.Is("that", "those", "levels", "the") {
				break
			}
		}
	}
	if !a.tokens[outer.first].Is("since") {
		return false
	}
	for i := outer.first - 1; i >= 0 && a.tokens[i].Tag != ":"; i-- {
		t := a.tokens[i]
		if t.Tag == "JJS" || t.Tag == "RBS" || t.Is("first", "largest", "biggest", "worst", "highest", "lowest", "most", "best", "only", "unseen", "last") {
			return true
		}
	}
	return false
}

// inName reports whether a bare year belongs to the name it follows: "Zapad
// 2025", "Vision 2030".
func (a *analysis) inName(at, outer stretch) bool {
	if at.first == 0 || at != outer || at.last-at.first != 1 || a.tokens[at.first].Tag != "CD" {
		return false
	}
	before := a.tokens[at.first-1]
	return before.End < a.tokens[at.first].Start && before.Capital() && strings.HasPrefix(before.Tag, "NNP") && !words.Happening(before.Lower)
}

// inAside reports whether a date stands in parentheses that hold no verb:
// somebody's span of life, a clock time in another zone, a reference.
func (a *analysis) inAside(at stretch) bool {
	if !a.aside[at.first] {
		return false
	}
	first, last := at.first, at.last
	for first > 0 && a.aside[first-1] {
		first--
	}
	for last < len(a.tokens) && a.aside[last] {
		last++
	}
	for _, t := range a.tokens[first:last] {
		if t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" {
			return false
		}
	}
	return true
}

// clauseOf is the index of the segment whose verb the token at i goes with, -1
// for none. An adverbial set off by a comma goes with the next clause when it
// comes before it, else with the last.
func (a *analysis) clauseOf(i int) int {
	at := -1
	for k, s := range a.segments {
		if s.holds(i) || s.first > i {
			at = k
			break
		}
	}
	if at < 0 {
		at = len(a.segments) - 1
	}
	if at < 0 {
		return -1
	}
	s := a.segments[at]
	if s.verb >= 0 || s.mark == markSpeech || a.participleLed(at) {
		return at
	}
	if s.mark == markStart || s.mark == markStrong || at > 0 && a.segments[at-1].verb < 0 && a.fronted(at) || at > 0 && a.segments[at-1].mark == markSubordinate && a.dated[s.body] {
		for k := at + 1; k < len(a.segments); k++ {
			if n := a.segments[k]; n.verb >= 0 && n.mark != markRelative && n.mark != markSubordinate {
				return k
			}
		}
	}
	for k := at - 1; k >= 0; k-- {
		if a.segments[k].verb >= 0 {
			return k
		}
	}
	for k := at + 1; k < len(a.segments); k++ {
		if a.segments[k].verb >= 0 {
			return k
		}
	}
	return at
}

// fronted reports whether no verb stands before segment k.
func (a *analysis) fronted(k int) bool {
	for _, s := range a.segments[:k] {
		if s.verb >= 0 {
			return false
		}
	}
	return true
}

// participleLed reports whether a segment is a participle clause: "Having
// survived …", "launched on June 5".
func (a *analysis) participleLed(k int) bool {
	s := a.segments[k]
	g, ok := a.groupAt(s.body)
	return ok && s.verb < 0 && g.first < s.last && (g.form == participle || g.form == gerund && a.tokens[g.first].Is("having"))
}
