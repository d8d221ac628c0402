package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// analysis is one sentence taken apart: tokens, verb groups, quoted speech, and
// the segments between the places where a new clause or aside can begin.
type analysis struct {
	text     string
	tokens   []words.Token
	names    []words.Name
	dated    []bool // the token belongs to a date expression
	own      []bool // … to the one that dates the fact being read, which its title leaves out
	aside    []bool // the token stands in parentheses
	head     int    // tokens before the story begins: dateline, time stamp
	quoted   []bool // the token stands in a quotation that is part of a clause
	speech   []int  // the speech the token is in, -1 for none
	speeches []stretch
	groups   []group
	opens    []int // the verb group that begins at the token, -1 for none
	segments []segment
	tree     *syntax.Tree // see parse
}

// analyse takes text[span] apart. The spans of date expressions are given, as
// they are no part of the grammar around them.
func analyse(text string, span timeline.Span, dated []timeline.Span) *analysis {
	a := &analysis{text: text, tokens: words.Tokenize(text, span)}
	words.Tag(a.tokens)
	a.names = words.Names(a.tokens)
	n := len(a.tokens)
	marks, numbers := make([]bool, 4*n), make([]int, 2*n)
	a.dated, a.aside, a.own, a.quoted = marks[:n:n], marks[n:2*n:2*n], marks[2*n:3*n:3*n], marks[3*n:]
	a.speech, a.opens = numbers[:n:n], numbers[n:]
	for i := range a.tokens {
		a.speech[i], a.opens[i] = -1, -1
		for _, d := range dated {
			a.dated[i] = a.dated[i] || d.Overlaps(a.tokens[i].Span)
		}
	}
	a.keepAttributes()
	a.widenDates()
	a.pastBehindDate()
	a.pastBeforeQuestion()
	a.markAsides()
	a.markHead()
	a.mendObjects()
	a.bridgeDates()
	a.groups = a.realGroups(verbGroups(a.tokens))
	for k, g := range a.groups {
		a.opens[g.first] = k
	}
	a.findSpeech()
	a.cut()
	return a
}

// mendObjects gives the noun back to what the tagger took for a verb right after
// another: "rejected on Monday claims that …".
func (a *analysis) mendObjects() {
	last := -1
	for i, t := range a.tokens {
		if a.dated[i] {
			continue
		}
		if last >= 0 && t.Tag == "VBZ" && t.Is(contentNouns...) && words.Reporting(a.tokens[last].Lower) == words.Deny && strings.HasPrefix(a.tokens[last].Tag, "VB") {
			a.tokens[i].Tag = "NNS"
			if a.tokens[last].Tag == "VBN" && last > 0 && strings.HasPrefix(a.tokens[last-1].Tag, "NN") {
				a.tokens[last].Tag = "VBD"
			}
		}
		last = i
	}
}

// bridgeDates makes adverbs of the dates that stand inside a verb group: "was
// last week awarded", "will on Monday open".
func (a *analysis) bridgeDates() {
	for i := 1; i < len(a.tokens); i++ {
		if !a.dated[i] || a.dated[i-1] {
			continue
		}
		end := i
		for end < len(a.tokens) && (a.dated[end] || a.tokens[end].Tag == "RB") {
			end++
		}
		if end < len(a.tokens) && follows(a.tokens[i-1], a.tokens[end]) && (a.tokens[i-1].Tag == "MD" || auxiliary(a.tokens[i-1])) {
			for k := i; k < end; k++ {
				a.tokens[k].Tag = "RB"
			}
		}
	}
}

// auxiliary reports whether a token is a form of be, have or do.
func auxiliary(t words.Token) bool {
	switch words.Lemma(t.Lower) {
	case "be", "have", "do":
		return strings.HasPrefix(t.Tag, "VB")
	}
	return false
}

// realGroups leaves out what only looks like a verb inside a date or an aside.
func (a *analysis) realGroups(all []group) []group {
	out := all[:0]
	for _, g := range all {
		if !a.dated[g.main] && !a.aside[g.main] {
			out = append(out, g)
		}
	}
	return out
}

// leaveOut marks the dates that overlap spans as those of the fact being read,
// with the words that go with them.
func (a *analysis) leaveOut(spans []timeline.Span) {
	clear(a.own)
	for _, s := range spans {
		t := a.tokensOf(s)
		if t.empty() || !a.dated[t.first] && !a.dated[t.last-1] {
			continue
		}
		for t.first > 0 && a.dated[t.first-1] {
			t.first--
		}
		for t.last < len(a.tokens) && a.dated[t.last] {
			t.last++
		}
		if a.halved(t) {
			continue
		}
		for i := t.first; i < t.last; i++ {
			a.own[i] = a.dated[i]
		}
	}
}

