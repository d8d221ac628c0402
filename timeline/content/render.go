package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
)

// render gives the whole file of a draft that no person has edited.
func render(d *draft) []byte {
	top := &yaml.Node{Kind: yaml.MappingNode}
	inner := map[string]*yaml.Node{}
	for _, f := range d.fields {
		outer, key, nested := strings.Cut(f.path, ".")
		if !nested {
			put(top, outer, f.value)
			continue
		}
		if inner[outer] == nil {
			inner[outer] = &yaml.Node{Kind: yaml.MappingNode}
			put(top, outer, inner[outer])
		}
		put(inner[outer], key, f.value)
	}
	return fmt.Appendf(nil, "---\n%s---\n", encode(top))
}

// renderField gives the lines of one field at an indentation.
func renderField(key string, value *yaml.Node, indent int) string {
	m := &yaml.Node{Kind: yaml.MappingNode}
	put(m, key, value)
	var b strings.Builder
	for line := range strings.Lines(encode(m)) {
		b.WriteString(strings.Repeat(" ", indent))
		b.WriteString(line)
	}
	return b.String()
}

// encode writes a node built here. Only a fault of this package's can make it
// fail: all its strings are valid UTF-8 and it has no aliases.
func encode(n *yaml.Node) string {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		panic(fmt.Sprintf("encode content: %v", err))
	}
	return b.String()
}

// canonical writes the value of a node so that two of the same meaning, however
// they are quoted, ordered or laid out, are written alike. A missing node and
// an empty one are "".
func canonical(n *yaml.Node) string {
	var b strings.Builder
	appendCanonical(&b, n)
	return b.String()
}

func appendCanonical(b *strings.Builder, n *yaml.Node) {
	if n == nil {
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			b.WriteString(strconv.Quote(scalar(n)))
		}
	case yaml.AliasNode:
		// Not followed: it is an edit, whatever it stands for.
		b.WriteString("*" + n.Value)
	case yaml.SequenceNode:
		b.WriteByte('[')
		for _, c := range n.Content {
			appendCanonical(b, c)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(n.Content); i += 2 {
			appendCanonical(b, n.Content[i])
			b.WriteByte(':')
			appendCanonical(b, n.Content[i+1])
			b.WriteByte(',')
		}
		b.WriteByte('}')
	}
}

// scalar gives the text of a scalar, numbers with a point in one way only.
func scalar(n *yaml.Node) string {
	if n.Tag == "!!float" {
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return strconv.FormatFloat(x, 'g', -1, 64)
		}
	}
	return n.Value
}

// shortHash is 32 bits of SHA-256: enough to tell whether a field was changed.
func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

// fileHash is the hash of a whole file, the same on systems that end lines in
// another way.
func fileHash(data []byte) string {
	sum := sha256.Sum256(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	return hex.EncodeToString(sum[:8])
}

// citationKey knows a citation again: by what is quoted and the words of its
// date. What those words mean is no part of it, so that an event is still the
// same one, with a person's edits, when its date comes to be read differently.
func citationKey(c timeline.Citation) string {
	words := []string{valid(c.Quote)}
	for _, x := range c.Expressions {
		words = append(words, valid(x.Text))
	}
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return "e" + hex.EncodeToString(sum[:8])[:15]
}
