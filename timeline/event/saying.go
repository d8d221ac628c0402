package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/words"
)

// told is the title of a clause that somebody is reported to have said: whole
// if it is short, else with the speaker's shorter name and the verb of saying
// in front, else, where the verb vouches for it, alone.
func (x *extractor) told(f *fact, report, content int, v voice) (string, bool) {
	a := f.analysis
	emerges := emerging[words.Lemma(a.tokens[a.groups[a.segments[report].verb].main].Lower)]
	if whole, ok := a.clause(report); ok && !emerges {
		if t := x.resolved(f, whole).text(len(whole.words)); count(t) <= maxWords && whole.complete(len(whole.words)) && x.speakable(f, whole) {
			return t, true
		}
	}
	l, ok := a.clause(content)
	if !ok {
		return x.toldLoosely(f, report, content, v)
	}
	if a.tokens[a.segments[content].first].Is("why", "how", "whether", "what", "if") {
		return "", false
	}
	if t, ok := x.reported(f, x.introductions(f, report, v), l); ok {
		return t, true
	}
	if v.short != "" && a.speakerAgain(content, v) {
		// "X said he would": he is X, or the sentence could not leave it out.
		l.words = append([]word{{token: l.words[0].token, text: a.withArticle(v)}}, l.words[1:]...)
		return x.finish(f, l, maxWords)
	}
	return x.prefixed(f, l, v)
}

// toldLoosely is told for what is said in words that make no clause of a known
// shape: as much of them as there is room for.
func (x *extractor) toldLoosely(f *fact, report, content int, v voice) (string, bool) {
	l, ok := f.analysis.loose(content)
	heads := x.introductions(f, report, v)
	if !ok || len(heads) == 0 {
		return "", false
	}
	head := heads[len(heads)-1]
	t, ok := l.shortest(maxWords - count(head))
	return head + " " + l.inside(t), ok
}

// introductions are the ways to say who said what follows, from the most
// faithful to the shortest: "Keller told the council that", "Keller said".
func (x *extractor) introductions(f *fact, report int, v voice) []string {
	a := f.analysis
	who := x.speakerText(f, v)
	g := a.groups[a.segments[report].verb]
	if who == "" || a.segments[report].after || a.atOddsWith(a.segments[report].subject, g) || g.form != finite {
		return nil
	}
	l := &line{a: a}
	l.add(g.stretch)
	verb := l.plain(len(l.words))
	heard, listens := a.listener(g, a.segments[report].last)
	that := a.tokens[a.segments[report+1].first].Is("that")
	var out []string
	for _, to := range [...]string{heard, ""} {
		if (listens || heard != "") && to == "" {
			continue // "told that" says nothing without whom, "rejected claims that" without what
		}
		head := strings.TrimSpace(who + " " + verb + " " + to)
		if that {
			out = append(out, head+" that")
		}
		out = append(out, head)
	}
	return out
}

// listener is whom somebody told: the noun phrase right after the verb, before
// token end. It reports whether the verb cannot go without one.
func (a *analysis) listener(g group, end int) (string, bool) {
	i := g.last
	for i < end && a.dated[i] {
		i++
	}
	needs := listening[words.Lemma(a.tokens[g.main].Lower)] && !g.passive
	if i >= end || !nominal(a.tokens[i]) {
		return "", needs
	}
	n := a.nounAfter(i, end)
	for k := n.first + 1; k < n.last; k++ {
		if a.tokens[k].Tag == "IN" {
			n.last = k // "the captains of eleven ships": told the captains
		}
	}
	if n.first != i || n.last-n.first > 5 {
		return "", needs
	}
	l := &line{a: a}
	l.add(n)
	return l.plain(len(l.words)), needs
}

// listening are verbs of saying that name whom somebody says it to.
var listening = lemmas(`tell inform assure remind notify`)

// itself reports whether a subject is "it", which speaks for nobody.
func (a *analysis) itself(s stretch) bool {
	return s.last-s.first == 1 && a.tokens[s.first].Is("it")
}

// emerging are the verbs by which something comes to be known: "it emerged that".
var emerging = lemmas(`emerge transpire`)

// judging are the verbs of saying that are about somebody, and no frame for a
// clause before them: "…, which accused the mayor".
var judging = lemmas(`accuse blame charge describe cite quote dismiss reject order call demand answer show find dispute rebut`)

// speakerText is how a sentence calls the speaker, "" where that would be too
// long: the short name, else the words of the sentence.
func (x *extractor) speakerText(f *fact, v voice) string {
	a := f.analysis
	if v.short != "" && count(v.short) <= 6 {
		return capitalize(a.withArticle(v))
	}
	if v.who.empty() || v.short != "" || a.itself(v.who) && v.report == words.ReportFact || v.who.last-v.who.first > 4 || a.tokens[v.who.first].Is("who", "which", "that", "what") {
		return ""
	}
	l := &line{a: a}
	l.add(v.who)
	return l.text(len(l.words))
}

// reported is the title of a line behind the words that say who said it: the
// first of them that leaves room for all of the line, else the shortest. A
// pronoun in the line stays: whom it means stands before it.
func (x *extractor) reported(f *fact, heads []string, l *line) (string, bool) {
	if len(heads) == 0 || l.subject == 0 || l.token(0).Is("what", "who", "which", "whoever", "whatever") {
		return "", false
	}
	all := count(l.plain(len(l.words)))
	shortest := heads[0]
	for _, head := range heads {
		if count(head) < count(shortest) {
			shortest = head
		}
		if count(head)+all <= maxWords && l.complete(len(l.words)) {
			shortest = head
			break
		}
	}
	t, ok := l.fitted(maxWords - count(shortest))
	return shortest + " " + t, ok
}

