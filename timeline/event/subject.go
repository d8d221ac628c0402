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
			if s.holds(a.groups[g].first) && a.groups[g].form == finite {
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
	return a.dated[g.last] || next.Tag == "IN" || next.Tag == "TO" || next.Tag == "RB" || next.Tag == "VBN"
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

// findSubjects gives each segment that has a verb its subject: its own, the one
// after the verb, the noun a relative clause stands on, or that of the clause
// it goes on.
func (a *analysis) findSubjects() {
	for k := range a.segments {
		s := &a.segments[k]
		if s.verb < 0 {
			continue
		}
		v := a.groups[s.verb]
		s.subject = a.ownSubject(s.body, v.first)
		switch {
		case a.asks(stretch{s.body, v.first}):
		case !s.subject.empty():
			if s.mark == markComma || s.mark == markStart {
				s.subject.first = a.listStart(k, s.subject)
			}
		case s.mark == markRelative:
			s.subject = a.antecedent(*s)
		case s.body < s.last && a.tokens[s.body].Tag == "CC":
			s.subject = a.inherited(k)
		case s.mark != markCoordinate && !a.cutOff(k).empty():
			s.subject = a.cutOff(k)
		case a.inverted(k, v):
			s.subject, s.after = a.nounAfter(v.last, s.last), true
		case s.mark != markSubordinate && s.mark != markComplement:
			s.subject = a.inherited(k)
		}
	}
}

// ownSubject is the noun phrase between the beginning of a clause and its verb.
func (a *analysis) ownSubject(first, verb int) stretch {
	s := stretch{first, verb}
	s = a.trim(s)
	for !s.empty() {
		t := a.tokens[s.first]
		if t.Tag == "RB" && !t.Is("not", "nearly", "almost", "about", "around", "only", "at") || t.Tag == "CC" || t.Tag == "RBR" || t.Is("meanwhile", "however", "then", "so", "thus", "still", "instead", "either", "both") && t.Tag != "DT" {
			s.first++
			s = a.trim(s)
			continue
		}
		if (t.Tag == "IN" || t.Tag == "TO") && !a.quantifies(s.first) {
			rest := a.afterPhrase(s)
			if rest.empty() {
				return stretch{}
			}
			s = a.trim(rest)
			continue
		}
		break
	}
	if !a.hasNoun(s) || a.asks(s) {
		return stretch{}
	}
	return s
}

// asks reports whether "what" or its like stands in s: the verb after it is of
// a clause within a clause.
func (a *analysis) asks(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if a.tokens[i].Tag == "WP" || a.tokens[i].Is("what", "how", "why", "whatever") || i > s.first && a.tokens[i].Is("i", "we", "he", "she", "they") && a.tokens[i-1].Tag != "CC" {
			return true
		}
	}
	return false
}

// quantifies reports whether the preposition at i belongs to a number: "at
// least 631", "about 20", "over 100".
func (a *analysis) quantifies(i int) bool {
	if a.tokens[i].Is("at") && i+1 < len(a.tokens) && a.tokens[i+1].Is("least", "most") {
		return true
	}
	return a.tokens[i].Is("about", "around", "over", "under", "between", "up", "some", "more") && i+1 < len(a.tokens) && (a.tokens[i+1].Tag == "CD" || a.tokens[i+1].Is("to", "than"))
}

// afterPhrase passes over a prepositional phrase that no comma ends, if it can
// be told where the next noun phrase begins.
func (a *analysis) afterPhrase(s stretch) stretch {
	noun := false
	for i := s.first + 1; i < s.last; i++ {
		t := a.tokens[i]
		switch {
		case a.dated[i]:
			noun = true
		case noun && (t.Tag == "DT" || t.Tag == "PRP" || t.Tag == "PRP$" || t.Tag == "EX" || t.Tag == "CD"):
			return stretch{i, s.last}
		case noun && t.Tag == "IN":
			noun = false
		case noun && (t.Tag == "NNP" || t.Tag == "JJ" || t.Tag == "NNS" || t.Tag == "NN") && (a.dated[i-1] || a.tokens[i-1].Tag == "NN" && t.Tag == "NNP" || a.tokens[i-1].Tag == "NNS" && t.Tag != "NN"):
			return stretch{i, s.last}
		case strings.HasPrefix(t.Tag, "NN"):
			noun = true
		}
	}
	return stretch{}
}

// trim takes dates, asides and marks off both ends of s.
func (a *analysis) trim(s stretch) stretch {
	drop := func(i int) bool {
		switch t := a.tokens[i]; t.Tag {
		case ",", ".", ":":
			return true
		default:
			return a.dated[i] || a.aside[i]
		}
	}
	for !s.empty() && drop(s.first) {
		s.first++
	}
	for !s.empty() && (drop(s.last-1) || a.tokens[s.last-1].Tag == "RB") {
		s.last--
	}
	return s
}

func (a *analysis) hasNoun(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		switch t := a.tokens[i]; {
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP", t.Tag == "EX", t.Tag == "CD":
			return true
		case t.Tag == "JJ" && words.Demonym(t.Text) != "" && i > s.first:
			return true // "the Japanese"
		case (t.Tag == "DT" || t.Tag == "VBG") && s.last-s.first == 1:
			return true
		}
	}
	return false
}

// inverted reports whether the subject of a verb of saying stands after it: in
// a segment that begins with the verb and follows what was said.
func (a *analysis) inverted(k int, v group) bool {
	s := a.segments[k]
	return k > 0 && words.Reporting(a.tokens[v.main].Lower) != words.ReportNone && v.first == skipAdverbs(a.tokens, s.body) &&
		(s.mark == markComma || s.mark == markAfterSpeech) && !a.nounAfter(v.last, s.last).empty()
}

