package event

import (
	"strings"

	"dateline/timeline/words"
)

// clause is the line of segment k: its subject, its verb, and what completes
// it. It reports false where no honest sentence can be made of them.
func (a *analysis) clause(k int) (*line, bool) {
	s := a.segments[k]
	if s.verb < 0 || s.subject.empty() || s.after {
		return nil, false
	}
	g := a.groups[s.verb]
	if s.tangled {
		if s.last = a.untangled(s, g); s.last <= g.last {
			return nil, false
		}
	}
	if a.atOddsWith(s.subject, g) || a.turned(g) {
		return nil, false
	}
	l := &line{a: a, main: g}
	if !l.addSubject(s) {
		return nil, false
	}
	if !s.aux.empty() {
		l.add(s.aux)
	}
	l.addAdverbs(s, g)
	l.add(g.stretch)
	l.verb = len(l.words)
	if !l.addRest(s, g) {
		return nil, false
	}
	if s.tangled {
		return l, true
	}
	l.continueWith(a.continued(k))
	l.passOver(k)
	l.goOn(k)
	return l, true
}

// addSubject begins a line with the subject of s: of "whose clinic was shelled",
// with its owner's name. It reports false where nothing can be said.
func (l *line) addSubject(s segment) bool {
	if s.mark == markRelative && l.a.tokens[s.first].Is("whose") {
		owner := l.a.nounBefore(s.first)
		if owner.first > 0 && l.a.tokens[owner.first-1].Tag == "IN" && l.a.placeName(owner.first, owner.last) {
			owner = l.a.nounBefore(owner.first - 1) // "Anna Tandy from Leeds, whose son …"
		}
		l.add(owner)
		if len(l.words) == 0 {
			return false
		}
		l.words = append(l.words, word{token: s.first, text: "’s"})
	}
	l.add(s.subject)
	l.subject = len(l.words)
	return l.subject > 0
}

// goOn adds a second verb of the same subject where the title has room for both.
func (l *line) goOn(k int) {
	if k+1 >= len(l.a.segments) {
		return
	}
	n := l.a.segments[k+1]
	if l.a.reports(k+1) || k+2 < len(l.a.segments) && l.a.segments[k+2].mark == markComplement {
		return // the second verb's object is a clause, or what was said
	}
	if l.a.segments[k].mark == markSubordinate {
		return // "before it was told of and lifted the ban": who did, the main clause says
	}
	if n.mark != markCoordinate || n.verb < 0 && !l.a.participleAt(n.body) || !l.a.verbFirst(n) || l.a.datedIn(n.stretch) {
		return
	}
	longer := *l
	longer.words = append([]word(nil), l.words...)
	longer.add(n.stretch)
	if count(longer.text(len(longer.words))) <= maxWords && longer.complete(len(longer.words)) {
		l.words = longer.words
	}
}

// verbFirst reports whether segment n begins with its verb.
func (a *analysis) verbFirst(n segment) bool {
	_, ok := a.groupAt(n.body)
	return ok
}

func (a *analysis) participleAt(i int) bool {
	g, ok := a.groupAt(i)
	return ok && g.form == participle
}

func (a *analysis) datedIn(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if a.dated[i] {
			return true
		}
	}
	return false
}

// joined takes the name before "and" to a name that a relative clause stands on.
func (a *analysis) joined(s stretch) stretch {
	if s.empty() || s.first < 2 || !a.tokens[s.first-1].Is("and") || a.tokens[s.last-1].Tag != "NNP" || a.tokens[s.first-2].Tag != "NNP" {
		return s
	}
	if n := a.nounBefore(s.first - 1); !n.empty() {
		s.first = n.first
	}
	return s
}

// intransitive are verbs that never have an object.
var intransitive = lemmas(`die come go arrive happen occur fall rise live exist agree speak work be emerge depart erupt resign flee`)

// lacksObject reports whether a relative clause with a subject of its own
// leaves its object to the noun before it.
func (a *analysis) lacksObject(s segment, g group) bool {
	if intransitive[words.Lemma(a.tokens[g.main].Lower)] {
		return false
	}
	if a.tokens[s.first].Is("where", "whose") || s.first > 0 && a.tokens[s.first-1].Tag == "IN" || g.passive {
		return false
	}
	if g.last >= s.last || a.dated[g.last] {
		return true
	}
	switch t := a.tokens[g.last]; t.Tag {
	case "IN", "RB", ".", ",":
		return true
	}
	return false
}

