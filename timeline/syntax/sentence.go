package syntax

import "dateline/timeline/words"

// sentence reads all of the items: clauses, and what stands between them.
func (p *parser) sentence() {
	p.end = len(p.Items)
	for !p.done() {
		from := p.pos
		switch t := p.now(); {
		case t.Tag == "." || t.Tag == ":" || t.Tag == ",":
			p.leaf(0, Link, Marker, 1)
		case t.Tag == "CC" && p.pos > 0 && p.shared():
		default:
			p.mainClause(p.pos > 0 && p.Nodes[p.lastChild()].Kind == Clause)
		}
		if p.pos == from {
			p.stray()
		}
	}
}

func (p *parser) lastChild() int { return p.Nodes[0].tail }

// stray passes over an item that no rule takes, and marks what stands before
// it: its end was not seen.
func (p *parser) stray() {
	if last := p.lastChild(); last != 0 {
		p.doubt(last)
	}
	n := p.leaf(0, Link, None, 1)
	p.Nodes[n].Unsure = true
}

// doubt marks node n and what ends with it.
func (p *parser) doubt(n int) {
	p.Nodes[n].Unsure = true
	if last := p.Nodes[n].tail; last != 0 && p.Nodes[last].Last == p.Nodes[n].Last {
		p.doubt(last)
	}
}

// mainClause reads a clause that leans on no other. Words run together with
// those before them (no mark, no conjunction between) make both unsure.
func (p *parser) mainClause(follows bool) {
	before := p.lastChild()
	joined := false
	for p.now().Tag == "CC" {
		p.leaf(0, Link, Marker, 1)
		joined = true
	}
	n := p.open(0, Clause, None)
	p.clause(n, Finite)
	p.close(n)
	subject := p.Find(n, Subject) != 0
	if p.Nodes[before].Kind == Link && p.Items[p.Nodes[before].First].Tag == "," && !subject {
		follows = true
		for c := range p.Children(0) {
			if p.Nodes[c].Kind == Clause && c != n {
				before = c
			}
		}
	}
	if follows && !joined && p.Nodes[n].Group >= 0 {
		p.doubt(before)
		p.Nodes[n].Unsure = true
	}
}

// shared reads a predicate joined to the clause before it by a conjunction at
// the current item: "… and was closed". It reports whether there is one.
func (p *parser) shared() bool {
	before := 0
	for c := range p.Children(0) {
		if p.Nodes[c].Kind == Clause {
			before = c
		}
	}
	if before == 0 {
		return false
	}
	if !p.finiteAt(p.pos+1) || p.Nodes[before].Group < 0 {
		return false
	}
	p.predicate(before)
	p.Nodes[before].Last = p.pos
	return true
}

// predicate reads a conjunction and the verb that shares the subject of clause n
// as a node below it.
func (p *parser) predicate(n int) {
	c := p.open(n, Clause, Coordinate)
	for p.now().Tag == "," || p.now().Tag == "CC" {
		p.leaf(c, Link, Marker, 1)
	}
	p.Nodes[c].Form = p.Nodes[n].Form
	p.adverbs(c)
	if g := p.groupAt(p.pos); g >= 0 {
		p.verb(c, g)
		p.Nodes[c].Form = p.Groups[g].Form
		if p.Nodes[n].Form == Finite && p.Groups[g].Form != Finite {
			p.Nodes[c].Form = p.Groups[g].Form
		}
	}
	p.rest(c)
	p.close(c)
}

// verb makes group g the verb of clause n and passes over it.
func (p *parser) verb(n, g int) {
	p.Nodes[n].Group = g
	p.Nodes[n].Head = p.Groups[g].Main
	p.pos = max(p.pos, p.Groups[g].Last)
}

// adverbs reads adverbs and dates before a verb.
func (p *parser) adverbs(n int) {
	for !p.done() {
		switch t := p.now(); {
		case t.Tag == tagDate:
			p.leaf(n, Time, Adjunct, 1)
		case adverbial(t.Tag):
			p.leaf(n, Adverb, Adjunct, 1)
		default:
			return
		}
	}
}

// reporting reports whether the verb of group g says what somebody said.
func (p *parser) reporting(g int) bool {
	return words.Reporting(p.Items[p.Groups[g].Main].Lower) != words.ReportNone || p.Items[p.Groups[g].Main].Is("told", "emerged")
}
