package event

import (
	"regexp"
	"strings"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/words"
)

// place finds what a date tells the time of: a clause, or the happening that a
// noun names. It gives the reason where the date tells the time of nothing: in
// a comparison, a name, a condition.
func (x *extractor) place(f *fact) (passed string) {
	a, m := f.analysis, x.mentions[f.mention]
	at := a.tokensOf(m.Span)
	if at.empty() {
		return passedNoClause
	}
	outer := x.outerTokens(f, at)
	if reason := x.noTime(f, at, outer); reason != "" {
		return reason
	}
	f.segment = a.clauseOf(at.first)
	if f.segment >= 0 {
		f.segment = a.cleft(f.segment, at)
	}
	if x.captions(f, outer) {
		return passedCaption
	}
	if noun, is, ok := a.modified(at, outer); is {
		f.noun = noun
		if ok && deictic(m) && a.bareHappening(noun, at) {
			return x.toldOf(f)
		}
		return reasonUnless(ok && a.speech[at.first] < 0, passedNoun)
	}
	if a.tokens[outer.first].Is("of") && outer.first > 0 && !a.byWriting(outer.first) {
		return x.ofDate(f, at, outer)
	}
	if f.segment >= 0 {
		s := a.segments[f.segment]
		if s.mark == markSubordinate && a.tokens[s.first].Is("if", "unless", "whether") {
			return passedCondition
		}
		if noun := a.happeningBefore(outer.first); !noun.empty() && !a.participleLed(f.segment) && (x.atOdds(a, s, m) || outer.first > s.last || a.besideClause(outer.first, f.segment)) {
			f.noun = noun
		}
	}
	return ""
}

// ofDate finds the happening that a date in the genitive tells the time of: "the
// tragedy of 1986". What is alluded to in speech is not told by it.
func (x *extractor) ofDate(f *fact, at, outer stretch) (passed string) {
	a := f.analysis
	noun := a.happeningBefore(outer.first)
	if f.segment < 0 || a.segments[f.segment].verb < 0 || a.segments[f.segment].subject.first != noun.first || x.atOdds(a, a.segments[f.segment], x.mentions[f.mention]) {
		f.noun = noun
	}
	return reasonUnless(!noun.empty() && a.speech[at.first] < 0, passedNoun)
}

// noTime is why a date is no time of anything told, "" where it may be one.
func (x *extractor) noTime(f *fact, at, outer stretch) string {
	a := f.analysis
	switch {
	case outer.first > 0 && a.tokens[outer.first-1].Is("no", "every", "each", "any"):
		return passedSet
	case a.compares(outer):
		return passedComparison
	case a.inName(at, outer):
		return passedName
	case x.clockYear(a, x.mentions[f.mention], at):
		return passedClock
	case x.inAddress(x.mentions[f.mention].Span):
		return passedAddress
	case a.inAside(at) && !x.closes(f, at):
		return passedAside
	case a.inHead(at, outer):
		return passedHead
	case a.signed(outer, f.sentence == 0):
		return passedSigned
	}
	return ""
}

// closes reports whether a date stands alone in the brackets that close an item
// of a list that names a happening: "Founding of the firm (1848)".
func (x *extractor) closes(f *fact, at stretch) bool {
	a := f.analysis
	b, _ := x.block(f.passage)
	if b.Kind != document.ListItem || at.first == 0 || a.tokens[at.first-1].Tag != "(" || at.last+1 < len(a.tokens)-1 || at.last >= len(a.tokens) || a.tokens[at.last].Tag != ")" {
		return false
	}
	for _, t := range a.tokens[:at.first-1] {
		if words.Happening(t.Lower) || t.Tag == "VBN" || t.Tag == "VBD" || t.Tag == "VBZ" {
			return true
		}
	}
	return false
}

func reasonUnless(ok bool, reason string) string {
	if ok {
		return ""
	}
	return reason
}

// outerTokens are the tokens of a fact's date with its preposition, of a range
// both ends.
func (x *extractor) outerTokens(f *fact, at stretch) stretch {
	outer := f.analysis.tokensOf(x.mentions[f.mention].Outer)
	if outer.empty() {
		outer = at
	}
	for _, o := range f.others {
		if p := f.analysis.tokensOf(x.mentions[o].Outer); !p.empty() {
			outer.first, outer.last = min(outer.first, p.first), max(outer.last, p.last)
		}
	}
	return outer
}

