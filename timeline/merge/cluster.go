package merge

import (
	"cmp"
	"slices"

	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// pair is two proposals that are the same event by themselves.
type pair struct {
	i, j  int32
	alike float64
}

// cluster groups the proposals that tell the same event, the likest pairs
// first. A group grows only where everything in it stays compatible, so that a
// month's event cannot chain two of its days together.
func cluster(ps []*event.Proposal) []group {
	x := newIndex(ps)
	var pairs []pair
	x.candidates(func(i, j int32) {
		if c, ok := x.same(i, j); ok {
			pairs = append(pairs, pair{max(i, j), min(i, j), c})
		}
	})
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	s := newSets(ps)
	for _, p := range pairs {
		s.join(p.i, p.j)
	}
	return s.groups()
}

// sets are the groups in the making: a forest, its roots holding what must stay
// compatible.
type sets struct {
	proposals []*event.Proposal
	parent    []int32
	members   [][]int32
	dates     [][]edtf.Date // distinct
}

func newSets(ps []*event.Proposal) *sets {
	s := &sets{proposals: ps, parent: make([]int32, len(ps)), members: make([][]int32, len(ps)), dates: make([][]edtf.Date, len(ps))}
	for i := range ps {
		s.parent[i], s.members[i], s.dates[i] = int32(i), []int32{int32(i)}, []edtf.Date{ps[i].When.Plain()}
	}
	return s
}

func (s *sets) root(i int32) int32 {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

func (s *sets) join(i, j int32) {
	a, b := s.root(i), s.root(j)
	if a == b || !s.agree(a, b) {
		return
	}
	if b < a {
		a, b = b, a
	}
	s.parent[b] = a
	s.members[a] = append(s.members[a], s.members[b]...)
	for _, d := range s.dates[b] {
		if !slices.Contains(s.dates[a], d) {
			s.dates[a] = append(s.dates[a], d)
		}
	}
	s.members[b], s.dates[b] = nil, nil
}

// witnesses is how many members of a group are asked whether they clash with
// another's.
const witnesses = 12

func (s *sets) agree(a, b int32) bool {
	for _, d := range s.dates[a] {
		for _, e := range s.dates[b] {
			if !compatible(d, e) {
				return false
			}
		}
	}
	for _, i := range s.members[a][:min(len(s.members[a]), witnesses)] {
		for _, j := range s.members[b][:min(len(s.members[b]), witnesses)] {
			if clash(s.proposals[i], s.proposals[j]) || sameSentence(s.proposals[i], s.proposals[j]) {
				return false
			}
		}
	}
	return true
}

func (s *sets) groups() []group {
	var out []group
	for i := range s.members {
		if len(s.members[i]) == 0 {
			continue
		}
		g := make(group, 0, len(s.members[i]))
		for _, m := range s.members[i] {
			g = append(g, s.proposals[m])
		}
		out = append(out, g)
	}
	return out
}
