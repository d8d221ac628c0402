package event

import (
	"strings"

	"dateline/timeline/words"
)

// lookBack is how many sentences before a pronoun may name what it means.
const lookBack = 4

// subjectBefore is the person who is told of in the sentences right before a
// passage that goes on with "he" or "she" as its first subject: news keep to one
// subject, so who was named before that matters less. The chain of the same
// pronoun is followed back; anything else as subject ends it.
func (x *extractor) subjectBefore(f *fact, who stretch) (string, bool) {
	a := f.analysis
	if !a.firstSubject(who) {
		return "", false
	}
	for i := f.sentence - 1; i >= 0 && i >= f.sentence-lookBack; i-- {
		b, s := x.mainSubject(i)
		if s.empty() || b.bothGenders(s.first) || b.feminine() && a.masculine() || b.masculine() && a.feminine() {
			return "", false
		}
		if s.last-s.first == 1 && b.tokens[s.first].Is("he", "she") {
			continue
		}
		return x.soleSubject(i, b, s)
	}
	return "", false
}

// soleSubject is the person that the subject s of sentence i names, where the
// sentence names no other.
func (x *extractor) soleSubject(i int, b *analysis, s stretch) (string, bool) {
	if others, _ := x.people().before(x.sentences[i].Start, x.sentences[i].End); len(others) > 1 {
		return "", false
	}
	for _, n := range b.names {
		if n.First < s.first || n.Last != s.last || !b.headName(s, n) {
			continue
		}
		if full, known := x.people().fullName(fold(n.Text)); n.Kind == words.Person || known {
			return full, x.people().sure[surname(full)]
		}
	}
	return "", false
}

// firstSubject reports whether nothing that could be meant stands before s in
// its passage: it begins with s, or with a date or an adverb.
func (a *analysis) firstSubject(s stretch) bool {
	for i := a.head; i < s.first; i++ {
		if t := a.tokens[i]; !a.dated[i] && (strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "VB") || t.Tag == "``") {
			return false
		}
	}
	return a.speech[s.first] < 0
}

// mainSubject takes sentence i apart and finds the subject of its first clause,
// none where what it says is spoken or has no clause.
func (x *extractor) mainSubject(i int) (*analysis, stretch) {
	b := analyse(x.doc.Text, x.story(i, x.passage(i)), nil)
	k := b.mainClause()
	if k < 0 || b.question() || b.speech[b.segments[k].subject.first] >= 0 {
		return b, stretch{}
	}
	for j := range k {
		if b.segments[j].verb >= 0 {
			return b, stretch{}
		}
	}
	return b, b.segments[k].subject
}

// feminine and masculine report whether the passage speaks of a woman, or of a
// man, by a pronoun or an address.
func (a *analysis) feminine() bool {
	return a.speaksOf("she", "her", "hers", "herself", "mrs", "mrs.", "ms", "ms.")
}
func (a *analysis) masculine() bool { return a.speaksOf("he", "him", "his", "himself", "mr", "mr.") }

func (a *analysis) speaksOf(pronouns ...string) bool {
	for i, t := range a.tokens {
		if a.speech[i] < 0 && t.Is(pronouns...) {
			return true
		}
	}
	return false
}

// thing is what "it" or "they" can only mean as the subject of a clause: who
// says what the clause tells, or the subject of the sentence right before one
// that begins with the pronoun.
func (x *extractor) thing(f *fact, l *line) (string, bool) {
	a := f.analysis
	who := stretch{l.words[0].token, l.words[0].token + 1}
	plural := a.tokens[who.first].Is("they")
	if l.subject != 1 || !plural && !a.tokens[who.first].Is("it") || l.impersonal() || a.speech[who.first] >= 0 {
		return "", false
	}
	if k := l.segment(); k > 0 && a.segments[k].mark == markComplement && a.reports(k-1) {
		return x.referent(a, a.segments[k-1].subject, plural)
	}
	if f.sentence == 0 || !a.firstSubject(who) {
		return "", false
	}
	b, s := x.mainSubject(f.sentence - 1)
	if s.empty() || b.mainClause() < 0 || plural && b.otherPlural(s) {
		return "", false
	}
	return x.referent(b, s, plural)
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
	case plural && head.Tag != "NNS", !plural && head.Tag != "NN" && head.Tag != "NNP":
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