// fitted is fit for words that do not begin the title.
func (l *line) fitted(limit int) (string, bool) {
	t, ok := l.fit(limit)
	if !ok || len(l.words) == 0 {
		return "", false
	}
	return l.inside(t), true
}

// inside is the text t of the line as it is written within a sentence.
func (l *line) inside(t string) string {
	first := l.token(0)
	if first.Lower == "i" || strings.HasPrefix(first.Tag, "NNP") || words.Demonym(first.Text) != "" || strings.ToUpper(first.Text) == first.Text && len(first.Text) > 1 {
		return t
	}
	if first.Capital() && l.words[0].token != l.a.start() {
		return t
	}
	if head, _, _ := strings.Cut(t, " "); l.named(head) {
		return t // an article that stood before it was left out
	}
	return lowerFirst(t)
}

// named reports whether a word behind the first of the subject is written just
// as head is, in capitals of its own.
func (l *line) named(head string) bool {
	for i := 1; i < l.subject; i++ {
		if l.words[i].text == "" && l.token(i).Text == head && l.token(i).Capital() {
			return true
		}
	}
	return false
}

// lowerFirst writes the first letter small, unless the word is written in
// capitals.
func lowerFirst(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 || len(f[0]) > 1 && strings.ToUpper(f[0]) == f[0] {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// withArticle is how a sentence calls the speaker.
func (a *analysis) withArticle(v voice) string {
	t := a.tokens[v.who.first]
	if v.name != "" && v.name != v.short || !t.Is("the", "a", "an", "one", "some", "another") || t.Tag == "NNP" {
		return v.short
	}
	if next := a.tokens[min(v.who.first+1, len(a.tokens)-1)]; !next.Capital() {
		return t.Lower + " " + lowerFirst(v.short)
	}
	return t.Lower + " " + v.short
}

// contentOf is the segment that has the verb of the complement that begins with
// segment k, -1 for none: an aside may part it from its subject.
func (a *analysis) contentOf(k int) int {
	for j := k; j < len(a.segments); j++ {
		s := a.segments[j]
		if s.verb < 0 || s.mark == markRelative || s.mark == markSubordinate {
			continue
		}
		apart := a.segments[k].verb < 0 && s.mark == markComma && s.holds(s.subject.first) // "said that since June, they"
		if j == k || apart || a.segments[k].holds(s.subject.first) && !s.subject.empty() {
			return j
		}
		return -1
	}
	return -1
}

// speakerAgain reports whether the pronoun that is the subject of segment k can
// only be the speaker.
func (a *analysis) speakerAgain(k int, v voice) bool {
	s := a.segments[k]
	if !a.pronounSubject(s.subject) || v.who.empty() {
		return false
	}
	head := a.tokens[v.who.last-1]
	switch p := a.tokens[s.subject.first]; {
	case p.Is("he", "she"):
		return true
	case p.Is("they"):
		return head.Tag == "NNS" || head.Tag == "NNPS"
	}
	verb := a.tokens[a.groups[s.verb].main]
	switch words.Lemma(verb.Lower) {
	case "be", "take", "seem", "appear", "become", "remain", "look", "rain":
		return false
	}
	return head.Tag == "NN" || head.Tag == "NNP"
}

// attributed is the title of what a trailing "X said" is about.
func (x *extractor) attributed(f *fact, k int, v voice) (string, bool) {
	a := f.analysis
	for j := k - 1; j >= 0; j-- {
		if a.segments[j].mark == markSpeech {
			return x.spoken(f, a.speechText(a.segments[j].stretch), v)
		}
	}
	for j := range a.segments[:k] {
		s := a.segments[j]
		if s.verb < 0 || s.mark == markRelative || s.mark == markSubordinate {
			continue
		}
		l, ok := a.clause(j)
		if !ok {
			continue
		}
		// "…, Keller warned": more than that she said it. What is only said
		// stands behind a colon, as it does in the sentence.
		if g := a.groups[a.segments[k].verb]; v.report != words.ReportSay && v.at == k && g.main == g.first {
			if who := x.speakerText(f, v); who != "" {
				if t, ok := x.reported(f, []string{who + " " + a.tokens[g.main].Lower}, l); ok {
					return t, true
				}
			}
		}
		return x.prefixed(f, l, v)
	}
	return "", false
}

// prefixed puts the speaker before a clause: "Lukashenko: …".
func (x *extractor) prefixed(f *fact, l *line, v voice) (string, bool) {
	if v.short == "" || count(v.short) > 5 {
		if needsVoice(v.report) {
			return "", false
		}
		return x.finish(f, l, maxWords)
	}
	t, ok := x.finish(f, l, maxWords-count(v.short))
	if len(l.words) > 0 && l.token(0).Tag == "PRP$" {
		t, ok = l.fit(maxWords - count(v.short)) // whose, the name before the colon says
	}
	if l.token(0).Is("he", "she", "it", "they") && l.subject == 1 {
		return "", false // of whom somebody else speaks, nobody could tell
	}
	switch {
	case ok:
		return capitalize(v.short) + ": " + t, true
	case needsVoice(v.report):
		return "", false
	}
	return x.finish(f, l, maxWords)
}
