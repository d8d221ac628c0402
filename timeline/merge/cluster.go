package merge

import (
	"cmp"
	"iter"
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
// month's event cannot chain two of its days together. What a person has ruled
// apart stays apart; what a person has ruled to be one is put together last,
// each with what is like it, whatever their dates.
func (x *index) cluster(r *rulings) []group {
	ps := x.proposals
	var found [maxParts][]pair
	parts(len(x.proposals), func(part, from, to int) {
		x.candidates(from, to, func(i, j int32) {
			if c, ok := x.same(i, j); ok {
				found[part] = append(found[part], pair{max(i, j), min(i, j), c})
			}
		})
	})
	pairs := slices.Concat(found[:]...)
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	s := newSets(ps)
	for i, marks := range r.marks {
		s.marks[i] = marks
	}
	for _, p := range pairs {
		if a, b := s.root(p.i), s.root(p.j); a != b && s.agree(a, b, !compatible(ps[p.i].When, ps[p.j].When)) {
			s.join(a, b)
		}
	}
	for _, u := range r.unions {
		s.unite(u, r)
	}
	return s.groups()
}

// unite puts the groups of a union together, unless that joins others, which
// came to them by likeness, against another ruling.
func (s *sets) unite(u ruling, r *rulings) {
	if len(u.all) == 0 {
		return
	}
	var marks []int
	for _, i := range u.all {
		marks = append(marks, s.marks[s.root(i)]...)
	}
	if opposed(marks) {
		r.faults = append(r.faults, u.last.opposed())
		return
	}
	for _, i := range u.all[1:] {
		if a, b := s.root(u.all[0]), s.root(i); a != b {
			s.join(a, b)
		}
	}
	s.keeper[s.root(u.all[0])] = u.keeper()
}

// sets are the groups in the making: a forest, its roots holding what must stay
// compatible.
type sets struct {
	proposals []*event.Proposal
	parent    []int32
	next      []int32       // the member after one, -1 for none
	last      []int32       // the last member, of a root
	dates     [][]edtf.Date // distinct
	marks     [][]int       // of rulings
	keeper    map[int32]string
}

func newSets(ps []*event.Proposal) *sets {
	s := &sets{proposals: ps, parent: make([]int32, len(ps)), next: make([]int32, len(ps)), last: make([]int32, len(ps)), dates: make([][]edtf.Date, len(ps)),
		marks: make([][]int, len(ps)), keeper: make(map[int32]string)}
	for i := range ps {
		s.parent[i], s.next[i], s.last[i], s.dates[i] = int32(i), -1, int32(i), []edtf.Date{ps[i].When.Plain()}
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

// join makes one group of two, which are given by their roots.
func (s *sets) join(a, b int32) {
	if b < a {
		a, b = b, a
	}
	s.parent[b] = a
	s.next[s.last[a]], s.last[a] = b, s.last[b]
	for _, d := range s.dates[b] {
		if !slices.Contains(s.dates[a], d) {
			s.dates[a] = append(s.dates[a], d)
		}
	}
	if len(s.marks[b]) > 0 {
		s.marks[a] = slices.Concat(s.marks[a], s.marks[b])
	}
	s.dates[b], s.marks[b] = nil, nil
}

// members gives the members of the group with a root, in the order in which
// they came.
func (s *sets) members(root int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i := root; i >= 0 && yield(i); i = s.next[i] {
		}
	}
}

// witnessesOf are the first members of a group.
func (s *sets) witnessesOf(root int32) []int32 {
	some := make([]int32, 0, witnesses)
	for i := range s.members(root) {
		if some = append(some, i); len(some) == witnesses {
			break
		}
	}
	return some
}

// witnesses is how many members of a group are asked whether they clash with
// another's. One in so many answers may be that they do: among many reports
// there is one that was read wrongly.
const (
	witnesses = 12
	tolerated = 6
)

// agree reports whether two groups can be one; of reprints, the dates may be a
// day apart.
func (s *sets) agree(a, b int32, reprinted bool) bool {
	if slices.ContainsFunc(s.marks[a], func(m int) bool { return slices.Contains(s.marks[b], m^1) }) {
		return false
	}
	for _, d := range s.dates[a] {
		for _, e := range s.dates[b] {
			if !compatible(d, e) && !(reprinted && nextDay(d, e)) {
				return false
			}
		}
	}
	if announced(s.proposals[a]) != announced(s.proposals[b]) {
		return false
	}
	asked, clashes := 0, 0
	others := s.witnessesOf(b)
	for _, i := range s.witnessesOf(a) {
		for _, j := range others {
			if sameSentence(s.proposals[i], s.proposals[j]) {
				return false
			}
			asked++
			if clash(s.proposals[i], s.proposals[j]) {
				clashes++
			}
		}
	}
	return clashes*tolerated <= asked
}

func (s *sets) groups() []group {
	var out []group
	for i := range s.parent {
		if s.parent[i] != int32(i) {
			continue
		}
		g := group{id: s.keeper[int32(i)]}
		for m := range s.members(int32(i)) {
			g.members, g.told = append(g.members, m), append(g.told, s.proposals[m])
		}
		out = append(out, g)
	}
	return out
}
