// Package merge makes one event of what several documents tell of the same
// happening, keeps every citation and every disagreement, and says how much
// each event matters.
//
// Two proposals are the same event when their dates agree (equal, or one within
// the other), their words are alike, and their verbs do not say that one is the
// next step of the other. The thresholds were measured on pairs of timeline
// entries from different publishers. Nothing depends on the order in which the
// documents come, and nothing is compared with everything: only proposals that
// share a rare word and a month are (index.go).
package merge

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// Merge joins the proposals of all documents into events, sorted by date and
// then by ID, as decisions rule it where there are any. The errors are those of
// decisions that cannot be obeyed, each a [*timeline.Problem] at its place.
func Merge(results []event.Result, decisions []Decision) ([]timeline.Event, []error) {
	ps := flatten(results)
	d := newDays(ps, centrality(ps))
	r := rule(ps, decisions)
	x := newIndex(ps)
	groups := x.cluster(r)
	links := x.outcomes(groups)
	events := make([]timeline.Event, len(groups))
	parts(len(groups), func(_, from, to int) {
		for i := from; i < to; i++ {
			events[i] = groups[i].event(d)
		}
	})
	out, at := sorted(events)
	distinct(out)
	relate(links, out, at)
	return out, r.faults
}

// sorted gives events by date and then by ID, and where each has come to be.
func sorted(events []timeline.Event) (out []timeline.Event, at []int) {
	from := make([]int, len(events))
	for i := range from {
		from[i] = i
	}
	slices.SortFunc(from, func(i, j int) int {
		a, b := &events[i], &events[j]
		return cmp.Or(edtf.Compare(a.When, b.When), strings.Compare(a.ID, b.ID), strings.Compare(a.Citations[0].Source, b.Citations[0].Source), cmp.Compare(i, j))
	})
	at = make([]int, len(events))
	for to, i := range from {
		at[i] = to
		out = append(out, events[i])
	}
	return out, at
}

// flatten puts all proposals in an order that is theirs alone.
func flatten(results []event.Result) []*event.Proposal {
	var ps []*event.Proposal
	for i := range results {
		for k := range results[i].Proposals {
			ps = append(ps, &results[i].Proposals[k])
		}
	}
	slices.SortStableFunc(ps, order)
	return ps
}

func order(a, b *event.Proposal) int {
	x, y := a.Citations[0], b.Citations[0]
	return cmp.Or(
		edtf.Compare(a.When, b.When), strings.Compare(x.Quote, y.Quote), strings.Compare(x.Source, y.Source),
		cmp.Compare(x.Position.Start, y.Position.Start), strings.Compare(a.Title, b.Title), cmp.Compare(expressionAt(x), expressionAt(y)),
	)
}

func expressionAt(c timeline.Citation) int {
	if len(c.Expressions) == 0 {
		return -1
	}
	return c.Expressions[0].Position.Start
}

// distinct gives events that would share an ID the next ones, in their order.
func distinct(events []timeline.Event) {
	taken := make(map[string]bool, len(events))
	type base struct{ quote, when string }
	turns := make(map[base]int) // what has been tried, which is taken
	for i := range events {
		e := &events[i]
		for taken[e.ID] {
			b := base{e.Citations[0].Quote, e.When.String()}
			turns[b]++
			e.ID = event.ID(b.quote, e.When, turns[b])
		}
		taken[e.ID] = true
	}
}

// group is the proposals that tell one event.
type group struct {
	told    []*event.Proposal // the best first, once sorted
	members []int32           // their places among all proposals
	id      string            // that a person's decision gives the event; "" for none
}

// event makes the event of a group: told as its best proposal tells it, dated
// as finely as any of them, with everyone's citation.
func (g group) event(d days) timeline.Event {
	slices.SortFunc(g.told, func(a, b *event.Proposal) int { return cmp.Or(better(a, b), order(a, b)) })
	if contested := g.dateDisagreement(); len(contested.Accounts) > 0 {
		// What was printed first knew best which day was yesterday.
		slices.SortStableFunc(g.told, func(a, b *event.Proposal) int {
			return cmp.Or(-cmp.Compare(fineness(a.When), fineness(b.When)), earlier(a, b))
		})
	}
	e := g.told[0].Event
	e.Citations = nil
	copyOf, independent := g.copies()
	for _, p := range g.told {
		c := p.Citations[0]
		c.CopyOf = copyOf[p]
		e.Citations = append(e.Citations, c)
	}
	e.Speakers = g.union(func(p *event.Proposal) []string { return p.Speakers })
	e.People = g.union(func(p *event.Proposal) []string { return p.People })
	e.Organisations = g.union(func(p *event.Proposal) []string { return p.Organisations })
	e.Places = g.union(func(p *event.Proposal) []string { return p.Places })
	e.Tags = g.union(func(p *event.Proposal) []string { return p.Tags })
	e.ID = cmp.Or(g.id, event.ID(e.Citations[0].Quote, e.When, 0))
	e.Independent = independent
	e.Importance, e.ImportanceBecause = g.importance(d, independent)
	e.Disagreements = g.disagreements()
	return e
}

// better orders proposals by how well they can speak for their event: the finer
// date first, then a title of its own words over a cut quotation, a happening
// over what is said of it, and the earlier place in its document.
func better(a, b *event.Proposal) int {
	return cmp.Or(
		-cmp.Compare(fineness(a.When), fineness(b.When)),
		cmp.Compare(quoted(a), quoted(b)),
		cmp.Compare(rank(a.Kind), rank(b.Kind)),
		cmp.Compare(a.Place, b.Place),
	)
}

func quoted(p *event.Proposal) int {
	if strings.HasSuffix(p.Title, "…") {
		return 1
	}
	return 0
}

func rank(k timeline.Kind) int {
	switch k {
	case timeline.KindEvent:
		return 0
	case timeline.KindStatement:
		return 1
	case timeline.KindDenial:
		return 2
	}
	return 3
}

// fineness is how finely a date is known: the shorter, the finer.
func fineness(d edtf.Date) int {
	first, ok1 := d.First()
	last, ok2 := d.Last()
	if !ok1 || !ok2 {
		return -1 << 40
	}
	n := -int(last - first)
	if d.Approximate() || d.Uncertain() {
		n--
	}
	return n
}

// union is what the proposals' lists hold, each once, in order.
func (g group) union(list func(*event.Proposal) []string) []string {
	var all []string
	seen := make(map[string]bool)
	for _, p := range g.told {
		for _, s := range list(p) {
			if !seen[s] {
				seen[s], all = true, append(all, s)
			}
		}
	}
	return all
}
