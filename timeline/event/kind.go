package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/words"
)

// kindOf tells what sort of happening a clause is, from its verb and voice. The
// date belongs to the saying when segment k is the one with the verb of saying.
func (x *extractor) kindOf(f *fact, k int, v voice) timeline.Kind {
	a := f.analysis
	if k < 0 || a.segments[k].verb < 0 {
		return x.kindByDate(f)
	}
	if a.rumoured(k) {
		return timeline.KindStatement
	}
	g := a.groups[a.segments[k].verb]
	said := v.at == k && v.report != words.ReportNone && a.saysSomething(k)
	switch {
	case said && v.report == words.Deny && a.denies(k):
		return timeline.KindDenial
	case said && v.report == words.Deny:
		return x.kindByDate(f)
	case said && (v.report != words.ReportFact && v.report != words.Plan || a.attributes(k) || k+1 < len(a.segments) && (a.segments[k+1].mark == markComplement || a.segments[k+1].mark == markSpeech)):
		return timeline.KindStatement
	case g.tense == future:
		return x.planned(f)
	case g.tense == modal:
		return x.kindByDate(f) // what could or would be is a plan if its day is to come
	case a.segments[k].mark == markSpeech:
		return timeline.KindStatement
	case g.tense == past && !x.aheadOf(f, k):
		return timeline.KindEvent
	}
	return x.kindByDate(f)
}

// saysSomething reports whether the verb of segment k, which can report speech,
// does so here: what is said follows, or stands before it, or the verb can mean
// nothing else. "Was charged", "called off a visit", "ordered the release" and
// "wrote a book" are deeds.
func (a *analysis) saysSomething(k int) bool {
	g := a.groups[a.segments[k].verb]
	if a.attributes(k) || a.content(k+1) {
		return true
	}
	next, counts := words.Token{}, false
	for i := g.last; i < a.segments[k].last && next.Text == ""; i++ {
		if !a.dated[i] {
			next, counts = a.tokens[i], a.tokens[i].Tag == "CD" || a.quantifies(i)
		}
	}
	switch lemma := words.Lemma(a.tokens[g.main].Lower); {
	case lemma == "call":
		return !g.passive && next.Is("for", "on", "upon")
	case lemma == "claim" && (counts || next.Is("the") && a.segments[k].last-g.last < 5):
		return false // "claimed 60 lives", "claimed the title"
	case lemma == "accuse", lemma == "allege":
		return true
	case g.passive, doing[lemma]:
		return false
	}
	return true
}

// doing are verbs of saying that mean a deed unless what is said follows.
var doing = lemmas(`order charge add observe maintain repeat write post show find learn estimate signal hint assure cite note quote
	request mention recall conclude dismiss`)

// content reports whether segment k is what somebody says.
func (a *analysis) content(k int) bool {
	return k < len(a.segments) && (a.segments[k].mark == markComplement || a.segments[k].mark == markSpeech)
}

// aheadOf reports whether a past verb speaks of what its date was to bring:
// "agreed to meet in May", "postponed the vote until May".
func (x *extractor) aheadOf(f *fact, k int) bool {
	a := f.analysis
	g := a.groups[a.segments[k].verb]
	outer := a.tokensOf(x.mentions[f.mention].Outer)
	if outer.empty() || a.tokens[outer.first].Is("for", "until", "till", "by", "to", "from") {
		return true
	}
	for i := g.last; i < outer.first; i++ {
		if t := a.tokens[i]; t.Tag == "TO" || t.Is("for") || a.opens[i] >= 0 {
			return true
		}
	}
	return deferring[words.Lemma(a.tokens[g.main].Lower)]
}

// deferring are verbs whose date is that of what they speak of.
var deferring = lemmas(`schedule postpone plan announce delay move push set call propose promise expect book reserve fix defer adjourn`)

// rumoured reports whether segment k is what a rumour or a claim says, which
// nobody vouches for.
func (a *analysis) rumoured(k int) bool {
	s := a.segments[k]
	if s.mark != markComplement && s.mark != markRelative || !a.tokens[s.first].Is("that") || s.subject.empty() || !s.holds(s.subject.first) {
		return false
	}
	before := a.wordBefore(s.first)
	if before.Is("reports") && s.first > 1 && a.tokens[s.first-1].Is("reports") {
		return a.tokens[s.first-2].Is("of", "over", "about", "amid", "on", "after", "unconfirmed")
	}
	return before.Is(hearsay...)
}

// hearsay are the nouns that do not vouch for the clause after them.
var hearsay = strings.Fields(`rumor rumors rumour rumours claim claims allegation allegations accusation accusations speculation suspicion suspicions
	fear fears possibility chance belief suggestion suggestions theory theories hope hopes concern concerns prediction predictions`)

// denies reports whether the verb of segment k, which can also mean to turn
// down or send away, says that something is not so.
func (a *analysis) denies(k int) bool {
	s := a.segments[k]
	g := a.groups[s.verb]
	switch words.Lemma(a.tokens[g.main].Lower) {
	case "deny", "refute", "rebut", "disavow":
		return !g.passive
	}
	if k+1 < len(a.segments) && (a.segments[k+1].mark == markComplement || a.segments[k+1].mark == markSpeech) {
		return true
	}
	for i := g.last; i < s.last; i++ {
		if a.tokens[i].Is(contentNouns...) {
			return true
		}
	}
	return false
}

// planned is a plan unless its day had passed when the document was published.
func (x *extractor) planned(f *fact) timeline.Kind {
	published, ok := x.doc.Source.Published.Last()
	when, dated := x.mentions[f.mention].When.Last()
	if ok && dated && when < published {
		return timeline.KindEvent
	}
	return timeline.KindPlan
}

// kindByDate calls a plan what lies wholly after the document's publication.
func (x *extractor) kindByDate(f *fact) timeline.Kind {
	published, ok := x.doc.Source.Published.Last()
	when, dated := x.mentions[f.mention].When.First()
	if ok && dated && when > published {
		return timeline.KindPlan
	}
	return timeline.KindEvent
}
