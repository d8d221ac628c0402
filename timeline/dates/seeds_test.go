package dates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// seedDates are expressions of the seeds and what they mean, with the
// publication date that is known of the seed and without.
var seedDates = []struct{ seed, reference, text, when string }{
	{"001", "2015-06-17", "Two days ago", "2015-06-15"},
	{"001", "2015-06-17", "today", "2015-06-17"},
	{"001", "", "Two days ago", ""},
	{"001", "", "today", ""},
	{"002", "2022-10-13~", "February 24", "2022-02-24"},
	{"002", "2022-10-13~", "Tuesday", "2022-10-11~"},
	{"002", "2022-10-13~", "Wednesday", "2022-10-12~"},
	{"002", "2022-10-13~", "2020", "2020"},
	{"002", "2022-10-13~", "the coming days", ""},
	{"002", "", "February 24", "XXXX-02-24"},
	{"002", "", "Tuesday", ""},
	{"002", "", "2020", "2020"},
	{"003", "2022-05-12", "2020", "2020"},
	{"003", "2022-05-12", "February 6", "2022-02-06"},
	{"003", "2022-05-12", "February 21", "2022-02-21"},
	{"003", "2022-05-12", "February 24", "2022-02-24/.."},
	{"003", "2022-05-12", "May 5", "2022-05-05"},
	{"003", "2022-05-12", "Four days later", "2022-05-09"},
	{"003", "2022-05-12", "the past two months", ""},
	{"003", "", "Four days later", ""},
	{"004", "2024-07", "the spring of 2022", "2022-21"},
	{"004", "2024-07", "June 29", "2024-06-29"},
	{"004", "2024-07", "Shortly after", ""},
	{"004", "", "June 29", "XXXX-06-29"},
	{"004", "", "the spring of 2022", "2022-21"},
	{"000", "2022-10?", "shortly after", ""},
}

// TestSeeds checks the expressions that the example chronology rests on, with
// the publication dates known and without.
func TestSeeds(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range seedDates {
		m, ok := find(t, f, c.seed, c.reference, c.text)
		switch {
		case !ok:
			t.Errorf("%s from %q: no mention %q", c.seed, c.reference, c.text)
		case m.When.String() != c.when:
			t.Errorf("%s from %q: %q is %q, want %q", c.seed, c.reference, c.text, m.When, c.when)
		case (m.Because == "") == (m.Reason == ""):
			t.Errorf("%s: %q: because %q and reason %q", c.seed, c.text, m.Because, m.Reason)
		}
	}
	for _, text := range []string{"World War II", "T-72A", "136", "1984", "20 thousand", "51"} {
		for _, seed := range []string{"000", "001", "002", "003", "004"} {
			if m, ok := find(t, f, seed, "2022-05-12", text); ok && !m.When.IsZero() {
				t.Errorf("%s: %q is %s", seed, text, m.When)
			}
		}
	}
}

func find(t *testing.T, f *Finder, seed, reference, text string) (Mention, bool) {
	files, err := filepath.Glob("../../seeds/" + seed + "*")
	if err != nil || len(files) != 1 {
		t.Fatalf("seed %s: %v %v", seed, files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var ctx Context
	if reference != "" {
		ctx.Reference = edtf.MustParse(reference)
	}
	for _, m := range f.Find(string(data), ctx) {
		if strings.Contains(m.Text, text) {
			return m, true
		}
	}
	return Mention{}, false
}
