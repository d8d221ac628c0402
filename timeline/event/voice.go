package event

import (
	"slices"
	"strings"

	"dateline/timeline/words"
)

// voice is who says what a clause tells, and how.
type voice struct {
	report words.Report // none where the document itself says it
	who    stretch      // the noun phrase of the speaker
	at     int          // segment of the verb of saying, -1 for "according to"
	name   string       // full name, where it is known
	short  string       // how the title calls the speaker
	role   string       // the speaker's office, as the passage says it
}

// voiceOf finds who says what segment k tells.
func (x *extractor) voiceOf(f *fact, k int) voice {
	a := f.analysis
	v := voice{at: -1}
	if k < 0 {
		return v
	}
	switch j := a.reporter(k); {
	case j >= 0:
		v.report, v.who, v.at = a.reportOf(a.segments[j]), a.wholeName(a.segments[j].subject), j
	default:
		who := a.wholeName(a.accordingTo())
		if who.empty() {
			return v
		}
		v.report, v.who = words.ReportSay, who
	}
	x.identify(f, &v)
	return v
}

// reporter is the segment whose verb of saying governs segment k, or k itself
// when it is one; -1 for none.
func (a *analysis) reporter(k int) int {
	if a.reports(k) {
		return k
	}
	for j := k; j > 0 && (a.segments[j].mark == markComplement || a.segments[j].mark == markSpeech || j < k); j-- {
		if a.reports(j-1) && !a.attributes(j-1) {
			return j - 1
		}
		if a.segments[j-1].mark == markStart || a.segments[j-1].verb >= 0 && a.segments[j-1].mark != markComplement {
			break
		}
	}
	for j := k + 1; j < len(a.segments); j++ {
		if a.attributes(j) {
			return j
		}
	}
	return -1
}

// accordingTo is the noun phrase after "according to".
func (a *analysis) accordingTo() stretch {
	for i := 0; i+2 < len(a.tokens); i++ {
		if a.tokens[i].Is("according") && a.tokens[i+1].Is("to") && a.speech[i] < 0 {
			return a.nounAfter(i+2, len(a.tokens))
		}
	}
	return stretch{}
}

// wholeName takes the rest of a name behind its "and" into a noun phrase that
// ends there: "the Health | and Safety Executive".
func (a *analysis) wholeName(s stretch) stretch {
	for !s.empty() && s.last+1 < len(a.tokens) && strings.HasPrefix(a.tokens[s.last-1].Tag, "NNP") &&
		a.tokens[s.last].Is("and", "&") && strings.HasPrefix(a.tokens[s.last+1].Tag, "NNP") && a.opens[s.last+1] < 0 {
		s.last += 2
		for s.last < len(a.tokens) && strings.HasPrefix(a.tokens[s.last].Tag, "NNP") && !a.dated[s.last] {
			s.last++
		}
	}
	return s
}

// identify gives the speaker a name: the one in the noun phrase, the one the
// document gives to the office, or the one a pronoun can only mean.
func (x *extractor) identify(f *fact, v *voice) {
	a := f.analysis
	if v.who.empty() {
		return
	}
	if x.identifyName(f, v) {
		return
	}
	tokens := a.tokens[v.who.first:v.who.last]
	if name, ok := x.pronoun(f, v.who); ok {
		v.name, v.short = name, called(name)
		return
	}
	if a.pronounSubject(v.who) || tokens[0].Is("i", "we", "you", "who", "one") && len(tokens) == 1 {
		return
	}
	if n, ok := a.apposed(v.who.last); ok {
		full, _ := x.people().fullName(fold(n.Text))
		v.name, v.short, v.role = full, called(full), a.headNoun(v.who)
		return
	}
	if name, ok := x.people().holder(tokens); ok {
		v.name, v.short, v.role = name, called(name), a.headNoun(v.who)
		return
	}
	if tokens[0].Tag == "PRP$" {
		return // "its president": whose, the title cannot say
	}
	v.short = x.phrase(a, v.who)
	if hasName(tokens) {
		v.name = v.short
	}
}

