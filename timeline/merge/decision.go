package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/event"
)

// Decision is a person's word, in an event's file, on which other events are
// this one and which are not. It goes before everything that merging would find.
type Decision struct {
	Event     Named // the event in whose file it is written
	Same      []Named
	Different []Named
}

// Named is an event as a decision names it. Where no proposal has its ID any
// more, for the date of its quotation has come to be read otherwise, it is known
// by the quotations.
type Named struct {
	ID     string
	Quotes []string // that its content file cites, if it has one
	// Known is set where a content file, or the record of them, has the ID.
	Known bool

	Path         string // of the file in which it is named
	Line, Column int    // of the name in it
}

func (n Named) problem(format string, args ...any) error {
	return &timeline.Problem{Path: n.Path, Line: n.Line, Column: n.Column, Message: fmt.Sprintf(format, args...)}
}

// rulings are the decisions in terms of proposals.
type rulings struct {
	// marks of each proposal: 2k and 2k+1 may not be of one event.
	marks  map[int32][]int
	unions []ruling
	faults []error
}

// ruling says that proposals are one event.
type ruling struct {
	keepers []string // the IDs of the files that say so
	targets []string // and those that they name
	last    Named    // the name ruled on last
	all     []int32
	marks   []int
}

// keeper is the ID that the event is to have: that of the file which says so and
// which no other such file names.
func (u ruling) keeper() string {
	free := slices.DeleteFunc(slices.Clone(u.keepers), func(id string) bool { return slices.Contains(u.targets, id) })
	if len(free) == 0 {
		free = u.keepers
	}
	return slices.Min(free)
}

// registry finds the proposals that a name means.
type registry struct {
	id, quote, source map[string][]int32
}

// newRegistry lists the proposals under their IDs. Of those in one source that
// share one, each later has the ID of the next turn, as their events have.
func newRegistry(ps []*event.Proposal) registry {
	r := registry{map[string][]int32{}, map[string][]int32{}, map[string][]int32{}}
	type telling struct{ id, source string }
	turns := make(map[telling]int)
	for i, p := range ps {
		c := p.Citations[0]
		id := event.ID(c.Quote, p.When, 0)
		t := telling{id, c.Source}
		if turn := turns[t]; turn > 0 {
			id = event.ID(c.Quote, p.When, turn)
		}
		turns[t]++
		r.id[id] = append(r.id[id], int32(i))
		r.quote[c.Quote] = append(r.quote[c.Quote], int32(i))
		r.source[c.Source] = append(r.source[c.Source], int32(i))
	}
	return r
}

// find gives the proposals of a named event.
func (r registry) find(n Named) []int32 {
	if found := r.id[n.ID]; len(found) > 0 {
		return found
	}
	var found []int32
	for _, q := range n.Quotes {
		found = append(found, r.quote[q]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// rule turns decisions into rulings. Those that contradict one another are
// reported; “different” then stands against “same”, as no evidence is lost by
// it.
func rule(ps []*event.Proposal, decisions []Decision) *rulings {
	out := &rulings{marks: make(map[int32][]int)}
	if len(decisions) == 0 {
		return out
	}
	r := newRegistry(ps)
	decisions = slices.Clone(decisions)
	slices.SortFunc(decisions, func(a, b Decision) int {
		return cmp.Or(strings.Compare(a.Event.Path, b.Event.Path), strings.Compare(a.Event.ID, b.Event.ID))
	})
	pair := 0
	for _, d := range decisions {
		for _, n := range d.Different {
			out.part(r, d.Event, n, pair)
			pair++
		}
	}
	for _, d := range decisions {
		for _, n := range d.Same {
			out.unite(r, d.Event, n)
		}
	}
	out.close()
	return out
}

// part marks the proposals of two events so that they stay apart. A source may
// be named instead of an event: nothing in it is this event.
func (out *rulings) part(r registry, e, n Named, pair int) {
	theirs := r.find(n)
	if len(theirs) == 0 {
		theirs = r.source[n.ID]
	}
	if len(theirs) == 0 && !n.Known {
		out.faults = append(out.faults, n.problem("different: no document and no content file knows of %q; write the id of an event or of a source", n.ID))
	}
	ours := r.find(e)
	if overlap(ours, theirs) {
		out.faults = append(out.faults, n.problem("different: %q is what this event itself is known by", n.ID))
		return
	}
	for _, i := range theirs {
		out.marks[i] = append(out.marks[i], 2*pair+1)
	}
	for _, i := range ours {
		out.marks[i] = append(out.marks[i], 2*pair)
	}
}

// unite rules that two events are one.
func (out *rulings) unite(r registry, e, n Named) {
	theirs := r.find(n)
	switch {
	case n.ID == e.ID:
		out.faults = append(out.faults, n.problem("same: %q is this event itself; write the id of the other", n.ID))
		return
	case len(theirs) == 0 && n.Known:
		out.faults = append(out.faults, n.problem("same: no document tells of %q, so its file stays as it is; take it away if this event is the same", n.ID))
		return
	case len(theirs) == 0:
		out.faults = append(out.faults, n.problem("same: no document and no content file knows of %q", n.ID))
		return
	}
	all := append(slices.Clone(r.find(e)), theirs...)
	slices.Sort(all)
	out.unions = append(out.unions, ruling{keepers: []string{e.ID}, targets: []string{n.ID}, last: n, all: slices.Compact(all)})
}

// close joins the unions that share a proposal or an event's file, and drops
// those that would put together what is marked to stay apart. Every proposal of
// a union has then the marks of all.
func (out *rulings) close() {
	var kept []ruling
	for _, u := range out.unions {
		for _, i := range u.all {
			u.marks = append(u.marks, out.marks[i]...)
		}
		var others []ruling
		whole := u
		for _, k := range kept {
			if k.meets(u) {
				whole = whole.with(k)
			} else {
				others = append(others, k)
			}
		}
		if opposed(whole.marks) {
			out.faults = append(out.faults, u.last.opposed())
			continue
		}
		kept = append(others, whole)
	}
	out.unions = kept
	for _, u := range kept {
		for _, i := range u.all {
			out.marks[i] = u.marks
		}
	}
}

func (n Named) opposed() error {
	return n.problem("same: %q cannot be this event, since another line says that they are different; that line stands", n.ID)
}

// meets reports whether two unions are of one event.
func (u ruling) meets(o ruling) bool {
	return overlap(u.keepers, o.keepers) || overlap(u.keepers, o.targets) || overlap(u.targets, o.keepers) || overlap(u.all, o.all)
}

func overlap[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

func (u ruling) with(o ruling) ruling {
	return ruling{
		keepers: slices.Concat(u.keepers, o.keepers), targets: slices.Concat(u.targets, o.targets), last: u.last,
		all: slices.Concat(u.all, o.all), marks: slices.Concat(u.marks, o.marks),
	}
}

// opposed reports whether marks hold both sides of a pair that is to stay apart.
func opposed(marks []int) bool {
	return slices.ContainsFunc(marks, func(m int) bool { return slices.Contains(marks, m^1) })
}
