package event

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"

	"gopkg.in/yaml.v3"
)

// newsFloor is the F1 of quotation and date on labelled pages; it may only rise.
const newsFloor = 0.98

// page is a labelled page of the corpus.
type page struct {
	ID     string
	Date   string `yaml:"doc_date"`
	Events []label
}

// label is a happening that a page tells, or that must not come out.
type label struct {
	Date, Quote, Boiler string
	Accept              []string
	Opt                 bool
}

// TestLabelledNewsPages measures whole pages, their boilerplate included,
// against labels by hand, below $DATELINE_CORPORA/news.
func TestLabelledNewsPages(t *testing.T) {
	dir := os.Getenv("DATELINE_CORPORA")
	if dir == "" {
		t.Skip("DATELINE_CORPORA is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "news", "gold.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Docs []page }
	if err := yaml.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	var s tally
	for _, p := range gold.Docs {
		s.add(t, p, extractPage(t, filepath.Join(dir, "news", p.ID+".txt"), p.Date))
	}
	f1 := 2 * float64(s.right) / float64(s.wanted+s.given)
	t.Logf("%d pages: %d events wanted, %d given, %d right, F1 %.3f; boilerplate out: %d", len(gold.Docs), s.wanted, s.given, s.right, f1, s.boiler)
	if f1 < newsFloor || s.boiler > 0 {
		t.Errorf("F1 %.3f (floor %.2f), %d boilerplate sentences", f1, newsFloor, s.boiler)
	}
}

func extractPage(t *testing.T, path, date string) []Proposal {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var known document.Metadata
	if date != "" && date != "null" {
		known.Published = edtf.MustParse(date[:10])
	}
	doc, err := document.Read(filepath.Base(path), data, known)
	if err != nil {
		t.Fatal(err)
	}
	mentions := finder(t).Find(doc.Text, dates.Context{Reference: doc.Source.Published})
	return Extract(doc, sentence.Split(doc.Text), mentions).Proposals
}

// tally counts what was wanted, given and right.
type tally struct{ wanted, given, right, boiler int }

// add matches the labels of a page with its proposals, one to one: a proposal
// of the same date first, and of those the one that shares most words.
func (s *tally) add(t *testing.T, p page, proposals []Proposal) {
	t.Helper()
	used := make([]bool, len(proposals))
	s.given += len(proposals)
	for _, right := range []bool{true, false} {
		for i := range p.Events {
			l := &p.Events[i]
			k := l.best(proposals, used, right)
			if k < 0 {
				continue
			}
			used[k] = true
			switch {
			case l.Boiler != "":
				s.boiler++
				t.Logf("%s: boilerplate: %s", p.ID, l.Quote)
			case l.Opt:
				s.given--
			default:
				s.wanted++
				if right {
					s.right++
				}
			}
			l.Quote = ""
		}
	}
	for _, l := range p.Events {
		if l.Quote != "" && l.Boiler == "" && !l.Opt {
			s.wanted++
			t.Logf("%s: missed %s: %s", p.ID, l.Date, l.Quote)
		}
	}
	for k, used := range used {
		if !used {
			t.Logf("%s: not labelled %s: %s", p.ID, proposals[k].When, proposals[k].Citations[0].Quote)
		}
	}
}

// best is the unused proposal that shares most words with the label, at least
// three of five of the shorter one's; right asks for its date too.
func (l label) best(proposals []Proposal, used []bool, right bool) int {
	best, most := -1, 0.6
	for k, p := range proposals {
		if used[k] || l.Quote == "" || right && !l.accepts(p.When) {
			continue
		}
		if o := overlap(l.Quote, p.Citations[0].Quote); o >= most {
			best, most = k, o+1e-9
		}
	}
	return best
}

func (l label) accepts(d edtf.Date) bool {
	plain := func(s string) string {
		if len(s) > 10 && s[10] == 'T' {
			s = s[:10]
		}
		return strings.NewReplacer("~", "", "?", "", "%", "").Replace(s)
	}
	return slices.ContainsFunc(append(l.Accept, l.Date), func(s string) bool { return plain(s) == plain(d.String()) })
}

// overlap is the share of the shorter text's words that the other has.
func overlap(a, b string) float64 {
	split := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	x, y := split(a), split(b)
	count := make(map[string]int)
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return float64(shared) / float64(max(1, min(len(x), len(y))))
}
