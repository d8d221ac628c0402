package event

import (
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// compressed is the title of the clause that holds the fact's date: what the
// sentence says of it, shortened by leaving out what is not needed. It reports
// false where the parse is not sure or nothing true is short enough.
func (x *extractor) compressed(f *fact, v voice) (string, bool) {
	a := f.analysis
	t := a.parse()
	c := x.dateClause(f)
	if c == 0 {
		return "", false
	}
	n := &t.Nodes[c]
	if n.Role == syntax.Attribution {
		return x.compressedSaid(f, c, v)
	}
	if n.Unsure || n.Group < 0 {
		return "", false
	}
	if n.Form == syntax.Participle {
		return x.reducedTitle(f, c)
	}
	s, ok := x.sketchOf(f, c)
	if !ok {
		return "", false
	}
	if x.quotes(c, t) || s.hollow(c) {
		return "", false
	}
	if who := t.Find(c, syntax.Attribution); who != 0 && needsVoice(v.report) {
		return x.behindSpeaker(f, s, v, s.mainToken(who))
	}
	if emerging[s.verb(c)] || s.datedCleft(c) {
		if title, ok := x.contentAlone(f, c, v); ok {
			return title, true
		}
	}
	if title, ok := x.fitted(f, s, maxWords); ok {
		return title, true
	}
	return x.contentAlone(f, c, v)
}

// dateClause is the clause that the fact's date belongs to, 0 for none. What
// completes another clause is told with that.
func (x *extractor) dateClause(f *fact) int {
	a := f.analysis
	t := a.parse()
	var c int
	if f.mention >= 0 && f.mention < len(x.mentions) && x.mentions[f.mention].Len() > 0 {
		at := a.tokensOf(x.mentions[f.mention].Span)
		if at.empty() {
			return 0
		}
		c = t.At(t.ItemAt(at.first), func(n *syntax.Node) bool { return n.Kind == syntax.Clause && n.Group >= 0 })
	} else if f.segment >= 0 && a.segments[f.segment].verb >= 0 {
		c = t.At(t.ItemAt(a.groups[a.segments[f.segment].verb].main), func(n *syntax.Node) bool { return n.Kind == syntax.Clause && n.Group >= 0 })
	}
	for c != 0 {
		n := &t.Nodes[c]
		if up := cleftAbove(t, c); up != 0 {
			return up
		}
		if n.Role == syntax.Complement && n.Form == syntax.Finite && t.Nodes[n.Parent].Kind == syntax.Noun && t.Items[t.Nodes[n.Parent].Head].Is("fact", "news", "evidence", "announcement") {
			return c
		}
		free := n.Role == syntax.None || n.Role == syntax.Coordinate || n.Role == syntax.Relative || n.Role == syntax.Aside || n.Role == syntax.Attribution ||
			(n.Role == syntax.Adjunct || n.Role == syntax.Opening) && n.Form == syntax.Finite
		if free && n.Form == syntax.Finite {
			return c
		}
		if n.Form == syntax.Participle && (n.Role == syntax.Relative || n.Role == syntax.Aside) && t.Nodes[n.Parent].Kind == syntax.Noun {
			return c
		}
		if n.Form == syntax.Ing && t.Items[t.Groups[max(0, n.Group)].First].Is("having") {
			return 0
		}
		if n.Form == syntax.Participle && n.Role != syntax.Complement || n.Role == syntax.Opening && n.Form != syntax.Ing || n.Role == syntax.Relative && n.Form == syntax.Ing || t.Items[n.First].Is("since", "after", "before") {
			return 0 // what the participle tells is another thing
		}
		inner, noun := c, n.Parent
		c = noun
		for c != 0 && t.Nodes[c].Kind != syntax.Clause {
			c = t.Nodes[c].Parent
		}
		if c != 0 && t.Nodes[c].Group < 0 && t.Nodes[inner].Form == syntax.Finite && t.Nodes[noun].Kind == syntax.Noun && !t.Items[t.Nodes[noun].Head].Is(hearsay...) {
			return inner // "… just statements that three men had died"
		}
	}
	return 0
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

// sketchOf is the sketch of clause c with its subject.
func (x *extractor) sketchOf(f *fact, c int) (*sketch, bool) {
	s := f.analysis.newSketch()
	s.keepDates = f.blurred || x.needsDate(f) || x.gerundDated(f, c) || x.compared(f)
	if s.keepDates {
		f.analysis.leaveOut(nil)
	}
	n := &s.t.Nodes[c]
	s.role, s.at = n.Role, c
	switch n.Role {
	case syntax.Relative, syntax.Aside:
		if !s.relative(c) {
			return nil, false
		}
	case syntax.Coordinate:
		if !s.coordinate(c) {
			return nil, false
		}
	case syntax.Adjunct, syntax.Opening:
		if s.t.Items[n.First].Is("if", "unless", "lest", "whether", "so", "provided") {
			return nil, false
		}
		s.clause(c)
	default:
		s.clause(c)
	}
	s.titles()
	if subject := s.t.Find(c, syntax.Subject); subject != 0 && s.t.Nodes[subject].Kind == syntax.Noun && !s.numbers(subject, n.Group) {
		return nil, false
	}
	return s, s.subject > 0 && s.whole(c)
}

// numbers reports whether the number of a subject can be that of its verb, which
// it is not where the subject was not seen whole.
func (s *sketch) numbers(subject, group int) bool {
	head := s.t.Items[s.t.Nodes[subject].Head]
	for k := range s.t.Children(subject) {
		if s.t.Nodes[k].Role == syntax.Coordinate {
			return true
		}
	}
	switch v := s.t.Items[s.t.Groups[group].First]; {
	case v.Is("was", "is", "has"):
		return head.Tag != "NNS" || head.Is("police", "news", "politics", "economics") || s.t.Items[s.t.Nodes[subject].First].Tag == "CD" || s.t.Items[s.t.Nodes[subject].First].Tag == "$"
	case v.Is("were", "are"):
		return head.Tag != "NNP" && (head.Tag != "NN" || plainNoun(head.Token) || !head.Is("man", "woman", "country", "president", "minister", "company", "day", "war"))
	}
	return true
}

// titles makes what a person is called before the name optional, and the article
// that the title begins with, as headlines leave it out.
func (s *sketch) titles() {
	if len(s.pieces) == 0 {
		return
	}
	s.nameAlone()
	for _, n := range s.a.names {
		if n.Role == "" || n.Kind != words.Person {
			continue
		}
		last := s.t.ItemAt(n.First)
		first := last
		for first > 0 && (strings.HasPrefix(s.t.Items[first-1].Tag, "NN") || s.t.Items[first-1].Tag == "JJ" || s.t.Items[first-1].Is("of", "for") && s.of(first-1)) {
			first--
		}
		if first < last && words.Role(s.t.Items[last-1].Lower) || first+1 < last && words.Role(s.t.Items[first].Lower) {
			s.options = append(s.options, option{first: first, last: last, cost: 68})
		}
	}
}

// nameAlone lets the words before the name of a person be left out which stands
// between commas in the subject: "the head of the agency, Anna Keller, said".
func (s *sketch) nameAlone() {
	subject := s.t.Find(s.at, syntax.Subject)
	if subject == 0 || s.t.Nodes[subject].Kind != syntax.Noun {
		return
	}
	c := s.t.At(s.t.Nodes[subject].Head, func(n *syntax.Node) bool { return n.Kind == syntax.Noun })
	for _, n := range s.a.names {
		if n.Kind != words.Person {
			continue
		}
		at := s.t.ItemAt(n.First)
		k := s.t.At(at, func(x *syntax.Node) bool { return x.Kind == syntax.Noun && x.Role == syntax.Aside && x.First <= at })
		if k == 0 || k == c || s.t.Nodes[k].First < s.t.Nodes[subject].First || s.t.Nodes[k].Last > s.t.Nodes[subject].Last || strings.HasPrefix(s.t.Items[s.t.Nodes[subject].Head].Tag, "NNP") {
			continue
		}
		o := option{first: s.t.Nodes[subject].First, last: s.t.Nodes[k].First, cost: 67}
		if end := s.t.Nodes[k].Last; end < len(s.t.Items) && s.t.Items[end].Tag == "," {
			o.mate = end
		}
		s.options = append(s.without(s.t.Nodes[k].First, s.t.Nodes[k].Last), o)
		return
	}
}

// of reports whether the preposition at item i joins an office to what it is the
// office of: "Secretary of Agriculture".
func (s *sketch) of(i int) bool { return i > 0 && words.Role(s.t.Items[i-1].Lower) }

// compared reports whether the date of a fact is measured against: "more than
// three hours later".
func (x *extractor) compared(f *fact) bool {
	at := f.analysis.tokensOf(x.mentions[f.mention].Outer).first
	return at > 0 && f.analysis.tokens[at-1].Is("than")
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

// clause adds clause c: its subject, its verb, and what follows it; what stands
// before the subject too, if it can be worth its words.
func (s *sketch) clause(c int) {
	first, n := -1, &s.t.Nodes[c]
	for k := range s.t.Children(c) {
		x := &s.t.Nodes[k]
		if x.Kind == syntax.Link && first < 0 {
			continue
		}
		if first < 0 {
			first = x.First
		}
		if x.Role == syntax.Subject {
			if !s.conditional(c) {
				first = x.First
			}
			s.add(first, x.Last)
			s.subject = len(s.pieces)
			s.add(x.Last, n.Last)
			break
		}
		if s.t.Items[x.First].Tag == "SPEECH" {
			break
		}
	}
	s.weigh(c)
}

// conditional reports whether a condition stands before the subject of clause c.
func (s *sketch) conditional(c int) bool {
	for k := range s.t.Children(c) {
		if x := &s.t.Nodes[k]; x.Role == syntax.Opening && x.Kind != syntax.Time && s.cost(c, k) >= never {
			return true
		}
	}
	return false
}

// coordinate adds a predicate that shares its subject with the clause before it.
func (s *sketch) coordinate(c int) bool {
	up := s.t.Nodes[c].Parent
	for s.t.Nodes[up].Role == syntax.Coordinate && s.t.Nodes[up].Kind == syntax.Clause {
		up = s.t.Nodes[up].Parent
	}
	subject := s.t.Find(up, syntax.Subject)
	if subject == 0 {
		if r := s.t.Nodes[up].Role; r != syntax.Relative && r != syntax.Aside || !s.antecedent(up) {
			return false
		}
	} else {
		s.add(s.t.Nodes[subject].First, s.t.Nodes[subject].Last)
		s.weigh(subject)
	}
	s.subject = len(s.pieces)
	if s.t.Nodes[c].Form != syntax.Finite {
		g := s.t.Groups[s.t.Nodes[up].Group]
		s.add(g.First, g.Main)
	}
	s.add(s.verbStart(c), s.t.Nodes[c].Last)
	s.weigh(c)
	return true
}

// verbStart is the item where a clause goes on behind its conjunction or pronoun.
func (s *sketch) verbStart(c int) int {
	at := s.t.Nodes[c].First
	for k := range s.t.Children(c) {
		if x := &s.t.Nodes[k]; x.Kind != syntax.Link || x.First != at {
			break
		} else {
			at = x.Last
		}
	}
	return at
}

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
	last := min(s.t.Nodes[c].First, x.Last)
	for k := range s.t.Children(up) {
		if y := &s.t.Nodes[k]; y.First <= s.t.Nodes[c].First && s.t.Nodes[c].First < y.Last && y.Role == syntax.Aside {
			last = y.First // "Lind, a judge who …": she
		}
	}
	for last > x.First && s.t.Items[last-1].Tag == "," {
		last--
	}
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
	who, nearest := s.t.Items[s.t.Nodes[c].First].Is("who", "whom", "whose"), up
	for {
		outer := s.t.Nodes[up].Parent
		x := &s.t.Nodes[outer]
		named := strings.HasPrefix(s.t.Items[s.t.Nodes[up].Head].Tag, "NNP")
		switch {
		case outer == 0:
			return up
		case s.restricts(up, c) && x.Kind == syntax.Prep && s.commonBefore(outer) != 0:
			up = s.commonBefore(outer)
			continue
		case x.Kind == syntax.Noun && s.t.Nodes[up].Role == syntax.Coordinate && s.t.Items[s.t.Nodes[up].First].Tag == "PRP$":
			up = outer // "a tanker and its crew"
			continue
		case x.Kind == syntax.Noun && s.t.Nodes[up].Role == syntax.Aside && strings.HasPrefix(s.t.Items[x.Head].Tag, "NNP") && (!named || !who):
			up = outer
			continue
		case x.Kind == syntax.Clause && s.verb(outer) == "be" && s.t.Nodes[up].Role == syntax.Object && !s.ordinal(up):
			if subject := s.t.Find(outer, syntax.Subject); subject != 0 && strings.HasPrefix(s.t.Items[s.t.Nodes[subject].Head].Tag, "NNP") && s.t.Items[s.t.Nodes[up].First].Is("a", "an") {
				return subject
			}
			return up
		case x.Kind != syntax.Prep:
			return up
		}
		outer = x.Parent
		if outer == 0 || s.t.Nodes[outer].Kind != syntax.Noun || x.Role == syntax.Adjunct {
			if !s.agrees(up, c) {
				return nearest
			}
			return up
		}
		if s.t.Nodes[c].Form == syntax.Participle && s.t.Nodes[c].Role == syntax.Aside || s.t.Items[s.t.Nodes[outer].Head].Is("kind", "kinds", "sort", "type") {
			up = outer
			continue
		}
		if s.theirs(c) && s.plural(up) && !s.plural(outer) {
			return up // "the advance of troops which began their siege"
		}
		if s.bare(up, outer) || s.t.Items[s.t.Nodes[up].First].Tag == "CD" && s.t.Items[s.t.Nodes[outer].Head].Tag == "NNP" || !s.t.Items[x.First].Is("of", "against") && s.t.Nodes[up].Head == s.t.Nodes[up].First+1 && s.t.Items[s.t.Nodes[up].First].Is("the") && s.t.Items[s.t.Nodes[outer].First].Tag != "DT" && !strings.HasPrefix(s.t.Items[s.t.Nodes[outer].Head].Tag, "NNP") {
			up = outer
			continue
		}
		if s.agrees(up, c) && !(who && s.thing(up) && !s.thing(outer)) {
			return up
		}
		up = outer
	}
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

// whole reports whether clause c has what its verb needs.
func (s *sketch) whole(c int) bool {
	n := &s.t.Nodes[c]
	g := s.t.Groups[n.Group]
	frames := syntax.Frames(s.t.Items[g.Main].Lower)
	if o := s.t.Find(c, syntax.Object); o != 0 && s.t.Items[s.t.Nodes[o].Head].Is(contentNouns...) && s.t.Find(o, syntax.Complement) == 0 && s.that(o) {
		return false // "rejected claims on Monday that …"
	}
	if n.Form != syntax.Finite || g.Passive {
		return true
	}
	if !frames.Has(syntax.Needs|syntax.Copula) || frames.Has(syntax.Acts|syntax.Never|syntax.Goes) {
		return true
	}
	for k := range s.t.Children(c) {
		switch x := &s.t.Nodes[k]; {
		case x.Role == syntax.Object, x.Role == syntax.Complement, x.Kind == syntax.Adj, x.Kind == syntax.Adverb && x.First >= g.Last, x.Kind == syntax.Prep && (frames.Has(syntax.Copula) || x.First == g.Last && s.t.Items[x.First].Is("to", "on", "for", "with", "into", "off", "out", "over", "against")):
			return true
		}
	}
	return n.Role == syntax.Relative || n.Role == syntax.Aside
}

// that reports whether "that" stands somewhere behind node o, and not in it.
func (s *sketch) that(o int) bool {
	for _, t := range s.t.Items[s.t.Nodes[o].Last:] {
		if t.Is("that") {
			return true
		}
	}
	return false
}

// clauseLine is the line of the sketch that knows its verb.
func (s *sketch) clauseLine() *line {
	l := s.line()
	l.main = s.group(s.a)
	for i, w := range l.words {
		if i >= l.subject && w.token < l.main.last {
			l.verb = i + 1
		}
	}
	return l
}

// group is the verb group of the sketch's clause as the analysis has it.
func (s *sketch) group(a *analysis) group {
	g := s.t.Groups[s.t.Nodes[s.at].Group]
	if k := a.opens[s.t.Items[g.First].First]; k >= 0 {
		return a.groups[k]
	}
	return group{}
}

// fitted renders a sketch in at most limit words, its pronoun given the name it
// can only mean.
func (x *extractor) fitted(f *fact, s *sketch, limit int) (string, bool) {
	if !s.fit(limit) {
		return "", false
	}
	l := x.resolved(f, s.clauseLine())
	if !x.speakable(f, l) {
		return "", false
	}
	title := l.text(len(l.words))
	if r := s.role; (r == syntax.Adjunct || r == syntax.Opening) && l.subject == 1 && l.words[0].text == "" && l.token(0).Is("he", "she", "it", "they") {
		return "", false // whom it means, the clause around it says
	}
	if over := count(title) - limit; over > 0 && s.fit(limit-over) {
		name := l.words[0].text // longer than its pronoun: the rest makes room
		l = s.clauseLine()
		l.words[0].text = name
		title = l.text(len(l.words))
	}
	if count(title) > limit {
		l = s.clauseLine()
		title = l.text(len(l.words))
	}
	title = l.placed(title, limit)
	return title, count(title) > 1
}

// quotes reports whether a quotation is what clause c tells, in it or behind its
// colon.
func (x *extractor) quotes(c int, t *syntax.Tree) bool {
	for k := range t.Children(c) {
		if t.Nodes[k].Kind == syntax.Speech {
			return true
		}
	}
	for i := t.Nodes[c].Last; i < len(t.Items); i++ {
		switch t.Items[i].Tag {
		case ",", ":", ".":
		default:
			return t.Items[i].Tag == "SPEECH"
		}
	}
	return false
}

// hollow reports whether clause c says that something was said and not what.
func (s *sketch) hollow(c int) bool {
	g := s.t.Groups[s.t.Nodes[c].Group]
	frames := syntax.Frames(s.t.Items[g.Main].Lower)
	switch words.Reporting(s.t.Items[g.Main].Lower) {
	case words.ReportNone, words.Ask, words.Plan, words.Deny:
		return false
	}
	for k := range s.t.Children(c) {
		x := &s.t.Nodes[k]
		if x.First < g.Last {
			continue
		}
		if x.Role == syntax.Object && !frames.Has(syntax.Hears) || x.Role == syntax.Complement && x.Kind != syntax.Adverb || x.Kind == syntax.Prep && s.t.Items[x.First].Is("of", "about", "against", "for") {
			return false
		}
	}
	return frames.Has(syntax.That) && !g.Passive
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

// compressedSaid is the title of what a clause is about that says who said it.
func (x *extractor) compressedSaid(f *fact, c int, v voice) (string, bool) {
	t := f.analysis.parse()
	up := t.Nodes[c].Parent
	if up == 0 || t.Nodes[up].Unsure || t.Nodes[up].Group < 0 {
		return "", false
	}
	s, ok := x.sketchOf(f, up)
	if !ok {
		return "", false
	}
	return x.behindSpeaker(f, s, v, s.mainToken(c))
}

// mainToken is the token of the verb of clause c, -1 for none.
func (s *sketch) mainToken(c int) int {
	if h := s.t.Nodes[c].Head; h >= 0 {
		return s.t.Items[h].First
	}
	return -1
}

// behindSpeaker is a sketch behind the name of who says so.
func (x *extractor) behindSpeaker(f *fact, s *sketch, v voice, said int) (string, bool) {
	if v.short == "" || count(v.short) > 5 || v.at >= 0 && f.analysis.groups[f.analysis.segments[v.at].verb].main != said {
		if needsVoice(v.report) {
			return "", false
		}
		return x.fitted(f, s, maxWords)
	}
	title, ok := x.fitted(f, s, maxWords-count(v.short))
	if ok {
		return capitalize(v.short) + ": " + title, true
	}
	if needsVoice(v.report) {
		return "", false
	}
	return x.fitted(f, s, maxWords)
}

// contentAlone is the title of what somebody is reported to say in clause c,
// where there is no room for the words that say who.
func (x *extractor) contentAlone(f *fact, c int, v voice) (string, bool) {
	t := f.analysis.parse()
	g := t.Groups[t.Nodes[c].Group]
	if words.Reporting(t.Items[g.Main].Lower) == words.ReportNone && !emerging[words.Lemma(t.Items[g.Main].Lower)] && words.Lemma(t.Items[g.Main].Lower) != "be" || g.Negated || g.Modal {
		return "", false
	}
	content := t.Find(c, syntax.Complement)
	for content != 0 && !(t.Nodes[content].Kind == syntax.Clause && t.Nodes[content].Form == syntax.Finite && t.Nodes[content].Group >= 0) {
		content = t.Nodes[content].Next
	}
	if content == 0 || t.Items[t.Nodes[content].First].Is("whether", "if", "why", "how", "what") {
		return "", false
	}
	s := f.analysis.newSketch()
	s.at = content
	s.clause(content)
	if s.subject == 0 || !s.whole(content) || t.Nodes[content].Unsure || f.analysis.tokens[t.Items[s.pieces[0].first].First].Tag == "PRP" {
		return "", false
	}
	return x.behindSpeaker(f, s, v, t.Items[g.Main].First)
}
