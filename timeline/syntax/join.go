package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// outer reports whether clause n is no part of another phrase, so that a comma
// does not end it.
func (p *parser) outer(n int) bool {
	for {
		c := &p.Nodes[n]
		switch {
		case c.Parent == 0 && c.Role == None:
			return true
		case c.Role == Coordinate && c.Kind == Clause:
			n = c.Parent
		default:
			return false
		}
	}
}

// comma reads what follows a comma behind the verb of clause n. It reports false
// where the comma ends the clause.
func (p *parser) comma(n int, f *filled) bool {
	if !p.outer(n) {
		return false
	}
	k := p.pos + 1
	t := p.at(k)
	switch {
	case t.Tag == "", t.Tag == ".", t.Tag == ":":
		return false
	case t.Tag == "CC":
		return p.commaAnd(n)
	case t.Is("that") && !f.content && p.clauseAhead(k+1) && p.at(p.pos-1).Tag == tagDate:
		p.link(n)
	case t.Is("that") && !f.frames.Has(That) && strings.HasPrefix(p.at(p.pos-1).Tag, "NN") && p.clauseAhead(k+1):
		p.link(n)
		p.relative(n, Aside) // "two republics, that the council recognised"
	case p.said(k):
		p.link(n)
		p.attribution(n)
	case p.relates(k):
		p.link(n)
		p.relative(n, Aside)
	case p.subordinates(k):
		p.link(n)
		p.subordinate(n, Adjunct)
	case p.groupAt(k) >= 0 && p.Groups[p.groupAt(k)].Form == Finite:
		return p.commaFinite(n, k)
	case p.groupAt(k) >= 0:
		p.link(n)
		p.Nodes[p.loose(n, Adjunct)].Role = Aside
	case t.Tag == tagSpeech:
		p.link(n)
	default:
		return p.commaPhrase(n, k)
	}
	return true
}

// link takes the comma or conjunction here as a mark of node n.
func (p *parser) link(n int) {
	p.leaf(n, Link, Marker, 1)
}

// relates reports whether a relative clause begins at item k, behind a comma:
// "which", "some of whom".
func (p *parser) relates(k int) bool {
	t := p.at(k)
	return t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WP$" || t.Is("where") ||
		(t.Tag == "IN" || t.Is("some", "many", "most", "all", "one", "none")) && p.relativeBehind(k)
}

// commaFinite reads the finite verb at item k behind a comma: one more of a
// series, or a participle that looks like the past.
func (p *parser) commaFinite(n, k int) bool {
	if p.series(n, k) {
		p.predicate(n)
		return true
	}
	g := &p.Groups[p.groupAt(k)]
	v := p.Items[g.Main]
	if g.Main != g.First || v.Tag != "VBD" || words.Irregular(v.Lower) || p.base(g.Last) > g.Last || p.Nodes[n].Group < 0 || v.Is("said", "was", "were", "had") {
		return false
	}
	g.Form = Participle // "saw marches, held to remember the dead"
	p.link(n)
	p.Nodes[p.loose(n, Adjunct)].Role = Aside
	return true
}

// commaPhrase reads the phrase without a verb at item k behind a comma.
func (p *parser) commaPhrase(n, k int) bool {
	t := p.at(k)
	switch {
	case t.Tag == tagDate:
		p.link(n)
		p.leaf(n, Time, Adjunct, 1)
	case p.base(k) > k:
		return p.lateNoun(n)
	case adverbial(t.Tag):
		p.link(n)
		p.leaf(n, Adverb, Adjunct, 1)
	case p.compound(k) > 0 || t.Tag == "IN" && !t.Is("that") || t.Tag == "TO" || prepositional(t.Token):
		p.link(n)
		return p.prep(n, Aside) != 0
	case strings.HasPrefix(t.Tag, "JJ"):
		p.link(n)
		p.adjective(n, Aside)
	default:
		return false
	}
	return true
}

// series reports whether the verb at item k, behind a comma, is one of a series
// with the verb of clause n: "burned two boats, broke the gate and fled".
func (p *parser) series(n, k int) bool {
	if p.Nodes[n].Group < 0 || p.Items[p.Groups[p.Nodes[n].Group].First].Tag != p.Items[p.skipAdverbs(k)].Tag {
		return false
	}
	for i := k; i < p.end && i < k+25; i++ {
		switch {
		case p.Items[i].Tag == ":":
			return false
		case p.Items[i].Tag == "CC" && p.finiteAt(i+1):
			return true
		}
	}
	return false
}