// continued are the segments after k that its clause is not whole without: the
// rest of a list, what somebody said, the condition of what is to come.
func (a *analysis) continued(k int) []stretch {
	var out []stretch
	tense := a.groups[a.segments[k].verb].tense
	list := a.listEnd(k)
	for j := k + 1; j < len(a.segments); j++ {
		s := a.segments[j]
		switch {
		case j <= list, s.mark == markComplement && (j == k+1 || a.segments[j-1].mark == markComplement):
		case s.mark == markSpeech && j == k+1 && a.reports(k):
		case s.mark == markSubordinate && a.tokens[s.first].Is("if", "unless") && (tense == future || tense == modal):
		default:
			return out
		}
		out = append(out, s.stretch)
	}
	return out
}

// listEnd is the last segment of a list that segment k begins and commas go on,
// k where there is none.
func (a *analysis) listEnd(k int) int {
	for j := k + 1; j < len(a.segments); j++ {
		s := a.segments[j]
		if s.mark != markComma || s.verb >= 0 || s.last-s.first > 8 || a.participleLed(j) || s.empty() {
			return k
		}
		first := a.tokens[s.first]
		if first.Tag == "CC" && first.Is("and", "or") {
			return j
		}
		if first.Tag == "IN" || first.Tag == "DT" && j == k+1 && !a.holdsAnd(s) || first.Tag == "RB" || first.Tag == "VBG" {
			return k
		}
		if a.holdsAnd(s) && (j+1 == len(a.segments) || a.segments[j+1].mark != markComma || a.segments[j+1].verb >= 0) {
			return j
		}
	}
	return k
}

func (a *analysis) holdsAnd(s segment) bool {
	for i := s.first; i < s.last; i++ {
		if a.tokens[i].Is("and", "or") {
			return true
		}
	}
	return false
}

// reports reports whether the verb of segment k tells what somebody said.
func (a *analysis) reports(k int) bool {
	s := a.segments[k]
	if s.verb >= 0 && a.atOddsWith(s.subject, a.groups[s.verb]) {
		return false
	}
	return s.verb >= 0 && a.reportOf(s) != words.ReportNone && a.reportOf(s) != words.Plan
}

func (a *analysis) reportOf(s segment) words.Report {
	if s.verb < 0 {
		return words.ReportNone
	}
	g := a.groups[s.verb]
	r := words.Reporting(a.tokens[g.main].Lower)
	if r == words.ReportNone && g.last < len(a.tokens) && a.tokens[g.main].Is("pointed", "points", "made", "makes") && a.tokens[g.last].Is("out", "clear") {
		return words.ReportSay
	}
	if r == words.ReportNone && a.quotesNext(s, g) {
		return words.ReportSay
	}
	if r == words.ReportNone && a.itself(s.subject) && emerging[words.Lemma(a.tokens[g.main].Lower)] {
		return words.ReportFact
	}
	return r
}

// attributes reports whether segment j only says who said what stands before
// it: "…, the ministry said in a statement".
func (a *analysis) attributes(j int) bool {
	s := a.segments[j]
	if !a.toldBefore(j) || !a.reports(j) || s.subject.empty() || s.mark != markComma && s.mark != markAfterSpeech && s.mark != markStrong {
		return false
	}
	if a.reportOf(s) == words.Ask || judging[words.Lemma(a.tokens[a.groups[s.verb].main].Lower)] || j+1 < len(a.segments) && (a.segments[j+1].mark == markComplement || a.segments[j+1].mark == markSpeech) {
		return false
	}
	if charging[words.Lemma(a.tokens[a.groups[s.verb].main].Lower)] {
		return false // "accused of leaking": whom, not what
	}
	if a.groups[s.verb].passive && !a.tokens[s.subject.first].Is("it") {
		return false // "the answer was described as …"
	}
	if !s.after && !s.holds(s.subject.first) && !a.asideSubject(j) {
		return false // "…, and said": a verb more of the same clause
	}
	if s.mark == markAfterSpeech || a.afterSpeech(s) {
		return true
	}
	i := a.groups[s.verb].last
	if s.after {
		i = s.subject.last
	}
	for i < s.last && (a.dated[i] || a.tokens[i].Tag == "RB" || a.aside[i]) {
		i++
	}
	for i < s.last && telling[words.Lemma(a.tokens[a.groups[s.verb].main].Lower)] && nominal(a.tokens[i]) {
		i++ // "told the court"
	}
	return i >= s.last || s.after || a.tokens[i].Tag == "IN" || a.tokens[i].Tag == "TO" || a.tokens[i].Tag == "." || a.tokens[i].Is("reporters", "journalists")
}

