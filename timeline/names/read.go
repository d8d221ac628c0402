package names

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/words"

	"gopkg.in/yaml.v3"
)

// ReadAliases reads params.dateline.aliases from a site's settings in YAML or
// JSON; name is what messages call the file. It reports every fault with its
// place and gives what is sound beside them.
func ReadAliases(name string, data []byte) (Aliases, error) {
	r := aliasReader{path: name, lines: strings.Split(string(data), "\n"), owner: make(map[string]string), found: Aliases{}}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, r.unreadable(err)
	}
	node := &root
	if node.Kind == yaml.DocumentNode && len(node.Content) > 0 {
		node = node.Content[0]
	}
	for _, key := range [...]string{"params", "dateline", "aliases"} {
		if node = member(node, key); node == nil {
			return nil, nil
		}
	}
	r.read(resolved(node))
	return r.found, errors.Join(r.faults...)
}

// member is the value of a key, in any case, as Hugo reads settings; nil for
// none.
func member(node *yaml.Node, key string) *yaml.Node {
	node = resolved(node)
	if node.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		if strings.EqualFold(node.Content[i].Value, key) {
			return node.Content[i+1]
		}
	}
	return nil
}

func resolved(node *yaml.Node) *yaml.Node {
	if node.Kind == yaml.AliasNode {
		return node.Alias
	}
	return node
}

type aliasReader struct {
	path   string
	lines  []string
	owner  map[string]string // key of every name and alias → the name it is for
	found  Aliases
	faults []error
}

// fault reports something at a node.
func (r *aliasReader) fault(at *yaml.Node, message, hint string) {
	column := at.Column
	if at.Line <= len(r.lines) && column > 0 && column-1 <= len(r.lines[at.Line-1]) {
		column = utf8.RuneCountInString(r.lines[at.Line-1][:column-1]) + 1
	}
	r.faults = append(r.faults, &timeline.Problem{Path: r.path, Line: at.Line, Column: column, Message: message, Hint: hint})
}

const (
	wanted = `write the name to show and a list of what else documents call it: "Jane Roe": ["J. Roe", "the mayor"]`
	kinds  = `write “person”, “organisation” or “place”: "Quay Company": {kind: "organisation", also: ["QC"]}`
)

func (r *aliasReader) read(node *yaml.Node) {
	if node.Kind == yaml.ScalarNode && node.Tag == "!!null" {
		return
	}
	if node.Kind != yaml.MappingNode {
		r.fault(node, "aliases is no mapping", wanted)
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		r.own(node.Content[i], node.Content[i].Value)
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		r.entry(node.Content[i], resolved(node.Content[i+1]))
	}
}

func (r *aliasReader) entry(name, list *yaml.Node) {
	alias := Alias{Others: []string{}}
	if list.Kind == yaml.MappingNode {
		alias.Kind, list = r.detail(name, list)
	}
	if list.Kind == yaml.ScalarNode && list.Tag == "!!str" {
		list = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{list}}
	}
	if list.Kind != yaml.SequenceNode {
		r.fault(list, fmt.Sprintf("the aliases of %q are no list", name.Value), wanted)
		return
	}
	if r.owner[key(name.Value)] != name.Value {
		return // reported already
	}
	for _, item := range list.Content {
		item = resolved(item)
		if item.Kind != yaml.ScalarNode {
			r.fault(item, fmt.Sprintf("an alias of %q is no text", name.Value), wanted)
		} else if r.own(item, name.Value) {
			alias.Others = append(alias.Others, strings.TrimSpace(item.Value))
		}
	}
	r.found[name.Value] = alias
}

// detail reads an entry that is a mapping: its kind, and the list of aliases.
func (r *aliasReader) detail(name, entry *yaml.Node) (kind words.NameKind, also *yaml.Node) {
	also = &yaml.Node{Kind: yaml.SequenceNode}
	for i := 0; i+1 < len(entry.Content); i += 2 {
		key, value := entry.Content[i], resolved(entry.Content[i+1])
		switch strings.ToLower(key.Value) {
		case "also":
			also = value
		case "kind":
			kind = words.NameKind(value.Value)
			if kind != words.Person && kind != words.Organisation && kind != words.PlaceName {
				kind = words.OtherName
				r.fault(value, fmt.Sprintf("the kind of %q is none that there is", name.Value), kinds)
			}
		default:
			r.fault(key, fmt.Sprintf("%q is no key of an alias", key.Value), kinds)
		}
	}
	return kind, also
}

// own notes whose alias a text is. It reports false for one that cannot be an
// alias or is another's.
func (r *aliasReader) own(at *yaml.Node, name string) bool {
	k := key(at.Value)
	switch owner, taken := r.owner[k]; {
	case strings.TrimSpace(k) == "":
		r.fault(at, "an alias is empty", "")
	case taken && owner != name && owner == at.Value:
		r.fault(at, fmt.Sprintf("%q is a name of its own here", at.Value), "one alias can stand for one name only")
	case taken && owner != name:
		r.fault(at, fmt.Sprintf("%q stands for %q already", at.Value, owner), "one alias can stand for one name only")
	default:
		r.owner[k] = name
		return true
	}
	return false
}

var yamlLine = regexp.MustCompile(`line (\d+):`)

// unreadable is the problem of settings that are no YAML.
func (r *aliasReader) unreadable(err error) error {
	p := &timeline.Problem{Path: r.path, Message: "the settings are no YAML: " + strings.TrimPrefix(err.Error(), "yaml: ")}
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		p.Line, _ = strconv.Atoi(m[1])
	}
	return p
}
