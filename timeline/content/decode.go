package content

import (
	"errors"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// decoder turns the nodes of one page into an event or source, collecting what
// is wrong with them. A value that is wrong counts as missing.
type decoder struct {
	page     *page
	name     string // path below the content folder
	problems []error
}

func newDecoder(p *page, name string) *decoder { return &decoder{page: p, name: name} }

func (d *decoder) report(n *yaml.Node, format string, args ...any) {
	d.problems = append(d.problems, d.page.problem(n, fmt.Sprintf(format, args...)))
}

// event reads the page as an event. What a person left out gets its default:
// status proposed, basis editor, kind event, the title from the file name, the
// id from both.
func (d *decoder) event() timeline.Event {
	top := d.page.root
	e := timeline.Event{
		ID:         d.text(top, "id"),
		When:       d.date(top, "when"),
		Title:      d.text(top, "title"),
		Kind:       oneOf(d, "kind", timeline.KindEvent, timeline.KindStatement, timeline.KindPlan, timeline.KindDenial),
		Basis:      oneOf(d, "basis", timeline.BasisEditor, timeline.BasisExpression, timeline.BasisPublication),
		Status:     oneOf(d, "status", timeline.StatusProposed, timeline.StatusAccepted, timeline.StatusRejected),
		Importance: d.importance(),

		ImportanceBecause: d.text(top, "importance_because"),
		Speakers:          d.texts("speakers"),
		People:            d.texts("people"),
		Organisations:     d.texts("organisations"),
		Places:            d.texts("places"),
		Tags:              d.texts("tags"),
		Independent:       d.count(top, "independent"),
		Citations:         []timeline.Citation{},
		Disagreements:     d.disagreements(),
		Related:           d.related(),
		Same:              d.optional("same"),
		Different:         d.optional("different"),
	}
	if e.Title == "" {
		e.Title = strings.TrimSuffix(path.Base(d.name), ".md")
	}
	if e.ID == "" {
		e.ID = citationKey(timeline.Citation{Quote: d.name + "\n" + e.Title})
	}
	for _, c := range d.list(top, "citations") {
		if d.is(c, yaml.MappingNode, "a citation: source, quote, position …") {
			e.Citations = append(e.Citations, d.citation(c))
		}
	}
	return e
}

func (d *decoder) citation(m *yaml.Node) timeline.Citation {
	return timeline.Citation{
		Source:      d.text(m, "source"),
		Quote:       d.text(m, "quote"),
		Position:    d.span(m),
		Expressions: d.expressions(m),
		When:        d.date(m, "when"),
		Because:     d.text(m, "because"),
		CopyOf:      d.text(m, "copy_of"),
	}
}

func (d *decoder) disagreements() []timeline.Disagreement {
	var all []timeline.Disagreement
	for _, m := range d.list(d.page.root, "disagreements") {
		if !d.is(m, yaml.MappingNode, "a disagreement: about, accounts") {
			continue
		}
		g := timeline.Disagreement{About: d.text(m, "about")}
		for _, a := range d.list(m, "accounts") {
			if d.is(a, yaml.MappingNode, "an account: value, sources") {
				g.Accounts = append(g.Accounts, timeline.Account{Value: d.text(a, "value"), Sources: d.textsAt(a, "sources")})
			}
		}
		all = append(all, g)
	}
	return all
}

func (d *decoder) related() []timeline.Relation {
	var all []timeline.Relation
	for _, m := range d.list(d.page.root, "related") {
		if d.is(m, yaml.MappingNode, "a related event: event, as") {
			as := oneOfAt(d, m, "as", timeline.OutcomeAnnounced, timeline.OutcomeDone, timeline.OutcomeNotDone)
			all = append(all, timeline.Relation{Event: d.text(m, "event"), As: as})
		}
	}
	return all
}

func (d *decoder) expressions(m *yaml.Node) []timeline.Expression {
	all := []timeline.Expression{}
	for _, x := range d.list(m, "expressions") {
		if d.is(x, yaml.MappingNode, "an expression: text, position") {
			all = append(all, timeline.Expression{Text: d.text(x, "text"), Position: d.span(x)})
		}
	}
	return all
}

// source reads the page as a source. Its id, if missing, is the file name
// without ending.
func (d *decoder) source() timeline.Source {
	top := d.page.root
	_, inner := child(top, "source")
	if inner != nil && inner.Tag != "!!null" && !d.is(inner, yaml.MappingNode, "keys under source: path, author, url …") {
		inner = nil
	}
	s := timeline.Source{
		ID:               d.text(top, "id"),
		Title:            d.text(top, "title"),
		Path:             d.text(inner, "path"),
		Author:           d.text(inner, "author"),
		Publisher:        d.text(inner, "publisher"),
		URL:              d.text(inner, "url"),
		Original:         d.text(inner, "original"),
		Note:             d.text(inner, "note"),
		Published:        d.date(inner, "published"),
		PublishedBecause: d.text(inner, "published_because"),
		Language:         d.text(inner, "language"),
		SHA256:           d.text(inner, "sha256"),
		Length:           d.count(inner, "length"),
	}
	if s.ID == "" {
		s.ID = strings.TrimSuffix(path.Base(d.name), ".md")
	}
	for _, u := range d.list(top, "undated") {
		if d.is(u, yaml.MappingNode, "a passage: quote, position, reason …") {
			s.Undated = append(s.Undated, timeline.Undated{Source: s.ID, Quote: d.text(u, "quote"),
				Position: d.span(u), Expressions: d.expressions(u), Reason: d.text(u, "reason")})
		}
	}
	return s
}

// value gives the node at a key, nil where there is none or nothing in it.
func (d *decoder) value(m *yaml.Node, key string) *yaml.Node {
	_, v := child(m, key)
	if v == nil || v.Kind == yaml.ScalarNode && v.Tag == "!!null" {
		return nil
	}
	if v.Kind == yaml.AliasNode {
		d.report(v, "%s: an alias (*%s) is not read here; write the value out", key, v.Value)
		return nil
	}
	return v
}

// is reports whether n is of a kind, and a problem where it is not.
func (d *decoder) is(n *yaml.Node, kind yaml.Kind, expected string) bool {
	if n.Kind != kind {
		d.report(n, "expected %s", expected)
	}
	return n.Kind == kind
}

func (d *decoder) text(m *yaml.Node, key string) string {
	v := d.value(m, key)
	if v == nil || !d.is(v, yaml.ScalarNode, "text for "+key) {
		return ""
	}
	return v.Value
}

func (d *decoder) list(m *yaml.Node, key string) []*yaml.Node {
	v := d.value(m, key)
	if v == nil || !d.is(v, yaml.SequenceNode, "a list for "+key) {
		return nil
	}
	return v.Content
}

// texts reads a list of texts; one text alone is a list of one.
func (d *decoder) texts(key string) []string { return d.textsAt(d.page.root, key) }

// optional is texts, nil for a list that is missing or empty.
func (d *decoder) optional(key string) []string {
	if all := d.texts(key); len(all) > 0 {
		return all
	}
	return nil
}

func (d *decoder) textsAt(m *yaml.Node, key string) []string {
	all := []string{}
	v := d.value(m, key)
	switch {
	case v == nil:
		return all
	case v.Kind == yaml.ScalarNode:
		return append(all, v.Value)
	case !d.is(v, yaml.SequenceNode, "a list for "+key):
		return all
	}
	for _, c := range v.Content {
		if d.is(c, yaml.ScalarNode, "a list of texts for "+key) {
			all = append(all, c.Value)
		}
	}
	return all
}

func (d *decoder) date(m *yaml.Node, key string) edtf.Date {
	v := d.value(m, key)
	if v == nil || !d.is(v, yaml.ScalarNode, "a date for "+key) || v.Value == "" {
		return edtf.Date{}
	}
	when, err := edtf.Parse(v.Value)
	var syntax *edtf.SyntaxError
	if errors.As(err, &syntax) {
		at := *v
		at.Column += syntax.Column - 1
		if v.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			at.Column++
		}
		d.report(&at, "%s: %q is no EDTF date: expected %s", key, v.Value, syntax.Expected)
	}
	return when
}

