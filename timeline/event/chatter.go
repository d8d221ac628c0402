package event

import (
	"strings"
	"unicode"

	"dateline/timeline/dates"
	"dateline/timeline/words"
)

// talk is why what a passage says at a date is talk and no happening, "" where
// it is one. The passage is the whole of sentence i, or more.
func (x *extractor) talk(f *fact) string {
	r := x.register()
	m := x.mentions[f.mention]
	a := f.analysis
	if at := a.tokensOf(m.Span); f.entry || at.empty() || a.speech[at.first] >= 0 || r.quoted[f.sentence] {
		return ""
	}
	if !f.noun.empty() || f.segment < 0 {
		return reasonUnless(!r.live || !deictic(m), passedTalk)
	}
	if r.live {
		return reasonUnless(a.reported(f.segment, deictic(m)), passedTalk)
	}
	return reasonUnless(a.accounts(f.segment, deictic(m), r.own), passedTalk)
}

// deictic reports whether a date says something only to who knows when it was
// said: "tonight", "last week", "at 10"; not "in May", "on the 3rd of March 2011".
func deictic(m dates.Mention) bool {
	figures := 0
	for _, r := range m.Text {
		if figures++; r < '0' || r > '9' {
			figures = 0
		}
		if figures == 4 {
			return false
		}
	}
	for w := range strings.FieldsSeq(m.Text) {
		if n := len(w) - 2; n > 0 && calendar(m) && ordinals[strings.ToLower(w[n:])] && w[0] >= '0' && w[0] <= '9' {
			return false // "on the 10th"
		}
		if monthNames[strings.ToLower(strings.Trim(w, ".,"))] && unicode.IsUpper(firstLetter(w)) {
			return false
		}
	}
	return strings.Count(m.Text, "/")+strings.Count(m.Text, ".") < 2 || !calendar(m)
}

var ordinals = wordSet(`st nd rd th`)

var monthNames = wordSet(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec`)

// shouts reports whether nearly all words are in capitals, as in posts.
func (a *analysis) shouts() bool {
	shouted, all := 0, 0
	for _, t := range a.tokens[min(a.head, len(a.tokens)):] {
		if len(t.Text) < 2 || !unicode.IsLetter(firstLetter(t.Text)) {
			continue
		}
		if all++; strings.ToUpper(t.Text) == t.Text {
			shouted++
		}
	}
	return all >= 5 && shouted*4 >= all*3
}

// person is whose clause segment k is by its subject: the first person's in the
// singular or the plural, the second's, or a third's.
type person uint8

const (
	third   person = iota
	thing          // "it", "this", "there": nobody is told of
	someone        // "he", "she", "they"
	singly         // "I"
	jointly        // "we"
	second         // "you"
)

func (a *analysis) person(k int) person {
	s := a.segments[k].subject
	if s.empty() {
		return thing
	}
	switch t := a.tokens[s.first]; {
	case s.last-s.first > 1 && !a.tokens[s.first+1].Is("and", "or", ","):
		return third
	case t.Is("i"):
		return singly
	case t.Is("we"):
		return jointly
	case t.Is("you"):
		return second
	case s.last-s.first > 1, t.Is("both", "all", "some", "many", "several", "most"):
		return third
	case t.Is("he", "she", "they"):
		return someone
	case t.Tag == "PRP", t.Tag == "EX", t.Tag == "DT", t.Tag == "WP", t.Tag == "WDT", t.Is("this", "that", "what", "which", "one"):
		return thing
	}
	return third
}

// reported reports whether what is said at a date in live talk is a report of
// what somebody did, and not said to who listens.
func (a *analysis) reported(k int, deictic bool) bool {
	s := a.segments[k]
	if s.verb < 0 {
		return !deictic
	}
	done := a.done(k)
	switch a.person(k) {
	case third:
		if deictic && a.groups[s.verb].tense != past && a.ours(s) {
			return false // "Keller is joining us tonight"
		}
		return (done || !deictic && a.happens(k)) && !(deictic && a.addresses())
	case someone:
		return done && !a.addresses()
	case singly, jointly:
		return !deictic && (done && a.groups[s.verb].tense != future || a.groups[s.verb].tense == past && !a.thinks(k))
	}
	return a.tokens[s.subject.first].Is("it") && a.groups[s.verb].passive && a.groups[s.verb].tense == past && !a.reports(k)
}

// ours reports whether a clause has who speaks in it: "joins us".
func (a *analysis) ours(s segment) bool {
	for i := s.first; i < s.last; i++ {
		if a.tokens[i].Is("we", "us", "our") && a.tokens[i].Text != "US" {
			return true
		}
	}
	return false
}

// thinks reports whether the verb of segment k is one of thinking.
func (a *analysis) thinks(k int) bool {
	switch lemma := words.Lemma(a.tokens[a.groups[a.segments[k].verb].main].Lower); lemma {
	case "think", "believe", "guess", "want", "like", "love", "remember", "expect", "see", "say", "talk", "look", "wonder", "watch":
		return true
	default:
		return thinking[lemma]
	}
}

// accounts reports whether what is said at a date in a text of another kind is
// more than a word to the reader: what "I" did, but not how "we" felt last week;
// what "you" signed on a day of the calendar. In somebody's own account "we" is
// as good as "I".
func (a *analysis) accounts(k int, deictic, own bool) bool {
	if !deictic {
		return true
	}
	s := a.segments[k]
	if s.verb < 0 {
		return true
	}
	done := a.done(k) && !a.thinks(k)
	switch a.person(k) {
	case singly:
		if own {
			return a.done(k)
		}
		return done && a.groups[s.verb].tense == past && (a.independent(k) || s.mark == markComplement)
	case jointly, second:
		return own && a.done(k)
	case someone, thing:
		if strings.HasPrefix(a.tokens[a.groups[s.verb].first].Text, "'") && !own {
			return false // "they're not honking their horns tonight"
		}
	}
	return own || !a.addressesIn(s.stretch)
}

// done reports whether the clause of segment k tells what was done or is to be
// done, and not how things are or might be.
func (a *analysis) done(k int) bool {
	g := a.groups[a.segments[k].verb]
	if g.tense == modal {
		return false
	}
	if g.tense == present {
		return g.passive || strings.HasSuffix(a.tokens[g.main].Lower, "ing")
	}
	return a.happens(k)
}

// addressesIn reports whether s speaks to somebody, outside quotations.
func (a *analysis) addressesIn(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if a.speech[i] < 0 && a.tokens[i].Is("you", "your", "yours") {
			return true
		}
	}
	return false
}

// addresses reports whether the passage speaks to somebody, outside quotations.
func (a *analysis) addresses() bool { return a.speaksOf("you", "your", "yours") }

// byWriting reports whether the "of" at token i ends what names the writing by
// which something was done, so that its date is that of the deed: "by letter | of
// 6 June the tenant gave notice".
func (a *analysis) byWriting(i int) bool {
	if !a.tokens[i-1].Is("letter", "letters", "email", "e-mail", "order", "decision", "judgment", "judgement", "notice", "resolution", "decree", "deed", "agreement", "memorandum", "affidavit", "warrant") {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-4; k-- {
		if t := a.tokens[k]; t.Is("by", "in") {
			return true
		} else if !nominal(t) {
			return false
		}
	}
	return false
}
