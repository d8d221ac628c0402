package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/words"
)

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
	return a.determined(first, last)
}

// determined reports whether an article or the like before the date of tokens
// [first, last), or inside it, is the one of the noun behind it.
func (a *analysis) determined(first, last int) bool {
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
