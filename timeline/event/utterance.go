package event

import "strings"

// utterance is what was said, or as much of it as makes at most limit words and
// sense: its first sentence, from the main clause on, to the end of a clause if
// that tells enough, else of a phrase. “…” marks what is left out at its end,
// and a condition left out before it. The words are never other than those said.
func utterance(said string, limit int) string {
	said = strings.Trim(said, " ,.;:")
	s := firstSentence(said)
	if count(s) <= limit {
		return capitalize(s)
	}
	a := analyse(s, spanOf(s), nil)
	if len(a.tokens) == 0 {
		return s
	}
	first, mark := a.opening(), ""
	if k := a.condition(); k >= 0 && a.tokens[a.segments[k].first].Start < a.tokens[first].Start {
		mark = "…"
	}
	if mark == "" && a.conditional(0) && len(a.segments) > 1 && a.segments[1].mark == markComma && a.segments[1].body > first {
		first, mark = a.segments[1].body, "…" // "if …, just give them the Internet"
	}
	for first+1 < len(a.tokens) && a.tokens[first].Is("and", "but", "so", "well", "yes", "or", "now") {
		first++
		for first+1 < len(a.tokens) && a.tokens[first].Tag == "," {
			first++
		}
	}
	whole := fold(s[a.tokens[first].Start:])
	if count(whole) <= limit && mark == "" {
		return capitalize(whole)
	}
	if count(whole) <= limit {
		return mark + whole
	}
	t := a.clauses(first, limit)
	if count(t) < min(limit/2, 5) {
		t = a.beginning(first, limit)
	}
	if mark == "" {
		t = capitalize(t)
	}
	return mark + t + "…"
}

// clauses is the longest run of whole clauses from token first on that has at
// most limit words, "" for none.
func (a *analysis) clauses(first, limit int) string {
	best := ""
	for k := 1; k < len(a.segments); k++ {
		n := a.segments[k]
		if n.first <= first || !a.closed(first, k) {
			continue
		}
		end := n.first
		for end > first+1 && !a.tokens[end-1].Word() && a.tokens[end-1].Tag != "''" {
			end--
		}
		t := fold(a.text[a.tokens[first].Start:a.tokens[end-1].End])
		if count(t) > limit {
			break
		}
		best = t
	}
	return best
}

// closed reports whether the words from token first to segment k are whole
// clauses: they have a verb, and segment k begins a clause of its own.
func (a *analysis) closed(first, k int) bool {
	n := a.segments[k]
	if !a.hasFinite(stretch{first, n.first}) || n.verb < 0 && n.mark != markStrong {
		return false
	}
	switch n.mark {
	case markComma, markStrong, markCoordinate:
		return n.verb < 0 || n.holds(n.subject.first) && !n.subject.empty()
	case markSubordinate:
		return !a.tokens[n.first].Is("if", "unless", "until", "so", "than", "as", "whether") && !a.tokens[n.first-1].Is("even", "only", "just", "ever")
	}
	return false
}
