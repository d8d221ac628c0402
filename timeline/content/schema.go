package content

import (
	"math"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// schema is what the two kinds of content file differ in.
type schema struct {
	folder string   // below the chronology
	about  string   // the comment on top of the record
	fields []string // paths of the fields in the order they are written
	// restate gives a page's own values as the tool would write them.
	restate func(*page) draft
}

var eventSchema = schema{
	folder: "content/events",
	about: `What Dateline last wrote into the files here, a line an event, so that a
later run knows which fields a person has changed, and which files were
deleted and are to stay away. Keep it in Git together with the files.
To have a deleted event back, take its line out.`,
	fields: []string{"title", "date", "when", "kind", "basis", "status", "importance",
		"importance_because", "speakers", "people", "organisations", "places", "tags",
		"independent", "citations", "disagreements", "related", "id"},
	restate: func(p *page) draft { return eventDraft(newDecoder(p, p.path).event()) },
}

var sourceSchema = schema{
	folder: "content/sources",
	about: `What Dateline last wrote into the files here, a line a source, so that a
later run knows which fields a person has changed, and which files were
deleted and are to stay away. Keep it in Git together with the files.
To have a deleted source back, take its line out.`,
	fields: []string{"title", "source.path", "source.author", "source.publisher", "source.url",
		"source.original", "source.note", "source.published", "source.published_because",
		"source.language", "source.sha256", "source.length", "undated", "id"},
	restate: func(p *page) draft { return sourceDraft(newDecoder(p, p.path).source()) },
}

// draft is an event or source as the documents give it, ready to be written.
type draft struct {
	id   string
	stem string // file name wanted, without its ending
	// citations are the keys of its citations, by which an event is known again
	// when it has got another id.
	citations []string
	fields    []field // in the order of the schema, absent ones left out
	cut       []Cut   // lists that are longer than a file holds; without the path
}

// field is one value of a front matter, at a path of one or two keys.
type field struct {
	path  string
	value *yaml.Node
}

// get gives the value of a field, nil where it is absent.
func (d *draft) get(path string) *yaml.Node {
	for _, f := range d.fields {
		if f.path == path {
			return f.value
		}
	}
	return nil
}

// with gives d with another value for one field; nil takes it out.
func (d draft) with(s *schema, path string, value *yaml.Node) draft {
	var fields []field
	for _, p := range s.fields {
		v := d.get(p)
		if p == path {
			v = value
		}
		if v != nil {
			fields = append(fields, field{p, v})
		}
	}
	d.fields = fields
	return d
}

func (d *draft) add(path string, value *yaml.Node) { d.fields = append(d.fields, field{path, value}) }

// addText adds a text unless it is empty.
func (d *draft) addText(path, s string) {
	if s != "" {
		d.add(path, text(s))
	}
}

func eventDrafts(events []timeline.Event) []draft {
	drafts := make([]draft, len(events))
	for i, e := range events {
		drafts[i] = eventDraft(e)
	}
	return drafts
}

func eventDraft(e timeline.Event) draft {
	d := draft{id: valid(e.ID), stem: eventStem(e)}
	d.add("title", text(e.Title))
	d.addText("date", hugoDate(e.When))
	d.addText("when", e.When.String())
	d.add("kind", text(string(e.Kind)))
	d.add("basis", text(string(e.Basis)))
	d.add("status", text(string(e.Status)))
	d.add("importance", hundredths(e.Importance))
	d.addText("importance_because", e.ImportanceBecause)
	d.add("speakers", texts(e.Speakers))
	d.add("people", texts(e.People))
	d.add("organisations", texts(e.Organisations))
	d.add("places", texts(e.Places))
	d.add("tags", texts(e.Tags))
	if e.Independent > 0 {
		d.add("independent", integer(e.Independent))
	}
	d.addCitations(e)
	for _, g := range e.Disagreements {
		d.cutTo("accounts of “"+g.About+"”", min(len(g.Accounts), longestList), len(g.Accounts))
	}
	d.addList("disagreements", len(e.Disagreements), func(i int) *yaml.Node { return disagreement(e.Disagreements[i]) })
	d.addList("related", len(e.Related), func(i int) *yaml.Node { return relation(e.Related[i]) })
	d.add("id", text(e.ID))
	return d
}

// longestList is how many citations, accounts or undated passages a file lists.
// Hugo takes a file with more than 10,000 lists or mappings on one level for an
// attack and builds no site at all; an entry has two lists.
const longestList = 4000

// listed is how many of n entries a file lists, each with its expressions. The
// first stay: they are the ones the event is told by.
func listed(n int, expressions func(i int) int) int {
	total := 0
	for i := range min(n, longestList) {
		if total += expressions(i); total > longestList && i > 0 {
			return i
		}
	}
	return min(n, longestList)
}

// cutTo notes that a file lists only so many of all entries.
func (d *draft) cutTo(what string, listed, all int) {
	if listed < all {
		d.cut = append(d.cut, Cut{What: what, Listed: listed, Of: all})
	}
}

// addList adds a list of n entries unless it is empty.
func (d *draft) addList(path string, n int, entry func(int) *yaml.Node) {
	if n == 0 {
		return
	}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range n {
		list.Content = append(list.Content, entry(i))
	}
	d.add(path, list)
}

func (d *draft) addCitations(e timeline.Event) {
	citations := &yaml.Node{Kind: yaml.SequenceNode}
	shown := listed(len(e.Citations), func(i int) int { return len(e.Citations[i].Expressions) })
	d.cutTo("citations", shown, len(e.Citations))
	for _, c := range e.Citations[:shown] {
		citations.Content = append(citations.Content, citation(c))
		d.citations = append(d.citations, citationKey(c))
	}
	if len(e.Citations) == 0 {
		citations.Style = yaml.FlowStyle
	}
	d.add("citations", citations)
}

func disagreement(g timeline.Disagreement) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode}
	put(m, "about", text(g.About))
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, a := range g.Accounts[:min(len(g.Accounts), longestList)] {
		account := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
		put(account, "value", text(a.Value))
		put(account, "sources", texts(a.Sources))
		list.Content = append(list.Content, account)
	}
	put(m, "accounts", list)
	return m
}