// halved reports whether a date is one half of a pair whose other half would
// hang alone without it: "between 1100 | and 1200".
func (a *analysis) halved(t stretch) bool {
	between := a.tokens[t.first].Is("between") || t.first > 0 && a.tokens[t.first-1].Is("between")
	return between && t.last+1 < len(a.tokens) && a.tokens[t.last].Is("and") && a.tokens[t.last+1].Tag == "CD" && !a.dated[t.last+1]
}

// keepAttributes leaves a date that stands before its noun to the noun phrase,
// which would not be whole without it: "the 12 January earthquake",
// "Tuesday's vote". Dates with only "and" between them are one.
func (a *analysis) keepAttributes() {
	for i := 0; i < len(a.tokens); i++ {
		if !a.dated[i] {
			continue
		}
		end := i
		for end < len(a.tokens) && a.dated[end] {
			end++
		}
		if end+1 < len(a.tokens) && a.dated[end+1] && (a.tokens[end].Is("and", "or") || a.tokens[end].Tag == ",") {
			a.dated[end] = true
			i--
			continue
		}
		if a.attribute(i, end) {
			for k := i; k < end; k++ {
				a.dated[k] = false
			}
		}
		i = end - 1
	}
}

// attribute reports whether the date of tokens [first, last) stands before its
// noun.
func (a *analysis) attribute(first, last int) bool {
	if last-first == 1 && first > 0 && a.tokens[first].Tag == "CD" && a.tokens[first-1].End < a.tokens[first].Start &&
		(a.tokens[first-1].Tag == "NNP" || a.tokens[first-1].Tag == "NN") {
		return true // "Resolution 1973"
	}
	if last >= len(a.tokens) {
		return false
	}
	next := a.tokens[last]
	if a.tokens[last-1].Is("morning", "evening", "afternoon", "night", "midnight") && strings.HasPrefix(next.Tag, "NN") && last-first <= 2 && (last-first == 1 || a.tokens[first].Tag == "IN") {
		return true // "in morning trade"
	}
	if next.Is("of") && a.tokens[first].Tag == "DT" {
		return true // "this past week of protests"
	}
	if next.Tag == "POS" || (a.tokens[first].Tag != "IN" || a.tokens[first].Is("that")) && a.sayingSubject(first, next) {
		return true
	}
	if !strings.HasPrefix(next.Tag, "NN") && next.Tag != "JJ" || next.Start == a.tokens[last-1].End {
		return false
	}
	for k := first; k < last-1; k++ {
		if a.tokens[k].Is("of") {
			return false // "the early hours of May 2"
		}
	}
	for k := first; k < last-1; k++ {
		if a.tokens[k].Is("the", "a", "an", "his", "her", "their", "its") {
			return !a.tokens[last-1].Is("day", "week", "month", "year", "morning", "night", "evening", "afternoon")
		}
	}
	if first == 0 {
		return false
	}
	switch before := a.tokens[first-1]; before.Tag {
	case "DT", "PRP$", "POS", "CD":
		return true
	case "JJ":
		return a.tokens[first].Tag == "CD"
	}
	return false
}

// sayingSubject reports whether the date from token first on is the subject of
// the verb next in what somebody says: "warned that Friday could be bloody".
func (a *analysis) sayingSubject(first int, next words.Token) bool {
	if first == 0 || next.Tag != "MD" && next.Tag != "VBZ" && next.Tag != "VBD" {
		return false
	}
	before := a.tokens[first-1]
	if a.tokens[first].Is("that") && thinking[words.Lemma(before.Lower)] {
		return true // "feared that Saturday would be"
	}
	return before.Is("that") || strings.HasPrefix(before.Tag, "VB") && words.Reporting(before.Lower) != words.ReportNone
}

// widenDates takes the words that only serve a date with it: "as early as
// Monday", "as of June", "10 a.m. local time".
func (a *analysis) widenDates() {
	for i := range a.tokens {
		if !a.dated[i] {
			continue
		}
		switch {
		case i > 2 && !a.dated[i-1] && a.tokens[i-1].Is("as") && a.tokens[i-3].Is("as"):
			a.dated[i-1], a.dated[i-2], a.dated[i-3] = true, true, true
		case i > 1 && !a.dated[i-1] && a.tokens[i-2].Is("as") && a.tokens[i-1].Is("of"), i > 1 && !a.dated[i-1] && a.tokens[i-2].Is("later") && a.tokens[i-1].Is("than"):
			a.dated[i-1], a.dated[i-2] = true, true
		case i > 0 && !a.dated[i-1] && a.tokens[i-1].Is("starting", "beginning", "effective", "dated", "only", "early", "late", "just"):
			a.dated[i-1] = true
		}
		if i+1 < len(a.tokens) && !a.dated[i+1] && a.tokens[i+1].Is("morning", "afternoon", "evening", "night") && (i+2 == len(a.tokens) || !strings.HasPrefix(a.tokens[i+2].Tag, "NN")) {
			a.dated[i+1] = true
		}
		if i+2 < len(a.tokens) && a.tokens[i+1].Is("local") && a.tokens[i+2].Is("time") {
			a.dated[i+1], a.dated[i+2] = true, true
		}
	}
}

