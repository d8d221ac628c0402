package event

import (
	"strings"

	"dateline/timeline/words"
)

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
		case s.subject.empty() && a.dateSubject(*s, v):
			s.subject = stretch{a.past(s.body, v.first), v.first}
		case !s.subject.empty():
			if s.mark == markComma || s.mark == markStart {
				s.subject.first = a.listStart(k, s.subject)
			}
		case s.mark == markRelative:
			if s.subject = a.predicated(k); s.subject.empty() {
				s.subject = a.antecedent(*s)
			}
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

// dateSubject reports whether a date is all that stands before the verb of s and
// so is what the clause is about: "Friday promises to be hot".
func (a *analysis) dateSubject(s segment, v group) bool {
	first := a.past(s.body, v.first)
	if v.first <= first || v.passive || a.tokens[first].Tag == "IN" || s.mark != markStart && s.mark != markStrong && s.mark != markComma && s.mark != markComplement {
		return false
	}
	for i := first; i < v.first; i++ {
		if !a.dated[i] {
			return false
		}
	}
	copula := words.Lemma(a.tokens[v.main].Lower) == "be"
	return copula || s.mark == markStart || s.mark == markComplement
}

// past is the first token from i on, but before last, that is no aside.
func (a *analysis) past(i, last int) int {
	for i < last && a.aside[i] {
		i++
	}
	return i
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
		if a.tokens[i].Tag == "WP" || a.tokens[i].Is("what", "how", "why", "whatever") || i > s.first && (a.tokens[i].Is("i", "we", "he", "she", "they") || a.tokens[i].Is("it") && strings.HasPrefix(a.tokens[i-1].Tag, "NN")) && a.tokens[i-1].Tag != "CC" {
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
	return a.tokens[i].Is("about", "around", "over", "under", "between", "up", "some", "more") && i+1 < len(a.tokens) && (a.tokens[i+1].Tag == "CD" || a.tokens[i+1].Tag == "$" || a.tokens[i+1].Is("to", "than"))
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
		case noun && t.Tag == "NNS" && a.tokens[i-1].Tag == "NNP" && a.placeName(s.first+1, i):
			return stretch{i, s.last} // "in Cairo protesters marched"
		case strings.HasPrefix(t.Tag, "NN"):
			noun = true
		}
	}
	return stretch{}
}

// placeName reports whether tokens [first, last) are a place's name.
func (a *analysis) placeName(first, last int) bool {
	_, ok := words.FindPlace(a.string(stretch{first, last}))
	return ok
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

// inverted reports whether the subject of a verb of saying stands after it: in
// a segment that begins with the verb and follows what was said.
func (a *analysis) inverted(k int, v group) bool {
	s := a.segments[k]
	if n := a.nounAfter(v.last, s.last); n.empty() || a.tokens[n.first].Is("them", "him", "her", "us", "me", "it") {
		return false
	}
	return k > 0 && words.Reporting(a.tokens[v.main].Lower) != words.ReportNone && v.first == skipAdverbs(a.tokens, s.body) &&
		(s.mark == markComma || s.mark == markAfterSpeech)
}

// inherited is the subject that a verb without its own takes from before it:
// the noun phrase that an aside cut off from its verb, else the last clause's.
func (a *analysis) inherited(k int) stretch {
	if n, is := a.interrupted(k); is {
		return n
	}
	for j := k - 1; j >= 0; j-- {
		if p := a.segments[j]; j == k-1 && p.verb >= 0 && p.mark == markSubordinate && a.segments[k].mark == markCoordinate && a.dummyBefore(j) {
			return p.subject
		} else if p.verb >= 0 && !a.parenthetical(j) && (p.mark != markRelative || j == k-1 && a.segments[k].mark == markCoordinate) && p.mark != markSubordinate {
			return p.subject
		}
	}
	return stretch{}
}

// dummyBefore reports whether only "it", "this" or nothing is done before segment
// j, so that a verb joined to j is j's: "It came as the rain stopped and …".
func (a *analysis) dummyBefore(j int) bool {
	for _, s := range a.segments[:j] {
		if s.verb >= 0 && (s.subject.empty() || !a.tokens[s.subject.first].Is("it", "this", "that", "there")) {
			return false
		}
	}
	return true
}

// interrupted reports whether segment k goes on a clause that a relative clause
// between commas parted ("…, which …, was closed"), and gives its subject: the
// noun phrase before that clause, if "after" or the like begins with it.
func (a *analysis) interrupted(k int) (stretch, bool) {
	if k < 2 || a.segments[k].mark != markComma || a.segments[k-1].mark != markRelative || a.tokens[a.segments[k].body].Tag == "CC" {
		return stretch{}, false
	}
	first := a.segments[k-1].first
	if a.tokens[first-1].Tag == "IN" {
		first-- // "in which"
	}
	n := a.nounBefore(first)
	if n.empty() || n.first == 0 || a.tokens[n.last].Tag != "," {
		return stretch{}, false
	}
	if a.tokens[n.first-1].Is("after", "before", "when", "while", "because", "as", "since", "that") {
		for j := range k {
			if p := &a.segments[j]; p.holds(n.first) && n.first-1 > p.first {
				p.last = n.first - 1
			}
		}
		return n, true
	}
	return stretch{}, true
}

// cutOff finds the noun phrase that stands open before the asides that end at
// segment k: "Lukashenko, who has ruled since 1994, said".
func (a *analysis) cutOff(k int) stretch {
	best := stretch{}
	for j := k - 1; j >= 0; j-- {
		p := a.segments[j]
		if a.parenthetical(j) {
			continue
		}
		if p.verb >= 0 && p.mark != markRelative && p.mark != markSubordinate && !(j > 0 && p.mark == markComplement && a.segments[j-1].mark == markRelative) {
			break
		}
		if p.verb >= 0 || p.mark == markSpeech || p.mark == markSubordinate && !a.tokens[p.first].Is(conjunctions...) || a.verbal(p) {
			continue
		}
		s := a.ownSubject(p.body, p.last)
		if a.ageOf(s) {
			return a.nounBefore(s.first - 1)
		}
		if !s.empty() && (a.tokens[p.body].Tag != "IN" || a.dated[p.body]) {
			best = s
			best.last = a.listed(j, s.last)
		}
	}
	return best
}

// verbal reports whether segment s begins with a participle, an infinitive or an
// adjective ("adding to these troubles", "to save money", "due to begin") and so
// is nobody's name.
func (a *analysis) verbal(s segment) bool {
	if s.body+1 >= len(a.tokens) {
		return false
	}
	next := a.tokens[s.body+1]
	if a.tokens[s.body].Tag == "JJ" && (next.Tag == "IN" || next.Tag == "TO") {
		return true // "due to begin", "unhappy with the vote"
	}
	g, ok := a.groupAt(s.body)
	return ok && g.form != finite && (g.form != gerund || !strings.HasPrefix(next.Tag, "NN"))
}

// listed is where a list of names ends that segment k begins: "the heads of
// Peru, Chile and Bolivia". It is last where there is none.
func (a *analysis) listed(k, last int) int {
	end := a.listEnd(k)
	if end == k || a.tokens[last-1].Tag != "NNP" && a.tokens[last-1].Tag != "NNS" {
		return last
	}
	for _, s := range a.segments[k+1 : end+1] {
		t := a.tokens[s.first]
		if s.last-s.first > 5 || t.Tag != a.tokens[last-1].Tag && !t.Is("and") {
			return last
		}
	}
	return a.trim(a.segments[end].stretch).last
}
