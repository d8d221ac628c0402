package syntax

import "strings"

// compounds are prepositions of several words.
var compounds = [][]string{
	{"according", "to"}, {"because", "of"}, {"due", "to"}, {"such", "as"}, {"as", "well", "as"}, {"instead", "of"}, {"ahead", "of"}, {"prior", "to"},
	{"along", "with"}, {"together", "with"}, {"rather", "than"}, {"out", "of"}, {"next", "to"}, {"close", "to"}, {"thanks", "to"}, {"apart", "from"},
	{"aside", "from"}, {"as", "part", "of"}, {"as", "a", "result", "of"}, {"in", "front", "of"}, {"on", "behalf", "of"}, {"in", "spite", "of"},
	{"with", "regard", "to"}, {"in", "addition", "to"}, {"in", "order"}, {"up", "to"}, {"as", "to"}, {"as", "for"}, {"as", "of"}, {"other", "than"},
	{"away", "from"}, {"back", "to"}, {"back", "into"}, {"back", "in"}, {"down", "to"}, {"down", "from"}, {"up", "from"}, {"on", "to"}, {"off", "of"}, {"even", "as"}, {"not", "for"}, {"only", "in"},
	{"following"}, {"including"}, {"despite"}, {"amid"},
}

// compound is how many items the preposition of several words that begins at
// item i has, 0 for none.
func (p *parser) compound(i int) int {
	first := p.at(i)
	if first.Tag == "" || strings.HasPrefix(first.Tag, "NN") {
		return 0
	}
next:
	for _, c := range compounds {
		if first.Lower != c[0] {
			continue
		}
		for k, w := range c[1:] {
			if p.at(i+k+1).Lower != w {
				continue next
			}
		}
		if len(c) == 1 && p.base(i+1) <= i+1 {
			continue
		}
		if (c[0] == "up" || c[0] == "more" || c[0] == "less") && (p.at(i+2).Tag == "CD" || p.at(i+2).Tag == "$") {
			continue
		}
		return len(c)
	}
	return 0
}

// prep reads a preposition and its object. A preposition without one is read as
// the particle of the verb before it. It returns 0 where nothing can be read.
func (p *parser) prep(n int, role Role) int {
	if p.depth > maxDepth {
		return 0
	}
	c := p.open(n, Prep, role)
	p.Nodes[c].Head = p.pos
	p.pos += max(1, p.compound(p.pos))
	p.prepObject(c)
	p.close(c)
	if p.Nodes[c].Child == 0 {
		p.Nodes[c].Kind = Adverb
		if role == Adjunct {
			p.Nodes[c].Role = Complement
		}
	}
	return c
}

// prepObject reads the object of the preposition c.
func (p *parser) prepObject(c int) {
	t := p.now()
	g := p.groupAt(p.pos)
	subject := p.inSubject(c)
	switch {
	case t.Tag == "WP" || t.Is("what", "how", "why", "whether", "where", "when", "whose") && !t.Is("which"):
		p.free(c, Object)
	case t.Tag == "WDT":
		p.leaf(c, Link, Marker, 1)
	case g >= 0 && p.Groups[g].Form == Ing && p.base(p.pos) <= p.pos:
		p.loose(c, Object)
	case g >= 0 && p.Groups[g].Form == Infinitive && p.at(p.pos-1).Is("order", "as", "to", "than"):
		p.loose(c, Object)
	case p.base(p.pos) > p.pos:
		p.noun(c, Object, subject)
		if g := p.groupAt(p.pos); g >= 0 && (p.Groups[g].Form == Ing || p.Groups[g].Form == Participle) && p.at(p.Nodes[c].First).Is("with", "without") {
			p.loose(c, Complement) // "with their phones taken"
		}
	case t.Tag == tagDate:
		p.leaf(c, Time, Object, 1)
	case t.Tag == tagSpeech:
		p.leaf(c, Speech, Object, 1)
	case t.Tag == "IN" && !t.Is("that") || p.compound(p.pos) > 0 && t.Tag != "RB":
		p.prep(c, Object)
	case strings.HasPrefix(t.Tag, "JJ") && strings.HasPrefix(p.at(p.pos+1).Tag, "JJ"):
		p.leaf(c, Noun, Object, 2)
	case strings.HasPrefix(t.Tag, "JJ"), adverbial(t.Tag) && (p.at(p.pos+1).Tag == "" || p.at(p.pos+1).Tag == "." || p.at(p.pos+1).Tag == ",") && p.at(p.pos-1).Tag == "IN":
		p.leaf(c, Adj, Object, 1)
	}
}

// inSubject reports whether node n stands in a subject before its verb.
func (p *parser) inSubject(n int) bool {
	for ; n != 0; n = p.Nodes[n].Parent {
		switch x := &p.Nodes[n]; {
		case x.Role == Subject && x.Kind == Noun:
			return true
		case x.Kind == Clause:
			return false
		}
	}
	return false
}
