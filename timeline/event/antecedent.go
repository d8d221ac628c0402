package event

import (
	"strings"

	"dateline/timeline/words"
)

// lookBack is how many sentences before a pronoun may name whom it means.
const lookBack = 6

// antecedent is whom "he" or "she" takes up by the grammar, where the names
// alone leave it open: the subject of a clause before it in its sentence, else of
// the sentences before.
func (x *extractor) antecedent(f *fact, who stretch) (string, bool) {
	if name, ok := x.subjectInside(f, who); ok {
		return name, true
	}
	return x.subjectBefore(f, who)
}

// subjectInside is the person that is the subject of the nearest clause before
// the pronoun who in its passage, where no other is named there: "Keller, a
// miner from Hale, was struck as he left", "while Keller worked there, he".
func (x *extractor) subjectInside(f *fact, who stretch) (string, bool) {
	a := f.analysis
	k := a.clauseOf(who.first)
	for k--; k >= 0; k-- {
		s := a.segments[k].subject
		if s.empty() || a.segments[k].verb < 0 || s.first >= who.first {
			continue
		}
		if a.speech[s.first] != a.speech[who.first] {
			return "", false
		}
		if t := a.tokens[s.first]; s.last-s.first == 1 && (t.Is("he", "she") || t.Tag == "PRP") {
			if t.Lower != a.tokens[who.first].Lower && t.Is("he", "she") {
				return "", false
			}
			continue
		}
		name, ok := x.personOf(a, s)
		if !ok {
			if head := a.tokens[s.last-1]; words.Role(head.Lower) || persons[head.Lower] {
				return "", false
			}
			continue
		}
		named, _ := x.people().before(f.passage.Start, a.tokens[who.first].Start)
		others := without(named, []string{name})
		return name, len(others) == 0 || x.protagonist(name, others)
	}
	return "", false
}

// personOf is the person that the noun phrase s names, whom the text goes on to
// call "he" or "she": a person's name, or one that nothing else is known to bear.
func (x *extractor) personOf(a *analysis, s stretch) (string, bool) {
	for i := s.first; i < s.last; i++ {
		if t := a.tokens[i]; t.Tag == "CC" || t.Tag == "NNPS" && i == s.last-1 {
			return "", false
		}
	}
	for _, n := range a.names {
		if n.First < s.first || n.Last > s.last || !a.headName(s, n) {
			continue
		}
		name := fold(n.Text)
		full, known := x.people().fullName(name)
		switch {
		case n.Kind == words.Person || known:
			return full, true
		case n.Kind != words.OtherName || n.Last != s.last || a.tokens[s.first].Tag == "DT" || words.NamesOrganisation(name) || words.Demonym(name) != "" || !words.Personal(name) && strings.Contains(name, " "):
			return "", false
		}
		return x.people().person(name), true
	}
	return "", false
}

// protagonist reports whether a document tells of a person far more often than
// of each of others.
func (x *extractor) protagonist(name string, others []string) bool {
	told := func(name string) int { return strings.Count(x.doc.Text, lastWord(name)) }
	n := told(name)
	for _, o := range others {
		if surname(o) == surname(name) || told(o)*3 > n {
			return false
		}
	}
	return n >= minProtagonist
}

// minProtagonist is how often a document names whom it is about at least.
const minProtagonist = 6

// subjectBefore is the person who is told of in the sentences right before a
// passage that goes on with "he" or "she" as its first subject: news keep to one
// subject, so who was named before that matters less. The chain of the same
// pronoun is followed back, over sentences that tell of nobody; another subject
// that can be meant ends it.
func (x *extractor) subjectBefore(f *fact, who stretch) (string, bool) {
	a := f.analysis
	if !x.firstPersonIn(f, who) {
		return "", false
	}
	for i := f.sentence - 1; i >= 0 && i >= f.sentence-lookBack; i-- {
		b, s := x.mainSubject(i)
		if len(b.tokens) == 0 || b.feminine() && a.masculine() || b.masculine() && a.feminine() {
			return "", false
		}
		if s.empty() {
			if named, _ := x.people().before(x.sentences[i].Start, x.sentences[i].End); len(named) > 0 || b.feminine() || b.masculine() {
				return "", false
			}
			continue
		}
		if b.bothGenders(s.first) {
			return "", false
		}
		if s.last-s.first == 1 && b.tokens[s.first].Is("he", "she") {
			continue
		}
		if name, ok := x.soleSubject(i, b, s); ok {
			return name, true
		}
		named, clear := x.people().before(x.sentences[i].Start, x.sentences[i].End)
		if len(named) > 0 || !clear || b.personBefore(len(b.tokens)) {
			return "", false
		}
	}
	return "", false
}

// firstPersonIn reports whether nobody stands before the subject who of a
// passage whom it could mean: no name and nobody's office.
func (x *extractor) firstPersonIn(f *fact, who stretch) bool {
	a := f.analysis
	if a.speech[who.first] >= 0 {
		return false
	}
	if a.firstSubject(who) {
		return true
	}
	named, clear := x.people().before(f.passage.Start, a.tokens[who.first].Start)
	if len(named) > 0 || !clear {
		return false
	}
	for i := a.head; i < who.first; i++ {
		if t := a.tokens[i]; strings.HasPrefix(t.Tag, "NN") && (words.Role(t.Lower) || persons[t.Lower] || t.Is("people", "someone", "somebody", "one")) || t.Is("he", "she", "him", "who") || t.Tag == "``" {
			return t.Is("he", "she") && t.Lower == a.tokens[who.first].Lower && x.firstPersonIn(f, stretch{i, i + 1})
		}
	}
	return true
}

// soleSubject is the person that the subject s of sentence i names, where the
// sentence names no other, or the document is about the one.
func (x *extractor) soleSubject(i int, b *analysis, s stretch) (string, bool) {
	name, ok := x.personOf(b, s)
	if !ok {
		return "", false
	}
	named, _ := x.people().before(x.sentences[i].Start, x.sentences[i].End)
	others := without(named, []string{name})
	return name, len(others) == 0 || x.protagonist(name, others)
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
