// Package names gives every person, organisation and place one name in all
// documents, so that what is told of one stands together.
//
// Papers spell a name in their own ways, shorten it, and use acronyms. Each
// name is counted over the whole collection, those that can only be one are
// put together, and the fullest that is common stands for all. Where two could
// be meant, nothing is put together. What the user says of names outranks it.
package names

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/event"
	"dateline/timeline/words"
)

// Unify renames the people, organisations, places and speakers of all proposals
// in place. The outcome does not depend on the order of the results.
func Unify(results []event.Result, aliases Aliases) {
	told := aliases.table()
	told.settle(results)
	var events []*timeline.Event
	for i := range results {
		for k := range results[i].Proposals {
			e := &results[i].Proposals[k].Event
			told.apply(e)
			events = append(events, e)
		}
	}
	people, organisations, places := tally{}, tally{}, tally{}
	for _, e := range events {
		people.count(e.People)
		organisations.count(e.Organisations)
		places.count(e.Places)
	}
	toPerson := people.persons(told)
	toOrganisation := organisations.organisations(told)
	toPlace := places.alike(told)
	for _, e := range events {
		e.People = rename(e.People, toPerson)
		e.Speakers = rename(e.Speakers, toPerson)
		e.Organisations = rename(e.Organisations, toOrganisation)
		e.Places = rename(e.Places, toPlace)
	}
}

// rename gives a list with its names changed, each once.
func rename(list []string, to map[string]string) []string {
	out := list[:0:0]
	for _, name := range list {
		if other, ok := to[name]; ok {
			name = other
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// tally counts in how many events each name stands.
type tally map[string]int

func (t tally) count(names []string) {
	for _, n := range names {
		t[n]++
	}
}

// sorted are the names, those in more events first, then the longer ones.
func (t tally) sorted() []string {
	out := make([]string, 0, len(t))
	for n := range t {
		out = append(out, n)
	}
	slices.SortFunc(out, t.compare)
	return out
}

// compare puts the name first that should stand for both.
func (t tally) compare(a, b string) int {
	switch {
	case t[a] != t[b]:
		return t[b] - t[a]
	case len(a) != len(b):
		return len(b) - len(a)
	}
	return strings.Compare(b, a) // small letters before capitals
}

// alike joins the names that differ in case, accents, apostrophes and known
// spellings only.
func (t tally) alike(told *table) map[string]string {
	first := make(map[string]string)
	to := make(map[string]string)
	for _, n := range told.chosen(t) {
		first[key(n)] = n
	}
	for _, n := range t.sorted() {
		if k := key(n); first[k] == "" {
			first[k] = n
		} else if first[k] != n && !told.fixed[n] {
			to[n] = first[k]
		}
	}
	return to
}

// key is the form in which names are the same: the canonical spellings of their
// words.
func key(name string) string {
	f := strings.FieldsFunc(words.Fold(name), func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
	for i := range f {
		f[i] = words.Canonical(strings.ReplaceAll(strings.Trim(f[i], ".,"), "'", ""))
	}
	return strings.Join(f, " ")
}
