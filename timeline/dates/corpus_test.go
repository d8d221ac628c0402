package dates

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
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

// below reports whether s falls short of a floor that is written with one
// decimal.
func (s score) below(floor score) bool {
	return s.Strict < floor.Strict-0.05 || s.Relaxed < floor.Relaxed-0.05 ||
		s.Type < floor.Type-0.05 || s.Value < floor.Value-0.05
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
			if f := floor[c.name]; s.below(f) {
				t.Errorf("below the floor %+v", f)
			}
		})
	}
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
		n.pair(d, &g, &found[j])
	}
	for j := range found {
		if !used[j] {
			n.note(d, "SPURIOUS", nil, &found[j])
		}
	}
}

// pair tallies one annotated expression and the one found for it.
func (n *counts) pair(d annotated, g *gold, f *Record) {
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
		n.note(d, what, g, f)
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
