package event

import (
	"strings"

	"dateline/timeline/words"
)

// findVerbs gives each segment its finite verb. Where there seem to be two, the
// first may be a participle that the tagger took for a past tense ("troops
// stationed there crossed").
func (a *analysis) findVerbs() {
	for k := range a.segments {
		s := &a.segments[k]
		if s.mark == markSpeech {
			continue
		}
		var found []int
		for g := range a.groups {
			if s.holds(a.groups[g].first) && a.groups[g].form == finite && a.opens[a.groups[g].first] == g {
				found = append(found, g)
			}
		}
		if len(found) == 1 && s.mark == markComma && a.apposition(k, a.groups[found[0]]) {
			a.groups[found[0]].form = participle
			found = nil
			continue
		}
		if len(found) > 1 && a.reduced(a.groups[found[0]]) && !a.asks(stretch{a.groups[found[0]].last, a.groups[found[1]].first}) {
			a.groups[found[0]].form = participle
			found = found[1:]
		}
		if len(found) == 2 && !a.reduced(a.groups[found[0]]) && a.reduced(a.groups[found[1]]) && strings.HasPrefix(a.tokens[max(0, a.groups[found[1]].first-1)].Tag, "NN") {
			a.groups[found[1]].form = participle // "trucks entered Libya headed for Benghazi"
			found = found[:1]
		}
		found = a.pastInRelative(*s, found)
		if len(found) == 0 {
			found = a.missed(*s)
		}
		if len(found) > 0 {
			s.verb, s.tangled = found[0], len(found) > 1
		}
	}
}

// reattach gives the only verb of a sentence to the noun before "since" or
// "after", which then is a preposition: "the number of deaths since the war
// began to fall".
func (a *analysis) reattach() {
	only := -1
	for k, s := range a.segments {
		if s.verb >= 0 && only >= 0 {
			return
		}
		if s.verb >= 0 {
			only = k
		}
	}
	if only < 1 {
		return
	}
	s, before := &a.segments[only], &a.segments[only-1]
	if s.mark != markSubordinate || s.tangled || !a.tokens[s.first].Is("since", "after", "before", "until") || before.last != s.first || before.mark == markSpeech {
		return
	}
	if a.ownSubject(before.body, before.last).empty() || a.verbal(*before) || !words.Happening(a.tokens[a.groups[s.verb].first-1].Lower) {
		return
	}
	before.last, before.verb = s.last, s.verb
	a.segments = append(a.segments[:only], a.segments[only+1:]...)
}

// rescue finds the verb of a sentence in which none was seen: the first
// participle that begins a segment after an aside ("The group, of ten,
// returned") was a past tense.
func (a *analysis) rescue() {
	for _, s := range a.segments {
		if s.verb >= 0 {
			return
		}
	}
	for k := 1; k < len(a.segments); k++ {
		s := &a.segments[k]
		for g, v := range a.groups {
			if s.mark == markComma && v.first == s.body && v.form == participle && v.main == v.first && a.tokens[a.segments[0].first].Tag != "IN" {
				a.groups[g].form, a.groups[g].tense = finite, past
				s.verb = g
				return
			}
		}
	}
}

// share gives a participle joined by "and" to a passive its auxiliary, and so
// makes it a clause of its own: "was built in 1721 and torn down in 1868".
func (a *analysis) share() {
	for k := 1; k < len(a.segments); k++ {
		s, last := &a.segments[k], a.segments[k-1]
		if s.mark != markCoordinate || s.verb >= 0 || last.verb < 0 {
			continue
		}
		g, of := a.opens[min(skipAdverbs(a.tokens, s.body), len(a.tokens)-1)], a.groups[last.verb]
		if g < 0 || a.groups[g].form != participle || of.main == of.first || a.groups[g].first >= s.last {
			continue
		}
		if of.passive && intransitive[words.Lemma(a.tokens[a.groups[g].main].Lower)] {
			s.verb, a.groups[g].form, a.groups[g].tense = g, finite, past // "were chased or fled"
			continue
		}
		s.verb, s.aux = g, stretch{of.first, of.main}
		a.groups[g].form, a.groups[g].tense, a.groups[g].passive = finite, of.tense, of.passive
	}
}

// apposition reports whether segment k, whose only verb is g, is an aside
// between a subject and its verb: "Keogh, an official seconded to the cabinet,
// was charged".
func (a *analysis) apposition(k int, g group) bool {
	if !a.reduced(g) || k+1 >= len(a.segments) {
		return false
	}
	if body := a.segments[k].body; body >= len(a.tokens) || !a.tokens[body].Is("a", "an", "the") && skipAdverbs(a.tokens, body) != g.first {
		return false
	}
	next := a.segments[k+1]
	return next.mark == markComma && a.verbAt(next.body)
}

