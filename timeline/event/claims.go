package event

import (
	"strings"

	"dateline/timeline/dates"
	"dateline/timeline/edtf"
	"dateline/timeline/words"
)

// A date can stand in a clause and not be its time. Here is what keeps it from
// that by the clause's verb and by what the date is in it.

// unclaimed is why the clause of a fact is not what happened at its date, ""
// where it may be.
func (x *extractor) unclaimed(f *fact) string {
	a, m := f.analysis, x.mentions[f.mention]
	at := a.tokensOf(m.Span)
	if f.entry || at.empty() || !f.noun.empty() || f.segment < 0 {
		return ""
	}
	s := a.segments[f.segment]
	if s.verb < 0 {
		return reasonUnless(!x.register().live || a.participleLed(f.segment) || s.mark == markSpeech || a.speech[at.first] >= 0 || a.phrase(true), passedNoClause)
	}
	g := a.groups[s.verb]
	switch {
	case a.predicates(at, g):
		return passedSubject
	case a.nowadays(at, g):
		return passedNow
	case a.existsNow(f.segment, g), a.wonders(f.segment, g):
		return passedTalk
	case a.pointsBack(f.segment, g):
		return passedPointing
	case x.looksOn(m, g, a):
		return passedCaption
	case a.provided(f.segment), a.supposes(f.segment, g):
		return passedCondition
	case a.counterfactual(f.segment):
		return passedUnreal
	}
	return ""
}

// predicates reports whether a date is what its clause says something of: "Friday
// is a work day", "2005 was not 1945", "2010 has been a deadly year".
func (a *analysis) predicates(at stretch, g group) bool {
	if at.last < len(a.tokens) && a.tokens[at.last].Tag == "TO" && at.last-at.first == 1 && at.first > 0 && monthNames[a.tokens[at.first].Lower] && strings.HasPrefix(a.tokens[at.first-1].Tag, "VB") {
		return true // "expect December to be slack"
	}
	if words.Lemma(a.tokens[g.main].Lower) == "be" && g.last == at.first && g.first > 0 && (a.dated[g.first-1] || a.tokens[g.first-1].Tag == "CD") && !g.passive {
		return true // "2005 was not 1945"
	}
	if at.last == g.first && (at.first == 0 || a.tokens[at.first-1].Tag == "CC") && proving[words.Lemma(a.tokens[g.main].Lower)] {
		return true // "Thursday proved that"
	}
	if words.Lemma(a.tokens[g.main].Lower) != "be" || g.passive || at.last != g.first && skipAdverbs(a.tokens, at.last) != g.first || at.first > 0 && (strings.HasPrefix(a.tokens[at.first-1].Tag, "NN") || a.tokens[at.first-1].Tag == "IN" && !a.tokens[at.first-1].Is("that", "because", "so", "as")) {
		return false
	}
	i := g.last
	if g.negated || i >= len(a.tokens) {
		return true
	}
	if !a.tokens[i].Is("a", "an") {
		return g.tense == present && a.tokens[at.first].Is("today")
	}
	if g.tense == present {
		return true
	}
	for ; i < len(a.tokens) && nominal(a.tokens[i]); i++ {
		if a.tokens[i].Is("day", "week", "month", "year", "night", "morning", "time") {
			return true
		}
	}
	return false
}

// proving are verbs by which a day is said to teach something.
var proving = lemmas(`prove show remind teach demonstrate suggest`)

// pointsBack reports whether a clause only says what something told before it
// was: "it was the largest of all", "that was two years ago", "that all changed".
func (a *analysis) pointsBack(k int, g group) bool {
	s := a.segments[k].subject
	if s.empty() || g.passive || !a.tokens[s.first].Is("it", "this", "that") || a.segments[k].mark == markRelative {
		return false
	}
	if s.last-s.first > 1 && !a.tokens[s.first+1].Is("all", "alone") {
		return false
	}
	switch words.Lemma(a.tokens[g.main].Lower) {
	case "be":
		return !a.judges(k, g)
	case "change", "happen", "mean":
		return !a.tokens[s.first].Is("it")
	}
	return false
}

