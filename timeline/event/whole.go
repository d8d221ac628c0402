package event

import (
	"strings"

	"dateline/timeline/words"
)

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
	if !l.closes(i, n) || !l.clean(n) || l.opensClause(n) || l.foretells(n) {
		return false
	}
	if n == len(l.words) && strings.HasPrefix(last.Tag, "VB") && (l.quoteFollows() || l.infinitiveCut(i) || l.a.completedAt(l.words[i].token+1)) {
		return false
	}
	if i >= l.verb && last.Tag == "VBD" && last.Is("said", "told", "found", "announced", "believed", "claimed", "added") {
		return false // what, comes after the end
	}
	if n < len(l.words) && (l.wantsMore(n) || l.openPair(n)) {
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
		if l.main.passive && last.Is("declared", "deemed", "considered") {
			return false
		}
		if !l.main.passive && !complete[lemma] && !intransitive[lemma] && l.subject == 1 && l.words[0].text == "" && l.token(0).Tag == "PRP" {
			return false // "he regrets", "they saw"
		}
		return n == len(l.words) && !transitive[lemma] || l.main.passive || complete[lemma]
	}
	return true
}

// needsDate reports whether the clause of a fact says nothing true without its
// date: "the talks were moved to Friday", "the vote is on Sunday".
func (x *extractor) needsDate(f *fact) bool {
	a := f.analysis
	if f.segment < 0 || a.segments[f.segment].verb < 0 || f.mention < 0 {
		return false
	}
	g := a.groups[a.segments[f.segment].verb]
	outer := a.tokensOf(x.mentions[f.mention].Outer)
	if subject := a.segments[f.segment].subject; !outer.empty() && outer.holds(subject.first) && !subject.empty() {
		return true // "today is a holiday"
	}
	if a.glued(outer) {
		return true
	}
	if outer.empty() || outer.first < g.last {
		return false
	}
	if a.tokens[outer.first].Is("to", "into") && x.mentions[f.mention].Pair < 0 {
		return true
	}
	if placing[words.Lemma(a.tokens[g.main].Lower)] && g.last == outer.first && a.tokens[outer.first].Tag != "IN" && outer.last < len(a.tokens) && a.tokens[outer.last].Tag == "IN" {
		return true // "saw Tuesday as a turning point"
	}
	if !timing[words.Lemma(a.tokens[g.main].Lower)] || g.main != g.last-1 || skipAdverbs(a.tokens, g.last) < outer.first {
		return false
	}
	switch s := a.segments[f.segment]; {
	case s.mark == markRelative || s.mark == markSubordinate:
		return false
	case outer.last >= len(a.tokens) || outer.last >= s.last:
		return true
	case a.tokens[outer.last].Tag == "IN":
		return a.tokens[s.subject.first].Is("it", "that")
	default:
		t := a.tokens[outer.last]
		return t.Tag == "." || t.Tag == "CC" || t.Is("here")
	}
}

// timing are verbs that a date alone can complete.
var timing = lemmas(`be last fall span`)

// foretells reports whether the subject is an "it" whose meaning only comes with
// the "that" after the first n words: "it was clear | that the dam would hold".
func (l *line) foretells(n int) bool {
	next := l.words[n-1].token + 1
	for next < len(l.a.tokens) && l.a.dated[next] {
		next++
	}
	if next < len(l.a.tokens) && l.a.tokens[next].Tag == "," && n == l.verb {
		for next++; next < len(l.a.tokens) && l.a.tokens[next].Tag != ","; next++ {
		}
		next++ // "it was revealed, on the eve of the vote, that …"
	}
	return l.subject == 1 && l.token(0).Is("it") && next < len(l.a.tokens) && l.a.tokens[next].Is("that")
}

