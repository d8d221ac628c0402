package dates

import (
	"encoding/json"
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

// Annotated corpora are no part of the project. Where DATELINE_CORPORA names a
// folder that holds them, TestCorpora measures against them; the figures in
// testdata/floor.json may only rise. DATELINE_CORPORA_ERRORS names a file that
// takes the list of errors, DATELINE_CORPORA_OUTPUT a folder that takes what
// was found.
const corporaVariable = "DATELINE_CORPORA"

// corpora are the sets measured: a folder below DATELINE_CORPORA and the
// beginnings of the file names that belong to the set.
var corpora = []struct {
	name, dir string
	prefixes  []string
}{
	{"TimeBank", "tempeval3-train/TimeBank", nil},
	{"AQUAINT", "tempeval3-train/AQUAINT", nil},
	{"WikiWars", "wikiwars", []string{"01", "05", "09", "13", "17", "21"}},
	{"WikiWars aside", "wikiwars", []string{"03", "07", "11", "15", "19"}},
}

// score holds F1 in per cent.
type score struct {
	Strict, Relaxed, Type, Value float64
}

func TestCorpora(t *testing.T) {
	root := os.Getenv(corporaVariable)
	if root == "" {
		t.Skipf("%s is not set; it names the folder of the annotated corpora", corporaVariable)
	}
	floor := map[string]score{}
	if data, err := os.ReadFile("testdata/floor.json"); err == nil {
		if err := json.Unmarshal(data, &floor); err != nil {
			t.Fatal(err)
		}
	}
	finder, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			docs := readCorpus(t, filepath.Join(root, c.dir), c.prefixes)
			var n counts
			for _, d := range docs {
				n.add(d, Records(finder.Find(d.text, Context{Reference: d.reference})))
			}
			s := n.score()
			t.Logf("%d documents, strict %.1f relaxed %.1f type %.1f value %.1f", len(docs), s.Strict, s.Relaxed, s.Type, s.Value)
			n.write(t, c.name)
			if f := floor[c.name]; s.Strict < f.Strict || s.Relaxed < f.Relaxed || s.Type < f.Type || s.Value < f.Value {
				t.Errorf("below the floor %+v", f)
			}
		})
	}
}

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
	doc := annotated{name: name}
	var text strings.Builder
	var open []int
	inText := false
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return doc, fmt.Errorf("%s: %w", name, err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "TEXT":
				inText = true
			case e.Name.Local == "TIMEX3" && inText:
				open = append(open, len(doc.gold))
				doc.gold = append(doc.gold, gold{start: text.Len(), typ: attribute(e, "type"), value: attribute(e, "value")})
			case e.Name.Local == "TIMEX3" && doc.reference.IsZero():
				doc.reference = reference3(attribute(e, "value"))
			}
		case xml.EndElement:
			if e.Name.Local == "TEXT" {
				inText = false
			} else if e.Name.Local == "TIMEX3" && len(open) > 0 {
				doc.gold[open[len(open)-1]].end = text.Len()
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if inText {
				text.Write(e)
			}
		}
	}
	doc.text = text.String()
	doc.gold = slices.DeleteFunc(doc.gold, func(g gold) bool { return strings.TrimSpace(doc.text[g.start:g.end]) == "" })
	for i := range doc.gold {
		doc.gold[i].trim(doc.text)
	}
	return doc, nil
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

// counts tallies matches over documents.
type counts struct {
	gold, found, strict, relaxed, typ, value int
	errors                                   []string
	output                                   map[string][]Record
}

func (n *counts) add(d annotated, found []Record) {
	if n.output == nil {
		n.output = map[string][]Record{}
	}
	n.output[d.name] = found
	n.gold += len(d.gold)
	n.found += len(found)
	pairs := matchUp(d.gold, found)
	used := make([]bool, len(found))
	for i, g := range d.gold {
		j := pairs[i]
		if j < 0 {
			n.note(d, "MISS", &g, nil)
			continue
		}
		used[j] = true
		f := &found[j]
		n.relaxed++
		what := ""
		if f.Start == g.start && f.End == g.end {
			n.strict++
		} else {
			what = "EXTENT"
		}
		if string(f.Type) == g.typ {
			n.typ++
		}
		if f.Value == g.value {
			n.value++
		} else {
			what += "VALUE"
		}
		if what != "" {
			n.note(d, what, &g, f)
		}
	}
	for j := range found {
		if !used[j] {
			n.note(d, "SPURIOUS", nil, &found[j])
		}
	}
}

// matchUp pairs annotated and found expressions: equal extents first, then the
// largest overlap.
func matchUp(want []gold, found []Record) []int {
	pairs := make([]int, len(want))
	used := make([]bool, len(found))
	for i, g := range want {
		pairs[i] = slices.IndexFunc(found, func(f Record) bool { return f.Start == g.start && f.End == g.end })
		if pairs[i] >= 0 {
			used[pairs[i]] = true
		}
	}
	for {
		bi, bj, most := -1, -1, 0
		for i, g := range want {
			for j := range found {
				if pairs[i] >= 0 || used[j] {
					continue
				}
				if o := min(g.end, found[j].End) - max(g.start, found[j].Start); o > most {
					bi, bj, most = i, j, o
				}
			}
		}
		if bi < 0 {
			return pairs
		}
		pairs[bi], used[bj] = bj, true
	}
}

func (n *counts) note(d annotated, what string, g *gold, f *Record) {
	want, got, at, end := "-", "-", 0, 0
	if g != nil {
		want, at, end = fmt.Sprintf("%s %q %s", g.typ, d.text[g.start:g.end], g.value), g.start, g.end
	}
	if f != nil {
		got = fmt.Sprintf("%s %q %s", f.Type, f.Text, f.Value)
		if g == nil {
			at, end = f.Start, f.End
		}
	}
	around := d.text[max(0, at-90):at] + "[[" + d.text[at:end] + "]]" + d.text[end:min(len(d.text), end+60)]
	n.errors = append(n.errors, fmt.Sprintf("%-12s %s %s want %s got %s | %s", what, d.name, d.reference, want, got,
		strings.Join(strings.Fields(strings.ToValidUTF8(around, "")), " ")))
}

func (n *counts) score() score {
	f1 := func(k int) float64 { return 200 * float64(k) / float64(max(1, n.gold+n.found)) }
	return score{f1(n.strict), f1(n.relaxed), f1(n.typ), f1(n.value)}
}

// write writes the errors and the output to where the environment asks for.
func (n *counts) write(t *testing.T, name string) {
	if file := os.Getenv("DATELINE_CORPORA_ERRORS"); file != "" {
		slices.Sort(n.errors)
		if err := os.WriteFile(file+"."+strings.ReplaceAll(name, " ", "-"), []byte(strings.Join(n.errors, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	dir := os.Getenv("DATELINE_CORPORA_OUTPUT")
	if dir == "" {
		return
	}
	for doc, records := range n.output {
		data, err := json.Marshal(records)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, doc+".json"), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
