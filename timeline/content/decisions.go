package content

import (
	"fmt"
	"os"
	"regexp"
	"slices"

	"gopkg.in/yaml.v3"

	"dateline/timeline/merge"
)

// decided finds the files that may hold a decision, so that no other need be
// taken apart for it.
var decided = regexp.MustCompile(`(?m)^[ \t"'{]*(?:same|different)["']?[ \t]*:`)

// Decisions gives what a person has written under “same” and “different” in the
// event files of the chronology in dir, in the order of the files. Values that
// are no lists of texts are left out; Read reports them. It fails only where the
// folder or its record cannot be read.
func Decisions(dir string) ([]merge.Decision, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open chronology: %w", err)
	}
	defer root.Close()
	s := &shelf{root: root, dir: dir, schema: &eventSchema}
	if err := s.walk(); err != nil {
		return nil, err
	}
	var all []merge.Decision
	for _, f := range s.files {
		if f.err != nil || !decided.Match(f.data) {
			continue
		}
		if f.parse(); f.err != nil {
			continue
		}
		if d := decisionIn(f); len(d.Same)+len(d.Different) > 0 {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	if err := s.readRecord(); err != nil {
		return nil, err
	}
	s.introduce(all)
	return all, nil
}

// decisionIn reads the decisions of one file.
func decisionIn(f *file) merge.Decision {
	d := newDecoder(f.page, f.name)
	e := d.event()
	out := merge.Decision{Event: merge.Named{ID: e.ID, Known: true, Path: f.path, Line: f.page.line, Column: 1}}
	for _, c := range e.Citations {
		out.Event.Quotes = append(out.Event.Quotes, c.Quote)
	}
	out.Same, out.Different = d.named("same"), d.named("different")
	return out
}

// named reads the events that a key names, each with its place.
func (d *decoder) named(key string) []merge.Named {
	v := d.value(d.page.root, key)
	if v == nil {
		return nil
	}
	nodes := v.Content
	if v.Kind == yaml.ScalarNode {
		nodes = []*yaml.Node{v}
	}
	var all []merge.Named
	for _, n := range nodes {
		if n.Kind == yaml.ScalarNode && n.Value != "" && v.Kind != yaml.MappingNode {
			all = append(all, merge.Named{ID: n.Value, Path: d.page.path, Line: d.page.line + n.Line - 1, Column: n.Column})
		}
	}
	return all
}

// introduce adds to the events named what their own files say of them.
func (s *shelf) introduce(all []merge.Decision) {
	wanted := map[string][]*merge.Named{}
	for i := range all {
		for _, list := range [][]merge.Named{all[i].Same, all[i].Different} {
			for k := range list {
				wanted[list[k].ID] = append(wanted[list[k].ID], &list[k])
			}
		}
	}
	for _, e := range s.entries {
		for _, n := range wanted[e.ID] {
			n.Known = true
		}
	}
	for _, f := range s.files {
		id := ""
		if found := idLine.FindSubmatch(f.data); found != nil {
			id = string(found[1])
		}
		if len(wanted[id]) == 0 || f.err != nil {
			continue
		}
		if f.parse(); f.err != nil {
			continue
		}
		e := newDecoder(f.page, f.name).event()
		for _, n := range wanted[id] {
			n.Known = true
			for _, c := range e.Citations {
				n.Quotes = append(n.Quotes, c.Quote)
			}
			n.Quotes = slices.Compact(n.Quotes)
		}
	}
}