// judges reports whether what "it was" leads to what it is said of: "it was clear
// that the dam would break", "it was hard to see".
func (a *analysis) judges(k int, g group) bool {
	if k+1 < len(a.segments) && a.segments[k+1].mark == markComplement {
		return true
	}
	for i := g.last; i+1 < len(a.tokens) && a.segments[k].holds(i); i++ {
		if (a.tokens[i].Tag == "TO" || a.tokens[i].Is("that")) && a.tokens[i-1].Tag == "JJ" {
			return true
		}
	}
	return false
}

// existsNow reports whether a clause only says that there is something, and it
// is no happening: "there's a quiz coming up".
func (a *analysis) existsNow(k int, g group) bool {
	s := a.segments[k]
	if s.subject.empty() || !a.tokens[s.subject.first].Is("there") || g.tense != present {
		return false
	}
	for i := s.first; i < s.last; i++ {
		if words.Happening(a.tokens[i].Lower) {
			return false
		}
	}
	return true
}

// wonders reports whether a clause only says that it will be interesting to see
// what happens.
func (a *analysis) wonders(k int, g group) bool {
	if k > 0 && a.segments[k].mark == markComplement && a.segments[k-1].verb >= 0 {
		k--
		g = a.groups[a.segments[k].verb]
	}
	i := g.last
	return a.itself(a.segments[k].subject) && i+2 < len(a.tokens) && a.tokens[i].Is("interesting", "fascinating", "good", "nice", "great", "hard", "difficult") && a.tokens[i+1].Tag == "TO" && a.tokens[i+2].Is("see", "watch", "say", "know", "tell", "predict")
}

// nowadays reports whether "today" only means these days, as it does beside a
// verb that tells how things are.
func (a *analysis) nowadays(at stretch, g group) bool {
	if at.last-at.first != 1 || !a.tokens[at.first].Is("today") || g.tense != present || g.passive || g.main != g.first {
		return false
	}
	if at.first > 0 && a.tokens[at.first-1].Is("people") {
		return true // "the doubts of people today"
	}
	switch lemma := words.Lemma(a.tokens[g.main].Lower); lemma {
	case "be":
		return g.last < len(a.tokens) && !strings.HasPrefix(a.tokens[g.last].Tag, "VB") && !a.dated[g.last]
	case "have", "see", "know", "want", "seem", "look", "feel", "need", "live", "remain", "mean", "understand", "like", "love", "hate", "believe", "think", "own", "belong", "depend", "consist", "include", "contain", "exist", "lack", "tend", "resonate", "matter":
		return true
	}
	return false
}

// looksOn reports whether a clause describes what a picture of that day shows:
// in the present, somebody holds, stands, looks.
func (x *extractor) looksOn(m dates.Mention, g group, a *analysis) bool {
	if g.tense != present || g.negated || x.published(m) || m.When.Precision() < edtf.PrecisionDay || a.start() >= g.first {
		return false
	}
	if first := a.tokens[a.start()]; !first.Is("a", "an", "some", "two", "three") && first.Tag != "NNS" && first.Tag != "JJ" {
		return false
	}
	for _, t := range a.tokens[a.start():g.first] {
		if t.Tag == "PRP" || t.Tag == "WP" || t.Tag == "IN" && t.Is("that", "when", "if", "because") {
			return false
		}
	}
	return poses[words.Lemma(a.tokens[g.main].Lower)]
}

// poses are verbs for what people are seen doing in pictures.
var poses = lemmas(`hold stand pose look wave sit smile wear gesture display watch listen walk pray hug embrace carry cheer shout chant light view
	stare kneel lie lean point laugh cry weep react`)