// lateNoun reads a noun phrase that a comma sets off behind the verb: "fell to
// 12, the lowest on record". A new clause ends the one before.
func (p *parser) lateNoun(n int) bool {
	if p.clauseAhead(p.pos + 1) {
		return false
	}
	p.leaf(n, Link, Marker, 1)
	p.noun(n, Aside, false)
	return true
}

// commaAnd reads what follows a comma and a conjunction.
func (p *parser) commaAnd(n int) bool {
	switch k := p.pos + 2; {
	case p.finiteAt(k) || p.sameForm(n, k):
		p.predicate(n)
	case p.clauseAhead(k) || p.at(k).Tag == tagSpeech:
		return false
	default:
		p.leaf(n, Link, Marker, 1)
		return p.conjunction(n, &filled{})
	}
	return true
}

// sameForm reports whether the verb at item k has the form that goes on that of
// clause n: "was built and torn down", "to stay and fight".
func (p *parser) sameForm(n, k int) bool {
	g := p.groupAt(k)
	if g < 0 || p.Nodes[n].Group < 0 {
		return false
	}
	first, next := p.Groups[p.Nodes[n].Group], p.Groups[g]
	if first.Form != Finite {
		return first.Form == next.Form
	}
	aux := p.Items[first.First]
	switch next.Form {
	case Participle:
		return first.Main > first.First && p.Items[first.Main].Tag != "VBG"
	case Infinitive:
		return aux.Tag == "MD" && p.at(k).Tag != "TO"
	case Ing:
		return first.Main > first.First && p.Items[first.Main].Tag == "VBG"
	}
	return false
}

// conjunction reads what a conjunction joins to clause n.
func (p *parser) conjunction(n int, f *filled) bool {
	k := p.pos + 1
	t := p.at(k)
	switch {
	case p.finiteAt(k):
		if p.Nodes[n].Form != Finite || p.higher(n, k) {
			return false
		}
		p.predicate(n)
		return true
	case p.sameForm(n, k):
		p.predicate(n)
		return true
	case t.Is("that") && p.clauseAhead(k+1) && f.content:
		p.leaf(n, Link, Marker, 1)
		return p.content(n, f)
	case p.clauseAhead(k) && !p.at(k).Is("to"), t.Tag == tagSpeech:
		return false
	case p.subordinates(k), t.Tag == "IN", t.Tag == "TO", adverbial(t.Tag), t.Tag == tagDate, strings.HasPrefix(t.Tag, "JJ") && p.base(k) <= k:
		p.leaf(n, Link, Marker, 1)
		return true
	case p.base(k) > k:
		p.leaf(n, Link, Marker, 1)
		p.noun(n, Coordinate, false)
		return true
	}
	return false
}

// higher reports whether the verb at item k goes on the clause around n and not
// n: it has the tense of that clause, and n has not.
func (p *parser) higher(n, k int) bool {
	up := p.Nodes[n].Parent
	for up != 0 && (p.Nodes[up].Kind != Clause || p.Nodes[up].Group < 0) {
		up = p.Nodes[up].Parent
	}
	if up == 0 || p.Nodes[n].Role == Coordinate {
		return false
	}
	if r := p.Nodes[n].Role; r == Opening || r == Aside {
		return false
	}
	tag := func(g int) string { return p.Items[p.Groups[g].First].Tag }
	next := tag(p.groupAt(p.skipAdverbs(k)))
	g, outer, inner := p.Groups[p.groupAt(p.skipAdverbs(k))], p.Groups[p.Nodes[up].Group], p.Groups[p.Nodes[n].Group]
	if inner.Passive && !outer.Passive && !g.Passive && p.base(g.Last) > g.Last && next == tag(p.Nodes[up].Group) {
		return true // "left before it was sold and took the train"
	}
	return next == tag(p.Nodes[up].Group) && next != tag(p.Nodes[n].Group)
}

// attribution reads the words that say who said what stands before them.
func (p *parser) attribution(n int) {
	a := p.open(n, Clause, Attribution)
	if g := p.groupAt(p.pos); g >= 0 && p.Groups[g].Form == Finite {
		p.adverbs(a)
		p.verb(a, g)
		if p.base(p.pos) > p.pos {
			p.noun(a, Subject, true)
		}
	} else {
		p.noun(a, Subject, true)
		p.adverbs(a)
		if g := p.groupAt(p.pos); g >= 0 {
			p.verb(a, g)
		}
	}
	if p.Nodes[a].Group >= 0 {
		p.rest(a)
	}
	p.close(a)
}
