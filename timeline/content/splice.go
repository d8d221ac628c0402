package content

import (
	"bytes"
	"maps"
	"strings"

	"gopkg.in/yaml.v3"
)

// set gives the page with another value for one field, nil taking it out, and
// every other byte as it was. It is nil where that cannot be done without
// touching something else: the field holds a comment, or is written in a way
// that gives it no lines of its own.
func (p *page) set(s *schema, path string, value *yaml.Node) *page {
	data := p.splice(s, path, value)
	if data == nil {
		return nil
	}
	edited, err := parsePage(p.path, data)
	if err != nil {
		return nil
	}
	// Whatever a person may have made of the file, nothing else has changed.
	want := p.values()
	delete(want, path)
	if value != nil {
		want[path] = canonical(value)
	}
	if !maps.Equal(want, edited.values()) {
		return nil
	}
	return edited
}

// values gives the value of everything on the page by its path.
func (p *page) values() map[string]string {
	all := map[string]string{}
	for i := 0; i+1 < len(p.root.Content); i += 2 {
		key, v := canonical(p.root.Content[i]), p.root.Content[i+1]
		if p.root.Content[i].Kind == yaml.ScalarNode {
			key = p.root.Content[i].Value
		}
		if v.Kind != yaml.MappingNode {
			all[key] = canonical(v)
			continue
		}
		for j := 0; j+1 < len(v.Content); j += 2 {
			inner := canonical(v.Content[j])
			if v.Content[j].Kind == yaml.ScalarNode {
				inner = v.Content[j].Value
			}
			all[key+"."+inner] = canonical(v.Content[j+1])
		}
	}
	return all
}

// block is the lines of one key of a mapping, from 0, to exclusive.
type block struct{ from, to int }

// splice gives the bytes of the page with the lines of one field exchanged.
func (p *page) splice(s *schema, path string, value *yaml.Node) []byte {
	m, limit, key := p.root, len(p.lines)-1, path
	if outer, inner, nested := strings.Cut(path, "."); nested {
		k, v := child(p.root, outer)
		if v == nil || v.Kind != yaml.MappingNode {
			return nil
		}
		m, limit, key = v, p.block(p.root, k, limit).to, inner
	}
	if m.Style&yaml.FlowStyle != 0 {
		return nil
	}
	k, v := child(m, key)
	if k == nil {
		return p.insert(s, m, limit, path, key, value)
	}
	b := p.block(m, k, limit)
	if !p.alone(k) {
		return nil
	}
	tail, ok := p.tail(s, path, b, k, v, value)
	if !ok {
		return nil
	}
	var lines string
	if value != nil {
		lines = strings.TrimSuffix(renderField(key, value, k.Column-1), "\n") + tail + "\n"
	}
	return p.exchange(b, lines)
}

// block finds the lines of a key: up to the next key of its mapping, or to
// limit, without the empty lines and comments there.
func (p *page) block(m, k *yaml.Node, limit int) block {
	b := block{k.Line - 1, limit}
	for i := 0; i < len(m.Content); i += 2 {
		if line := m.Content[i].Line - 1; line > b.from {
			b.to = min(b.to, line)
		}
	}
	for b.to > b.from+1 {
		line := bytes.TrimSpace(p.text(block{b.to - 1, b.to}))
		if len(line) > 0 && line[0] != '#' {
			break
		}
		b.to--
	}
	return b
}

// text gives the bytes of lines of the front matter.
func (p *page) text(b block) []byte {
	last := len(p.lines) - 1
	return p.data[p.start+p.lines[min(b.from, last)] : p.start+p.lines[min(b.to, last)]]
}

// alone reports whether nothing but spaces stands before a key on its line.
func (p *page) alone(k *yaml.Node) bool {
	line := p.text(block{k.Line - 1, k.Line})
	return len(line) >= k.Column-1 && len(bytes.Trim(line[:k.Column-1], " ")) == 0
}

// tail decides whether a field's lines may be exchanged, and gives the comment
// behind its value, to be kept. A # is no comment where the lines are as the
// tool writes them.
func (p *page) tail(s *schema, path string, b block, k, v, value *yaml.Node) (tail string, ok bool) {
	raw := p.text(b)
	if bytes.IndexByte(raw, '#') < 0 {
		return "", true
	}
	own := s.restate(p)
	if was := own.get(path); was != nil {
		lines := renderField(k.Value, was, k.Column-1)
		if lines == strings.ReplaceAll(string(raw), "\r\n", "\n") {
			return "", true
		}
	}
	comment := v.LineComment
	if value == nil || v.Kind != yaml.ScalarNode || value.Kind != yaml.ScalarNode || comment == "" || b.to != b.from+1 {
		return "", false
	}
	line := strings.TrimRight(string(raw), "\r\n")
	before, found := strings.CutSuffix(strings.TrimRight(line, " \t"), comment)
	if !found {
		return "", false
	}
	return line[len(strings.TrimRight(before, " \t")):], true
}

// insert puts a field that the page does not have behind the one it follows by
// the order of the schema, else before the one it precedes.
func (p *page) insert(s *schema, m *yaml.Node, limit int, path, key string, value *yaml.Node) []byte {
	if value == nil {
		return p.data
	}
	prefix := strings.TrimSuffix(path, key)
	var beside *yaml.Node
	passed := false
	for _, other := range s.fields {
		name, sibling := strings.CutPrefix(other, prefix)
		passed = passed || other == path
		if !sibling || passed && beside != nil {
			continue
		}
		if prefix == "" {
			name, _, _ = strings.Cut(name, ".")
		}
		if k, _ := child(m, name); k != nil {
			beside = k
		}
	}
	if beside == nil || !p.alone(beside) {
		return nil
	}
	b := p.block(m, beside, limit)
	at := b.to
	if precedes(s, path, prefix, beside.Value) {
		at = b.from
	}
	return p.exchange(block{at, at}, renderField(key, value, beside.Column-1))
}

// precedes reports whether a field comes before another key of its mapping by
// the order of the schema.
func precedes(s *schema, path, prefix, key string) bool {
	for _, other := range s.fields {
		if other == path {
			return true
		}
		if other == prefix+key || strings.HasPrefix(other, prefix+key+".") {
			return false
		}
	}
	return false
}

// exchange puts lines in the place of a block, with the ends of line that the
// front matter has.
func (p *page) exchange(b block, lines string) []byte {
	if bytes.HasSuffix(p.text(block{0, 1}), []byte("\r\n")) {
		lines = strings.ReplaceAll(lines, "\n", "\r\n")
	}
	last := len(p.lines) - 1
	from, to := p.start+p.lines[min(b.from, last)], p.start+p.lines[min(b.to, last)]
	var data bytes.Buffer
	data.Write(p.data[:from])
	data.WriteString(lines)
	data.Write(p.data[to:])
	return data.Bytes()
}