// reduced reports whether g may be a participle after its noun.
func (a *analysis) reduced(g group) bool {
	if g.main != g.first || a.tokens[g.main].Tag != "VBD" || words.Irregular(a.tokens[g.main].Lower) || g.last >= len(a.tokens) {
		return false
	}
	next := a.tokens[g.last]
	return a.dated[g.last] || next.Tag == "IN" && !next.Is("that") || next.Tag == "TO" || next.Tag == "RB" || next.Tag == "VBN"
}

// missed finds the past tense that the tagger took for a participle: one after
// a subject, in a segment that has no other verb and is none of the kinds that
// go without.
func (a *analysis) missed(s segment) []int {
	if (s.mark == markComma || s.mark == markStrong) && !a.afterSpeech(s) {
		return nil
	}
	for g := range a.groups {
		v := a.groups[g]
		if !s.holds(v.first) || v.form != participle || v.first == s.body || v.main != v.first {
			continue
		}
		before := a.tokens[v.first-1]
		if v.last < len(a.tokens) && a.tokens[v.last].Is("by") {
			return nil
		}
		if (strings.HasPrefix(before.Tag, "NN") || before.Tag == "PRP" || before.Tag == "JJ" && before.Capital()) && (s.mark != markStart || s.last == len(a.tokens) || !a.openVerbAfter(s.last)) {
			a.groups[g].form, a.groups[g].tense = finite, past
			return []int{g}
		}
	}
	return nil
}

// afterSpeech reports whether only a comma stands between a quotation and s.
func (a *analysis) afterSpeech(s segment) bool {
	return s.first > 1 && (a.speech[s.first-1] >= 0 || a.speech[s.first-2] >= 0)
}

// pastInRelative is the first verb of a relative clause where the tagger took it
// for a participle: "that the army abandoned on June 1 are empty".
func (a *analysis) pastInRelative(s segment, found []int) []int {
	if s.mark != markRelative {
		return found
	}
	for g := range a.groups {
		v := a.groups[g]
		if !s.holds(v.first) {
			continue
		}
		if v.form != participle || v.main != v.first || v.first > s.body && !a.hasNoun(stretch{s.body, v.first}) {
			return found
		}
		a.groups[g].form, a.groups[g].tense = finite, past
		return append([]int{g}, found...)
	}
	return found
}

// openVerbAfter reports whether a segment from token i on begins with a finite
// verb and so looks for its subject before it.
func (a *analysis) openVerbAfter(i int) bool {
	for _, s := range a.segments {
		if s.first < i || s.mark != markComma && s.mark != markStrong && s.mark != markAfterSpeech {
			continue
		}
		if g, ok := a.groupAt(s.body); ok && g.form == finite && g.first < s.last {
			return true
		}
	}
	return false
}

// resume ends relative clauses at the verb of the clause around them: in "a boy
// who died was buried", "was buried" is a segment of its own, whose subject
// stands before the relative clause. What is said within a relative clause ends
// so too, at a comma or a quotation mark.
func (a *analysis) resume() {
	var out []segment
	for k, s := range a.segments {
		within := k > 1 && s.mark == markComplement && a.segments[k-1].mark == markRelative && a.segments[k-2].verb < 0
		ofNoun := k > 0 && s.mark == markComplement && a.segments[k-1].verb < 0 && a.ofNoun(s) // "the fact that he left angered"
		if s.mark != markRelative && !within && !ofNoun || !s.tangled {
			out = append(out, s)
			continue
		}
		second := -1
		for g := s.verb + 1; g < len(a.groups) && second < 0; g++ {
			if s.holds(a.groups[g].first) && a.groups[g].form == finite {
				second = g
			}
		}
		if second < 0 || a.groups[second].first-1 <= s.body || a.tokens[a.groups[second].first-1].Tag == "CC" {
			out = append(out, s)
			continue
		}
		at := a.groups[second].first
		if within && a.tokens[at-1].Tag != "''" && a.tokens[at-1].Tag != "," {
			out = append(out, s)
			continue
		}
		rest := segment{stretch: stretch{at, s.last}, mark: markComma, body: at, verb: second}
		s.last, s.tangled = at, false
		out = append(out, s, rest)
	}
	a.segments = out
}
