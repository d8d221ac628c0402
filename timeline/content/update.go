package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
)

// update brings the shelf in line with the drafts and tells the report. What
// is cited stays even where the documents no longer give it. The errors are
// those of single files; the others are written all the same.
func (s *shelf) update(drafts []draft, cited map[string]bool, report *Report) []error {
	u := &update{shelf: s, report: report, cited: cited, recorded: map[string]bool{}}
	fresh := s.match(u.distinct(drafts))
	for _, sl := range s.slots {
		u.settle(sl)
	}
	u.add(fresh)
	u.flush()
	// The record is written before files go: were it not, and the run broken
	// off between, they would count as deleted by a person.
	if err := s.writeRecord(u.entries); err != nil {
		return append(u.faults, err)
	}
	for _, sl := range u.gone {
		if err := s.remove(sl.file.name); err != nil {
			u.faults = append(u.faults, err)
			continue
		}
		report.Removed = append(report.Removed, sl.file.path)
	}
	return u.faults
}

// update is one run over a shelf.
type update struct {
	shelf   *shelf
	report  *Report
	cited   map[string]bool
	entries []*entry // of the record to be
	gone    []*slot  // whose files are to be removed
	faults  []error
	// recorded are the ids of entries.
	recorded map[string]bool
	writes   []write
}

// distinct leaves out drafts without an id of their own: they could not be
// known again.
func (u *update) distinct(drafts []draft) []draft {
	seen := map[string]bool{"": true}
	return slices.DeleteFunc(drafts, func(d draft) bool {
		if seen[d.id] {
			u.fail(fmt.Errorf("write %s: the id %q is missing or given twice", d.stem, d.id))
			return true
		}
		seen[d.id] = true
		return false
	})
}

// cut reports the lists of a draft that its file does not hold in full.
func (u *update) cut(d *draft, name string) {
	for _, c := range d.cut {
		c.Path = u.shelf.named(name)
		u.report.Cut = append(u.report.Cut, c)
	}
}

func (u *update) fail(err error) { u.faults = append(u.faults, err) }

// record puts an entry into the record. A second one for an id, as a copied file may give,
// is left out: that file is then one made by hand.
func (u *update) record(e *entry) {
	if !u.recorded[e.ID] {
		u.recorded[e.ID] = true
		u.entries = append(u.entries, e)
	}
}

// settle decides on one slot.
func (u *update) settle(sl *slot) {
	switch {
	case sl.file == nil:
		u.settleDeleted(sl)
	case sl.file.err != nil:
		if sl.entry != nil {
			u.record(sl.entry)
		}
	case sl.draft == nil:
		u.settleGone(sl)
	case sl.entry == nil:
		u.settleUnrecorded(sl)
	default:
		sl.entry.File, sl.entry.Deleted = sl.file.name, false
		u.settleKnown(sl)
	}
}

func (u *update) settleDeleted(sl *slot) {
	sl.entry.Deleted = true
	if sl.draft != nil {
		u.report.Deleted = append(u.report.Deleted, u.shelf.named(sl.entry.File))
		sl.entry.Citations = sl.draft.citations
	}
	u.record(sl.entry)
}

// settleGone deals with what the documents no longer give.
func (u *update) settleGone(sl *slot) {
	if sl.entry == nil {
		return // made by hand
	}
	if sl.pristine() && !u.cited[sl.entry.ID] {
		u.gone = append(u.gone, sl)
		return
	}
	sl.entry.File, sl.entry.Deleted = sl.file.name, false
	u.report.Kept = append(u.report.Kept, Kept{Path: sl.file.path, Gone: true})
	u.record(sl.entry)
}

// settleUnrecorded deals with a file that no run is known to have written. All
// that differs from the documents is a person's; what does not is recorded, so
// that it follows them again.
func (u *update) settleUnrecorded(sl *slot) {
	d := u.adopt(sl)
	if basis := sl.file.page.get("basis"); u.shelf.schema == &eventSchema &&
		(basis == nil || basis.Value == string(timeline.BasisEditor)) {
		u.tell(sl, d, nil)
		u.report.Unchanged = append(u.report.Unchanged, sl.file.path)
		return
	}
	sl.entry = newEntry(&d, sl.file.name, render(&d))
	for _, path := range u.shelf.schema.fields {
		if canonical(sl.file.page.get(path)) != canonical(d.get(path)) {
			sl.entry.Fields[path] = byPerson
		}
	}
	u.tell(sl, d, sl.entry.Fields)
	u.report.Unchanged = append(u.report.Unchanged, sl.file.path)
	u.record(sl.entry)
}

