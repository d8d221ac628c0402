package content

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
)

// recordName is the file of the record beside the content files. Hugo must be
// told to leave it alone.
const recordName = "_record.yaml"

// entry is what the record knows of one content file.
type entry struct {
	ID      string `yaml:"id"`
	File    string `yaml:"file"` // below the record's folder, slashes
	Deleted bool   `yaml:"deleted"`
	// Hash is that of the whole file as the documents give it.
	Hash      string   `yaml:"hash"`
	Citations []string `yaml:"citations"`
	// Fields are the hashes of the values last written from the documents; a
	// field that was never written has none.
	Fields map[string]string `yaml:"fields"`
}

// byPerson stands for the hash of a field that no run has written: no value
// has it, so the field counts as a person's.
const byPerson = "-"

// readRecord reads the record of a folder; there being none is an empty one.
func (s *shelf) readRecord() error {
	name := path.Join(s.schema.folder, recordName)
	data, err := s.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read record: %w", err)
	}
	s.record = data
	var all []entry
	if err := yaml.Unmarshal(data, &all); err != nil {
		return &timeline.Problem{Path: s.named(recordName), Line: yamlErrorLine(err), Column: 1,
			Message: "the record of what was written cannot be read; take it back from Git: " + err.Error()}
	}
	seen := map[string]bool{}
	for i := range all {
		e := &all[i]
		if e.ID == "" || e.File == "" || seen[e.ID] {
			return &timeline.Problem{Path: s.named(recordName), Line: 1, Column: 1,
				Message: fmt.Sprintf("entry %d: expected an id that no other entry has, and a file", i+1)}
		}
		seen[e.ID] = true
		s.entries = append(s.entries, e)
	}
	return nil
}

// writeRecord writes the entries in the order of their ids, unless the record
// says the same already.
func (s *shelf) writeRecord(entries []*entry) error {
	if len(entries) == 0 && s.record == nil {
		return nil
	}
	slices.SortFunc(entries, func(a, b *entry) int { return strings.Compare(a.ID, b.ID) })
	var b bytes.Buffer
	for line := range strings.Lines(s.schema.about) {
		b.WriteString("# " + line)
	}
	b.WriteString("\n")
	for _, e := range entries {
		b.WriteString("- " + encode(e.node(s.schema)))
	}
	if len(entries) == 0 {
		b.WriteString("[]\n")
	}
	if bytes.Equal(b.Bytes(), s.record) {
		return nil
	}
	if err := s.write(recordName, b.Bytes()); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// node gives the entry on one line.
func (e *entry) node(s *schema) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	put(m, "id", text(e.ID))
	put(m, "file", text(e.File))
	if e.Deleted {
		put(m, "deleted", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
	}
	put(m, "hash", text(e.Hash))
	if len(e.Citations) > 0 {
		put(m, "citations", texts(e.Citations))
	}
	fields := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, path := range s.fields {
		if hash, ok := e.Fields[path]; ok {
			put(fields, path, text(hash))
		}
	}
	put(m, "fields", fields)
	return m
}

// newEntry records a draft that is data when written whole.
func newEntry(d *draft, file string, data []byte) *entry {
	e := &entry{ID: d.id, File: file, Hash: fileHash(data), Citations: d.citations, Fields: map[string]string{}}
	for _, f := range d.fields {
		e.Fields[f.path] = shortHash(canonical(f.value))
	}
	return e
}

// yamlErrorLine gives the line that an error of the YAML reader names, else 1.
func yamlErrorLine(err error) int {
	line := 1
	for s := bufio.NewScanner(strings.NewReader(err.Error())); s.Scan(); {
		if _, after, ok := strings.Cut(s.Text(), "line "); ok {
			fmt.Sscanf(after, "%d", &line)
			break
		}
	}
	return line
}