// markAsides marks what stands in parentheses; one that is never closed is none.
func (a *analysis) markAsides() {
	open := -1
	for i, t := range a.tokens {
		switch {
		case t.Tag == "(" && open < 0:
			open = i
		case t.Tag == ")" && open >= 0:
			for k := open; k <= i; k++ {
				a.aside[k] = true
			}
			open = -1
		}
	}
}

// findSpeech finds the quotations that are clauses of their own: they hold a
// verb and are introduced as speech is, or begin or end the sentence. A few
// quoted words inside a clause are part of it.
func (a *analysis) findSpeech() {
	open := -1
	for i, t := range a.tokens {
		switch t.Tag {
		case "``":
			if open < 0 {
				open = i
			}
		case "''":
			a.addSpeech(open, i+1)
			open = -1
		}
	}
	if open >= 0 {
		a.addSpeech(open, len(a.tokens))
	}
}

func (a *analysis) addSpeech(first, last int) {
	if first < 0 {
		// A closing mark alone: the speech began before this sentence.
		if last-1 == 0 || len(a.speeches) > 0 {
			return
		}
		first = 0
	}
	s := stretch{first, last}
	if a.named(s) || !a.introduced(s) || !a.hasVerb(s) {
		for i := first; i < last; i++ {
			a.quoted[i] = true
			if a.named(s) {
				a.opens[i] = -1
			}
		}
		return
	}
	for i := first; i < last; i++ {
		a.speech[i] = len(a.speeches)
	}
	a.speeches = append(a.speeches, s)
}

// named reports whether a quotation at the head of a clause is a name: its verb
// follows with no comma between (“Open Water” opened in May).
func (a *analysis) named(s stretch) bool {
	if s.last >= len(a.tokens) || s.last-s.first < 3 || a.tokens[s.last-2].Tag == "," || s.last-s.first > 10 {
		return false
	}
	t := a.tokens[s.last]
	return (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "MD") && words.Reporting(t.Lower) == words.ReportNone
}

func (a *analysis) hasVerb(s stretch) bool {
	for _, g := range a.groups {
		if s.holds(g.first) && g.form == finite {
			return true
		}
	}
	return false
}

func (a *analysis) introduced(s stretch) bool {
	before := s.first - 1
	for before >= 0 && a.dated[before] {
		before--
	}
	if before < 0 {
		return true
	}
	t := a.tokens[before]
	return t.Tag == "," || t.Tag == ":" || t.Tag == "." || t.Is("that") || words.Reporting(t.Lower) != words.ReportNone && !strings.HasPrefix(t.Tag, "NNP") ||
		s.last >= len(a.tokens)-1 && s.last-s.first > 8 && strings.HasPrefix(t.Tag, "V")
}

// start is the first token of the story, which is capitalised as such.
func (a *analysis) start() int {
	for i := a.head; i < len(a.tokens); i++ {
		if a.tokens[i].Word() {
			return i
		}
	}
	return 0
}

// groupAt is the verb group that begins at token i or after adverbs there.
func (a *analysis) groupAt(i int) (group, bool) {
	i = skipAdverbs(a.tokens, i)
	if i < len(a.tokens) && a.opens[i] >= 0 {
		return a.groups[a.opens[i]], true
	}
	return group{}, false
}

// words are the tokens of s as they stand in the text.
func (a *analysis) string(s stretch) string {
	if s.empty() {
		return ""
	}
	return fold(a.text[a.tokens[s.first].Start:a.tokens[s.last-1].End])
}

// fold makes every run of white space one space.
func fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded reports whether the only white space in s are single spaces inside.
func folded(s string) bool {
	space := true
	for i, r := range s {
		switch {
		case r == ' ' && space || r >= '\t' && r <= '\r':
			return false
		case r >= utf8.RuneSelf && unicode.IsSpace(r):
			return false
		}
		space = s[i] == ' '
	}
	return !space || s == ""
}