// identifyName gives the speaker the name that its noun phrase is about.
func (x *extractor) identifyName(f *fact, v *voice) bool {
	a := f.analysis
	for i := len(a.names) - 1; i >= 0; i-- {
		n := a.names[i]
		if n.First < v.who.first || n.Last > v.who.last || !a.headName(v.who, n) {
			continue
		}
		full, known := x.people().fullName(fold(n.Text))
		if n.Kind != words.Person && !known {
			continue
		}
		v.name, v.short, v.role = full, full, a.roleOf(v.who, n)
		if x.people().sure[surname(full)] {
			v.short = called(full)
		}
		return true
	}
	return false
}

// roleOf is the role before a name with the words that say which: "foreign
// minister", without the country.
func (a *analysis) roleOf(who stretch, n words.Name) string {
	first := n.First - len(strings.Fields(n.Role))
	if n.Role == "" || first < who.first {
		return n.Role
	}
	for first > who.first {
		t := a.tokens[first-1]
		_, place := words.FindPlace(t.Text)
		if place || words.Demonym(t.Text) != "" || t.Tag != "JJ" && t.Tag != "NN" && t.Tag != "NNP" {
			break
		}
		first--
	}
	return strings.ToLower(a.string(stretch{first, n.First}))
}

// headName reports whether a name is what a noun phrase is about, not a part of
// its description ("ministers of the Gulf states", "Harper's government").
func (a *analysis) headName(who stretch, n words.Name) bool {
	before := n.First - len(strings.Fields(n.Role)) // the role is part of who it is
	for i := who.first; i < before; i++ {
		if t := a.tokens[i]; t.Is("of") && i > who.first && n.Role != "" && a.tokens[i-1].Lower == lastWord(n.Role) {
			continue // "President of Ukraine Volodymyr …"
		} else if t.Tag == "IN" || t.Tag == "," {
			return false
		}
	}
	if n.Last >= who.last {
		return true
	}
	next := a.tokens[n.Last]
	return next.Tag == "," || next.Tag == "IN" || next.Tag == "WP" || next.Tag == "("
}

// apposed is the person whose name stands between commas after token i: "the
// deputy commander, Colonel Lukashevich, said".
func (a *analysis) apposed(i int) (words.Name, bool) {
	if i >= len(a.tokens) || a.tokens[i].Tag != "," {
		return words.Name{}, false
	}
	for _, n := range a.names {
		if n.First > i && n.First <= i+4 && (n.Kind == words.Person || n.Last-n.First == 2 && n.Kind == words.OtherName && n.First == i+1) && n.Last < len(a.tokens) && a.tokens[n.Last].Tag == "," {
			return n, true
		}
	}
	return words.Name{}, false
}

// headNoun is the canonical noun that a noun phrase is about, "" for none.
func (a *analysis) headNoun(s stretch) string {
	head := ""
	for i := s.first; i < s.last; i++ {
		t := a.tokens[i]
		if t.Tag == "IN" || t.Tag == "," {
			break
		}
		if strings.HasPrefix(t.Tag, "NN") {
			head = words.Canonical(t.Text)
		}
	}
	return head
}

// hasName reports whether a noun phrase says whose it is: "Belarusian defence
// ministry", "Reuters".
func hasName(tokens []words.Token) bool {
	for _, t := range tokens {
		if t.Tag == "CD" {
			return false
		}
	}
	for _, t := range tokens {
		if t.Tag == "NNP" || t.Tag == "NNPS" || words.Demonym(t.Text) != "" {
			return true
		}
	}
	return false
}

// phrase is a noun phrase without article, asides and tail.
func (x *extractor) phrase(a *analysis, s stretch) string {
	for s.first < s.last && (a.tokens[s.first].Tag == "DT" || a.tokens[s.first].Tag == "CC") {
		s.first++
	}
	for i := s.first + 1; i < s.last; i++ {
		if t := a.tokens[i]; t.Tag == "," || t.Tag == "IN" && !t.Is("of", "for") || t.Tag == "WP" || a.opens[i] >= 0 {
			s.last = i
		}
	}
	l := &line{a: a}
	l.add(s)
	return capitalize(l.plain(len(l.words)))
}

