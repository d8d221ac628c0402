package event

import (
	"strings"

	"dateline/timeline/words"
)

// fit renders the line in at most limit words, cut where nothing that the rest
// needs is lost. It reports false where there is no such cut.
func (l *line) fit(limit int) (string, bool) {
	variants := []*line{l, l.withoutTitle(), l.shortSubject(false), l.withoutAdverbials(), l.shortSubject(true), l.withoutArticle(), l.withoutTitles()}
	for _, v := range variants {
		if len(v.words) > limit*tokensAWord {
			continue
		}
		if s := v.text(len(v.words)); count(s) <= limit && v.complete(len(v.words)) {
			return s, true
		}
	}
	for _, hard := range [...]bool{false, true} {
		for _, v := range variants {
			if s, ok := v.cut(limit, hard); ok {
				return s, true
			}
		}
	}
	return "", false
}

// tokensAWord bounds how many tokens the words of a title can fall into, so that
// an endless sentence is not tried at every length.
const tokensAWord = 3

// withoutTitle is the line with a subject that is a person's title and name
// cut to the name.
func (l *line) withoutTitle() *line {
	end := l.words[l.subject-1].token + 1
	for _, n := range l.a.names {
		if n.Last != end || n.Role == "" || n.Last-n.First >= l.subject {
			continue
		}
		drop := l.subject - (n.Last - n.First)
		if !l.titles(drop) {
			return l
		}
		short := *l
		short.words, short.subject, short.verb, short.list = l.words[drop:], l.subject-drop, l.verb-drop, max(0, l.list-drop)
		return &short
	}
	return l
}

// titles reports whether the first n words are nothing but what a person is
// called before the name, the last of them a role: not "forces fighting leader".
func (l *line) titles(n int) bool {
	for i := range n {
		switch t := l.token(i); t.Tag {
		case "IN":
			if !t.Is("of") {
				return false
			}
		case "DT", "JJ", "NNP", "POS", "PRP$":
		default:
			if !words.Role(t.Lower) && !(strings.HasPrefix(t.Tag, "NN") && i+1 < n && words.Role(l.token(i+1).Lower)) {
				return false
			}
		}
	}
	for i := range n {
		// "Secretary of State": the role need not come last.
		if words.Role(l.token(i).Lower) && (i == n-1 || l.token(i+1).Is("of")) {
			return true
		}
	}
	return false
}

// cut renders the longest beginning of the line that is whole and has at most
// limit words. A hard cut may part a verb from its preposition.
func (l *line) cut(limit int, hard bool) (string, bool) {
	for n := min(len(l.words)-1, limit*tokensAWord); n >= l.verb && n > 0; n-- {
		if !l.severable(n, hard) || !l.complete(n) && !(hard && l.bare(n)) {
			continue
		}
		if s := l.text(n); count(s) <= limit {
			return s, true
		}
	}
	return "", false
}

// bare reports whether the first n words are subject and verb, and the verb one
// that may go without more.
func (l *line) bare(n int) bool {
	lemma := words.Lemma(l.a.tokens[l.main.main].Lower)
	return n == l.verb && (l.main.passive || intransitive[lemma] || complete[lemma]) && l.main.form == finite && !transitive[lemma] && !placing[lemma] && !steering[lemma] &&
		lemma != "be" && lemma != "have" && !l.wantsContent(n) && l.token(n).Tag == "IN"
}