// adopt gives the slot's draft the id by which its file is known.
func (u *update) adopt(sl *slot) draft {
	id := sl.id()
	if id == "" {
		return *sl.draft
	}
	d := sl.draft.with(u.shelf.schema, "id", text(id))
	d.id = id
	return d
}

// settleKnown writes what the documents changed.
func (u *update) settleKnown(sl *slot) {
	d := u.adopt(sl)
	u.cut(&d, sl.file.name)
	data := render(&d)
	next := newEntry(&d, sl.file.name, data)
	if sl.pristine() {
		data = withLineEnds(data, sl.file.data)
	} else {
		sl.file.parse()
		if sl.file.err != nil {
			u.record(sl.entry)
			return
		}
		before := sl.entry.Fields
		data = u.merge(sl, &d, next)
		u.tell(sl, d, before)
	}
	if bytes.Equal(data, sl.file.data) {
		u.report.Unchanged = append(u.report.Unchanged, sl.file.path)
		u.record(next)
		return
	}
	u.write(sl.file.name, data, func(err error) {
		if err != nil {
			u.fail(err)
			u.record(sl.entry)
			return
		}
		u.report.Updated = append(u.report.Updated, sl.file.path)
		u.record(next)
	})
}

// withLineEnds gives data the ends of line that the old file has.
func withLineEnds(data, old []byte) []byte {
	if !bytes.HasPrefix(old, []byte("---\r\n")) {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
}

// add writes the drafts that are new.
func (u *update) add(fresh []*draft) {
	taken := names{}
	for _, f := range u.shelf.files {
		taken.take(f.name)
	}
	// The name of a deleted file is not given to another event, or a file a
	// person puts back could not be told from it.
	for _, e := range u.shelf.entries {
		taken.take(e.File)
	}
	slices.SortFunc(fresh, func(a, b *draft) int { return strings.Compare(a.id, b.id) })
	for _, d := range fresh {
		name := taken.pick(d.stem)
		u.cut(d, name)
		data := render(d)
		u.write(name, data, func(err error) {
			if err != nil {
				u.fail(err)
				return
			}
			u.report.Written = append(u.report.Written, u.shelf.named(name))
			u.record(newEntry(d, name, data))
		})
	}
}

// problems gives what is wrong with files that Write leaves alone.
func (s *shelf) problems() []error {
	var all []error
	for _, sl := range s.slots {
		if sl.file == nil || sl.pristine() {
			continue
		}
		if sl.file.parse(); sl.file.err != nil {
			all = append(all, timeline.Problems(sl.file.err)...)
		}
	}
	return all
}

// cited gives the ids of the sources that files left standing by an update
// cite, beyond those that the documents give anyway.
func (s *shelf) cited() map[string]bool {
	ids := map[string]bool{}
	for _, sl := range s.slots {
		if sl.file == nil || sl.file.err != nil || sl.pristine() {
			continue
		}
		sl.file.parse()
		for _, c := range newDecoder(sl.file.page, sl.file.name).event().Citations {
			ids[c.Source] = true
		}
	}
	return ids
}

// tell reports the fields in which the file differs from the documents. The
// hashes are those from before this run; nil means that nothing is known.
func (u *update) tell(sl *slot, d draft, hashes map[string]string) {
	kept := Kept{Path: sl.file.path}
	for _, path := range u.shelf.schema.fields {
		yours, documents := canonical(sl.file.page.get(path)), canonical(d.get(path))
		// Status and id are not the documents' to say, the date follows when.
		if yours == documents || path == "status" || path == "id" || path == "date" {
			continue
		}
		f := Difference{Field: path, Yours: shown(sl.file.page.get(path)), Documents: shown(d.get(path)),
			New: hashes != nil && hashes[path] != shortHash(documents)}
		// A list left out and an empty one are the same to a person.
		if f.Yours != "" || f.Documents != "" {
			kept.Fields = append(kept.Fields, f)
		}
	}
	if len(kept.Fields) > 0 {
		u.report.Kept = append(u.report.Kept, kept)
	}
}
