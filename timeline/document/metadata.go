package document

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Metadata is what sources.yaml says about one document.
type Metadata struct {
	Title, Author, Publisher string
	URL                      string // where this very text was published
	Original                 string // where it first appeared
	Note                     string // how a value is known
	Published                edtf.Date
	// PublishedUnknown says that the day is known to be unknown (published:
	// null): a date in the text is not taken for it.
	PublishedUnknown bool
	Language         string // two or three letters, as in "en"
}

// ReadMetadata reads sources.yaml: paths of documents and what is known of
// each. name is the path that errors print. All faults are reported, in
// order, each as path:line:column; what is not at fault is returned beside
// them. The map is nil exactly where nothing could be read, because data is no
// YAML mapping.
func ReadMetadata(name string, data []byte) (map[string]Metadata, error) {
	r := metadataReader{name: name, found: map[string]Metadata{}}
	root := r.parse(data)
	if root == nil && len(r.faults) > 0 {
		return nil, r.err()
	}
	if root != nil {
		r.eachPair(root, "document", func(key, value *yaml.Node) {
			r.found[key.Value] = r.entry(value)
		})
	}
	return r.found, r.err()
}

// CheckMetadata reports the entries of sources.yaml that name none of the
// documents, the first of them with the nearest name as a hint.
func CheckMetadata(name string, data []byte, documents []string) error {
	r := metadataReader{name: name}
	root := r.parse(data)
	if root == nil {
		return r.err()
	}
	r.faults = nil // ReadMetadata reports these
	there := make(map[string]bool, len(documents))
	for _, d := range documents {
		there[d] = true
	}
	for i, compared := 0, 0; i+1 < len(root.Content); i += 2 {
		key := root.Content[i]
		if key.Kind != yaml.ScalarNode || there[key.Value] {
			continue
		}
		hint := ""
		if compared < maxCompared {
			hint = didYouMean(key.Value, documents)
			compared += len(documents)
		}
		r.fault(key, fmt.Sprintf("no document is called %q", key.Value), hint)
	}
	return r.err()
}

// maxCompared is how many names are compared to find hints: to compare each
// entry with each document would take hours where both are many.
const maxCompared = 100_000

// metadataReader collects what sources.yaml says, and its faults.
type metadataReader struct {
	name   string
	found  map[string]Metadata
	faults []*timeline.Problem
}

func (r *metadataReader) fault(at *yaml.Node, message, hint string) {
	r.faults = append(r.faults, &timeline.Problem{Path: r.name, Line: at.Line, Column: at.Column, Message: message, Hint: hint})
}

// err joins the faults in the order of the file.
func (r *metadataReader) err() error {
	all := make([]error, len(r.faults))
	for i, f := range r.faults {
		all[i] = f
	}
	return errors.Join(timeline.Sorted(all)...)
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)

// parse is the mapping at the root of data, or nil.
func (r *metadataReader) parse(data []byte) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		f := &timeline.Problem{Path: r.name, Line: 1, Column: 1, Message: err.Error()}
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			f.Message, f.Hint = "no valid YAML: "+m[2], yamlHint(m[2])
			if n, err := strconv.Atoi(m[1]); err == nil {
				f.Line = n
			}
		}
		r.faults = append(r.faults, f)
		return nil
	}
	if len(doc.Content) == 0 {
		return nil // empty, or comments only
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil
	}
	if root.Kind != yaml.MappingNode {
		r.fault(root, "expected the names of documents", "write “FILE.txt:” and what is known of it, set in below")
		return nil
	}
	return root
}

// yamlHint says how to mend the commonest slips.
func yamlHint(message string) string {
	switch {
	case strings.Contains(message, "cannot start any token"):
		return "indent with spaces, not tabs"
	case strings.Contains(message, "mapping values are not allowed"):
		return "put a value that holds “: ” into double quotes"
	}
	return ""
}

// eachPair calls do for every pair of the mapping n; a key that comes twice is
// a fault, and its second value is not used.
func (r *metadataReader) eachPair(n *yaml.Node, what string, do func(key, value *yaml.Node)) {
	seen := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			r.fault(key, "expected the name of a "+what, "")
			continue
		}
		if line, twice := seen[key.Value]; twice {
			r.fault(key, fmt.Sprintf("%s %q comes twice", what, key.Value), fmt.Sprintf("it stands in line %d", line))
			continue
		}
		seen[key.Value] = key.Line
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		do(key, value)
	}
}

// entry reads what is known of one document.
func (r *metadataReader) entry(n *yaml.Node) Metadata {
	var m Metadata
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return m
	case n.Kind != yaml.MappingNode:
		r.fault(n, "expected what is known of the document", "write “title: …”, “published: …” below its name")
		return m
	}
	r.eachPair(n, "key", func(key, value *yaml.Node) { r.value(&m, key, value) })
	return m
}

// metadataKeys are the keys an entry may have.
var metadataKeys = []string{"title", "author", "publisher", "url", "original", "note", "published", "language"}

// value reads one key of an entry into m.
func (r *metadataReader) value(m *Metadata, key, value *yaml.Node) {
	if !slices.Contains(metadataKeys, key.Value) {
		r.fault(key, fmt.Sprintf("unknown key %q", key.Value), didYouMean(key.Value, metadataKeys))
		return
	}
	if value.Kind != yaml.ScalarNode {
		r.fault(value, key.Value+" must be text", "put it in double quotes")
		return
	}
	text := strings.Join(strings.Fields(value.Value), " ")
	if value.Tag == "!!null" {
		text = ""
	}
	switch key.Value {
	case "title":
		m.Title = text
	case "author":
		m.Author = text
	case "publisher":
		m.Publisher = text
	case "note":
		m.Note = text
	case "url":
		m.URL = r.address(value, text)
	case "original":
		m.Original = r.address(value, text)
	case "language":
		m.Language = r.language(value, text)
	case "published":
		r.published(m, value, text)
	}
}

// address is text if it is a web address or empty.
func (r *metadataReader) address(at *yaml.Node, text string) string {
	if text == "" || isWebAddress(text) {
		return text
	}
	r.fault(at, fmt.Sprintf("%q is no web address", text), "it begins with https:// or http://")
	return ""
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// language is text if it is a language tag or empty.
func (r *metadataReader) language(at *yaml.Node, text string) string {
	if text == "" || languageTag.MatchString(text) {
		return text
	}
	r.fault(at, fmt.Sprintf("%q is no language", text), "write its code, as in en, de, uk")
	return ""
}

// published reads the day of publication. Nothing, null and "null" say that
// it is known to be unknown.
func (r *metadataReader) published(m *Metadata, at *yaml.Node, text string) {
	if text == "" || text == "null" {
		m.PublishedUnknown = true
		return
	}
	date, err := edtf.Parse(text)
	if err != nil {
		r.fault(at, fmt.Sprintf("published: %v", err), "write it as in 2022-05-12, 2022-05, 2022-05-12~ (about), 2022? (perhaps)")
		return
	}
	m.Published = date
}

// didYouMean hints at the candidate nearest to word, if one is near.
func didYouMean(word string, candidates []string) string {
	best, at := 1+max(2, len(word)/4), ""
	for _, c := range candidates {
		if d := editDistance(word, c, best); d < best {
			best, at = d, c
		}
	}
	if at == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", at)
}

// editDistance counts the letters to change, add or leave out from a to b, up
// to limit.
func editDistance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(y)], limit)
}
