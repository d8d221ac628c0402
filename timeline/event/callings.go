package event

import (
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

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