// called is how a title calls a person: by the surname.
func called(full string) string {
	f := strings.Fields(full)
	if len(f) < 2 || len(f) > 3 || strings.HasSuffix(f[len(f)-1], ".") || asianOrder(full) {
		return full
	}
	return f[len(f)-1]
}

// asianOrder reports whether a name begins with the surname: with a hyphen in
// its last word ("Kim Jong-un"), or one of the commonest such surnames first.
func asianOrder(full string) bool {
	f := strings.Fields(full)
	if strings.Contains(f[len(f)-1], "-") && len(f[0]) <= 4 {
		return true
	}
	switch f[0] {
	case "Kim", "Xi", "Hu", "Wen", "Li", "Mao", "Deng", "Jiang", "Park", "Moon", "Nguyen", "Chen", "Ban":
		return true
	}
	return false
}

// personBefore reports whether somebody who is not named stands before token i, in
// the same sentence: "the judge said the photographs show the star before he".
func (a *analysis) personBefore(i int) bool {
	for k := 1; k < i-1; k++ {
		t := a.tokens[k]
		if t.Tag != "NN" || !words.Role(t.Lower) && !persons[t.Lower] || a.tokens[k+1].Tag == "POS" || strings.HasPrefix(a.tokens[k+1].Tag, "NN") || a.tokens[k+1].Tag == "," || a.tokens[k-1].Tag == "," {
			continue // an office before a name, or beside one
		}
		for j := k - 1; j >= 0 && j >= k-3; j-- {
			if a.tokens[j].Is("the", "a", "an") && (j == 0 || a.tokens[j-1].Tag != ",") {
				return true
			}
		}
	}
	return false
}

// bothGenders reports whether the passage speaks of a "he" and a "she", the one
// at token i among them: two persons, and a surname does not tell which.
func (a *analysis) bothGenders(i int) bool {
	she := a.tokens[i].Is("she", "her")
	for k, t := range a.tokens {
		if a.speech[k] == a.speech[i] && (she && t.Is("he", "him", "his") || !she && t.Is("she", "her", "hers")) {
			return true
		}
	}
	return false
}

// persons are nouns for one person that are no office.
var persons = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`man woman boy girl star singer father mother son daughter brother sister husband wife friend victim suspect driver
		witness patient prisoner detainee defendant soldier student child baby artist author player teacher`) {
		m[w] = true
	}
	return m
}()

// namedInSpeech are the persons that the quotations around token i name. Who
// speaks them speaks of others.
func (x *extractor) namedInSpeech(a *analysis, i int) []string {
	var out []string
	for k, s := range a.speeches {
		if a.speech[i] == k {
			continue
		}
		named, _ := x.people().before(a.tokens[s.first].Start, a.tokens[s.last-1].End)
		out = append(out, named...)
	}
	return out
}

func without(names, others []string) []string {
	var out []string
	for _, n := range names {
		if !slices.Contains(others, n) {
			out = append(out, n)
		}
	}
	return out
}

// pronoun is whom "he" or "she" can only mean: the one person named before it
// in the passage, else the one person named in the three sentences before it.
// Where a name might be another person's, nobody is meant.
func (x *extractor) pronoun(f *fact, who stretch) (string, bool) {
	a := f.analysis
	if who.last-who.first != 1 || !a.tokens[who.first].Is("he", "she") && !(a.tokens[who.first].Is("his", "her") && a.tokens[who.first].Tag == "PRP$") {
		return "", false
	}
	at := a.tokens[who.first].Start
	if a.personBefore(who.first) || a.bothGenders(who.first) {
		return "", false
	}
	spoken := x.namedInSpeech(a, who.first)
	named, clear := x.people().before(f.passage.Start, at)
	named = without(named, spoken)
	if len(named) == 0 && clear {
		named, clear = x.people().before(x.sentences[max(0, f.sentence-3)].Start, at)
		named = without(named, spoken)
	}
	if len(named) != 1 || !clear {
		return x.antecedent(f, who)
	}
	return named[0], true
}
