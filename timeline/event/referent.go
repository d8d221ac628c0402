package event

import (
	"strings"

	"dateline/timeline/words"
)

// thing is what "it" or "they" can only mean as the subject of a clause: who
// says what the clause tells, the subject of a clause before it in the sentence,
// or the subject of the sentences right before one that begins with the pronoun.
func (x *extractor) thing(f *fact, l *line) (string, bool) {
	a := f.analysis
	who := stretch{l.words[0].token, l.words[0].token + 1}
	plural := a.tokens[who.first].Is("they")
	if l.subject != 1 || !plural && !a.tokens[who.first].Is("it") || l.impersonal() || a.speech[who.first] >= 0 {
		return "", false
	}
	k := l.segment()
	if k > 0 && a.segments[k].mark == markComplement && a.reports(k-1) {
		return x.referent(a, a.segments[k-1].subject, plural)
	}
	if s := a.subjectAhead(k, who); !s.empty() {
		return x.referent(a, s, plural)
	}
	if !a.firstSubject(who) {
		return "", false
	}
	for i := f.sentence - 1; i >= 0 && i >= f.sentence-lookBackThing; i-- {
		b, s := x.mainSubject(i)
		if s.empty() || b.mainClause() < 0 || plural && (b.otherPlural(s) || b.reports(b.mainClause())) {
			return "", false
		}
		if s.last-s.first == 1 && b.tokens[s.first].Lower == a.tokens[who.first].Lower && !b.impersonally() {
			continue
		}
		return x.referent(b, s, plural)
	}
	return "", false
}

// lookBackThing is over how many sentences that begin with "it" or "they" what
// they tell of is looked for.
const lookBackThing = 3

// subjectAhead is the subject of the nearest clause before segment k, whose
// subject is the pronoun who, where it has one with a noun, and says nothing of
// what others do.
func (a *analysis) subjectAhead(k int, who stretch) stretch {
	for k--; k >= 0; k-- {
		s := a.segments[k]
		if s.verb < 0 || s.subject.empty() || s.subject.first >= who.first {
			continue
		}
		if a.speech[s.subject.first] >= 0 || a.reports(k) || s.mark == markRelative {
			return stretch{}
		}
		if s.subject.last-s.subject.first == 1 && a.tokens[s.subject.first].Lower == a.tokens[who.first].Lower {
			continue
		}
		return s.subject
	}
	return stretch{}
}

// impersonally reports whether the main clause begins with an "it" that may mean
// nothing.
func (a *analysis) impersonally() bool {
	k := a.mainClause()
	l, ok := a.clause(k)
	return !ok || len(l.words) == 0 || l.impersonal()
}

// impersonal reports whether the "it" of a line may mean nothing: "it was clear",
// "it took a year".
func (l *line) impersonal() bool {
	if !l.token(0).Is("it") {
		return false
	}
	switch lemma := words.Lemma(l.a.tokens[l.main.main].Lower); lemma {
	case "be", "become", "seem", "appear", "take", "turn", "happen", "look", "mean", "make", "come", "rain", "snow", "get", "feel", "help":
		return true
	default:
		return l.main.passive && (words.Reporting(l.a.tokens[l.main.main].Lower) != words.ReportNone || lemma == "expect")
	}
}

// referent is how a title calls the noun phrase that a pronoun takes up, if it
// agrees with it in number and is short and clear enough.
func (x *extractor) referent(a *analysis, s stretch, plural bool) (string, bool) {
	if s.empty() || s.last-s.first > 6 || a.speech[s.first] >= 0 {
		return "", false
	}
	head := a.tokens[s.last-1]
	for i := s.first; i < s.last; i++ {
		switch t := a.tokens[i]; {
		case t.Tag == "PRP", t.Tag == "PRP$", t.Tag == "CC", t.Tag == ",", t.Tag == "IN", t.Tag == "EX", t.Tag == "``", t.Is("this", "that", "these", "those"), a.dated[i]:
			return "", false
		case t.Tag == "DT" && !t.Is("the", "a", "an"), i < s.last-1 && words.Role(t.Lower):
			return "", false
		}
	}
	switch {
	case plural && head.Tag != "NNS" && head.Tag != "NNPS", !plural && head.Tag != "NN" && head.Tag != "NNP":
		return "", false
	case !plural && (words.Role(head.Lower) || persons[head.Lower] || x.aPerson(a, s)):
		return "", false
	}
	name := a.string(s)
	if t := a.tokens[s.first]; t.Is("a", "an") {
		name = "the" + name[len(t.Text):]
	} else if t.Is("the") {
		name = "the" + name[3:]
	}
	return name, true
}

// aPerson reports whether the noun phrase s is, or may be, a person's name.
func (x *extractor) aPerson(a *analysis, s stretch) bool {
	for _, n := range a.names {
		if n.Last != s.last || n.First < s.first {
			continue
		}
		if strings.ToUpper(n.Text) == n.Text && len(n.Text) > 1 {
			return false // an acronym
		}
		_, known := x.people().fullName(fold(n.Text))
		return known || n.Kind == words.Person || n.Kind == words.OtherName && n.First == s.first && !words.NamesOrganisation(n.Text)
	}
	return a.tokens[s.last-1].Tag == "NNP"
}

// otherPlural reports whether a plural that "they" may mean instead stands behind
// the subject s.
func (a *analysis) otherPlural(s stretch) bool {
	for i := s.last; i < len(a.tokens); i++ {
		if t := a.tokens[i]; t.Tag == "NNS" || t.Tag == "NNPS" || t.Tag == "CC" && strings.HasPrefix(a.tokens[i-1].Tag, "NNP") {
			return true
		}
	}
	return false
}