func relation(r timeline.Relation) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	put(m, "event", text(r.Event))
	put(m, "as", text(string(r.As)))
	return m
}

func citation(c timeline.Citation) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode}
	put(m, "source", text(c.Source))
	put(m, "quote", text(c.Quote))
	put(m, "position", span(c.Position))
	if len(c.Expressions) > 0 {
		put(m, "expressions", expressions(c.Expressions))
	}
	if !c.When.IsZero() {
		put(m, "when", text(c.When.String()))
	}
	if c.Because != "" {
		put(m, "because", text(c.Because))
	}
	if c.CopyOf != "" {
		put(m, "copy_of", text(c.CopyOf))
	}
	return m
}

func expressions(all []timeline.Expression) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, x := range all {
		m := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
		put(m, "text", text(x.Text))
		put(m, "position", span(x.Position))
		list.Content = append(list.Content, m)
	}
	return list
}

func sourceDrafts(sources []timeline.Source) []draft {
	drafts := make([]draft, len(sources))
	for i, s := range sources {
		drafts[i] = sourceDraft(s)
	}
	return drafts
}

func sourceDraft(s timeline.Source) draft {
	d := draft{id: valid(s.ID), stem: sourceStem(s.ID)}
	d.addText("title", s.Title)
	d.addText("source.path", s.Path)
	d.addText("source.author", s.Author)
	d.addText("source.publisher", s.Publisher)
	d.addText("source.url", s.URL)
	d.addText("source.original", s.Original)
	d.addText("source.note", s.Note)
	d.addText("source.published", s.Published.String())
	d.addText("source.published_because", s.PublishedBecause)
	d.addText("source.language", s.Language)
	d.addText("source.sha256", s.SHA256)
	d.add("source.length", integer(s.Length))
	shown := listed(len(s.Undated), func(i int) int { return len(s.Undated[i].Expressions) })
	d.cutTo("undated passages", shown, len(s.Undated))
	d.addList("undated", shown, func(i int) *yaml.Node { return undated(s.Undated[i]) })
	d.add("id", text(s.ID))
	return d
}

func undated(u timeline.Undated) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode}
	put(m, "quote", text(u.Quote))
	put(m, "position", span(u.Position))
	if len(u.Expressions) > 0 {
		put(m, "expressions", expressions(u.Expressions))
	}
	put(m, "reason", text(u.Reason))
	return m
}

// hugoDate gives the day under which Hugo files an event: the first of its
// date, else the last; "" where there is none or Hugo cannot hold it.
func hugoDate(when edtf.Date) string {
	day, ok := when.First()
	if !ok {
		day, ok = when.Last()
	}
	if year, _, _ := day.Civil(); !ok || year < 1 || year > 9999 {
		return ""
	}
	return day.String()
}

// text gives a string as it is always written: double-quoted, so that every
// reader of YAML takes it for a string.
func text(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle,
		Value: valid(s)}
}

// valid gives a string as YAML can hold it.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// texts gives a list of strings on one line.
func texts(all []string) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, s := range all {
		list.Content = append(list.Content, text(s))
	}
	return list
}

func integer(n int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(n)}
}

// hundredths gives a number in [0,1] with two decimals.
func hundredths(x float64) *yaml.Node {
	if math.IsNaN(x) {
		x = 0
	}
	value := strconv.FormatFloat(min(max(x, 0), 1), 'f', 2, 64)
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: value}
}

func span(s timeline.Span) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle,
		Content: []*yaml.Node{integer(s.Start), integer(s.End)}}
}

// put adds an entry to a mapping.
func put(m *yaml.Node, key string, value *yaml.Node) {
	m.Content = append(m.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, value)
}
