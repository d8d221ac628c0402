package event

import (
	"strings"

	"dateline/timeline/syntax"
)

// restricts reports whether clause c says which, without a comma, behind a bare
// proper name, which needs no such thing: what it tells of stands before the
// name. "A summit in Norland that ended".
func (s *sketch) restricts(up, c int) bool {
	n, first := &s.t.Nodes[c], s.t.Items[s.t.Nodes[c].First]
	return n.Role == syntax.Relative && (first.Is("that", "which") || n.Form == syntax.Participle) &&
		s.t.Items[s.t.Nodes[up].First].Tag == "NNP" && strings.HasPrefix(s.t.Items[s.t.Nodes[up].Head].Tag, "NNP")
}

// commonBefore is the noun phrase without a name that the phrase prep stands
// behind, 0 for none.
func (s *sketch) commonBefore(prep int) int {
	up := s.t.Nodes[prep].Parent
	if s.t.Nodes[up].Kind == syntax.Noun {
		return up
	}
	before := 0
	for k := range s.t.Children(up) {
		if k == prep {
			break
		}
		before = k
	}
	if before != 0 && s.t.Nodes[before].Kind == syntax.Prep {
		before = s.t.Find(before, syntax.Object)
	}
	if n := &s.t.Nodes[before]; before == 0 || n.Kind != syntax.Noun || n.Role == syntax.Subject || n.Last != s.t.Nodes[prep].First || !strings.HasPrefix(s.t.Items[n.Head].Tag, "NN") || s.t.Items[n.Head].Tag == "NNP" {
		return 0
	}
	return before
}

// theirs reports whether "their" in clause c can only take up what it is about.
func (s *sketch) theirs(c int) bool {
	n := &s.t.Nodes[c]
	for i := n.First; i < min(n.Last, n.First+5); i++ {
		if s.t.Items[i].Is("their") {
			return true
		}
		if s.t.Items[i].Tag == "NNS" {
			return false
		}
	}
	return false
}

// plural reports whether a noun phrase tells of several.
func (s *sketch) plural(n int) bool {
	for k := range s.t.Children(n) {
		if s.t.Nodes[k].Role == syntax.Coordinate {
			return true
		}
	}
	return strings.HasSuffix(s.t.Items[s.t.Nodes[n].Head].Tag, "S")
}