// nounAfter is the noun phrase that begins at or after dates and adverbs at i.
func (a *analysis) nounAfter(i, last int) stretch {
	for i < last && (a.dated[i] || a.tokens[i].Tag == "RB") {
		i++
	}
	if i >= last || !a.startsNoun(i) {
		return stretch{}
	}
	end := i
	for end < last && !a.dated[end] && (nominal(a.tokens[end]) || a.tokens[end].Is("of")) {
		end++
	}
	return stretch{i, end}
}

// nounBefore is the noun phrase that ends before token i, with the "of" it
// hangs on.
func (a *analysis) nounBefore(i int) stretch {
	end := i
	for end > 0 && (a.tokens[end-1].Tag == "," || a.dated[end-1] || a.aside[end-1]) {
		end--
	}
	first := end
	for first > 0 && (nominal(a.tokens[first-1]) || a.attributiveAt(first-1, end) || a.tokens[first-1].Is("of") && first-1 > 0 && strings.HasPrefix(a.tokens[first-2].Tag, "NN")) && !a.dated[first-1] {
		if a.tokens[first-1].Tag == "DT" || a.tokens[first-1].Tag == "PRP$" {
			first--
			if first > 0 && a.tokens[first-1].Is("of") {
				continue
			}
			break
		}
		first--
	}
	s := stretch{first, end}
	if !a.hasNoun(s) {
		return stretch{}
	}
	return s
}

// attributiveAt reports whether the token at i is a participle before its noun.
func (a *analysis) attributiveAt(i, end int) bool {
	t := a.tokens[i]
	return (t.Tag == "VBN" || t.Tag == "VBG") && i+1 < end && i > 0 && (nominal(a.tokens[i-1]) || a.tokens[i-1].Tag == "IN") && (a.opens[i] < 0 || strings.Contains(t.Text, "-"))
}

// antecedent is the noun phrase a relative clause stands on. "Who" is the person
// named last, not the thing of his ("fans of Jackson, who died").
func (a *analysis) antecedent(s segment) stretch {
	if s.first > 0 && a.tokens[s.first-1].Is("of") {
		return stretch{} // "millions of whom"
	}
	n := a.nounBefore(s.first)
	if s.first >= len(a.tokens) || !a.tokens[s.first].Is("who", "whom") {
		return n
	}
	if _, ok := words.FindPlace(a.string(n)); ok && n.first > 1 && a.tokens[n.first-1].Tag == "IN" {
		return stretch{a.nounBefore(n.first - 1).first, n.last}
	}
	for i := n.last - 1; i > n.first; i-- {
		if !a.tokens[i].Is("of") {
			continue
		}
		for _, name := range a.names {
			if name.First > i && name.Last == n.last && name.Kind == words.Person {
				return stretch{i + 1, n.last}
			}
		}
		if head := a.tokens[n.last-1]; head.Is("people", "men", "women", "children", "protesters", "soldiers", "workers", "students") || words.Role(strings.TrimSuffix(head.Lower, "s")) {
			return stretch{i + 1, n.last}
		}
	}
	return n
}

// nominal reports whether a token can stand inside a noun phrase.
func nominal(t words.Token) bool {
	switch t.Tag {
	case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "PDT":
		return true
	}
	return false
}

// inherited is the subject that a verb without its own takes from before it:
// the noun phrase that an aside cut off from its verb, else the last clause's.
func (a *analysis) inherited(k int) stretch {
	for j := k - 1; j >= 0; j-- {
		if p := a.segments[j]; p.verb >= 0 && (p.mark != markRelative || j == k-1 && a.segments[k].mark == markCoordinate) && p.mark != markSubordinate {
			return p.subject
		}
	}
	return stretch{}
}

// cutOff finds the noun phrase that stands open before the asides that end at
// segment k: "Lukashenko, who has ruled since 1994, said".
func (a *analysis) cutOff(k int) stretch {
	best := stretch{}
	for j := k - 1; j >= 0; j-- {
		p := a.segments[j]
		if p.verb >= 0 && p.mark != markRelative && p.mark != markSubordinate {
			break
		}
		if p.verb >= 0 || p.mark == markSpeech {
			continue
		}
		if s := a.ownSubject(p.body, p.last); !s.empty() && a.tokens[p.body].Tag != "IN" {
			best = s
		}
	}
	return best
}

// listStart takes the members of a list before segment k into its subject:
// "Russia, Belarus and Ukraine signed".
func (a *analysis) listStart(k int, subject stretch) int {
	first := subject.first
	joined := false
	for i := subject.first; i < subject.last; i++ {
		joined = joined || a.tokens[i].Tag == "CC"
	}
	if !joined && a.tokens[max(0, first-1)].Tag != "CC" {
		return first
	}
	for j := k - 1; j >= 0; j-- {
		p := a.segments[j]
		if p.verb >= 0 || p.last-p.first > 5 || p.mark == markSpeech || a.tokens[p.first].Tag == "IN" || a.tokens[p.first].Tag == "RB" || !a.hasNoun(p.stretch) || a.dated[p.last-1] {
			break
		}
		first = p.body
	}
	return first
}

// resume ends relative clauses at the verb of the clause around them: in "a boy
// who died was buried", "was buried" is a segment of its own, whose subject
// stands before the relative clause.
func (a *analysis) resume() {
	var out []segment
	for _, s := range a.segments {
		if s.mark != markRelative || !s.tangled {
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
		rest := segment{stretch: stretch{at, s.last}, mark: markComma, body: at, verb: second}
		s.last, s.tangled = at, false
		out = append(out, s, rest)
	}
	a.segments = out
}