// besideClause reports whether token i stands in an aside between the parts of
// clause k: "the square, the site of clashes last week, was quiet".
func (a *analysis) besideClause(i, k int) bool {
	for j, s := range a.segments {
		if s.holds(i) {
			return j < k && j > 0 && s.verb < 0 && s.mark == markComma
		}
	}
	return false
}

// inAddress reports whether a date stands in a web or mail address, or is the
// whole of a quoted name (“Today”).
func (x *extractor) inAddress(s timeline.Span) bool {
	text := x.doc.Text
	first := strings.LastIndexAny(text[:s.Start], " \t\n\"<>(") + 1
	last := strings.IndexAny(text[s.End:], " \t\n\"<>)")
	if last < 0 {
		last = len(text) - s.End
	}
	word := text[first : s.End+last]
	return strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@") ||
		strings.HasPrefix(word, "“") && strings.HasSuffix(word, "”")
}

// atOdds reports whether a clause cannot be what happened at the date: the date
// is past and the verb is not.
func (x *extractor) atOdds(a *analysis, s segment, m dates.Mention) bool {
	if s.verb < 0 {
		return true
	}
	g := a.groups[s.verb]
	if g.tense == past || g.form != finite {
		return false
	}
	last, ok := m.When.Last()
	published, known := x.doc.Source.Published.First()
	if ok && known && last >= published {
		return false
	}
	return g.tense == perfect || g.tense == modal || ok && known
}

// tokensOf are the tokens that overlap a span.
func (a *analysis) tokensOf(s timeline.Span) stretch {
	out := stretch{}
	for i, t := range a.tokens {
		if t.Span.Overlaps(s) {
			if out.empty() {
				out.first = i
			}
			out.last = i + 1
		}
	}
	return out
}

// question reports whether the sentence asks.
func (a *analysis) question() bool {
	for i := len(a.tokens) - 1; i >= 0; i-- {
		switch t := a.tokens[i]; {
		case t.Text == "?":
			return true
		case t.Word() || t.Text == ".":
			return false
		}
	}
	return false
}

// tells reports whether the sentence tells a happening: it has a finite verb
// outside the date, or is nothing but a happening's name.
func (a *analysis) tells(m dates.Mention) bool {
	at := a.tokensOf(m.Span).first
	k := a.clauseOf(at)
	if k < 0 || a.aside[at] || at > 0 && a.tokens[at].Is("last") && a.tokens[at-1].Tag == "TO" {
		return false
	}
	s := a.segments[k]
	if s.mark == markSubordinate && a.tokens[s.first].Is("if", "unless", "whether") {
		return false
	}
	return s.verb >= 0
}

// inName reports whether a bare year or day word belongs to what it follows:
// "Zapad 2025", "resolution 1441", "USA Today"; or stands alone before a
// sentence, as the clock of a live page does: "1618 The commission …".
func (a *analysis) inName(at, outer stretch) bool {
	if at != outer || at.last-at.first != 1 {
		return false
	}
	t := a.tokens[at.first]
	if at.first == 0 {
		return t.Tag == "CD" && at.last < len(a.tokens) && a.tokens[at.last].Capital()
	}
	before := a.tokens[at.first-1]
	if before.End >= t.Start || before.Tag == "," {
		return false
	}
	if t.Tag != "CD" {
		return t.Is("today", "tonight") && t.Capital() && before.Capital()
	}
	return before.Capital() && strings.HasPrefix(before.Tag, "NNP") && !words.Happening(before.Lower) || before.Tag == "NN" && !words.Happening(before.Lower)
}

// captions reports whether a passage of a web page describes a picture: a block
// of one sentence, in the present tense, that closes with a day and its year.
func (x *extractor) captions(f *fact, outer stretch) bool {
	a, m := f.analysis, x.mentions[f.mention]
	if !x.doc.Page || f.segment < 0 || a.segments[f.segment].verb < 0 || a.groups[a.segments[f.segment].verb].tense != present {
		return false
	}
	if p := m.When.Precision(); p != edtf.PrecisionDay || m.Anchor != dates.Absolute || x.published(m) {
		return false
	}
	for _, t := range a.tokens[outer.last:] {
		if t.Word() {
			return false
		}
	}
	b, ok := x.block(f.passage)
	return ok && b.Kind == document.Paragraph && trimSpace(x.doc.Text, b.Span).Len() <= f.passage.Len()+2
}

