package event

import (
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// antecedent adds the noun phrase that the relative clause c stands on, without
// the clause and what follows.
func (s *sketch) antecedent(c int) bool {
	up := s.t.Nodes[c].Parent
	if up != 0 && s.t.Nodes[up].Kind == syntax.Clause {
		up = s.nounBefore(up, c)
	}
	if up == 0 || s.t.Nodes[up].Kind != syntax.Noun {
		return false
	}
	up = s.agreeing(up, c)
	x := &s.t.Nodes[up]
	last := s.beforeClause(up, c)
	s.add(x.First, last)
	if gap := s.t.Nodes[c].First; x.Last < gap && s.t.Items[x.Last].Tag == "IN" {
		s.add(x.Last, gap) // "a summit | in Norland | that ended"
		s.options = append(s.options, option{first: x.Last, last: gap, cost: 52})
	}
	for k := range s.t.Children(up) {
		if s.t.Nodes[k].First >= last {
			break
		}
		if cost := s.cost(up, k); cost < never && s.t.Nodes[k].Last <= last {
			s.options = append(s.options, option{first: s.t.Nodes[k].First, last: s.t.Nodes[k].Last, cost: cost})
		}
		s.weigh(k)
	}
	kept := s.options[:0]
	for _, o := range s.options {
		if o.last <= s.t.Nodes[c].First || o.first >= s.t.Nodes[c].Last {
			kept = append(kept, o)
		}
	}
	s.options = kept
	return true
}

// beforeClause is the item that ends what noun phrase up holds before the
// relative clause c.
func (s *sketch) beforeClause(up, c int) int {
	x := &s.t.Nodes[up]
	last := min(s.t.Nodes[c].First, x.Last)
	for k := range s.t.Children(up) {
		if y := &s.t.Nodes[k]; y.First <= s.t.Nodes[c].First && s.t.Nodes[c].First < y.Last && y.Role == syntax.Aside {
			last = y.First // "Lind, a judge who …": she
		}
	}
	for last > x.First && s.t.Items[last-1].Tag == "," {
		last--
	}
	return last
}

// nounBefore is the noun phrase right before child c of clause n, dates and marks
// apart, 0 for none.
func (s *sketch) nounBefore(n, c int) int {
	before := 0
	for k := range s.t.Children(n) {
		if k == c {
			return before
		}
		switch x := &s.t.Nodes[k]; {
		case x.Kind == syntax.Noun && x.Role == syntax.Object:
			before = k
		case x.Kind != syntax.Time && x.Kind != syntax.Link:
			before = 0
		}
	}
	return 0
}

// agreeing is the noun phrase that a relative clause on node up is about: of "the
// heads of the state, who meet", the heads, by the number of the verb; of "the
// fans of the singer, who", whom the pronoun can mean; of "Lind, a judge who",
// the name.
func (s *sketch) agreeing(up, c int) int {
	nearest := up
	for {
		var next int
		var further bool
		if s.t.Nodes[s.t.Nodes[up].Parent].Kind == syntax.Prep {
			next, further = s.beyondPrep(up, c, nearest)
		} else {
			next, further = s.beyond(up, c)
		}
		if !further {
			return next
		}
		up = next
	}
}

// beyond is the noun phrase that a relative clause c on up, no object of a
// preposition, can be about, and whether what that stands in is to be looked at.
func (s *sketch) beyond(up, c int) (next int, further bool) {
	x := &s.t.Nodes[up]
	outer := x.Parent
	if outer == 0 {
		return up, false
	}
	first := s.t.Items[x.First]
	switch kind := s.t.Nodes[outer].Kind; {
	case kind == syntax.Noun && x.Role == syntax.Coordinate && first.Tag == "PRP$":
		return outer, true // "a tanker and its crew"
	case kind == syntax.Noun && x.Role == syntax.Aside && s.properHead(outer) && (!s.properHead(up) || !s.someone(c)):
		return outer, true
	case kind == syntax.Clause && s.verb(outer) == "be" && x.Role == syntax.Object && !s.ordinal(up):
		if subject := s.t.Find(outer, syntax.Subject); subject != 0 && s.properHead(subject) && first.Is("a", "an") {
			return subject, false
		}
	}
	return up, false
}

// beyondPrep is beyond for the object of a preposition; nearest is the noun
// phrase right before the clause.
func (s *sketch) beyondPrep(up, c, nearest int) (next int, further bool) {
	prep := s.t.Nodes[up].Parent
	if s.restricts(up, c) {
		if common := s.commonBefore(prep); common != 0 {
			return common, true
		}
	}
	outer := s.t.Nodes[prep].Parent
	if outer == 0 || s.t.Nodes[outer].Kind != syntax.Noun || s.t.Nodes[prep].Role == syntax.Adjunct {
		if !s.agrees(up, c) {
			return nearest, false
		}
		return up, false
	}
	clause := &s.t.Nodes[c]
	switch {
	case clause.Form == syntax.Participle && clause.Role == syntax.Aside, s.t.Items[s.t.Nodes[outer].Head].Is("kind", "kinds", "sort", "type"):
		return outer, true
	case s.theirs(c) && s.plural(up) && !s.plural(outer):
		return up, false // "the advance of troops which began their siege"
	case s.bare(up, outer), s.counted(up, outer), s.situates(up, outer):
		return outer, true
	case s.agrees(up, c) && !(s.someone(c) && s.thing(up) && !s.thing(outer)):
		return up, false
	}
	return outer, true
}

// someone reports whether the relative clause c is about a person: "who".
func (s *sketch) someone(c int) bool {
	return s.t.Items[s.t.Nodes[c].First].Is("who", "whom", "whose")
}

// properHead reports whether the head of noun phrase n is a name.
func (s *sketch) properHead(n int) bool {
	return strings.HasPrefix(s.t.Items[s.t.Nodes[n].Head].Tag, "NNP")
}

// counted reports whether noun phrase up is a number that goes with the name
// outer.
func (s *sketch) counted(up, outer int) bool {
	return s.t.Items[s.t.Nodes[up].First].Tag == "CD" && s.t.Items[s.t.Nodes[outer].Head].Tag == "NNP"
}

// situates reports whether up, a known thing behind a preposition, only says where
// the new thing outer is: "protesters in the square".
func (s *sketch) situates(up, outer int) bool {
	x := &s.t.Nodes[up]
	return !s.t.Items[s.t.Nodes[x.Parent].First].Is("of", "against") && x.Head == x.First+1 && s.t.Items[x.First].Is("the") &&
		s.t.Items[s.t.Nodes[outer].First].Tag != "DT" && !s.properHead(outer)
}

// bare reports whether noun phrase up is only what outer consists of: "the convoys
// of trucks".
func (s *sketch) bare(up, outer int) bool {
	first, head := s.t.Items[s.t.Nodes[up].First], s.t.Items[s.t.Nodes[up].Head]
	return head.Tag == "NNS" && nounTag(first.Tag) && s.t.Items[s.t.Nodes[outer].First].Tag == "DT" && !plainNoun(s.t.Items[s.t.Nodes[outer].Head].Token) &&
		strings.HasPrefix(s.t.Items[s.t.Nodes[outer].Head].Tag, "NN")
}

func nounTag(tag string) bool { return tag == "JJ" || tag == "NN" || tag == "NNS" }

// thing reports whether a noun phrase is a place's or body's name, or a thing.
func (s *sketch) thing(n int) bool {
	at := s.t.Items[s.t.Nodes[n].Head]
	for _, name := range s.a.names {
		if name.First <= at.First && at.First < name.Last {
			return name.Kind != words.Person
		}
	}
	return at.Tag == "NN" && !words.Role(at.Lower) && !persons[at.Lower] && !strings.HasSuffix(at.Lower, "man") && !strings.HasSuffix(at.Lower, "er") && !strings.HasSuffix(at.Lower, "or")
}

// agrees reports whether the verb of clause c can have the noun phrase n as its
// subject.
func (s *sketch) agrees(n, c int) bool {
	if s.t.Find(c, syntax.Subject) != 0 || s.t.Nodes[c].Group < 0 {
		return true
	}
	plural := s.plural(n)
	switch v := s.t.Items[s.t.Groups[s.t.Nodes[c].Group].First]; {
	case v.Tag == "VBZ", v.Is("was"):
		return !plural
	case v.Is("were", "are", "have"), v.Tag == "VBP":
		return plural
	}
	return true
}

// relative adds a relative clause as a clause of its own, with the noun it
// stands on where its pronoun stands for.
func (s *sketch) relative(c int) bool {
	n := &s.t.Nodes[c]
	first := s.t.Items[n.First]
	subject := s.t.Find(c, syntax.Subject)
	switch {
	case first.Is("where") && subject != 0:
		s.add(s.t.Nodes[subject].First, s.t.Nodes[subject].Last)
		s.subject = len(s.pieces)
		s.add(s.t.Nodes[subject].Last, n.Last)
	case first.Is("where", "when", "why", "some", "many", "most", "all", "one", "none") || first.Tag == "IN" && !first.Is("that"):
		return false
	case first.Is("whose"):
		if subject == 0 || !s.antecedent(c) {
			return false
		}
		s.ownerAlone()
		s.pieces = append(s.pieces, piece{first: n.First, text: "’s"})
		s.add(s.t.Nodes[subject].First, n.Last)
		s.subject = len(s.pieces)
		s.pieces[len(s.pieces)-1].last = s.t.Nodes[subject].Last
		s.add(s.t.Nodes[subject].Last, n.Last)
	case subject == 0:
		if !s.antecedent(c) {
			return false
		}
		s.subject = len(s.pieces)
		s.add(s.verbStart(c), n.Last)
	default:
		return s.objectRelative(c, subject)
	}
	s.weigh(c)
	return true
}

// ownerAlone cuts the owner of what "whose" tells of to the base of the phrase.
func (s *sketch) ownerAlone() {
	p := &s.pieces[len(s.pieces)-1]
	for i := p.first + 1; i < p.last; i++ {
		if t := s.t.Items[i]; t.Tag == "IN" && !t.Is("of") || t.Tag == "," {
			p.last = i
		}
	}
}

// objectRelative adds a relative clause whose pronoun is its object: of "the
// bridge that they built in May", "they built the bridge".
func (s *sketch) objectRelative(c, subject int) bool {
	n := &s.t.Nodes[c]
	if s.t.Find(c, syntax.Object) != 0 {
		return false
	}
	for k := range s.t.Children(c) {
		if x := s.t.Nodes[k]; x.Role == syntax.Complement && x.Kind == syntax.Clause {
			return false // the pronoun stands for something in a clause within
		}
	}
	g := s.t.Groups[n.Group]
	if s.t.Items[n.First].Is("who", "whom") && syntax.Frames(s.t.Items[g.Main].Lower).Has(syntax.That) {
		return false // "who it emerged had …"
	}
	s.add(s.t.Nodes[subject].First, s.t.Nodes[subject].Last)
	s.subject = len(s.pieces)
	end := g.Last
	if k := s.stranded(c); k > 0 {
		end = k
	}
	s.add(s.t.Nodes[subject].Last, end)
	if !s.antecedent(c) {
		return false
	}
	s.add(end, n.Last)
	s.weigh(c)
	return true
}

// stranded is the item behind a particle or preposition without an object right
// behind the verb of clause c, 0 for none.
func (s *sketch) stranded(c int) int {
	g := s.t.Groups[s.t.Nodes[c].Group]
	for k := range s.t.Children(c) {
		if x := &s.t.Nodes[k]; x.First == g.Last && x.Kind == syntax.Adverb && (x.Role == syntax.Complement || scoping[s.t.Items[x.First].Lower]) {
			return x.Last
		}
	}
	return 0
}

// reducedTitle is the title of a participle behind its noun, in the manner of
// headlines: "Law adopted by both chambers".
func (x *extractor) reducedTitle(f *fact, c int) (string, bool) {
	s := f.analysis.newSketch()
	s.at = c
	if !s.antecedent(c) {
		return "", false
	}
	s.subject = len(s.pieces)
	p := &s.pieces[0]
	for p.first+1 < p.last && (s.t.Items[p.first].Is("the", "a", "an", "this") || s.t.Items[p.first].Tag == "PRP$") {
		p.first++
	}
	s.add(s.verbStart(c), s.t.Nodes[c].Last)
	s.weigh(c)
	if !s.fit(maxWords) {
		return "", false
	}
	t := s.text()
	return t, count(t) > 1
}
