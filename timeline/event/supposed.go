package event

import "dateline/timeline/words"

// supposed is the title of a clause that the sentence does not vouch for: what
// is hoped, asked or thought possible ("it is unclear how many had fled", "the
// mayor hopes talks will begin"). Only with the clause around it is it true. It
// reports whether segment k is such a clause, and whether there is a title.
func (x *extractor) supposed(f *fact, k int, v voice) (title string, ok, is bool) {
	a := f.analysis
	s := a.segments[k]
	if s.mark == markSubordinate && s.first+1 < len(a.tokens) && a.tokens[s.first].Is("as") && a.tokens[s.first+1].Is("if", "though") {
		return "", false, true
	}
	if s.mark != markComplement || k == 0 || v.at >= 0 && v.at != k || !a.doubts(k) {
		return "", false, false
	}
	around := a.segments[k-1]
	if around.verb < 0 || around.mark == markSubordinate || around.mark == markRelative {
		return "", false, true
	}
	l, ok := a.clause(k - 1)
	if !ok {
		return "", false, true
	}
	l = x.resolved(f, l)
	n := len(l.words)
	if t := l.text(n); x.speakable(f, l) && count(t) <= maxWords && l.complete(n) && l.words[n-1].token >= a.groups[s.verb].first {
		return t, true, true
	}
	return "", false, true
}

// doubts reports whether what segment k completes leaves it open whether its
// clause is so.
func (a *analysis) doubts(k int) bool {
	s := a.segments[k]
	if a.tokens[s.first].Is("why", "how", "whether", "what", "if") {
		return true
	}
	before := a.wordBefore(s.first)
	if a.ofNoun(s) {
		return !before.Is("fact", "evidence", "news", "announcement")
	}
	around := a.segments[k-1]
	if around.verb < 0 {
		return false
	}
	g := a.groups[around.verb]
	if g.negated || g.tense == modal {
		return true
	}
	switch lemma := words.Lemma(before.Lower); {
	case before.Tag == "JJ":
		return true
	case knowing[lemma]:
		return false
	default:
		return thinking[lemma] || asking[lemma]
	}
}

// knowing are the verbs of thinking whose object is so.
var knowing = lemmas(`know learn realize realise understand see hear discover`)
