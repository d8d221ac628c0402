package dates

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// A text in testdata/LANGUAGE/texts has all its expressions in brackets, each
// with its TIMEX3 value in braces, the type before it where that is not DATE:
//
//	ref 2024-03-15
//	Am [24. Februar]{2024-02-24} begann es, [zwei Tage]{DURATION P2D} lang.
//
// The texts measure a language on prose that no rule was written for, as
// [TestCorpora] does on corpora; the figures in testdata/texts.json may only
// rise.
func TestTexts(t *testing.T) {
	floor := map[string]score{}
	data, err := os.ReadFile("testdata/texts.json")
	if err == nil {
		err = json.Unmarshal(data, &floor)
	}
	if err != nil {
		t.Fatal(err)
	}
	for code, least := range floor {
		t.Run(code, func(t *testing.T) {
			files, err := filepath.Glob("testdata/" + code + "/texts/*.txt")
			if err != nil || len(files) == 0 {
				t.Fatalf("no texts: %v", err)
			}
			f, err := New(code)
			if err != nil {
				t.Fatal(err)
			}
			var n counts
			for _, file := range files {
				d := readText(t, file)
				n.add(d, Records(f.Find(d.text, Context{Reference: d.reference})))
			}
			s := n.score()
			t.Logf("%d texts, strict %.1f relaxed %.1f type %.1f value %.1f\n%s", len(files),
				s.Strict, s.Relaxed, s.Type, s.Value, strings.Join(n.errors, "\n"))
			if s.below(least) {
				t.Errorf("below the floor %+v", least)
			}
		})
	}
}

// readText reads an annotated text.
func readText(t *testing.T, file string) annotated {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(data), "\n")
	d := annotated{name: filepath.Base(file)}
	if ref := strings.TrimSpace(strings.TrimPrefix(head, "ref")); ref != "" {
		d.reference = edtf.MustParse(ref)
	}
	for {
		before, rest, ok := strings.Cut(body, "[")
		d.text += before
		if !ok {
			return d
		}
		extent, rest, ok1 := strings.Cut(rest, "]{")
		note, rest, ok2 := strings.Cut(rest, "}")
		if !ok1 || !ok2 {
			t.Fatalf("%s: a bracket without a value after %q", file, before)
		}
		g := gold{start: len(d.text), end: len(d.text) + len(extent), typ: string(DATE), value: note}
		if typ, value, ok := strings.Cut(note, " "); ok {
			g.typ, g.value = typ, value
		}
		d.gold, d.text, body = append(d.gold, g), d.text+extent, rest
	}
}
