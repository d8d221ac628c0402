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
