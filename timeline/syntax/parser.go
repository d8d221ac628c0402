package syntax

// parser builds a tree from left to right.
type parser struct {
	*Tree
	pos     int
	group   []int // the verb group that begins at the item, -1 for none
	bases   []int // see base
	depth   int
	end     int  // the item at which the part being read ends
	opening bool // a phrase before the subject is being read
}

// maxDepth bounds how deep clauses and phrases lie in each other.
const maxDepth = 24

// open begins a node at the current item.
func (p *parser) open(parent int, kind Kind, role Role) int {
	n := len(p.Nodes)
	p.Nodes = append(p.Nodes, Node{Kind: kind, Role: role, First: p.pos, Last: p.pos, Head: -1, Group: -1, Parent: parent})
	p.depth++
	if last := p.Nodes[parent].tail; last == 0 {
		p.Nodes[parent].Child = n
	} else {
		p.Nodes[last].Next = n
	}
	p.Nodes[parent].tail = n
	return n
}

// close ends node n before the current item.
func (p *parser) close(n int) {
	p.Nodes[n].Last = p.pos
	p.depth--
}

// leaf makes a node of the next count items.
func (p *parser) leaf(parent int, kind Kind, role Role, count int) int {
	n := p.open(parent, kind, role)
	p.Nodes[n].Head = p.pos
	p.pos += count
	p.close(n)
	return n
}

// at is item i, or an empty one behind the end.
func (p *parser) at(i int) Item {
	if i >= 0 && i < p.end {
		return p.Items[i]
	}
	return Item{}
}

func (p *parser) now() Item { return p.at(p.pos) }

func (p *parser) done() bool { return p.pos >= p.end }

// finiteAt reports whether a finite verb group begins at item i, adverbs and
// dates apart.
func (p *parser) finiteAt(i int) bool {
	i = p.skipAdverbs(i)
	return i < p.end && p.group[i] >= 0 && p.Groups[p.group[i]].Form == Finite
}

// groupAt is the index of the verb group at item i, adverbs apart, -1 for none.
func (p *parser) groupAt(i int) int {
	for i < p.end && (adverbial(p.Items[i].Tag)) {
		i++
	}
	if i < p.end {
		return p.group[i]
	}
	return -1
}

// clauseAhead reports whether a noun phrase begins at item i that is the subject
// of a finite verb: phrases and asides may stand between.
func (p *parser) clauseAhead(i int) bool {
	for i < p.end && (adverbial(p.Items[i].Tag) || p.Items[i].Tag == tagDate || p.Items[i].Tag == ",") {
		i++
	}
	if p.at(i).Is("of") && p.at(i+1).Is("course") {
		for i += 2; p.at(i).Tag == ","; i++ {
		}
	}
	if p.at(i).Is("in", "on", "at", "during", "after", "under", "for", "with", "by", "despite") && p.base(i+1) > i+1 {
		if k := p.base(i + 1); p.base(k) > k || p.at(k).Tag == "," {
			if p.at(k).Tag == "," {
				k++
			}
			i = k
		}
	}
	k := p.base(i)
	if k <= i {
		g := -1
		if i < p.end {
			g = p.group[i]
		}
		if g >= 0 && p.Groups[g].Form == Ing {
			return p.base(p.Groups[g].Last) > p.Groups[g].Last && p.subjectEnds(p.base(p.Groups[g].Last))
		}
		return p.at(i).Is("what", "whoever", "whatever") && p.finiteAt(i+1)
	}
	return p.subjectEnds(k)
}