// severable reports whether the line can end before word n.
func (l *line) severable(n int, hard bool) bool {
	t, before := l.token(n), l.token(n-1)
	if l.steersPast(n) || n == l.verb && !hard && !(l.main.passive && t.Tag == "IN") {
		return false
	}
	switch {
	case t.Tag == ",", t.Tag == ":":
		return true
	case t.Tag == "IN" && n == l.verb && !l.main.passive && n+1 < len(l.words) && l.token(n+1).Tag == "IN" && !l.a.own[l.words[n].token+1]:
		return false // "weighed in on": a particle
	case (t.Tag == "VBG" || t.Tag == "JJ") && n > l.verb && sending[words.Lemma(l.a.tokens[l.main.main].Lower)]:
		return false // "sent prices plunging"
	case t.Tag == "IN" && l.a.quantifies(l.words[n].token):
		return false // "about $2 trillion" is no phrase to leave out
	case l.list > 0 && n > l.list, t.Tag == "IN" && l.insideName(n):
		return false
	case t.Is("of") && hard && l.explains(n):
		return true
	case t.Is("of", "than", "per"):
		return false
	case t.Is("without", "unless", "if", "except", "until"):
		return false // what it says no to would be lost
	case t.Tag == "IN", t.Tag == "WDT", t.Tag == "WP", t.Tag == "WRB":
		return (n > l.verb || hard) && !l.afterAnd(n)
	case t.Tag == "TO":
		return l.severableTo(n, hard)
	case t.Tag == "``":
		return n > l.verb && n+1 < len(l.words) && l.token(n+1).Tag == "VBG" && strings.HasPrefix(before.Tag, "NN")
	case t.Tag == "CC" && n+1 < len(l.words) && (l.token(n+1).Is("half") || n+2 < len(l.words) && l.token(n+2).Is("half", "quarter")):
		return false // "a foot and a half"
	case t.Tag == "CC":
		return n > l.verb+1 && (t.Is("and") && !l.pairs() || t.Is("but") && l.joinsVerb(n))
	case t.Tag == "VBG" || t.Tag == "VBN":
		return n > l.verb && (before.Tag == "NN" || before.Tag == "NNS" || before.Tag == "NNP") && l.a.opens[l.words[n].token] >= 0
	}
	return false
}

// severableTo is severable where word n is "to".
func (l *line) severableTo(n int, hard bool) bool {
	before := l.token(n - 1)
	if before.Is("up", "down", "due", "thanks", "close") {
		return false
	}
	if n+1 >= len(l.words) || l.token(n+1).Tag != "VB" {
		return n > l.verb
	}
	if n == l.verb && hard && l.main.passive && !steering[words.Lemma(l.a.tokens[l.main.main].Lower)] {
		return true // "was founded | to help the poor"
	}
	return n > l.verb && (strings.HasPrefix(before.Tag, "NN") && !l.steersFar() || l.infinitiveBefore(n))
}

// explains reports whether "of" at word n only says what a thing just named is
// about: "began a programme | of rebuilding schools".
func (l *line) explains(n int) bool {
	if n < 2 || n+1 >= len(l.words) || l.token(n+1).Tag != "VBG" || l.token(n-1).Tag != "NN" {
		return false
	}
	i := n - 2
	for i > l.verb && l.token(i).Tag == "JJ" {
		i--
	}
	return l.token(i).Is("a", "an")
}

// steersPast reports whether the "to" clause that the verb needs comes only
// after word n: "agreed at their meeting | to pay".
func (l *line) steersPast(n int) bool {
	lemma := words.Lemma(l.a.tokens[l.main.main].Lower)
	if !intending[lemma] || l.verb >= len(l.words) || l.token(l.verb).Tag != "IN" && l.token(l.verb).Tag != "RB" {
		return false
	}
	for i := n; i+1 < len(l.words); i++ {
		if t := l.token(i); t.Tag == "," || t.Tag == "WDT" || t.Tag == "WP" {
			break
		} else if t.Tag == "TO" && l.token(i+1).Tag == "VB" {
			return !l.infinitiveBefore(n)
		}
	}
	return false
}

// intending are the steering verbs that take no object.
var intending = lemmas(`agree aim continue decide fail hope intend manage offer opt plan pledge promise refuse seek threaten try vow`)

// sending are verbs that say in what state they leave their object.
var sending = lemmas(`send leave find catch see hear watch keep`)

// infinitiveBefore reports whether a "to" clause stands between the verb and
// word n.
func (l *line) infinitiveBefore(n int) bool {
	for i := l.verb; i+1 < n; i++ {
		if l.token(i).Tag == "TO" && l.token(i+1).Tag == "VB" {
			return true
		}
	}
	return false
}