// published reports whether a date is not before the document's own.
func (x *extractor) published(m dates.Mention) bool {
	day, ok := m.When.First()
	published, known := x.doc.Source.Published.First()
	return ok && known && day > published
}

// handle is the end of the signature of a message from a network, before its
// date: "The Harbour Board (@harbour)".
var handle = regexp.MustCompile(`\(@\w{1,30}\)$`)

// signed reports whether a date closes a line that has no verb and names no
// happening, after a comma: "Ines Falk, 10 June 2021", "Log of the Helene, May
// 1872". It dates what was written. The first line of a document is its title
// even where it names a happening.
func (a *analysis) signed(outer stretch, title bool) bool {
	if outer.first > 0 && outer.first <= 2 && a.tokens[0].Is("dated", "signed", "stand", "status", "version", "held") {
		return true
	}
	if outer.first > 0 && outer.last == len(a.tokens) && a.tokens[outer.first-1].Tag == ")" && handle.MatchString(fold(a.text[a.tokens[0].Start:a.tokens[outer.first-1].End])) {
		return true
	}
	name := title && outer.last == len(a.tokens) // "Trip report, week of 6 May"
	if outer.first == 0 || !name && (a.tokens[outer.first-1].Tag != "," || a.tokens[outer.first].Tag == "IN") {
		return false
	}
	for _, g := range a.groups {
		if g.first > 0 { // the first word may be a noun that looks like a verb: "Issue 12"
			return false
		}
	}
	for i, t := range a.tokens {
		if i >= outer.last && t.Word() || !title && words.Happening(t.Lower) || t.Tag == "VBN" && i < outer.first {
			return false
		}
	}
	return true
}

// inAside reports whether a date stands in parentheses that hold no verb:
// somebody's span of life, a clock time in another zone, a reference.
func (a *analysis) inAside(at stretch) bool {
	if !a.aside[at.first] {
		return false
	}
	first, last := at.first, at.last
	for first > 0 && a.aside[first-1] {
		first--
	}
	for last < len(a.tokens) && a.aside[last] {
		last++
	}
	for _, t := range a.tokens[first:last] {
		if t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" && !t.Is("am") || t.Tag == "MD" {
			return false
		}
	}
	return true
}

// clauseOf is the index of the segment whose verb the token at i goes with, -1
// for none. An adverbial set off by a comma goes with the next clause when it
// comes before it, else with the last.
func (a *analysis) clauseOf(i int) int {
	at := -1
	for k, s := range a.segments {
		if s.holds(i) || s.first > i {
			at = k
			break
		}
	}
	if at < 0 {
		at = len(a.segments) - 1
	}
	if at < 0 {
		return -1
	}
	s := a.segments[at]
	if s.verb >= 0 || s.mark == markSpeech || a.participleLed(at) {
		return at
	}
	if s.mark == markStart || s.mark == markStrong || at > 0 && a.segments[at-1].verb < 0 && a.fronted(at) || at > 0 && a.segments[at-1].mark == markSubordinate && a.dated[s.body] {
		for k := at + 1; k < len(a.segments); k++ {
			if n := a.segments[k]; n.verb >= 0 && n.mark != markRelative && n.mark != markSubordinate {
				return k
			}
		}
	}
	for k := at - 1; k >= 0; k-- {
		// A comma closed the relative clause before it.
		if a.segments[k].verb >= 0 && (a.segments[k].mark != markRelative || k == 0) {
			return k
		}
	}
	for k := at + 1; k < len(a.segments); k++ {
		if a.segments[k].verb >= 0 {
			return k
		}
	}
	return at
}

// fronted reports whether no verb stands before segment k.
func (a *analysis) fronted(k int) bool {
	for _, s := range a.segments[:k] {
		if s.verb >= 0 {
			return false
		}
	}
	return true
}

// participleLed reports whether a segment is a participle clause: "Having
// survived …", "launched on June 5".
func (a *analysis) participleLed(k int) bool {
	s := a.segments[k]
	g, ok := a.groupAt(s.body)
	return ok && s.verb < 0 && g.first < s.last && (g.form == participle || g.form == gerund && a.tokens[g.first].Is("having"))
}