// clauseNear is clauseAhead for words that may be prepositions: no comma but that
// of a relative clause may part the subject from its verb.
func (p *parser) clauseNear(i int) bool {
	for i < p.end && (adverbial(p.Items[i].Tag) || p.Items[i].Tag == tagDate) {
		i++
	}
	k := p.base(i)
	if k <= i {
		return p.clauseAhead(i)
	}
	for range 8 {
		if p.finiteAt(k) {
			return !p.inverted(p.skipAdverbs(k))
		}
		t := p.at(k)
		switch {
		case (t.Tag == "IN" && !t.Is("that", "because", "if", "until", "till", "after", "before", "since") || t.Tag == "TO" || t.Tag == "CC") && p.base(k+1) > k+1:
			k = p.base(k + 1)
		case t.Tag == tagDate:
			k++
		case t.Tag == "TO" && p.group[k] >= 0:
			k = p.skipAdverbs(p.Groups[p.group[k]].Last)
			if p.at(k).Tag == "RP" {
				k++
			}
			k = max(k, p.base(k))
		case t.Tag == "," && (p.at(k+1).Tag == "WP" || p.at(k+1).Tag == "WDT" || p.relativeBehind(k+1)):
			return p.finiteAt(p.overRelative(k))
		case t.Tag == "," && p.overAside(k) > k && p.at(k+1).Tag != "CC" && !p.clauseAhead(k+1):
			return p.finiteAt(p.overAside(k))
		default:
			return false
		}
	}
	return false
}

// inverted reports whether a pronoun stands behind the auxiliary at item i as its
// subject: "have we seen", "did they know".
func (p *parser) inverted(i int) bool {
	return p.at(i+1).Is("i", "we", "he", "she", "they", "you") && p.Groups[p.group[i]].Main == i && p.at(i).Is("have", "has", "had", "do", "does", "did", "am", "are", "is", "was", "were", "can", "could", "will", "would", "should", "may", "might", "must")
}

// subjectEnds reports whether a finite verb follows behind the noun phrase that
// ends at item k, with only what can belong to the phrase between.
func (p *parser) subjectEnds(k int) bool {
	for range 12 {
		if p.finiteAt(k) {
			return true
		}
		t := p.at(k)
		switch {
		case t.Tag == "CC" && p.base(k+1) > k+1:
			k = p.base(k + 1)
		case t.Tag == "," && p.base(k+1) > k+1 && (p.at(p.base(k+1)).Tag == "," || p.at(p.base(k+1)).Tag == "CC"):
			k = p.base(k + 1)
			if p.at(k).Tag == "," && p.finiteAt(k+1) {
				return true
			}
		case t.Tag == "IN" && p.groupAt(k+1) >= 0 && p.Groups[p.groupAt(k+1)].Form == Ing:
			g := p.Groups[p.groupAt(k+1)]
			k = max(p.base(g.Last), g.Last)
			if p.at(k).Tag == "CC" && p.groupAt(k+1) >= 0 {
				k = max(p.base(p.Groups[p.groupAt(k+1)].Last), p.Groups[p.groupAt(k+1)].Last)
			}
		case t.Tag == "IN" && !t.Is("that", "because", "if", "although", "though", "whether", "while") && p.base(k+1) > k+1, t.Tag == "TO" && p.base(k+1) > k+1:
			k = p.base(k + 1)
		case t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "," && (p.at(k+1).Tag == "WP" || p.at(k+1).Tag == "WDT" || p.at(k+1).Tag == "WP$"):
			return true
		case p.groupAt(k) >= 0 && (p.Groups[p.groupAt(k)].Form == Participle || p.Groups[p.groupAt(k)].Form == Ing):
			g := p.Groups[p.groupAt(k)]
			k = max(p.base(g.Last), g.Last)
		case t.Tag == tagDate:
			k++
		case t.Tag == "," && p.overAside(k) > k:
			return p.finiteAt(p.overAside(k))
		default:
			return false
		}
	}
	return false
}

// overAside is the item behind the comma that closes the aside opened by the
// comma at item k, k where a verb or the end comes first.
func (p *parser) overAside(k int) int {
	for i := k + 1; i < p.end && i < k+14; i++ {
		if p.Items[i].Tag == "," && i > k+1 {
			return i + 1
		}
		if t := p.Items[i].Tag; t == ":" || t == "." || p.group[i] >= 0 && p.Groups[p.group[i]].Form == Finite {
			return k
		}
	}
	return k
}

// overRelative is the item behind the comma that closes the relative clause
// opened by the comma at item k, k where there is none.
func (p *parser) overRelative(k int) int {
	for i := k + 2; i < p.end && i < k+20; i++ {
		if p.Items[i].Tag == "," {
			return i + 1
		}
	}
	return k
}
