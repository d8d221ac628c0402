package event

// bareHappening reports whether a noun phrase says nothing but that something of
// a kind happened: "Sunday's demonstrations", not "Sunday's march in Leeds".
func (a *analysis) bareHappening(noun, at stretch) bool {
	n := 0
	for i := noun.first; i < noun.last; i++ {
		t := a.tokens[i]
		if at.holds(i) || t.Tag == "POS" || t.Tag == "CD" || t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "IN" && i < at.first {
			continue
		}
		n++
	}
	return n < 2
}

// toldOf makes of a happening that its noun does not tell enough of the clause
// that has it as its subject, if that is over. It gives the reason where there is
// none.
func (x *extractor) toldOf(f *fact) string {
	a := f.analysis
	if f.segment < 0 || a.segments[f.segment].verb < 0 {
		return passedNoun
	}
	s := a.segments[f.segment]
	g := a.groups[s.verb]
	first := f.noun.first
	if first > 0 && a.tokens[first].Tag != "IN" {
		first--
	}
	if a.tokens[first].Is("in", "at", "during") && s.holds(first) && first >= g.last && g.tense == past && !g.negated && !a.datedIn(s.stretch) {
		f.noun = stretch{} // "made her case at yesterday's hearing"
		return ""
	}
	if s.subject.empty() || s.subject.last != f.noun.last || s.subject.first > f.noun.first || g.tense != past && g.tense != perfect || a.reports(f.segment) {
		return passedVague
	}
	f.noun = stretch{}
	return ""
}
