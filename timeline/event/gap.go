package event

import (
	"dateline/timeline/words"
)

// untangled is where a clause with more than one finite verb can end at the
// latest: before the preposition or question word that the noun phrase of the
// second hangs on ("marched against | what they called …"). It is 0 where the
// two cannot be told apart.
func (a *analysis) untangled(s segment, g group) int {
	next := a.groups[s.verb+1:]
	for len(next) > 0 && next[0].form != finite {
		next = next[1:]
	}
	if len(next) == 0 || !s.holds(next[0].first) || a.saysBefore(g.last) || thinking[words.Lemma(a.tokens[g.main].Lower)] {
		return 0
	}
	for i := next[0].first - 1; i > g.last; i-- {
		switch t := a.tokens[i]; {
		case t.Tag == "WP", t.Tag == "WRB", t.Tag == "WDT", t.Is("whether", "if"):
			for k := g.last; k < i; k++ {
				if !a.dated[k] && a.tokens[k].Tag != "RB" {
					return i
				}
			}
			return 0 // "condemned | what he called …": the object itself
		case t.Tag == "IN":
			return i
		case !nominal(t) && t.Tag != "RB":
			return 0
		}
	}
	return 0
}

// passOver takes what completes the verb of segment k from behind an aside that
// parts the two: "received, to loud applause, one of the prizes", "a profit,
// before tax, of $20 million".
func (l *line) passOver(k int) {
	a := l.a
	if k+2 >= len(a.segments) || l.list > 0 || l.main.passive {
		return
	}
	aside, rest := a.segments[k+1], a.segments[k+2]
	if aside.mark != markComma || rest.mark != markComma || aside.verb >= 0 || rest.verb >= 0 {
		return
	}
	switch t := a.tokens[aside.first]; t.Tag {
	case "IN", "RB", "TO", "VBG":
	default:
		return
	}
	lemma := words.Lemma(a.tokens[l.main.main].Lower)
	at := l.verb
	for at < len(l.words) && l.token(at).Tag == "RB" {
		at++ // "are not, however, final"
	}
	bare := at == len(l.words) && !intransitive[lemma] && !complete[lemma]
	if bare && a.startsNoun(rest.first) && a.tokens[rest.first].Tag != "VBG" || a.tokens[rest.first].Is("of") {
		l.add(rest.stretch)
	}
}

// lacksFarObject reports whether a relative clause ends in an infinitive whose
// object is the noun before the clause.
func (a *analysis) lacksFarObject(s segment, g group) bool {
	last := s.last - 1
	for last > g.last && (a.dated[last] || a.tokens[last].Tag == ".") {
		last--
	}
	if last > g.last && a.tokens[last].Tag == "IN" && a.tokens[last].Is("to", "with", "in", "at", "for", "on", "from", "of", "by") {
		return true // "the people we spoke to"
	}
	return last > g.last && a.tokens[last].Tag == "VB" && !intransitive[words.Lemma(a.tokens[last].Lower)] && !a.tokens[s.first].Is("where", "whose")
}

// charging are verbs that say of whom something is claimed.
var charging = lemmas(`accuse blame charge`)

// asideSubject reports whether the subject of segment j was parted from it by an
// aside, and begins after what was told: "…, Keller, the mayor, said".
func (a *analysis) asideSubject(j int) bool {
	for k := j - 1; k > 0; k-- {
		p := a.segments[k]
		if p.verb >= 0 && p.mark != markRelative {
			return false
		}
		if p.holds(a.segments[j].subject.first) {
			return p.verb < 0 && (p.mark == markComma || p.mark == markAfterSpeech) && a.tokens[p.first].Tag != "CC" && a.toldBefore(k)
		}
	}
	return false
}
