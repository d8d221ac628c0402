package content

import (
	"cmp"
	"slices"
	"strings"
)

// slot is one event or source over time: what the record knows of it, its file
// and what the documents give now. Any may be missing, not all.
type slot struct {
	entry *entry
	file  *file
	draft *draft
}

// id is the id under which the slot has been known.
func (s *slot) id() string {
	if s.entry != nil {
		return s.entry.ID
	}
	return s.file.id()
}

// rank puts slots that the record knows before files made or copied by hand.
func (s *slot) rank() int {
	if s.entry != nil {
		return 0
	}
	return 1
}

// name orders slots.
func (s *slot) name() string {
	if s.file != nil {
		return s.file.name
	}
	return s.entry.File
}

// pristine reports whether the file is byte for byte as last written, but for
// the ends of its lines.
func (s *slot) pristine() bool {
	return s.entry != nil && s.file != nil && s.file.err == nil && s.entry.Hash == fileHash(s.file.data)
}

// citations are the keys of the citations of what the slot has been.
func (s *slot) citations() []string {
	var keys []string
	if s.entry != nil {
		keys = s.entry.Citations
	}
	if s.file == nil || s.pristine() {
		return keys
	}
	if s.file.parse(); s.file.err != nil {
		return keys
	}
	for _, c := range newDecoder(s.file.page, s.file.name).event().Citations {
		keys = append(slices.Clip(keys), citationKey(c))
	}
	return keys
}

// attach joins the entries of the record with their files: those that are
// there untouched, then by id, for a person may have renamed a file, then by
// name, for the id may have been edited away. What is left over was made by
// hand, or deleted.
func (s *shelf) attach() {
	byName := map[string]*file{}
	for _, f := range s.files {
		byName[f.name] = f
	}
	attached := map[*file]bool{}
	join := func(sl *slot, f *file) {
		if f != nil && sl.file == nil && !attached[f] {
			sl.file, attached[f] = f, true
		}
	}
	for _, e := range s.entries {
		sl := &slot{entry: e}
		s.slots = append(s.slots, sl)
		if f := byName[e.File]; f != nil && f.err == nil && fileHash(f.data) == e.Hash {
			join(sl, f)
		}
	}
	byID := s.stated(attached)
	for _, sl := range s.slots {
		same := byID[sl.entry.ID]
		if slices.Contains(same, byName[sl.entry.File]) {
			join(sl, byName[sl.entry.File])
		} else if len(same) > 0 {
			join(sl, same[0])
		}
	}
	for _, sl := range s.slots {
		join(sl, byName[sl.entry.File])
	}
	for _, f := range s.files {
		if !attached[f] {
			s.slots = append(s.slots, &slot{file: f})
		}
	}
}

// stated gives the files that state each id, but for those attached already.
func (s *shelf) stated(attached map[*file]bool) map[string][]*file {
	byID := map[string][]*file{}
	for _, f := range s.files {
		if attached[f] {
			continue
		}
		if id := f.id(); id != "" {
			byID[id] = append(byID[id], f)
		}
	}
	return byID
}

// match gives each draft to the slot that it continues, by id, else by the
// citations they share, and returns the drafts that are new.
func (s *shelf) match(drafts []draft) []*draft {
	byID := map[string]*slot{}
	for _, sl := range s.slots {
		// Slots with an entry come first, so a copy made by hand does not take
		// the place of what it was copied from.
		if id := sl.id(); id != "" && byID[id] == nil {
			byID[id] = sl
		}
	}
	var left []*draft
	for i := range drafts {
		d := &drafts[i]
		if sl := byID[d.id]; sl != nil && sl.draft == nil {
			sl.draft = d
		} else {
			left = append(left, d)
		}
	}
	return s.matchCitations(left)
}

// pairing is a draft and a slot with citations in common.
type pairing struct {
	slot   *slot
	draft  *draft
	shared int
}

// matchCitations pairs those with most citations in common first.
func (s *shelf) matchCitations(drafts []*draft) []*draft {
	byKey := map[string][]*slot{}
	for _, sl := range s.slots {
		if sl.draft != nil || len(drafts) == 0 {
			continue
		}
		keys := slices.Clone(sl.citations())
		slices.Sort(keys)
		for _, key := range slices.Compact(keys) {
			byKey[key] = append(byKey[key], sl)
		}
	}
	var pairings []pairing
	for _, d := range drafts {
		shared := map[*slot]int{}
		for _, key := range d.citations {
			for _, sl := range byKey[key] {
				shared[sl]++
			}
		}
		for sl, n := range shared {
			pairings = append(pairings, pairing{sl, d, n})
		}
	}
	slices.SortFunc(pairings, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.slot.rank(), b.slot.rank()),
			strings.Compare(a.slot.name(), b.slot.name()), strings.Compare(a.draft.id, b.draft.id))
	})
	paired := map[*draft]bool{}
	for _, p := range pairings {
		if p.slot.draft == nil && !paired[p.draft] {
			p.slot.draft, paired[p.draft] = p.draft, true
		}
	}
	return slices.DeleteFunc(drafts, func(d *draft) bool { return paired[d] })
}
