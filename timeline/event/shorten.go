package event

import (
	"strings"

	"dateline/timeline/words"
)

// fit renders the line in at most limit words, cut where nothing that the rest
// needs is lost. It reports false where there is no such cut.
func (l *line) fit(limit int) (string, bool) {
	variants := []*line{l, l.withoutTitle(), l.shortSubject(), l.withoutAdverbials()}
	for _, v := range variants {
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

// withoutTitle is the line with a subject that is a person's title and name
// cut to the name.
func (l *line) withoutTitle() *line {
	end := l.words[l.subject-1].token + 1
	for _, n := range l.a.names {
		if n.Last != end || n.Role == "" || n.Last-n.First >= l.subject {
			continue
		}
		drop := l.subject - (n.Last - n.First)
		for i := range drop {
			if t := l.token(i); t.Tag == "IN" || t.Tag == "CC" || t.Tag == "," {
				return l
			}
		}
		short := *l
		short.words, short.subject, short.verb, short.list = l.words[drop:], l.subject-drop, l.verb-drop, max(0, l.list-drop)
		return &short
	}
	return l
}

// cut renders the longest beginning of the line that is whole and has at most
// limit words. A hard cut may part a verb from its preposition.
func (l *line) cut(limit int, hard bool) (string, bool) {
	for n := len(l.words) - 1; n >= l.verb && n > 0; n-- {
		if !l.severable(n, hard) || !l.complete(n) {
			continue
		}
		if s := l.text(n); count(s) <= limit {
			return s, true
		}
	}
	return "", false
}

// severable reports whether the line can end before word n.
func (l *line) severable(n int, hard bool) bool {
	t, before := l.token(n), l.token(n-1)
	if n == l.verb && !hard && !(l.main.passive && t.Tag == "IN") {
		return false
	}
	switch {
	case t.Tag == ",", t.Tag == ":":
		return true
	case l.list > 0 && n > l.list:
		return false
	case t.Is("of", "than", "per"):
		return false
	case t.Is("without", "unless", "if", "except", "until"):
		return false // what it says no to would be lost
	case t.Tag == "IN", t.Tag == "WDT", t.Tag == "WP", t.Tag == "WRB":
		return (n > l.verb || hard) && !l.afterAnd(n)
	case t.Tag == "TO":
		if n+1 < len(l.words) && l.token(n+1).Tag == "VB" {
			return n > l.verb && (strings.HasPrefix(before.Tag, "NN") && !steers(l.a.tokens[l.main.main].Lower) || l.infinitiveBefore(n))
		}
		return n > l.verb
	case t.Tag == "CC":
		return n > l.verb+1 && (t.Is("and") && !l.pairs() || t.Is("but") && l.joinsVerb(n))
	case t.Tag == "VBG" || t.Tag == "VBN":
		return n > l.verb && (before.Tag == "NN" || before.Tag == "NNS" || before.Tag == "NNP") && l.a.opens[l.words[n].token] >= 0
	}
	return false
}

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
		} else if !nominal(t) {
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

// steers reports whether a verb needs the "to" clause after it: "urged him to
// leave", "agreed to meet".
func steers(verb string) bool { return steering[words.Lemma(verb)] }

var steering = lemmas(`agree aim allow appear ask authorize be begin cause choose compel continue convince decide direct
	enable encourage expect fail force get have help instruct intend invite lead lobby manage need oblige offer opt order
	permit persuade plan pledge prepare press promise propose push refuse remain request require seek seem set start
	struggle tell threaten try urge use vow want warn call`)

// complete reports whether the first n words can stand alone: a verb is there,
// and the last word leaves nothing open.
func (l *line) complete(n int) bool {
	if n < l.verb || n == 0 {
		return false
	}
	i := n - 1
	for i > 0 && (l.token(i).Tag == "," || l.token(i).Tag == "." || l.token(i).Tag == "''") {
		i--
	}
	last := l.token(i)
	switch last.Tag {
	case "DT", "CC", "PRP$", "MD", "POS", "WDT", "WP", "WRB", "PDT", "TO", "$":
		return false
	case "IN":
		return false
	case "RB":
		return !last.Is("not", "n't", "very", "so", "too", "more", "most", "as", "almost", "nearly")
	case "JJ", "CD":
		// An adjective can end a clause only after a verb ("was wounded", "is ready").
		if n == len(l.words) {
			next := l.words[n-1].token + 1
			return last.Tag == "CD" || next >= len(l.a.tokens) || l.a.tokens[next].Tag != "," || l.predicative(i)
		}
		return last.Tag == "CD" && !nominal(l.token(n)) || last.Tag == "JJ" && l.predicative(i)
	case "VB", "VBD", "VBZ", "VBP", "VBN", "VBG":
		if n < len(l.words) && i >= l.verb && !l.a.passiveAt(l.words[i].token) && !complete[words.Lemma(last.Lower)] {
			return false
		}
	}
	if n < len(l.words) && (l.wantsMore(n) || l.openPair(n)) {
		return false
	}
	if l.opensClause(n) {
		return false
	}
	if l.wantsContent(n) {
		return false
	}
	if i == l.verb-1 && l.main.form == finite {
		lemma := words.Lemma(last.Lower)
		if lemma == "be" || lemma == "have" {
			return false
		}
		return n == len(l.words) && !transitive[lemma] || l.main.passive || complete[lemma]
	}
	return true
}

// passiveAt reports whether the verb at token i is in the passive.
func (a *analysis) passiveAt(i int) bool {
	for _, g := range a.groups {
		if g.main == i {
			return g.passive || g.form == participle
		}
	}
	return false
}

// predicative reports whether the adjective at i stands after a verb like be.
func (l *line) predicative(i int) bool {
	for i--; i > 0 && (l.token(i).Tag == "RB" || l.token(i).Tag == "JJ" || l.token(i).Tag == "CC"); i-- {
	}
	switch words.Lemma(l.token(i).Lower) {
	case "be", "become", "remain", "seem", "look", "feel", "get", "stay", "turn", "grow", "appear":
		return true
	}
	return false
}

// opensClause reports whether the last clause begun in the first n words has
// no verb yet: "the news that the largest bank".
func (l *line) opensClause(n int) bool {
	for i := n - 1; i >= l.verb; i-- {
		at := l.words[i].token
		if g := l.a.opens[at]; g >= 0 && l.a.groups[g].form == finite {
			return false
		}
		if t := l.token(i); t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WRB" || t.Is("whether", "because", "although", "if") && t.Tag == "IN" || t.Is("that") && (t.Tag != "DT" || i == n-1) {
			return true
		}
	}
	return false
}

// wantsContent reports whether the verb is one of saying and the first n words
// do not get as far as what was said.
func (l *line) wantsContent(n int) bool {
	if l.a.tokens[l.main.main].Is("told", "tells", "tell") && l.main.form == finite && !l.main.passive {
		return !l.hasVerbAfter(l.verb, n)
	}
	r := words.Reporting(l.a.tokens[l.main.main].Lower)
	if r != words.ReportSay && r != words.ReportFact && r != words.Claim || l.main.passive || l.main.form != finite {
		return false
	}
	k := l.verb
	for k < n && (l.token(k).Tag == "RB" || l.token(k).Tag == "RP" || l.token(k).Is("that")) {
		k++
	}
	if k >= n {
		return true
	}
	if l.token(k).Tag != "IN" && l.token(k).Tag != "TO" && !(l.verb < k && l.token(k-1).Is("that")) {
		return l.token(k).Tag == "," // an object: "announced sanctions"
	}
	// "said in a statement", "said that a boy": the content is a clause.
	for ; k < n; k++ {
		if g := l.a.opens[l.words[k].token]; g >= 0 && l.a.groups[g].form == finite {
			return false
		}
	}
	return !l.token(l.verb).Is("about", "of", "for") && !l.a.tokens[l.main.main].Is("commented", "insisted", "complained", "argued", "reported", "explained", "replied", "responded", "wrote", "posted", "testified", "believes", "apologized")
}

func (l *line) hasVerbAfter(i, n int) bool {
	for ; i < n; i++ {
		if l.a.opens[l.words[i].token] >= 0 || l.token(i).Tag == "``" || l.token(i).Is("about", "of") {
			return true
		}
	}
	return false
}

// wantsMore reports whether what follows word n belongs to what stands before:
// the place where something was put, the aim of an attempt.
func (l *line) wantsMore(n int) bool {
	next, last := l.token(n), l.token(n-1)
	if next.Tag == "TO" && last.Is("attempt", "effort", "efforts", "bid", "decision", "decisions", "plan", "plans", "right", "rights", "ability", "need", "order", "orders", "willingness", "refusal", "chance", "opportunity", "move", "way", "offer", "promise", "pledge", "call", "calls", "proposal", "pressure", "permission", "authority", "due", "able", "unable", "ready", "likely", "unlikely", "willing", "expected") {
		return true
	}
	if last.Is("attempt", "effort", "bid", "order", "response", "addition", "front", "case", "favor", "favour", "charge", "line", "accordance", "terms", "spite") && n > 1 && l.token(n-2).Tag == "IN" {
		return true
	}
	if next.Tag != "IN" && next.Tag != "TO" || !placing[words.Lemma(l.a.tokens[l.main.main].Lower)] {
		return false
	}
	for i := l.verb; i < n; i++ {
		if t := l.token(i); t.Tag == "IN" || t.Tag == "TO" {
			return false
		}
	}
	return true
}

// openPair reports whether "between" stands in the first n words without the
// "and" it needs.
func (l *line) openPair(n int) bool {
	for i := n - 1; i >= l.verb; i-- {
		if l.token(i).Is("and") {
			return false
		}
		if l.token(i).Is("between", "both") {
			return true
		}
	}
	return false
}

// placing are verbs that need to say where to, of what or with what.
var placing = lemmas(`put bring place lead turn transform convert subject expose link attribute base blame accuse deprive compare devote
	divide rob relieve inform remind warn treat regard describe view see consider rely depend consist amount belong refer respond
	prevent ban bar stop protect save free`)

// complete are verbs that can end a sentence.
var complete = lemmas(`die fall rise collapse explode resign arrive begin start end erupt escape surrender retire drop climb drown crash flee sink
	disappear withdraw emerge retreat return continue resume increase decrease decline grow shrink close open happen occur vanish
	survive recover fail succeed vote protest march demonstrate gather strike riot work speak talk meet fight swim sing pray laugh cry`)

func lemmas(s string) map[string]bool {
	m := make(map[string]bool)
	for _, v := range strings.Fields(s) {
		m[v] = true
		m[words.Stem(v)] = true
	}
	return m
}

// transitive are verbs that say nothing without their object.
var transitive = lemmas(`last cover span total mark make take give put bring use see hold carry lead show tell get let keep send seek set cause
	include reach face receive become remain say announce confirm deny reject urge blame accuse kill hit name
	approve sign launch build create raise impose order allow force help agree plan call`)

// shortSubject is the line with a long subject cut to its head: before a
// preposition other than "of", a participle, a comma; where there is none, and
// the subject is very long, before its last "of".
func (l *line) shortSubject() *line {
	cut := l.subject
	for i := 1; i < l.subject && cut == l.subject; i++ {
		t := l.token(i)
		opens := l.a.opens[l.words[i].token] >= 0
		if t.Tag == "," || t.Tag == "IN" && !t.Is("of") || opens && (t.Tag == "VBN" || t.Tag == "VBG") || t.Tag == "WP" || t.Tag == "WDT" {
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

// longSubject is from how many words on a subject is cut within its genitives.
const longSubject = 7

// withoutAdverbials is the line without the phrases between a verb and the "to"
// clause it needs: "agreed at their meeting in Luxembourg to look …".
func (l *line) withoutAdverbials() *line {
	if !steers(l.a.tokens[l.main.main].Lower) || l.verb >= len(l.words) || l.token(l.verb).Tag != "IN" {
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
