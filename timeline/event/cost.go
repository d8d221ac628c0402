package event

import (
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// never is the cost of what is never left out.
const never = 1000

// weigh collects what may be left out of node n, and returns the highest cost
// among it: what holds it costs more than it alone.
func (s *sketch) weigh(n int) int {
	highest, from := 0, 0
	var chain []int // options that are phrases, of n itself
	for c := range s.t.Children(n) {
		x := &s.t.Nodes[c]
		cost := s.cost(n, c)
		if cost <= always {
			s.options = append(s.options, option{first: x.First, last: x.Last, cost: cost})
			continue
		}
		if x.Kind == syntax.Noun && x.Role == syntax.Coordinate {
			s.shortenList(n, c)
		}
		inner := s.weigh(c)
		if cost >= never {
			highest = max(highest, inner)
			continue
		}
		if cost >= 20 && inner >= cost && inner < 90 {
			cost = inner + 1
		}
		o := option{first: s.degree(n, c), last: x.Last, cost: cost}
		switch {
		case x.Kind == syntax.Prep && s.t.Items[x.First].Is("from"):
			from = c
		case x.Kind == syntax.Prep && s.t.Items[x.First].Is("to") && from != 0:
			o.first = s.t.Nodes[from].First // "from 9 to 11": both or none
			s.options = s.without(s.t.Nodes[from].First, s.t.Nodes[from].Last)
		}
		if x.Kind == syntax.Prep && !(from != 0 && o.first == s.t.Nodes[from].First) {
			chain = append(chain, len(s.options))
		}
		highest = max(highest, cost)
		s.options = append(s.options, o)
	}
	s.link(chain)
	return highest
}

// degree is the item that phrase c of node n begins with, the adverbs before it
// that only say how far it is so among it: "almost entirely | on reports".
func (s *sketch) degree(n, c int) int {
	first := s.t.Nodes[c].First
	if x := &s.t.Nodes[c]; s.t.Nodes[n].Kind != syntax.Clause || x.Kind != syntax.Prep && x.Kind != syntax.Clause || s.t.Nodes[n].Group < 0 {
		return first
	}
	for first > s.t.Groups[s.t.Nodes[n].Group].Last && s.t.Items[first-1].Is("almost", "nearly", "only", "just", "entirely", "mainly", "mostly", "largely", "partly", "shortly", "soon", "immediately", "even", "primarily", "chiefly", "exactly", "right", "directly", "exclusively") {
		first--
	}
	return first
}

// shortenList lets the rest of a list of three or more be left out from its
// second member c on, where it is no subject and no pair is told of.
func (s *sketch) shortenList(n, c int) {
	last, count := c, 1
	for k := s.t.Nodes[c].Next; k != 0; k = s.t.Nodes[k].Next {
		if s.t.Nodes[k].Role == syntax.Coordinate {
			last, count = k, count+1
		}
	}
	first := true
	for k := range s.t.Children(n) {
		if k == c {
			break
		}
		first = first && s.t.Nodes[k].Role != syntax.Coordinate
	}
	if !first || count < 2 && (s.t.Nodes[n].Role != syntax.Object || s.t.Nodes[s.t.Nodes[n].Parent].Kind != syntax.Clause || s.t.Items[s.t.Nodes[c].First].Tag != "PRP$") {
		return
	}
	for up := n; up != 0 && s.t.Nodes[up].Kind != syntax.Clause; up = s.t.Nodes[up].Parent {
		if s.t.Nodes[up].Role == syntax.Subject || s.t.Nodes[up].Kind == syntax.Prep && s.t.Items[s.t.Nodes[up].First].Is("between", "among") {
			return
		}
	}
	s.options = append(s.options, option{first: s.t.Nodes[c].First, last: s.t.Nodes[last].Last, cost: 89})
}

// link makes phrases that stand right behind one another go together: what "in
// the north" means behind "at camps" may hang on "camps".
func (s *sketch) link(chain []int) {
	for i := len(chain) - 2; i >= 0; i-- {
		o, next := &s.options[chain[i]], &s.options[chain[i+1]]
		joined := next.first > o.last && next.first <= o.last+2 && s.t.Items[o.last].Tag == "CC" && s.t.Items[o.first].Lower == s.t.Items[next.first].Lower
		if !joined && (o.last != next.first || !s.t.Items[next.first].Is("in", "at", "on", "near", "for", "with", "between", "from", "of", "outside")) {
			continue
		}
		if joined {
			next.first = o.last // "of tugs | and of pilots"
		}
		if o.last = next.last; o.cost > always {
			o.cost = max(o.cost, next.cost+1)
		}
	}
}

// without are the options but for that of items [first, last).
func (s *sketch) without(first, last int) []option {
	out := s.options[:0]
	for _, o := range s.options {
		if o.first != first || o.last != last {
			out = append(out, o)
		}
	}
	return out
}

// cost is what is lost with node c of node n.
func (s *sketch) cost(n, c int) int {
	x := &s.t.Nodes[c]
	switch x.Kind {
	case syntax.Link:
		return never
	case syntax.Time:
		return s.timeCost(n, c)
	case syntax.Adverb:
		return s.adverbCost(c)
	}
	switch x.Role {
	case syntax.Opening:
		return s.openingCost(c)
	case syntax.Attribution:
		return 1
	case syntax.Aside:
		return s.asideCost(n, c)
	case syntax.Adjunct:
		if x.Kind == syntax.Clause {
			return s.clauseCost(n, c)
		}
		return s.prepCost(n, c)
	case syntax.Modifier:
		if s.t.Items[x.First].Is("of") {
			return s.ofCost(n)
		}
		return s.prepCost(n, c)
	case syntax.Relative:
		return s.relativeCost(n, c)
	case syntax.Coordinate:
		return s.coordinateCost(n, c)
	case syntax.Complement:
		return s.complementCost(n, c)
	}
	return never
}

// complementCost is what is lost with node c, which completes node n.
func (s *sketch) complementCost(n, c int) int {
	x, above := &s.t.Nodes[c], &s.t.Nodes[n]
	switch {
	case above.Kind == syntax.Noun:
		return s.contentCost(n, c)
	case x.Kind != syntax.Prep || above.Kind != syntax.Clause:
		return never
	case s.verb(n) != "be" && !s.t.Items[x.First].Is("for", "to", "of", "against", "about") && s.clauseBehind(c):
		return 34 // "agreed at talks | to pay"
	case above.Role == syntax.Adjunct && s.t.Find(n, syntax.Object) != 0:
		return 86
	}
	return never
}

// clauseBehind reports whether a clause that the verb needs stands behind node c.
func (s *sketch) clauseBehind(c int) bool {
	for k := s.t.Nodes[c].Next; k != 0; k = s.t.Nodes[k].Next {
		if x := &s.t.Nodes[k]; x.Kind == syntax.Clause && x.Role == syntax.Complement {
			return true
		}
	}
	return false
}

// timeCost is what is lost with a date that is not the title's own.
func (s *sketch) timeCost(n, c int) int {
	x := &s.t.Nodes[c]
	if s.own(x.First) {
		return never // left out as it is
	}
	if x.Role == syntax.Object || x.Role == syntax.Subject || s.keepDates {
		return never
	}
	if t := s.t.Items[x.First]; t.Is("until", "before", "by", "than", "since") {
		return 60
	}
	return 8
}

// scoping are adverbs that change what is true.
var scoping = lemmas(`not never only hardly nearly almost allegedly reportedly apparently barely scarcely rarely seldom too no longer
	possibly probably perhaps maybe potentially partly partially up down out off away back over together apart aside home abroad
	ahead forward through alone about around in on along by first last twice once better worse more less well badly hard far further
	here there so otherwise likely unlikely formerly supposedly falsely wrongly mistakenly unsuccessfully`)

func (s *sketch) adverbCost(c int) int {
	x := &s.t.Nodes[c]
	t := s.t.Items[x.First]
	switch {
	case x.Role == syntax.Complement:
		return never
	case x.Role == syntax.Aside:
		return 2
	case x.Last-x.First > 1:
		return 85
	case x.Role == syntax.Opening && !t.Is("not", "never", "only", "nearly", "allegedly", "reportedly"):
		return 2
	case t.Is("also", "meanwhile", "however", "still", "then", "therefore", "thus", "too", "actually", "really", "just", "even", "again", "later", "earlier", "now") && !t.Is("again", "even", "just"):
		return 3
	case scoping[t.Lower], s.verb(x.Parent) == "be" && x.First == s.t.Groups[s.t.Nodes[x.Parent].Group].Last && !strings.HasSuffix(t.Lower, "ly"):
		return never // "were ill": an adjective, whatever its tag
	}
	return 22
}

// openingCost is what is lost with what stands before the subject: where it
// happened is worth its words, a condition is never left out.
func (s *sketch) openingCost(c int) int {
	x := &s.t.Nodes[c]
	t := s.t.Items[x.First]
	switch {
	case t.Is("if", "unless", "should", "without", "except", "under", "given"):
		return never
	case x.Kind == syntax.Prep && t.Is("in", "at", "near", "outside", "inside") && s.namesPlace(c):
		return 14
	}
	return 5
}

// namesPlace reports whether a phrase says where by a name.
func (s *sketch) namesPlace(c int) bool {
	for i := s.t.Nodes[c].First; i < s.t.Nodes[c].Last; i++ {
		if _, ok := words.FindPlace(s.t.Items[i].Text); ok {
			return true
		}
	}
	return false
}

func (s *sketch) asideCost(n, c int) int {
	x := &s.t.Nodes[c]
	if p := s.t.Nodes[n].Parent; x.Kind == syntax.Noun && p != 0 && s.t.Nodes[p].Kind == syntax.Prep && s.t.Nodes[s.t.Nodes[p].Parent].Kind == syntax.Noun && strings.HasPrefix(s.t.Items[x.Head].Tag, "NNP") && x.Head > x.First {
		n = s.t.Nodes[p].Parent // "the head of the agency, Anna Keller,"
	}
	switch {
	case x.Kind == syntax.Noun && s.t.Nodes[n].Kind == syntax.Noun:
		if strings.HasPrefix(s.t.Items[x.Head].Tag, "NNP") && !strings.HasPrefix(s.t.Items[s.t.Nodes[n].Head].Tag, "NNP") {
			return 66 // "the rector, Anna Keller,"
		}
		return 16
	case x.Kind == syntax.Clause && x.Form == syntax.Finite:
		return 4
	case x.Kind == syntax.Clause:
		return 12
	case s.t.Items[x.First].Is("but", "except", "without", "not", "only", "of"):
		return never
	case s.t.Items[x.First].Is("according"):
		return 1
	case x.Kind != syntax.Prep || s.t.Items[x.First].Is("from", "by", "to"):
		return 15
	}
	return 8
}

// clauseCost is what is lost with a clause that is an adjunct.
func (s *sketch) clauseCost(n, c int) int {
	x := &s.t.Nodes[c]
	t := s.t.Items[x.First]
	if x.Form == syntax.Infinitive && !t.Is("until", "after", "before") {
		if v := s.verb(n); v == "be" || v == "have" || v == "take" {
			return never
		}
		return 46
	}
	switch {
	case t.Is("if", "unless", "until", "till", "than", "lest", "so", "whether", "provided", "assuming", "except", "only", "as") && (!t.Is("as") || s.t.Items[min(x.First+1, len(s.t.Items)-1)].Is("if", "though", "long", "soon")):
		return never
	case t.Is("though", "although", "while", "whereas", "as", "since"):
		return 11
	case t.Is("when", "after", "before", "because", "where", "once"):
		if s.negated(n) {
			return 70
		}
		return 32
	}
	return 42
}

// verb is the lemma of the verb of clause n.
func (s *sketch) verb(n int) string {
	if h := s.t.Nodes[n].Head; h >= 0 && s.t.Nodes[n].Kind == syntax.Clause {
		return words.Lemma(s.t.Items[h].Lower)
	}
	return ""
}

func (s *sketch) negated(n int) bool {
	g := s.t.Nodes[n].Group
	return g >= 0 && s.t.Groups[g].Negated
}

// sharesObject reports whether the verb of clause n has its object behind that of
// the predicate c: "captured and then released | them".
func (s *sketch) sharesObject(n, c int) bool {
	g := s.t.Nodes[n].Group
	return g >= 0 && !s.t.Groups[g].Passive && s.t.Find(n, syntax.Object) == 0 && s.t.Find(c, syntax.Object) != 0 &&
		syntax.Frames(s.t.Items[s.t.Groups[g].Main].Lower).Has(syntax.Needs)
}
