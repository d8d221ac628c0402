package dates

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// gold is one annotated expression.
type gold struct {
	start, end int
	typ, value string
}

type annotated struct {
	name, text string
	reference  edtf.Date
	gold       []gold
}

func readCorpus(t testing.TB, dir string, prefixes []string) []annotated {
	files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
	if err != nil || len(files) == 0 {
		t.Skipf("no corpus in %s", dir)
	}
	slices.Sort(files)
	var docs []annotated
	for _, file := range files {
		name := filepath.Base(file)
		if prefixes != nil && !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) }) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := readTimeML(strings.TrimSuffix(name, ".tml"), string(data))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// readTimeML takes the text of a TimeML document, its creation time and its
// TIMEX3 elements.
func readTimeML(name, data string) (annotated, error) {
	dec := xml.NewDecoder(strings.NewReader(data))
	dec.Strict = false
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	r := timeML{doc: annotated{name: name}}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return r.finish(), nil
		}
		if err != nil {
			return r.doc, fmt.Errorf("%s: %w", name, err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			r.start(e)
		case xml.EndElement:
			r.end(e.Name.Local)
		case xml.CharData:
			if r.inText {
				r.text.Write(e)
			}
		}
	}
}

// timeML is the state of reading a document.
type timeML struct {
	doc    annotated
	text   strings.Builder
	open   []int // expressions begun
	inText bool
}

func (r *timeML) start(e xml.StartElement) {
	switch {
	case e.Name.Local == "TEXT":
		r.inText = true
	case e.Name.Local == "TIMEX3" && r.inText:
		r.open = append(r.open, len(r.doc.gold))
		r.doc.gold = append(r.doc.gold, gold{start: r.text.Len(), typ: attribute(e, "type"), value: attribute(e, "value")})
	case e.Name.Local == "TIMEX3" && r.doc.reference.IsZero():
		r.doc.reference = reference3(attribute(e, "value"))
	}
}

func (r *timeML) end(name string) {
	switch {
	case name == "TEXT":
		r.inText = false
	case name == "TIMEX3" && len(r.open) > 0:
		last := len(r.open) - 1
		r.doc.gold[r.open[last]].end = r.text.Len()
		r.open = r.open[:last]
	}
}

func (r *timeML) finish() annotated {
	d := r.doc
	d.text = r.text.String()
	d.gold = slices.DeleteFunc(d.gold, func(g gold) bool { return strings.TrimSpace(d.text[g.start:g.end]) == "" })
	for i := range d.gold {
		d.gold[i].trim(d.text)
	}
	return d
}

func (g *gold) trim(text string) {
	g.start += len(text[g.start:g.end]) - len(strings.TrimLeft(text[g.start:g.end], " \n\t\r"))
	g.end = g.start + len(strings.TrimRight(text[g.start:g.end], " \n\t\r"))
}

// reference3 reads a TIMEX3 value as a date, with its time if EDTF can say it.
func reference3(value string) edtf.Date {
	if strings.Count(value, ":") == 1 {
		value += ":00"
	}
	if d, err := edtf.Parse(value); err == nil {
		return d
	}
	day, _, _ := strings.Cut(value, "T")
	d, _ := edtf.Parse(day)
	return d
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
