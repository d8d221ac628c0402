package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/words"
)

// analysis is one sentence taken apart: tokens, verb groups, quoted speech, and
// the segments between the places where a new clause or aside can begin.
type analysis struct {
	text     string
	tokens   []words.Token
	names    []words.Name
	dated    []bool // the token belongs to a date expression
	aside    []bool // the token stands in parentheses
	head     int    // tokens before the story begins: dateline, time stamp
	speech   []int  // the speech the token is in, -1 for none
	speeches []stretch
	groups   []group
	opens    []int // the verb group that begins at the token, -1 for none
	segments []segment
}

// analyse takes text[span] apart. The spans of date expressions are given, as
// they are no part of the grammar around them.
func analyse(text string, span timeline.Span, dated []timeline.Span) *analysis {
	a := &analysis{text: text, tokens: words.Tokenize(text, span)}
	words.Tag(a.tokens)
	a.names = words.Names(a.tokens)
	n := len(a.tokens)
	a.dated, a.aside = make([]bool, n), make([]bool, n)
	a.speech, a.opens = make([]int, n), make([]int, n)
	for i := range a.tokens {
		a.speech[i], a.opens[i] = -1, -1
		for _, d := range dated {
			a.dated[i] = a.dated[i] || d.Overlaps(a.tokens[i].Span)
		}
	}
	a.markAsides()
	a.markHead()
	a.groups = a.realGroups(verbGroups(a.tokens))
	for k, g := range a.groups {
		a.opens[g.first] = k
	}
	a.findSpeech()
	a.cut()
	return a
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
	if !a.introduced(s) || !a.hasVerb(s) {
		return
	}
	for i := first; i < last; i++ {
		a.speech[i] = len(a.speeches)
	}
	a.speeches = append(a.speeches, s)
}

func (a *analysis) hasVerb(s stretch) bool {
	for _, g := range a.groups {
		if s.holds(g.first) && (g.form == finite || g.form == infinitive) {
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
	return t.Tag == "," || t.Tag == ":" || t.Is("that") || words.Reporting(t.Lower) != words.ReportNone ||
		s.last >= len(a.tokens)-1 && s.last-s.first > 8 && strings.HasPrefix(t.Tag, "V")
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
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