// toldBefore reports whether a clause or a quotation stands before segment j.
func (a *analysis) toldBefore(j int) bool {
	for _, s := range a.segments[:j] {
		if s.verb >= 0 || s.mark == markSpeech || a.hasFinite(s.stretch) {
			return true
		}
	}
	return false
}

// participial is the line of a participle clause: the subject is that of the
// clause it leans on, "having survived" becomes "survived".
func (a *analysis) participial(k int) (*line, bool) {
	s := a.segments[k]
	g, ok := a.groupAt(s.body)
	if !ok {
		return nil, false
	}
	subject := a.leansOn(k)
	if a.tokens[g.first].Is("having") && k > 0 && a.segments[k-1].verb >= 0 && a.segments[k-1].mark != markRelative {
		subject = a.segments[k-1].subject // "…, having sold his house": who acts, not what stands before
	}
	if subject.empty() {
		return nil, false
	}
	if g.form == participle && a.tokens[subject.first].Tag == "DT" {
		subject.first++ // "Treaty signed": as headlines have it
	}
	l := &line{a: a, main: g}
	l.add(subject)
	l.subject = len(l.words)
	switch having := a.tokens[g.first].Is("having"); {
	case g.negated:
		return nil, false // "having not seen them": the past tense would say he did
	case having && !g.passive && g.main > g.first:
		l.words = append(l.words, word{token: g.main, text: words.Past(a.tokens[g.main].Lower)})
	case g.form == participle && a.tokens[subject.first].Tag != "PRP":
		l.add(stretch{s.body, g.last})
	default:
		return nil, false
	}
	l.verb = len(l.words)
	l.add(stretch{g.last, s.last})
	return l, true
}

// leansOn is the subject of the clause that a participle clause belongs to.
func (a *analysis) leansOn(k int) stretch {
	if k > 0 && a.segments[k-1].verb < 0 {
		if n := a.nounBefore(a.segments[k].first); !n.empty() {
			return a.overDoer(n)
		}
	}
	for j := k + 1; j < len(a.segments) && a.fronted(k); j++ {
		if a.segments[j].verb >= 0 {
			return a.segments[j].subject
		}
	}
	if k > 0 {
		if n := a.nounBefore(a.segments[k].first); !n.empty() {
			return n
		}
	}
	return stretch{}
}

// reducedBefore is the participle that stands after its noun and holds the date
// at token i: "the ceasefire agreed | on Monday". It reports false for none.
func (a *analysis) reducedBefore(k, i int) (group, bool) {
	s := a.segments[k]
	for n := len(a.groups) - 1; n >= 0; n-- {
		g := a.groups[n]
		if g.first >= i || g.first < s.first {
			continue
		}
		if g.form != participle || g.first == s.body || g.main != g.first {
			return g, false
		}
		before := a.tokens[g.first-1]
		return g, strings.HasPrefix(before.Tag, "NN") && !a.tokens[g.main].Is("dated") // a letter's date is when it was written
	}
	return group{}, false
}

// reduced is the line of such a participle and its noun.
func (a *analysis) reducedLine(k int, g group, date int) (*line, bool) {
	l := &line{a: a, main: g}
	n := a.overPlace(a.nounBefore(g.first))
	if !n.empty() && n.first > 1 && a.tokens[n.first].Tag == "PRP$" && a.tokens[n.first-1].Is("and") {
		if owner := a.nounBefore(n.first - 1); !owner.empty() {
			n.first = owner.first // "the ship and its crew"
		}
	}
	if !n.empty() && a.tokens[n.first].Tag == "DT" {
		n.first++
	}
	l.add(n)
	l.subject = len(l.words)
	if l.subject == 0 {
		return nil, false
	}
	l.add(g.stretch)
	l.verb = len(l.words)
	l.add(stretch{g.last, max(g.last, date)})
	if len(l.words) > 3 {
		return l, true
	}
	// "wounds suffered Sunday in fighting": short of what followed the date.
	end := max(date, g.last)
	for end < a.segments[k].last && (a.dated[end] || a.tokens[end].Tag != "." && (a.opens[end] < 0 || a.groups[a.opens[end]].form != finite)) {
		end++
	}
	l.add(stretch{max(g.last, date), end})
	return l, true
}