func (d *decoder) importance() float64 {
	v := d.value(d.page.root, "importance")
	if v == nil {
		return 0
	}
	x, err := strconv.ParseFloat(v.Value, 64)
	if err != nil || math.IsNaN(x) || x < 0 || x > 1 {
		d.report(v, "importance: expected a number from 0 to 1")
		return 0
	}
	return x
}

func (d *decoder) count(m *yaml.Node, key string) int {
	v := d.value(m, key)
	if v == nil {
		return 0
	}
	n, err := strconv.Atoi(v.Value)
	if err != nil || n < 0 {
		d.report(v, "%s: expected a whole number, 0 or more", key)
		return 0
	}
	return n
}

func (d *decoder) span(m *yaml.Node) timeline.Span {
	v := d.value(m, "position")
	if v == nil {
		return timeline.Span{}
	}
	if v.Kind == yaml.SequenceNode && len(v.Content) == 2 {
		start, errStart := strconv.Atoi(v.Content[0].Value)
		end, errEnd := strconv.Atoi(v.Content[1].Value)
		if errStart == nil && errEnd == nil && 0 <= start && start <= end {
			return timeline.Span{Start: start, End: end}
		}
	}
	d.report(v, "position: expected two byte offsets, [start, end]")
	return timeline.Span{}
}

// oneOf reads a word of a fixed choice, the first of which is its default.
func oneOf[T ~string](d *decoder, key string, choice ...T) T {
	return oneOfAt(d, d.page.root, key, choice...)
}

func oneOfAt[T ~string](d *decoder, m *yaml.Node, key string, choice ...T) T {
	v := d.value(m, key)
	if v == nil || v.Value == "" && v.Kind == yaml.ScalarNode {
		return choice[0]
	}
	if word := T(v.Value); v.Kind == yaml.ScalarNode && slices.Contains(choice, word) {
		return word
	}
	words := make([]string, len(choice))
	for i, c := range choice {
		words[i] = string(c)
	}
	d.report(v, "%s: expected %s", key, strings.Join(words, ", "))
	return choice[0]
}
