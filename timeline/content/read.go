package content

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Read gives the events and sources that the content files in dir hold, made
// by the documents or by hand, rejected events among them: events by date and
// id, sources by path and id. The error joins everything wrong with the files,
// each a [*timeline.Problem] at its place. A file that cannot be read, or an
// event without a date, is left out; else a wrong value counts as missing.
func Read(dir string) ([]timeline.Event, []timeline.Source, error) {
	events, sources := []timeline.Event{}, []timeline.Source{}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return events, sources, fmt.Errorf("open chronology: %w", err)
	}
	defer root.Close()
	var faults []error
	ids := map[string]string{}
	err = eachPage(root, dir, &eventSchema, &faults, func(d *decoder) {
		e := d.event()
		if d.value(d.page.root, "when") == nil {
			d.report(d.page.root, "when is missing: an event needs a date")
		}
		d.once(ids, e.ID)
		if !e.When.IsZero() {
			events = append(events, e)
		}
	})
	if err != nil {
		return events, sources, err
	}
	ids = map[string]string{}
	err = eachPage(root, dir, &sourceSchema, &faults, func(d *decoder) {
		s := d.source()
		d.once(ids, s.ID)
		sources = append(sources, s)
	})
	slices.SortStableFunc(events, func(a, b timeline.Event) int {
		if c := edtf.Compare(a.When, b.When); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	slices.SortStableFunc(sources, func(a, b timeline.Source) int {
		return strings.Compare(a.Path+"\x00"+a.ID, b.Path+"\x00"+b.ID)
	})
	return events, sources, errors.Join(append(timeline.Sorted(faults), err)...)
}

// once reports an id that another file has too.
func (d *decoder) once(ids map[string]string, id string) {
	if other, taken := ids[id]; taken {
		at := d.page.get("id")
		if at == nil {
			at = d.page.root
		}
		d.report(at, "the id %q is that of %s too", id, other)
		return
	}
	ids[id] = d.page.path
}

// eachPage hands the readable pages of a folder on, in the order of their
// paths, and collects what is wrong with the others and with them.
func eachPage(root *os.Root, dir string, s *schema, faults *[]error, handle func(*decoder)) error {
	sh := &shelf{root: root, dir: dir, schema: s}
	if err := sh.walk(); err != nil {
		return err
	}
	for _, f := range sh.files {
		if f.parse(); f.err != nil {
			*faults = append(*faults, timeline.Problems(f.err)...)
			continue
		}
		d := newDecoder(f.page, f.name)
		handle(d)
		*faults = append(*faults, d.problems...)
		f.page, f.data = nil, nil
	}
	return nil
}
