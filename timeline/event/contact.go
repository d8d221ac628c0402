package event

import (
	"strings"

	"dateline/timeline/words"
)

// contact tells whether a clause begins at token i though no word and no mark
// joins it to what stands before: what somebody was told ("told the court he
// was ill"), or a relative clause ("the house they had left").
func (a *analysis) contact(i int, hasVerb bool) boundary {
	if i == 0 || a.aside[i-1] {
		return boundary{}
	}
	t := a.tokens[i]
	switch {
	case t.Is("he", "she", "they", "we", "i"):
		if !a.verbAt(i + 1) {
			return boundary{}
		}
	case t.Is("it"):
		if !a.verbAt(i+1) || !a.tellsBefore(i) && (!hasVerb || a.tokens[i-1].Tag != "NNS") {
			return boundary{}
		}
	case t.Tag == "DT", t.Tag == "PRP$", t.Tag == "NNP":
		if !hasVerb && !a.wordBefore(i).Is(timeNouns...) || !a.startsClause(i) {
			return boundary{}
		}
	default:
		return boundary{}
	}
	before := a.wordBefore(i)
	switch {
	case !strings.HasPrefix(before.Tag, "NN") && before.Tag != "PRP":
		return boundary{}
	case a.tellsBefore(i):
		return boundary{i, i, i, markComplement}
	case before.Is(timeNouns...) && !t.Is("he", "she", "they", "we", "i", "it"):
		return boundary{i, i, i, markSubordinate} // "the day | the bridge fell"
	case a.dated[i-1] || before.Tag == "PRP" || before.Tag == "NNP" || before.Is(timeNouns...):
		return boundary{}
	case !hasVerb && !a.verbBehind(i+1):
		return boundary{} // "with our own hands we built it"
	}
	return boundary{i, i, i, markRelative}
}

// resumes reports whether token i, a subject with its verb right behind it, ends
// a leading "when" clause that no comma closes: "when the rain came they left".
func (a *analysis) resumes(i int, now boundary) bool {
	if now.mark != markSubordinate || !a.tokens[i].Is("he", "she", "they", "we", "i", "it") || !a.verbAt(i+1) {
		return false
	}
	for _, g := range a.groups {
		if g.first < now.start && g.form == finite {
			return false
		}
	}
	before := a.wordBefore(i)
	return !a.tellsBefore(i) && (a.dated[i-1] || strings.HasPrefix(before.Tag, "NN") || before.Tag == "RB")
}

// verbAfterDate reports whether a finite verb stands right behind the date that
// begins at token i.
func (a *analysis) verbAfterDate(i int) bool {
	if a.tokens[i].Tag == "IN" {
		return false
	}
	for i < len(a.tokens) && a.dated[i] {
		i++
	}
	return a.verbAt(i)
}

// runIn reports whether a story begins at token i right behind its heading or a
// caption: with an article in capitals after a noun, and no mark between
// ("Bank Plan in Doubt The mayor …").
func (a *analysis) runIn(i int) bool {
	t := a.tokens[i]
	if a.headed(i) {
		return true
	}
	if i < a.head+3 || t.Tag != "DT" || !t.Capital() || !t.Is("the", "a", "an") || a.quoted[i] {
		return false
	}
	before := a.tokens[i-1]
	return strings.HasPrefix(before.Tag, "NN") && before.Capital() && before.End < t.Start && a.clauseAhead(i)
}

// timeNouns are nouns that a clause follows as it follows "when".
var timeNouns = strings.Fields(`time moment day night morning evening week month year minute hour second instant way`)

// verbBehind reports whether a second finite verb follows the one at token i,
// so that the first can be a relative clause's.
func (a *analysis) verbBehind(i int) bool {
	g, ok := a.groupAt(i)
	return ok && a.finiteAhead(g.last)
}

// startsClause reports whether a noun phrase with its article, or a name, stands
// at token i and right after it a finite verb, so that it is no object.
func (a *analysis) startsClause(i int) bool {
	if i > 0 && a.tokens[i].Tag == "NNP" && !a.tokens[i-1].Is(timeNouns...) && strings.HasPrefix(a.tokens[i-1].Tag, "NN") && a.tokens[i-1].Tag != "NNS" {
		return false // a name of several words
	}
	k := i
	for k < len(a.tokens) && nominal(a.tokens[k]) && !a.dated[k] {
		k++
	}
	return k > i && strings.HasPrefix(a.tokens[k-1].Tag, "NN") && a.verbAt(k)
}

// tellsBefore reports whether the last verb before token i tells somebody
// something: "told", "assured", with who was told between.
func (a *analysis) tellsBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < maxTold; k-- {
		t := a.tokens[k]
		if t.Tag == "," || t.Tag == ":" {
			return false
		}
		if a.opens[k] >= 0 && !a.dated[k] {
			return telling[words.Lemma(a.tokens[a.groups[a.opens[k]].main].Lower)]
		}
	}
	return false
}

// maxTold is within how many tokens of the verb it is said who was told.
const maxTold = 12

// telling are verbs with two objects: to whom, and what.
var telling = lemmas(`tell warn assure inform convince remind promise persuade show teach advise notify`)
