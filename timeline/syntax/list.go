package syntax

import "strings"

// joined reads a second noun behind "and", unless it is the subject of the next
// clause.
func (p *parser) joined(c int, subject bool) bool {
	k := p.pos + 1
	if p.now().Is("as") {
		if k += 2; p.base(k) <= k {
			return false
		}
	}
	if p.now().Is("but", "yet", "so") && !p.at(k).Is("also", "not") {
		return false
	}
	for adverbial(p.at(k).Tag) && p.base(k) <= k {
		k++
	}
	if p.base(k) <= k {
		return false
	}
	if !subject && p.subjectEnds(p.base(k)) && !(p.inAsideOfSubject(c) && !p.twoFinite(k)) {
		return false
	}
	p.leaf(c, Link, Marker, k-p.pos)
	p.noun(c, Coordinate, subject)
	return true
}

// inAsideOfSubject reports whether node c lies in a relative clause on a subject
// that still waits for its verb.
func (p *parser) inAsideOfSubject(c int) bool {
	for ; c != 0; c = p.Nodes[c].Parent {
		if x := &p.Nodes[c]; x.Kind == Clause {
			return (x.Role == Relative || x.Role == Aside) && p.Nodes[x.Parent].Kind == Noun && p.inSubject(x.Parent)
		}
	}
	return false
}

// nounComma reads what a comma joins to the noun phrase c: a list, an
// apposition, a relative clause, a participle.
func (p *parser) nounComma(c int, subject bool) bool {
	k := p.pos + 1
	t := p.at(k)
	switch {
	case t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WP$" || t.Is("where", "whose") || p.relativeBehind(k):
		p.leaf(c, Link, Marker, 1)
		p.relative(c, Aside)
		p.closing(c, subject)
	case t.Tag == "CC" && p.Nodes[c].Role == Aside && p.inSubject(c):
		return false // "The council, a new body, and the unions": not the body's
	case p.listAhead(p.pos) && !(p.said(k)):
		return p.list(c, subject)
	case p.opening && !p.namesPlace(k):
		return false
	case p.base(k) > k && p.apposes(k, subject):
		p.leaf(c, Link, Marker, 1)
		p.noun(c, Aside, false)
		p.closing(c, subject)
	case subject && p.groupAt(k) >= 0 && p.Groups[p.groupAt(k)].Form != Finite && p.closedAside(k):
		p.leaf(c, Link, Marker, 1)
		p.loose(c, Aside)
		p.closing(c, subject)
	default:
		return false
	}
	return true
}

// namesPlace reports whether nothing but a name stands between item k and the
// next comma: "In Tampere, Finland, …".
func (p *parser) namesPlace(k int) bool {
	e := p.base(k)
	return e > k && p.at(k).Tag == "NNP" && p.at(e-1).Tag == "NNP" && p.at(e).Tag == ","
}

// closing passes over the comma that closes an aside in a subject.
func (p *parser) closing(c int, subject bool) {
	if p.now().Tag == "," && (subject && (p.inSubject(c) || !p.said(p.pos+1)) || p.at(p.pos+1).Tag == "IN" && !p.outerAbove(c)) {
		p.leaf(c, Link, Marker, 1)
	}
}

func (p *parser) outerAbove(c int) bool {
	for ; c != 0; c = p.Nodes[c].Parent {
		if p.Nodes[c].Kind == Clause {
			return p.outer(c)
		}
	}
	return false
}

// closedAside reports whether a comma and a finite verb follow item k: the
// participle there is an aside of the subject.
func (p *parser) closedAside(k int) bool {
	for i := k; i < p.end && i < k+30; i++ {
		if p.Items[i].Tag == "," && p.finiteAt(i+1) {
			return true
		}
		if g := p.group[i]; g >= 0 && p.Groups[g].Form == Finite {
			return false
		}
	}
	return false
}

// listAhead reports whether the comma at item i goes on a list: noun phrases
// with commas between, and a conjunction before the last.
func (p *parser) listAhead(i int) bool {
	for range 12 {
		if p.at(i).Tag == "CC" {
			return p.base(i+1) > i+1
		}
		if p.at(i).Tag != "," {
			return false
		}
		if p.at(i+1).Tag == "CC" {
			e := p.base(i + 2)
			return e > i+2 && !p.finiteAt(e)
		}
		k := p.base(i + 1)
		if k <= i+1 {
			return false
		}
		for range 2 {
			if (p.at(k).Tag == "IN" || p.at(k).Tag == "TO") && p.base(k+1) > k+1 {
				k = p.base(k + 1)
			}
		}
		i = k
	}
	return false
}

// list reads the rest of a list from its first comma on.
func (p *parser) list(c int, subject bool) bool {
	for range 12 {
		k := p.pos
		for p.at(k).Tag == "," || p.at(k).Tag == "CC" {
			k++
		}
		if k == p.pos || p.base(k) <= k {
			break
		}
		last := p.at(k-1).Tag == "CC"
		if last && !subject && p.subjectEnds(p.base(k)) && !strings.HasPrefix(p.at(k).Tag, "NNP") {
			return false
		}
		p.leaf(c, Link, Marker, k-p.pos)
		m := p.open(c, Noun, Coordinate)
		p.Nodes[m].Head = p.headOf(p.pos, p.base(p.pos))
		p.pos = p.base(p.pos)
		for p.now().Tag == "IN" && !p.now().Is("that") && !p.subordinates(p.pos) && (subject || p.now().Is("of") || !last) && p.base(p.pos+1) > p.pos+1 {
			if p.prep(m, Modifier) == 0 {
				break
			}
		}
		p.close(m)
		if last {
			break
		}
	}
	return true
}

// apposes reports whether the noun phrase at item k, behind a comma, is an
// apposition: a comma or the end follows it, and no verb of its own.
func (p *parser) apposes(k int, subject bool) bool {
	if p.said(k) || p.at(k).Tag == "PRP" {
		return false
	}
	if subject && p.formed(k) {
		return true
	}
	e := p.base(k)
	for range 4 {
		if (p.at(e).Tag == "IN" && !p.subordinates(e) || p.at(e).Tag == "TO" || p.at(e).Tag == "CC") && p.base(e+1) > e+1 {
			e = p.base(e + 1)
		}
	}
	switch t := p.at(e); {
	case t.Tag == ",":
		return true
	case t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WP$":
		return true
	case t.Tag == "" || t.Tag == "." || t.Tag == ":":
		return !subject
	case p.groupAt(e) >= 0 && p.Groups[p.groupAt(e)].Form != Finite:
		return true
	case t.Tag == "IN" || t.Tag == "CC" || t.Tag == tagDate:
		return !p.clauseAhead(k)
	}
	return false
}