// pairs reports whether the line has words that want both halves of an "and".
func (l *line) pairs() bool {
	for i := l.verb; i < len(l.words); i++ {
		if l.token(i).Is("between", "both", "either", "neither") {
			return true
		}
	}
	return false
}

// afterAnd reports whether word n goes on the second half of a pair of nouns,
// which a cut there would leave hanging: "assistant | for foreign affairs".
func (l *line) afterAnd(n int) bool {
	for i := n - 1; i > l.verb && i >= n-3; i-- {
		if t := l.token(i); t.Tag == "CC" {
			return true
		} else if !nominal(t) && t.Tag != "RB" {
			return false
		}
	}
	return false
}

// joinsVerb reports whether the conjunction at n joins a verb rather than a
// noun, which could not be left out of its list without a change of meaning.
func (l *line) joinsVerb(n int) bool {
	if n+1 >= len(l.words) {
		return false
	}
	_, ok := l.a.groupAt(l.words[n+1].token)
	return ok
}

// steersFar reports whether the verb needs a "to" clause even behind its object.
func (l *line) steersFar() bool {
	switch lemma := words.Lemma(l.a.tokens[l.main.main].Lower); lemma {
	case "be", "have", "get", "begin", "start":
		return false
	default:
		return steering[lemma]
	}
}

// steering are the verbs that need the "to" clause after them: "urged him to
// leave", "agreed to meet".
var steering = lemmas(`agree aim allow appear ask authorize be begin cause choose compel continue convince decide direct
	enable encourage expect fail force get have help instruct intend invite lead lobby manage need oblige offer opt order
	permit persuade plan pledge prepare press promise propose push refuse remain request require seek seem set start
	struggle tell threaten try urge use vow want warn call`)

// shortSubject is the line with a long subject cut to its head: before a
// preposition other than "of", a participle, a comma (one within a list only
// where lists may be cut); where there is none, and the subject is very long,
// before its last "of".
func (l *line) shortSubject(lists bool) *line {
	cut := l.subject
	for i := 1; i < l.subject && cut == l.subject; i++ {
		t := l.token(i)
		opens := l.a.opens[l.words[i].token] >= 0
		if t.Tag == "," && (lists || !l.listedFrom(i)) || t.Tag == "IN" && !t.Is("of", "like", "than") || t.Tag == "TO" && l.token(i+1).Tag != "VB" || opens && (t.Tag == "VBN" || t.Tag == "VBG") || t.Tag == "WP" || t.Tag == "WDT" {
			if strings.HasPrefix(l.token(i-1).Tag, "NN") {
				cut = i
			}
		}
	}
	for i := l.subject - 1; i > 3 && cut == l.subject && l.subject > longSubject; i-- {
		if l.token(i).Is("of") && strings.HasPrefix(l.token(i-1).Tag, "NN") {
			cut = i
		}
	}
	if cut == l.subject {
		return l
	}
	short := *l
	short.words = append(append([]word(nil), l.words[:cut]...), l.words[l.subject:]...)
	short.subject = cut
	short.verb = l.verb - (l.subject - cut)
	short.list = max(0, l.list-(l.subject-cut))
	return &short
}

// listedFrom reports whether the comma at word i of the subject parts the
// members of a list.
func (l *line) listedFrom(i int) bool {
	for i++; i < l.subject; i++ {
		if l.token(i).Tag == "CC" {
			return true
		}
	}
	return false
}

// longSubject is from how many words on a subject is cut within its genitives.
const longSubject = 7

// withoutAdverbials is the line without the phrases between a verb and the "to"
// clause it needs: "agreed at their meeting in Luxembourg to look …".
func (l *line) withoutAdverbials() *line {
	if !l.steersFar() || l.verb >= len(l.words) || !l.token(l.verb).Is("at", "in", "during", "after") {
		return l
	}
	for i := l.verb; i+1 < len(l.words); i++ {
		if l.token(i).Tag == "TO" && l.token(i+1).Tag == "VB" {
			short := *l
			short.words = append(append([]word(nil), l.words[:l.verb]...), l.words[i:]...)
			short.list = 0
			return &short
		}
	}
	return l
}
