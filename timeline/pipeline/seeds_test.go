package pipeline

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const seeds = "../../seeds"

// extract reads a folder of documents that has no problems.
func extract(t *testing.T, dir string) *Chronology {
	t.Helper()
	c, err := Extract(t.Context(), Options{Documents: dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range c.Problems {
		t.Error(p)
	}
	return c
}

// told is an event as a test names it: its date, the first three characters
// of the sources it is from, and words of its quotation.
type told struct{ when, source, quote string }

func tell(c *Chronology) []told {
	var all []told
	for _, e := range c.Events {
		for _, citation := range e.Citations {
			all = append(all, told{e.When.String(), citation.Source[:3], citation.Quote})
		}
	}
	return all
}

// compareTold checks that got and want are the same events, in any order,
// each quotation containing the wanted words.
func compareTold(t *testing.T, got, want []told) {
	t.Helper()
	for _, w := range want {
		i := slices.IndexFunc(got, func(g told) bool {
			return g.when == w.when && g.source == w.source && strings.Contains(g.quote, w.quote)
		})
		if i < 0 {
			t.Errorf("missing: %s, source %s: …%s…", w.when, w.source, w.quote)
			continue
		}
		got = slices.Delete(got, i, i+1)
	}
	for _, g := range got {
		t.Errorf("not wanted: %s, source %s: %s", g.when, g.source, g.quote)
	}
}

func TestSeedsGiveTheirEventsAndNoOthers(t *testing.T) {
	compareTold(t, tell(extract(t, seeds)), []told{
		{"2015-06-15", "001", "Two days ago, the Belarusian armed forces began a command staff exercise"},
		{"2015-06-17", "001", "In commenting on this exercise today, Aleksiy Melnyk"},
		{"2020", "002", "Having survived the protests in 2020, Lukashenko"},
		{"2020", "003", "the 2020 controversial presidential election"},
		{"2022-02-06", "003", "although on February 6 he stressed"},
		{"2022-02-21", "003", "recognized as independent states on February 21"},
		{"2022-02-24", "002", "On February 24, Russian troops stationed on Belarusian territory crossed"},
		{"2022-02-24/..", "003", "since February 24, at least 631 missiles were launched"},
		{"2022-05-05", "003", "We categorically do not accept any war."},
		{"2022-05-09", "003", "Four days later, at the Victory Day Parade"},
		{"2022-21", "004", "ended in the spring of 2022"},
		{"2022-10-11~", "002", "the leaders of the G7 countries in Tuesday"},
		{"2022-10-12~", "002", "began arriving in the city on Wednesday"},
		{"2022-10?", "000", "publicly acknowledged Belarus’s involvement"},
		{"2024-06-29", "004", "On June 29, the deputy commander"},
	})
}

func TestSeedsWithoutMetadataGuessNothing(t *testing.T) {
	dir := t.TempDir()
	for _, name := range documentsIn(t, seeds) {
		copyFile(t, filepath.Join(seeds, name), filepath.Join(dir, name))
	}
	c := extract(t, dir)
	compareTold(t, tell(c), []told{
		{"2020", "002", "Having survived the protests in 2020, Lukashenko"},
		{"2020", "003", "the 2020 controversial presidential election"},
		{"2022-02-06", "003", "although on February 6 he stressed"},
		{"2022-02-21", "003", "recognized as independent states on February 21"},
		{"2022-02-24/..", "003", "since February 24, at least 631 missiles were launched"},
		{"2022-05-05", "003", "We categorically do not accept any war."},
		{"2022-05-09", "003", "Four days later, at the Victory Day Parade"},
		{"2022-21", "004", "ended in the spring of 2022"},
	})
	for _, want := range [][2]string{
		{"001", "Two days ago"}, {"001", "today"},
		{"002", "February 24"}, {"002", "Tuesday"}, {"002", "Wednesday"},
		{"004", "June 29"},
	} {
		checkUndated(t, c.Undated, want[0], want[1])
	}
}

func TestSeedsTellWhatCannotBeDated(t *testing.T) {
	c := extract(t, seeds)
	for _, want := range [][2]string{
		{"002", "in the coming days"}, {"003", "over the past two months"}, {"004", "Shortly after"},
	} {
		checkUndated(t, c.Undated, want[0], want[1])
	}
}

// checkUndated checks that an expression is listed as undated with a reason.
func checkUndated(t *testing.T, all []timeline.Undated, source, expression string) {
	t.Helper()
	for _, u := range all {
		if !strings.HasPrefix(u.Source, source) || !strings.Contains(u.Quote, expression) {
			continue
		}
		for _, x := range u.Expressions {
			if overlap := strings.Contains(expression, x.Text) || strings.Contains(x.Text, expression); overlap && u.Reason != "" {
				return
			}
		}
	}
	t.Errorf("%q of %s is not listed as undated with a reason", expression, source)
}

func TestCitationsPointIntoTheirFile(t *testing.T) {
	c := extract(t, seeds)
	files := map[string][]byte{}
	for _, s := range c.Sources {
		data, err := os.ReadFile(filepath.Join(seeds, s.Path))
		if err != nil {
			t.Fatal(err)
		}
		files[s.ID] = data
	}
	for _, e := range c.Events {
		for _, citation := range e.Citations {
			data := files[citation.Source]
			if got := strings.Join(strings.Fields(string(data[citation.Position.Start:citation.Position.End])), " "); got != citation.Quote {
				t.Errorf("position %v of %s holds\n%s\nnot the quotation\n%s", citation.Position, citation.Source, got, citation.Quote)
			}
			for _, x := range citation.Expressions {
				if got := string(data[x.Position.Start:x.Position.End]); got != x.Text {
					t.Errorf("position %v of %s holds %q, not %q", x.Position, citation.Source, got, x.Text)
				}
			}
		}
	}
}

func TestSeedsGolden(t *testing.T) {
	c := extract(t, seeds)
	var got bytes.Buffer
	encoder := json.NewEncoder(&got)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(map[string]any{"events": c.Events, "undated": c.Undated}); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "seeds.golden.json")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the seeds say something else than before; read the difference, then run with -update (-want +got):\n%s", diff)
	}
}

func documentsIn(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no documents in %s: %v", dir, err)
	}
	for i, name := range names {
		names[i] = filepath.Base(name)
	}
	return names
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestUnreadableMetadataStopsEverything(t *testing.T) {
	dir := t.TempDir()
	copyFile(t, filepath.Join(seeds, documentsIn(t, seeds)[0]), filepath.Join(dir, "a.txt"))
	if err := os.WriteFile(filepath.Join(dir, MetadataFile), []byte("a.txt:\n\tpublished: \"2022\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Extract(t.Context(), Options{Documents: dir}); err == nil || !strings.Contains(err.Error(), "sources.yaml:2:1") {
		t.Errorf("got %v, want an error in line 2 of sources.yaml", err)
	}
}
