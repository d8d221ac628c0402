package content

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
)

// merge gives an edited file with the fields that nobody touched as the
// documents now give them. It sets sl.file.page to the result, and the hashes
// of next to what stands.
func (u *update) merge(sl *slot, d *draft, next *entry) []byte {
	s := u.shelf.schema
	for _, path := range s.fields {
		if path != "date" {
			u.mergeField(sl, path, d.get(path), next)
		}
	}
	if s == &eventSchema {
		// Last, for it goes by the when that stands now, a person's or not.
		u.mergeField(sl, "date", dateOf(sl.file.page), next)
	}
	return sl.file.page.data
}

// mergeField lets one field follow the documents unless a person changed it.
// One that was changed keeps its old hash, so that it follows them again once
// the edit is undone.
func (u *update) mergeField(sl *slot, path string, documents *yaml.Node, next *entry) {
	yours, theirs := canonical(sl.file.page.get(path)), canonical(documents)
	old, written := sl.entry.Fields[path]
	untouched := written && old == shortHash(yours) || !written && sl.file.page.get(path) == nil
	follows := yours == theirs
	if !follows && untouched {
		if edited := sl.file.page.set(u.shelf.schema, path, documents); edited != nil {
			sl.file.page, follows = edited, true
		}
	}
	delete(next.Fields, path)
	switch {
	case !follows && written:
		next.Fields[path] = old
	case follows && documents != nil:
		next.Fields[path] = shortHash(theirs)
	}
}

// dateOf gives the date for Hugo by the when that stands in a page; where that
// is no date, the one the page has.
func dateOf(p *page) *yaml.Node {
	when := p.get("when")
	if when == nil || when.Kind != yaml.ScalarNode {
		return p.get("date")
	}
	d, err := edtf.Parse(when.Value)
	if err != nil {
		return p.get("date")
	}
	if date := hugoDate(d); date != "" {
		return text(date)
	}
	return nil
}

// shown gives a value for a person to read, on one line.
func shown(n *yaml.Node) string {
	switch {
	case n == nil || n.Tag == "!!null":
		return ""
	case n.Kind == yaml.ScalarNode:
		return strings.Join(strings.Fields(n.Value), " ")
	case n.Kind == yaml.SequenceNode:
		parts := make([]string, len(n.Content))
		for i, c := range n.Content {
			if c.Kind != yaml.ScalarNode {
				return entries(len(n.Content))
			}
			parts[i] = shown(c)
		}
		return strings.Join(parts, ", ")
	}
	return entries(len(n.Content) / 2)
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}
