package event

import (
	"strings"
	"unicode"

	"dateline/timeline"
)

// furniture reports whether a passage is a part of the page and no part of its
// story: how to reach the editors, who posted what when, where it was printed.
func (a *analysis) furniture() bool {
	posted := 0
	for i, t := range a.tokens {
		switch {
		case strings.Contains(t.Lower, "@") && strings.Contains(t.Lower, "."), strings.HasPrefix(t.Lower, "www."):
			if k := a.mainClause(); k < 0 || a.groups[a.segments[k].verb].tense != past {
				return true
			}
		case t.Is("by") && i > 0 && a.tokens[i-1].Is("posted") && a.tokens[i-1].Capital():
			posted++
		case t.Is("permalink"):
			return true
		case t.Is("on") && i > 1 && i+1 < len(a.tokens) && a.tokens[i-1].Is("appeared") && printedPage(a.tokens[i+1].Lower):
			return true // "This article appeared on p14 of …"
		}
	}
	return posted > 1 || posted == 1 && len(a.tokens) > 1 && a.tokens[0].Is("posted")
}

// bids reports whether a passage only tells the reader or the hearer what to do:
// "Look at what happened", "Let's listen to what he said", "Watch our programme
// Sundays at 10".
func (a *analysis) bids() bool {
	for i := a.head + 1; i+2 < len(a.tokens); i++ {
		if a.tokens[i].Is("let") && a.tokens[i+1].Is("'s") && a.tokens[i-1].Tag == "," && a.speech[i] < 0 && !a.hasFinite(stretch{a.head, i}) {
			return true // "to understand it, let's go back to 1999"
		}
	}
	i := a.head
	for i < len(a.tokens) && a.tokens[i].Is("and", "but", "so", "now", "well", "please", "don't", "do", "n't", "just", ",") {
		i++
	}
	if i+2 >= len(a.tokens) {
		return false
	}
	t, next := a.tokens[i], a.tokens[i+1]
	switch {
	case t.Is("let"):
		return next.Is("'s", "us", "me")
	case t.Is("look", "listen", "tune", "stay", "stick", "log", "sign"):
		return next.Is("at", "to", "in", "with", "tuned", "on", "up", "around", "for")
	case t.Is("click", "subscribe", "download"):
		return next.Is("here", "on", "to", "the")
	case t.Is("read", "watch", "see", "join", "follow", "visit", "call", "check", "find", "get", "catch", "hear", "share", "send", "tell", "email", "miss", "meet", "come", "go", "keep", "take"):
		return next.Is("more", "our", "us", "your", "also", "you", "me", "out", "here") || !a.hasFinite(stretch{i + 1, len(a.tokens)}) && a.bare(i)
	}
	return false
}

// bare reports whether token i, a sentence's first word, can only be a verb that
// tells somebody to do something: a name or an article follows it.
func (a *analysis) bare(i int) bool {
	next := a.tokens[i+1]
	return next.Tag == "DT" || next.Tag == "NNP" || next.Tag == "PRP$" || a.tokens[i].Tag == "VB"
}

// references reports whether a passage is a list of titles, in which most words
// are written large: the sources of an article.
func (a *analysis) references() bool {
	for _, g := range a.groups {
		if g.form == finite && !a.quoted[g.main] && a.speech[g.main] < 0 {
			return false
		}
	}
	large, all := 0, 0
	for _, t := range a.tokens {
		if len(t.Text) < 4 || !unicode.IsLetter(firstLetter(t.Text)) {
			continue
		}
		if all++; t.Capital() {
			large++
		}
	}
	return all >= 14 && large*5 >= all*4
}

// exclaims reports whether a passage only wonders at something: "What a day".
func (a *analysis) exclaims() bool {
	i := a.head
	return i+1 < len(a.tokens) && a.tokens[i].Is("what") && a.tokens[i+1].Is("a", "an")
}

// printedPage reports whether a word is the number of a page: "p14".
func printedPage(word string) bool {
	return len(word) > 1 && len(word) < 5 && word[0] == 'p' && strings.Trim(word[1:], "0123456789") == ""
}

// boxed reports whether a piece of text is the fact box of a page, run into one
// line: labels with what stands behind them.
func boxed(text string, piece timeline.Span) bool {
	n, label := 0, 0 // how many words a label has so far
	for w := range strings.FieldsSeq(text[piece.Start:piece.End]) {
		switch r := firstLetter(w); {
		case strings.HasSuffix(w, ":") && r > '9' && label < 3 && (label > 0 || r >= 'A' && r <= 'Z'):
			n++
			label = 0
		case r >= 'A' && r <= 'Z':
			label = 1
		case label > 0:
			label++
		}
		if label > 3 {
			label = 0
		}
	}
	return n >= 3
}
