package merge

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"

	"github.com/google/go-cmp/cmp"
)

// bank are reports of three happenings; the first two sources tell one.
func bank(t *testing.T) []event.Result {
	t.Helper()
	var out []event.Result
	for i, text := range []string{
		"The Bank of Freedonia raised its key rate to nine percent on May 5.",
		"On May 5 the Bank of Freedonia raised the key rate to nine percent to halt the currency's fall.",
		"Freedonia closed its border with Sylvania on May 5.",
		"The parliament of Freedonia sat through the night of May 6.",
	} {
		out = append(out, extract(t, fmt.Sprint("s", i), text, edtf.MustParse("2021-05-09")))
	}
	return out
}

// partition tells which sources are together, in a line.
func partition(events []timeline.Event) string {
	var groups []string
	for _, e := range events {
		var sources []string
		for _, c := range e.Citations {
			sources = append(sources, c.Source)
		}
		groups = append(groups, e.ID[:2]+strings.Join(sources, "+"))
	}
	return strings.Join(groups, " ")
}

func TestDecisions(t *testing.T) {
	results := bank(t)
	id := func(i int) string { return results[i].Proposals[0].ID }
	at := func(i int) Named { return Named{ID: id(i), Path: "content/events/x.md", Line: 9, Column: 8} }
	for _, c := range []struct {
		name      string
		decisions []Decision
		together  [][]int
		keeper    map[int]string // of the event that tells a source
		faults    string
	}{
		{name: "none", together: [][]int{{0, 1}, {2}, {3}}},
		{name: "apart", decisions: []Decision{{Event: at(0), Different: []Named{at(1)}}}, together: [][]int{{0}, {1}, {2}, {3}}},
		{name: "a source apart", decisions: []Decision{{Event: at(0), Different: []Named{{ID: "s1"}}}}, together: [][]int{{0}, {1}, {2}, {3}}},
		{name: "one", decisions: []Decision{{Event: at(3), Same: []Named{at(0)}}}, together: [][]int{{0, 1, 3}, {2}}, keeper: map[int]string{1: id(3)}},
		{name: "a chain", decisions: []Decision{{Event: at(0), Same: []Named{at(3)}}, {Event: at(2), Same: []Named{at(0)}}},
			together: [][]int{{0, 1, 2, 3}}, keeper: map[int]string{3: id(2)}},
		{name: "by hand", decisions: []Decision{{Event: Named{ID: "e00000000000000f"}, Same: []Named{at(2), at(3)}}},
			together: [][]int{{0, 1}, {2, 3}}, keeper: map[int]string{2: "e00000000000000f"}},
		{name: "contradiction", decisions: []Decision{{Event: at(0), Same: []Named{at(2)}}, {Event: at(2), Different: []Named{at(0)}}},
			together: [][]int{{0, 1}, {2}, {3}}, faults: "cannot be this event"},
		{name: "contradiction in a chain", decisions: []Decision{{Event: at(0), Same: []Named{at(2), at(3)}}, {Event: at(2), Different: []Named{at(3)}}},
			together: [][]int{{0, 1, 2}, {3}}, faults: "cannot be this event"},
		{name: "unknown", decisions: []Decision{{Event: at(0), Same: []Named{{ID: "e000000000000000"}}}}, together: [][]int{{0, 1}, {2}, {3}}, faults: "knows of"},
		{name: "itself", decisions: []Decision{{Event: at(0), Same: []Named{at(0)}, Different: []Named{at(0)}}}, together: [][]int{{0, 1}, {2}, {3}}, faults: "itself is known by"},
		{name: "the same as itself", decisions: []Decision{{Event: at(0), Same: []Named{at(0)}}}, together: [][]int{{0, 1}, {2}, {3}}, faults: "is this event itself"},
		{name: "by quotation", decisions: []Decision{{Event: Named{ID: "e1", Quotes: []string{results[2].Proposals[0].Citations[0].Quote}}, Same: []Named{at(3)}}},
			together: [][]int{{0, 1}, {2, 3}}, keeper: map[int]string{2: "e1"}},
	} {
		events, faults := Merge(results, c.decisions)
		for _, group := range c.together {
			e := eventOf(events, group[0])
			if len(e.Citations) != len(group) || !joined(events, fmt.Sprint("s", group[0]), fmt.Sprint("s", group[len(group)-1])) && len(group) > 1 {
				t.Errorf("%s: %s, want %v", c.name, partition(events), c.together)
			}
		}
		for source, want := range c.keeper {
			if e := eventOf(events, source); e.ID != want {
				t.Errorf("%s: the event of s%d has the id %s, want %s", c.name, source, e.ID, want)
			}
		}
		if (len(faults) > 0) != (c.faults != "") || len(faults) > 0 && !strings.Contains(faults[0].Error(), c.faults) {
			t.Errorf("%s: faults %v, want %q", c.name, faults, c.faults)
		}
	}
}

// eventOf is the event that cites a source.
func eventOf(events []timeline.Event, source int) timeline.Event {
	for _, e := range events {
		for _, c := range e.Citations {
			if c.Source == fmt.Sprint("s", source) {
				return e
			}
		}
	}
	return timeline.Event{}
}

func TestOrderOfDecisionsDoesNotMatter(t *testing.T) {
	results := bank(t)
	named := func(i int) Named {
		return Named{ID: results[i].Proposals[0].ID, Path: fmt.Sprintf("%d.md", i), Line: 3}
	}
	decisions := []Decision{
		{Event: named(0), Same: []Named{named(2)}, Different: []Named{named(1)}},
		{Event: named(1), Same: []Named{named(3)}},
		{Event: named(3), Different: []Named{named(2)}, Same: []Named{named(0)}},
	}
	want, wantFaults := Merge(results, decisions)
	r := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		r.Shuffle(len(results), func(i, j int) { results[i], results[j] = results[j], results[i] })
		r.Shuffle(len(decisions), func(i, j int) { decisions[i], decisions[j] = decisions[j], decisions[i] })
		got, faults := Merge(results, decisions)
		if d := cmp.Diff(want, got, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); d != "" || len(faults) != len(wantFaults) {
			t.Fatal(d, faults, wantFaults)
		}
	}
}
