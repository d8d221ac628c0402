// Package content writes events and sources as Hugo content files, reads them
// back, and keeps what a person edited.
//
// The files are the truth once they are written. A record beside them holds a
// short hash of every field as the documents last gave it. A field that still
// has its hash follows the documents; one that has not is a person's and
// stays. A file that is gone was deleted by a person and is not written again.
// Edited files are changed in place, a field's lines at a time, so that
// comments, unknown keys, their order and the body survive byte for byte.
package content

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"

	"dateline/timeline"
)

// Report says what Write did. Its paths begin with the folder that Write was
// given, and are sorted. A file the documents still give is in exactly one of
// Written, Updated, Unchanged and Deleted, and in Kept as well if a person's
// edit stands against what the documents say.
type Report struct {
	Written   []string // new
	Updated   []string // followed the documents, at least in part
	Unchanged []string
	Removed   []string // no longer given by the documents, and untouched
	Deleted   []string // deleted by a person: not written again
	Kept      []Kept
	Cut       []Cut // lists of which a file holds the beginning
	// Fatal is set where nothing was written because the folder or its record
	// could not be read.
	Fatal bool
}

// Kept is a file in which a person's edits stand.
type Kept struct {
	Path string
	// Gone is set where the documents no longer give the event or source.
	Gone bool
	// Fields are those that the documents give otherwise.
	Fields []Difference
}

// Cut is a list that is longer than a content file holds: Hugo takes one with
// some ten thousand lists in it for an attack. The first entries are there.
type Cut struct {
	Path       string
	What       string // "citations"
	Listed, Of int
}

// Difference is a field that a person changed.
type Difference struct {
	Field     string // "title", "source.author"
	Yours     string // as it stands in the file; "" where it was taken out
	Documents string // as the documents give it now
	// New is set where the documents have changed their mind since the field
	// was last written.
	New bool
}

// Write brings the content files of the chronology in dir in line with what
// its documents say. The error joins what is wrong with single files, each a
// [*timeline.Problem] at its place; such files are left alone and the others
// are written. See [Report.Fatal] for when nothing is.
func Write(dir string, events []timeline.Event, sources []timeline.Source) (Report, error) {
	fatal := func(err error) (Report, error) { return Report{Fatal: true}, err }
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fatal(fmt.Errorf("open chronology: %w", err))
	}
	defer root.Close()
	shelves := [2]*shelf{{root: root, dir: dir, schema: &eventSchema}, {root: root, dir: dir, schema: &sourceSchema}}
	var faults []error
	for _, s := range shelves {
		if err := s.load(); err != nil {
			faults = append(faults, err)
		}
	}
	if len(faults) > 0 {
		return fatal(errors.Join(faults...))
	}
	for _, s := range shelves {
		faults = append(faults, s.problems()...)
	}
	report := &Report{}
	faults = append(faults, shelves[0].update(eventDrafts(events), nil, report)...)
	faults = append(faults, shelves[1].update(sourceDrafts(sources), shelves[0].cited(), report)...)
	report.sort()
	return *report, errors.Join(timeline.Sorted(faults)...)
}

func (r *Report) sort() {
	for _, paths := range [][]string{r.Written, r.Updated, r.Unchanged, r.Removed, r.Deleted} {
		slices.Sort(paths)
	}
	slices.SortFunc(r.Kept, func(a, b Kept) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(r.Cut, func(a, b Cut) int { return cmp.Compare(a.Path, b.Path) })
}

// Changed reports whether Write changed any content file.
func (r *Report) Changed() bool { return len(r.Written)+len(r.Updated)+len(r.Removed) > 0 }
