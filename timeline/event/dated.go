package event

import (
	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// dateClause is the clause that the fact's date belongs to, 0 for none. What
// completes another clause is told with that.
func (x *extractor) dateClause(f *fact) int {
	t := f.analysis.parse()
	for c := x.clauseAround(f, t); c != 0; {
		if up := cleftAbove(t, c); up != 0 {
			return up
		}
		if standsAlone(t, c) {
			return c
		}
		if besides(t, c) {
			return 0
		}
		noun := t.Nodes[c].Parent
		up := noun
		for up != 0 && t.Nodes[up].Kind != syntax.Clause {
			up = t.Nodes[up].Parent
		}
		if up != 0 && t.Nodes[up].Group < 0 && t.Nodes[c].Form == syntax.Finite && t.Nodes[noun].Kind == syntax.Noun && !t.Items[t.Nodes[noun].Head].Is(hearsay...) {
			return c // "… just statements that three men had died"
		}
		c = up
	}
	return 0
}

// clauseAround is the innermost clause with a verb that holds the fact's date or,
// where the fact has none in its passage, the verb of its segment.
func (x *extractor) clauseAround(f *fact, t *syntax.Tree) int {
	a := f.analysis
	verbal := func(n *syntax.Node) bool { return n.Kind == syntax.Clause && n.Group >= 0 }
	if f.mention >= 0 && f.mention < len(x.mentions) && x.mentions[f.mention].Len() > 0 {
		at := a.tokensOf(x.mentions[f.mention].Span)
		if at.empty() {
			return 0
		}
		return t.At(t.ItemAt(at.first), verbal)
	}
	if f.segment >= 0 && a.segments[f.segment].verb >= 0 {
		return t.At(t.ItemAt(a.groups[a.segments[f.segment].verb].main), verbal)
	}
	return 0
}

// standsAlone reports whether clause c tells by itself what happened.
func standsAlone(t *syntax.Tree, c int) bool {
	n := &t.Nodes[c]
	noun := t.Nodes[n.Parent].Kind == syntax.Noun
	switch n.Form {
	case syntax.Finite:
		switch n.Role {
		case syntax.None, syntax.Coordinate, syntax.Relative, syntax.Aside, syntax.Attribution, syntax.Adjunct, syntax.Opening:
			return true
		case syntax.Complement:
			return noun && t.Items[t.Nodes[n.Parent].Head].Is("fact", "news", "evidence", "announcement")
		}
	case syntax.Participle:
		return noun && (n.Role == syntax.Relative || n.Role == syntax.Aside)
	}
	return false
}

// besides reports whether clause c, which is no event itself, tells another thing
// than the clause it stands in, so that its date is not that one's either.
func besides(t *syntax.Tree, c int) bool {
	n := &t.Nodes[c]
	switch {
	case n.Form == syntax.Ing && t.Items[t.Groups[max(0, n.Group)].First].Is("having"),
		n.Form == syntax.Participle && n.Role != syntax.Complement,
		n.Role == syntax.Opening && n.Form != syntax.Ing,
		n.Role == syntax.Relative && n.Form == syntax.Ing:
		return true
	}
	return t.Items[n.First].Is("since", "after", "before")
}

// cleftAbove is the clause "it was …" that a relative clause c on its predicate
// belongs to, 0 for none: only the two together say something.
func cleftAbove(t *syntax.Tree, c int) int {
	if t.Nodes[c].Role != syntax.Relative {
		return 0
	}
	up := t.Nodes[c].Parent
	for up != 0 && (t.Nodes[up].Kind == syntax.Noun || t.Nodes[up].Kind == syntax.Prep) {
		up = t.Nodes[up].Parent
	}
	subject := t.Find(up, syntax.Subject)
	if up == 0 || t.Nodes[up].Head < 0 || words.Lemma(t.Items[t.Nodes[up].Head].Lower) != "be" || subject == 0 || !t.Items[t.Nodes[subject].First].Is("it") || t.Nodes[up].Role != syntax.None {
		return 0
	}
	return up
}

// gerundDated reports whether the date of a fact stands in an -ing clause within
// clause c, of which it is not the time: "a page calling for a protest on Friday".
func (x *extractor) gerundDated(f *fact, c int) bool {
	t := f.analysis.parse()
	at := f.analysis.tokensOf(x.mentions[f.mention].Span)
	inner := t.At(t.ItemAt(at.first), func(n *syntax.Node) bool { return n.Kind == syntax.Clause && n.Group >= 0 })
	for inner != 0 && inner != c {
		if n := &t.Nodes[inner]; n.Form == syntax.Ing && n.Role == syntax.Complement && t.Nodes[n.Parent].Kind == syntax.Clause {
			g := t.Groups[t.Nodes[n.Parent].Group]
			return !syntax.Frames(t.Items[g.Main].Lower).Has(syntax.Gerund | syntax.ObjectGerund)
		}
		inner = t.Nodes[inner].Parent
	}
	return false
}

// compared reports whether the date of a fact is measured against: "more than
// three hours later".
func (x *extractor) compared(f *fact) bool {
	at := f.analysis.tokensOf(x.mentions[f.mention].Outer).first
	return at > 0 && f.analysis.tokens[at-1].Is("than")
}

// datedCleft reports whether clause c only says when it was that something
// happened: "it was in May that …".
func (s *sketch) datedCleft(c int) bool {
	subject := s.t.Find(c, syntax.Subject)
	if s.verb(c) != "be" || subject == 0 || !s.t.Items[s.t.Nodes[subject].First].Is("it") {
		return false
	}
	end := s.t.Groups[s.t.Nodes[c].Group].Last
	return end < len(s.t.Items) && s.own(end) && s.t.Items[end].Tag == "DATE"
}
