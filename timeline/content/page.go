package content

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	goccy "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
	"gopkg.in/yaml.v3"

	"dateline/timeline"
)

// page is a content file taken apart: its front matter, parsed and as lines.
type page struct {
	path       string // for messages
	data       []byte
	start, end int // of the front matter in data, without its delimiters
	line       int // of the file, on which the front matter starts, from 1
	root       *yaml.Node
	lines      []int // where each line of the front matter starts, and its end
}

// parsePage takes a file apart as Hugo does. The error is a problem at its
// place, or several joined: no YAML front matter, YAML that cannot be read, a
// key written twice.
func parsePage(path string, data []byte) (*page, error) {
	p := &page{path: path, data: data}
	if !utf8.Valid(data) {
		return nil, p.invalidUTF8()
	}
	if err := p.cut(); err != nil {
		return nil, err
	}
	front := data[p.start:p.end]
	p.lines = lineStarts(front)
	var doc yaml.Node
	if err := yaml.Unmarshal(front, &doc); err != nil {
		return nil, p.yamlProblem(err)
	}
	p.root = &yaml.Node{Kind: yaml.MappingNode}
	if len(doc.Content) > 0 {
		p.root = doc.Content[0]
	}
	if p.root.Kind != yaml.MappingNode {
		return nil, p.problem(p.root, "expected keys with their values")
	}
	if err := p.repeated(p.root); err != nil {
		return nil, err
	}
	return p, nil
}

// cut finds the front matter: from the first “---”, before which there may be
// nothing but white space and a byte order mark, to the next line that begins
// with one.
func (p *page) cut() error {
	rest := p.data
	for len(rest) > 0 {
		if after, ok := bytes.CutPrefix(rest, []byte("\uFEFF")); ok {
			rest = after
		} else if strings.IndexByte(" \t\r\n", rest[0]) >= 0 {
			rest = rest[1:]
		} else {
			break
		}
	}
	if !bytes.HasPrefix(rest, []byte("---")) {
		return &timeline.Problem{Path: p.path, Line: 1, Column: 1,
			Message: "expected front matter in YAML, between two lines “---”"}
	}
	p.start = len(p.data) - len(rest) + len("---")
	p.start += lineEnd(p.data[p.start:])
	p.line = len(breaks.FindAllIndex(p.data[:p.start], -1)) + 1
	for at := p.start; at < len(p.data); {
		if bytes.HasPrefix(p.data[at:], []byte("---")) && startsLine(p.data, at) {
			p.end = at
			return nil
		}
		next := bytes.IndexAny(p.data[at:], "\r\n")
		if next < 0 {
			break
		}
		at += next + 1
	}
	return &timeline.Problem{Path: p.path, Line: max(1, p.line-1), Column: 1,
		Message: "the front matter that begins here has no “---” at its end"}
}

func startsLine(data []byte, at int) bool {
	return at > 0 && strings.IndexByte("\r\n", data[at-1]) >= 0
}

// lineEnd is the length of the line break that data begins with, if any.
func lineEnd(data []byte) int {
	switch {
	case bytes.HasPrefix(data, []byte("\r\n")):
		return 2
	case len(data) > 0 && (data[0] == '\n' || data[0] == '\r'):
		return 1
	}
	return 0
}

// breaks are the line breaks of YAML 1.1, by which its reader counts lines.
var breaks = regexp.MustCompile("\r\n|[\r\n\u0085\u2028\u2029]")

// lineStarts gives the offset of each line in data and, last, the length of
// data.
func lineStarts(data []byte) []int {
	starts := []int{0}
	for _, at := range breaks.FindAllIndex(data, -1) {
		starts = append(starts, at[1])
	}
	if starts[len(starts)-1] < len(data) || len(starts) == 1 {
		starts = append(starts, len(data))
	}
	return starts
}

// child gives the key and value nodes at a key of a mapping.
func child(m *yaml.Node, key string) (k, v *yaml.Node) {
	if m == nil || m.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i], m.Content[i+1]
		}
	}
	return nil, nil
}

// get gives the value at a path of one or two keys, nil where there is none.
func (p *page) get(path string) *yaml.Node {
	outer, inner, nested := strings.Cut(path, ".")
	_, v := child(p.root, outer)
	if nested {
		_, v = child(v, inner)
	}
	return v
}

// repeated reports the first key that stands twice in a mapping: two readers of
// YAML would not agree on which counts.
func (p *page) repeated(n *yaml.Node) error {
	first := map[string]*yaml.Node{}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && c.Kind == yaml.ScalarNode {
			if before := first[c.Value]; before != nil {
				return p.problem(c, fmt.Sprintf("%s is written twice, first on line %d",
					c.Value, p.line+before.Line-1))
			}
			first[c.Value] = c
		}
		if err := p.repeated(c); err != nil {
			return err
		}
	}
	return nil
}

// problem is a message at the place of a node.
func (p *page) problem(n *yaml.Node, message string) *timeline.Problem {
	return &timeline.Problem{Path: p.path, Line: p.line + max(n.Line, 1) - 1,
		Column: max(n.Column, 1), Message: message}
}

// yamlProblem places an error of the YAML reader. That one names at most a line,
// and often the wrong one; the reader that Hugo uses is exact.
func (p *page) yamlProblem(err error) *timeline.Problem {
	var placed goccy.Error
	if front := p.data[p.start:p.end]; shallow(front) {
		_, syntax := parser.ParseBytes(front, 0)
		errors.As(syntax, &placed)
	}
	if placed != nil && placed.GetToken() != nil {
		at := placed.GetToken().Position
		return p.problem(&yaml.Node{Line: at.Line, Column: at.Column}, placed.GetMessage())
	}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	return p.problem(&yaml.Node{Line: 1, Column: 1}, strings.ReplaceAll(message, "\n", " "))
}

// shallow reports whether YAML surely nests little: Hugo's reader needs memory
// by the square of the depth, and has no limit.
func shallow(front []byte) bool {
	const most = 1000
	if len(front) > most*most || bytes.Count(front, []byte("["))+bytes.Count(front, []byte("{")) > most {
		return false
	}
	// A line may open a level with each of its dashes, and the next lines, each
	// indented by more, as many as fit in a line.
	for line := range bytes.Lines(front) {
		indent := len(line) - len(bytes.TrimLeft(line, " "))
		if indent > most || bytes.Count(line, []byte("-"))+bytes.Count(line, []byte("?")) > most {
			return false
		}
	}
	return true
}

func (p *page) invalidUTF8() *timeline.Problem {
	at := len(bytes.ToValidUTF8(p.data, nil))
	for i := 0; i < len(p.data); {
		r, size := utf8.DecodeRune(p.data[i:])
		if r == utf8.RuneError && size == 1 {
			at = i
			break
		}
		i += size
	}
	before := p.data[:at]
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return &timeline.Problem{Path: p.path, Line: bytes.Count(before, []byte("\n")) + 1, Column: column,
		Message: "the file is not in UTF-8"}
}