// infinitiveCut reports whether the verb at word i, the last, waits for what a
// mark or a date parts it from: "is expected to reach", "was supposed".
func (l *line) infinitiveCut(i int) bool {
	last := l.token(i)
	if l.main.form == finite && last.Is("supposed", "expected", "scheduled", "due", "set", "able", "meant", "likely") && last.Tag != "VBD" && i > 0 {
		return true
	}
	return last.Tag == "VB" && i > l.subject && l.token(i-1).Tag == "TO" && transitive[words.Lemma(last.Lower)]
}

// completedAt reports whether a clause that completes a verb begins at token i.
func (a *analysis) completedAt(i int) bool {
	for _, s := range a.segments {
		if s.first == i {
			return s.mark == markComplement
		}
	}
	return false
}

// passiveAt reports whether the verb at token i is in the passive.
func (a *analysis) passiveAt(i int) bool {
	for _, g := range a.groups {
		if g.main == i {
			return g.passive && g.form == finite
		}
	}
	return false
}

// predicative reports whether the adjective at i stands after a verb like be.
func (l *line) predicative(i int) bool {
	for i--; i > 0 && (l.token(i).Tag == "RB" || l.token(i).Tag == "JJ" || l.token(i).Tag == "CC" || l.token(i).Tag == "," || l.token(i).Tag == "``"); i-- {
	}
	switch words.Lemma(l.token(i).Lower) {
	case "be", "become", "remain", "seem", "look", "feel", "get", "stay", "turn", "grow", "appear", "come", "go", "fall", "sound":
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
	if l.main.form == finite && !l.main.passive && n < len(l.words) && l.a.tokens[l.main.main].Is("asked", "asks", "quoted", "quotes") {
		return !l.hasVerbAfter(l.verb, n) && !l.token(min(l.verb, len(l.words)-1)).Is("for")
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
	if l.a.tokens[l.main.main].Is("said", "says", "say", "insisted", "insists", "believes", "argued") && nominal(l.token(k)) && !l.token(k).Is("nothing", "no", "so", "little", "much", "it", "something", "anything", "that") {
		return !l.tellsAfter(k, n) // "said the men": who did what?
	}
	if l.a.quantifies(l.words[k].token) {
		return false // "claimed at least 60 lives"
	}
	if l.token(k).Tag != "IN" && l.token(k).Tag != "TO" && !(l.verb < k && l.token(k-1).Is("that")) {
		return l.token(k).Tag == "," // an object: "announced sanctions"
	}
	// "said in a statement", "said that a boy": the content is a clause.
	if l.tellsAfter(k, n) {
		return false
	}
	return !l.token(l.verb).Is("about", "of", "for") && !l.a.tokens[l.main.main].Is("commented", "insisted", "complained", "argued", "reported", "explained", "replied", "responded", "wrote", "posted", "testified", "believes", "apologized")
}

// tellsAfter reports whether a finite verb or a quotation stands in words [i, n).
func (l *line) tellsAfter(i, n int) bool {
	for ; i < n; i++ {
		g := l.a.opens[l.words[i].token]
		if g >= 0 && l.a.groups[g].form == finite || l.token(i).Tag == "``" {
			return true
		}
	}
	return false
}

func (l *line) hasVerbAfter(i, n int) bool {
	for ; i < n; i++ {
		if g := l.a.opens[l.words[i].token]; g >= 0 && l.a.groups[g].form != participle || l.token(i).Tag == "``" || l.token(i).Is("about", "of") {
			return true
		}
	}
	return false
}

// wantsMore reports whether what follows word n belongs to what stands before:
// the place where something was put, the aim of an attempt.
func (l *line) wantsMore(n int) bool {
	next, last := l.token(n), l.token(n-1)
	if n == l.verb && last.Is("declared", "deemed", "considered", "named", "elected", "appointed") && next.Tag != "." && next.Tag != "," {
		return true // what, comes next
	}
	if next.Tag == "TO" && last.Is("nothing", "something", "anything", "little", "attempt", "demand", "demands", "request", "requests", "threat", "threats", "failure", "desire", "intention", "effort", "efforts", "bid", "decision", "decisions", "plan", "plans", "right", "rights", "ability", "need", "order", "orders", "willingness", "refusal", "chance", "opportunity", "move", "way", "offer", "promise", "pledge", "call", "calls", "proposal", "pressure", "permission", "authority", "due", "able", "unable", "ready", "likely", "unlikely", "willing", "expected") {
		return true
	}
	if l.wantsAim(n) {
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

// wantsAim reports whether word n goes on a noun that says nothing without its
// aim or its content: "declared the need | for a bridge", "hid the fact | he had
// paid", "warned of any attempt | by the rebels to return".
func (l *line) wantsAim(n int) bool {
	next, last := l.token(n), l.token(n-1)
	switch {
	case next.Is("for"):
		return last.Is("need", "call", "calls", "demand", "reason")
	case next.Is("by"):
		return last.Is("attempt", "attempts", "effort", "efforts", "move", "plan", "plans", "decision")
	case next.Tag == "PRP" || next.Is("that"):
		return last.Is("fact", "belief", "idea", "claim", "claims", "hope", "hopes", "news", "suggestion", "evidence", "fears", "rumours", "rumors")
	}
	return false
}

// closes reports whether word i, the last of the first n, can be a title's last
// word by what it is.
func (l *line) closes(i, n int) bool {
	switch last := l.token(i); last.Tag {
	case "DT":
		return last.Is("either", "all", "both", "each")
	case "CC", "PRP$", "MD", "POS", "WDT", "WP", "WRB", "PDT", "TO", "$":
		return false
	case "IN":
		return l.particle(i)
	case "RB":
		return !last.Is("not", "n't", "very", "so", "too", "more", "most", "as", "almost", "nearly", "only")
	case "JJ", "CD":
		// An adjective can end a clause only after a verb ("was wounded", "is ready").
		if n == len(l.words) {
			next := l.words[n-1].token + 1
			return last.Tag == "CD" || next >= len(l.a.tokens) || l.a.tokens[next].Tag != "," || l.predicative(i)
		}
		return last.Tag == "CD" && !nominal(l.token(n)) || last.Tag == "JJ" && l.predicative(i)
	case "VB", "VBD", "VBZ", "VBP", "VBN", "VBG":
		if i+1 < n && i > l.verb && l.token(i+1).Tag == "''" {
			return true // a quotation ends there
		}
		if last.Tag == "VBG" && i > l.verb+1 && sending[words.Lemma(l.a.tokens[l.main.main].Lower)] {
			return true // "sent prices soaring"
		}
		return n == len(l.words) || i < l.verb || l.a.passiveAt(l.words[i].token) || complete[words.Lemma(last.Lower)]
	}
	return true
}

// quoteFollows reports whether a quotation comes after the line in the text,
// which its last verb then needs.
func (l *line) quoteFollows() bool {
	next := l.words[len(l.words)-1].token + 1
	return next < len(l.a.tokens) && l.a.tokens[next].Tag == "``"
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
var placing = lemmas(`put bring place keep impose inflict lead turn transform convert subject expose link attribute base blame accuse deprive compare devote
	divide rob relieve inform remind warn treat regard describe view see consider rely depend consist amount belong refer respond
	prevent ban bar stop protect save free`)

// complete are verbs that can end a sentence.
var complete = lemmas(`die fall rise collapse explode resign arrive begin start end erupt escape surrender retire drop climb drown crash flee sink
	disappear withdraw emerge retreat return continue resume increase decrease decline grow shrink close open happen occur vanish
	survive recover fail succeed vote protest march demonstrate gather strike riot work speak talk meet fight swim sing pray laugh cry`)

func lemmas(s string) map[string]bool {
	m := make(map[string]bool)
	for _, v := range strings.Fields(s) {
		m[words.Lemma(v)] = true
	}
	return m
}

// transitive are verbs that say nothing without their object.
var transitive = lemmas(`last cover span total mark make take give put bring use see hold carry lead show tell get let keep send seek set cause
	include reach face receive become remain say announce confirm deny reject urge blame accuse kill hit name
	approve sign launch build create raise impose order allow force help agree plan call`)
