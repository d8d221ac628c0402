package event

import (
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// utterance is what was said, or as much of it as makes at most limit words and
// sense: its first sentence, or the first whole clause of it that is short
// enough, or one without what may be left out at its end, which “…” marks. The
// words are never other than those said.
func utterance(said string, limit int) string {
	said = strings.Trim(said, " ,.;:")
	s := firstSentence(said)
	if count(s) <= limit {
		return capitalize(unled(s))
	}
	a := analyse(s, spanOf(s), nil)
	if len(a.tokens) == 0 {
		return s
	}
	if t := a.saidWhole(limit); t != "" {
		return t
	}
	for _, c := range a.saidClauses() {
		if t := a.saidShort(c, limit); t != "" {
			return t + "…"
		}
	}
	return capitalize(a.beginning(a.opening(), limit)) + "…"
}

// saidClauses are the clauses that can stand for all that was said, the first
// before the others: main clauses, and behind "I think" what is thought.
func (a *analysis) saidClauses() []int {
	t := a.parse()
	var out []int
	for c := range t.Children(0) {
		n := &t.Nodes[c]
		if n.Kind != syntax.Clause || n.Unsure || n.Group < 0 || !a.saidEnds(n.Last) || !a.newSketch().whole(c) || (n.Form != syntax.Finite || t.Find(c, syntax.Subject) == 0) && t.Items[t.Groups[n.Group].First].Tag != "VB" {
			continue
		}
		out = append(out, c)
		k := t.Find(c, syntax.Complement)
		if k != 0 && t.Nodes[k].Kind == syntax.Clause && t.Nodes[k].Form == syntax.Finite && t.Nodes[k].Group >= 0 && !t.Groups[n.Group].Negated && vouching[words.Lemma(t.Items[n.Head].Lower)] &&
			t.Find(k, syntax.Subject) != 0 && !t.Items[t.Nodes[k].First].Is("whether", "if", "why", "how", "what") {
			out = append(out, k)
		}
	}
	return out
}

// saidEnds reports whether a clause can end before item i: a mark or a conjunction
// follows, and not words that the parse made nothing of.
func (a *analysis) saidEnds(i int) bool {
	t := a.parse()
	if i >= len(t.Items) {
		return true
	}
	switch t.Items[i].Tag {
	case ",", ":", ".", "CC", "(", ")":
		return true
	}
	return false
}

// vouching are the verbs of one's own belief.
var vouching = lemmas(`think believe know mean feel see say understand`)

// saidWhole is the first whole clause that has at most limit words, or several
// that follow one another, "" for none.
func (a *analysis) saidWhole(limit int) string {
	t := a.parse()
	for _, c := range a.saidClauses() {
		first := a.saidFrom(c)
		end := t.Nodes[c].Last
		for _, d := range a.saidClauses() {
			if t.Nodes[d].Parent == 0 && t.Nodes[d].Last > end && !a.saidGap(end, t.Nodes[d].First) {
				if count(a.saidText(first, t.Nodes[d].Last)) <= limit {
					end = t.Nodes[d].Last
				}
			}
		}
		if text := a.saidText(first, end); count(text) <= limit && count(text) > 2 {
			if a.saidBound(c) {
				return "…" + fold(a.text[t.Items[first].Start:a.tokens[t.Items[end-1].Last-1].End])
			}
			return text
		}
	}
	return ""
}

// saidBound reports whether a condition stands before the words that clause c
// begins with, without which they would say more.
func (a *analysis) saidBound(c int) bool {
	t := a.parse()
	first := a.saidFrom(c)
	return first > 0 && t.Items[0].Is("if", "unless", "should", "had", "were", "until")
}

// saidGap reports whether something that is no mark or conjunction stands
// between items first and last.
func (a *analysis) saidGap(first, last int) bool {
	for _, it := range a.parse().Items[first:max(first, last)] {
		if it.Tag != "," && it.Tag != "CC" && it.Tag != ":" {
			return true
		}
	}
	return false
}

// saidFrom is the item that the words of clause c begin with: behind its
// conjunction, and behind what only leads up to it.
func (a *analysis) saidFrom(c int) int {
	t := a.parse()
	for k := range t.Children(c) {
		n := &t.Nodes[k]
		switch {
		case n.Kind == syntax.Link, n.Kind == syntax.Adverb && n.Role == syntax.Opening, n.Kind == syntax.Time && n.Role == syntax.Opening:
			continue
		case n.Role == syntax.Opening && !t.Items[n.First].Is("if", "unless"):
			continue
		}
		return n.First
	}
	return t.Nodes[c].First
}

// saidText are the words of items [first, last) as they stand.
func (a *analysis) saidText(first, last int) string {
	t := a.parse()
	for last > first && (t.Items[last-1].Tag == "," || t.Items[last-1].Tag == ":") {
		last--
	}
	if first >= last {
		return ""
	}
	return capitalize(fold(a.text[t.Items[first].Start:a.tokens[t.Items[last-1].Last-1].End]))
}

// saidShort is clause c without as much of its end as has to be left out, and
// may be, for it to have at most limit words; "" where that is too little.
func (a *analysis) saidShort(c, limit int) string {
	s := a.newSketch()
	first, end := a.saidFrom(c), s.t.Nodes[c].Last
	s.weigh(c)
	for {
		text := a.saidText(first, end)
		if count(text) <= limit {
			if count(text) < 4 || s.t.Groups[s.t.Nodes[c].Group].Last > end {
				return ""
			}
			return text
		}
		cut := -1
		for _, o := range s.options {
			if o.last == end && o.first > first && (cut < 0 || o.first > cut) {
				cut = o.first
			}
		}
		if cut < 0 {
			return ""
		}
		end = cut
		for end > first && (s.t.Items[end-1].Tag == "," || s.t.Items[end-1].Tag == "CC") {
			end--
		}
	}
}