// provided reports whether segment k is a condition that other words than "if"
// make: "provided that", "as long as", "in case".
func (a *analysis) provided(k int) bool {
	s := a.segments[k]
	for i := s.first; i >= 0 && i > s.first-3; i-- {
		switch t := a.tokens[i]; {
		case t.Is("provided", "providing", "supposing", "assuming", "lest") && i+1 < len(a.tokens) && (a.tokens[i+1].Is("that") || a.startsNoun(i+1)) && i >= s.first-1:
			return !a.startsNoun(max(i-1, 0)) || i == 0 || a.tokens[i-1].Tag == ","
		case t.Is("case") && i > 0 && a.tokens[i-1].Is("in"), t.Is("long", "far") && i+1 < len(a.tokens) && a.tokens[i+1].Is("as") && i > 0 && a.tokens[i-1].Is("as"):
			return true
		}
	}
	return false
}

// supposes reports whether a clause tells what would be if something else were,
// and nobody is said to say so.
func (a *analysis) supposes(k int, g group) bool {
	if g.tense != modal || !a.tokens[g.first].Is("would", "could", "should", "might") || a.segments[k].mark == markComplement && k > 0 && a.reports(k-1) {
		return false
	}
	c := a.condition()
	return c >= 0 && !a.tokens[a.segments[c].first].Is("until")
}

// counterfactual reports whether segment k tells what would have been, or hangs
// on a clause that does, and nobody reports it.
func (a *analysis) counterfactual(k int) bool {
	for j, s := range a.segments {
		if s.verb < 0 || j != k && !(a.segments[k].mark == markRelative && s.first < a.segments[k].first && j+1 == k || a.segments[k].mark == markRelative && j == k+1 && s.subject.last <= a.segments[k].first) {
			continue
		}
		g := a.groups[s.verb]
		if g.tense == modal && g.last-g.first > 1 && a.tokens[g.first].Is("would", "could", "might", "should", "'d") && s.mark != markComplement {
			for i := g.first + 1; i < g.main; i++ {
				if a.tokens[i].Is("have") {
					return true
				}
			}
		}
	}
	return false
}

// cleft moves a fact from "it was Monday" to the clause that tells what happened
// then: "… when the roof fell", "… that they signed".
func (a *analysis) cleft(k int, at stretch) int {
	s := a.segments[k]
	if s.verb < 0 || !a.itself(s.subject) || words.Lemma(a.tokens[a.groups[s.verb].main].Lower) != "be" || !s.holds(at.first) || a.groups[s.verb].last > at.first || k+1 >= len(a.segments) {
		return k
	}
	if n := a.segments[k+1]; n.verb >= 0 && !n.subject.empty() && n.first < len(a.tokens) && (a.tokens[n.first].Is("when", "that") || a.tokens[n.first].Is("and") && a.groups[s.verb].tense == past) {
		return k + 1
	}
	return k
}

// clockYear reports whether what was read as a year long ago is a time of day
// without its colon, as the logs of police and hospitals have it: "at 1221",
// "until 1221".
func (x *extractor) clockYear(a *analysis, m dates.Mention, at stretch) bool {
	t := a.tokens[at.first]
	if at.last-at.first != 1 || len(t.Text) != 4 || !calendar(m) || t.Text[2] > '5' || t.Text[:2] > "23" || at.first == 0 {
		return false
	}
	if !a.tokens[at.first-1].Is("at", "until", "till", "by", "around", "about", "from", "between", "before", "after", "was", "and") {
		return false
	}
	n := 0
	for _, o := range x.mentions {
		day, ok := o.When.Last()
		if !ok || day >= edtf.DayOf(1800, 1, 1) {
			continue
		}
		if len(o.Text) != 4 || o.Text[2] > '5' || o.Text[:2] > "23" || strings.HasSuffix(x.doc.Text[:o.Start], " in ") {
			return false // the document does speak of long ago
		}
		n++
	}
	return n > 1
}
