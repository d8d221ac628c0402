package dates

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/edtf"
)

// FuzzFind holds Find to what it promises for any text: mentions in order,
// disjoint, inside the text, each with a date and its reason or with the
// reason why there is none.
func FuzzFind(f *testing.F) {
	var finders []*Finder
	for _, code := range Languages() {
		fd, err := New(code)
		if err != nil {
			f.Fatal(err)
		}
		finders = append(finders, fd)
		for _, r := range fd.lang.rules {
			for _, ex := range r.examples {
				f.Add("1,29FeB", "0100")
				f.Add(ex.text, "2013-03-22")
			}
		}
	}
	f.Add(seedText(f, 1), "2022-10-13~")
	f.Add("May 31, 29 February 2023, 99/99/9999, 9999 BC, Q9 2020, 31.02.2020", "2024-07")
	f.Add("two millennia ago, 999999 centuries later, 2000000 years from now", "0001-01-01")
	f.Add("\x00\xff\u200b2020\u2013\u2013May\xc3", "2022-10?")
	f.Fuzz(func(t *testing.T, text, reference string) {
		ref, _ := edtf.Parse(reference)
		for _, fd := range finders {
			checkMentions(t, text, fd.Find(text, Context{Reference: ref}))
		}
	})
}

func checkMentions(t *testing.T, text string, mentions []Mention) {
	t.Helper()
	end := 0
	for i := range mentions {
		m := &mentions[i]
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(text):
			t.Fatalf("mention %d at [%d,%d) after %d of %d bytes", i, m.Start, m.End, end, len(text))
		case m.Text != text[m.Start:m.End]:
			t.Fatalf("mention %d is %q, not %q", i, m.Text, text[m.Start:m.End])
		case !m.Outer.Contains(m.Span) || m.Outer.Start < 0 || m.Outer.End > len(text):
			t.Fatalf("mention %d: outer %v around %v", i, m.Outer, m.Span)
		case (m.Because == "") == (m.Reason == ""):
			t.Fatalf("mention %q: because %q and reason %q", m.Text, m.Because, m.Reason)
		case m.Because != "" && m.When.IsZero():
			t.Fatalf("mention %q has a reason but no date: %s", m.Text, m.Because)
		case (m.Value == "") != (m.Type == ORDER):
			t.Fatalf("mention %q of type %s has value %q", m.Text, m.Type, m.Value)
		case m.Rule == "":
			t.Fatalf("mention %q has no rule", m.Text)
		case m.Pair >= 0 && (m.Pair >= len(mentions) || mentions[m.Pair].Pair != i):
			t.Fatalf("mention %d is paired with %d", i, m.Pair)
		case utf8.ValidString(text) && !utf8.ValidString(m.Because+m.Reason):
			t.Fatalf("mention %q: broken reason", m.Text)
		}
		end = m.End
	}
}

// TestSeedsHold checks the same promises on the seeds.
func TestSeedsHold(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	text := seedText(t, 1)
	for _, ref := range []string{"", "2022-10-13~", "2024-07", "2022-10?", "1999"} {
		d, _ := edtf.Parse(ref)
		checkMentions(t, text, f.Find(text, Context{Reference: d}))
	}
}

// TestLinear checks that the work grows with the length of the text and no
// faster, for texts made to provoke the opposite. It counts steps, which are
// the same on every machine; the benchmarks tell the time.
func TestLinear(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, piece := range []string{
		"the early ", "two ", "May ", "May 5, ", "1999 ", "the end of ", "from 1999 to ", "12:", "a b ", "twenty-", "said ", ", ", "5 p.m. ",
		"one thousand ", "two thousand thousand ", "two hundred and ", "1,000,", "\"(", "((((((((May ", "Tuesday ", "said Foo ' ", "the year-ago ", "early in ",
	} {
		short := steps(f, strings.Repeat(piece, 1+10_000/len(piece)))
		long := steps(f, strings.Repeat(piece, 1+160_000/len(piece)))
		if long > 17*short {
			t.Errorf("%q: %d steps for 10 kB, %d for 160 kB", piece, short, long)
		}
		if most := 100 * 160_000; long > most {
			t.Errorf("%q: %d steps for 160 kB, more than %d", piece, long, most)
		}
	}
}

// steps counts the work of finding in one text.
func steps(f *Finder, text string) int {
	c := newCascade(f.lang)
	c.passage.text = text
	for pos := 0; pos < len(text); {
		pos = c.run(pos)
	}
	return c.passage.steps
}

// TestMemory checks that finding takes memory for its mentions only.
func TestMemory(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	ctx := Context{Reference: edtf.MustParse("2022-10-13")}
	plain := strings.Repeat("The river runs past the old mill and the houses of the town. ", 4000)
	dated := strings.Repeat("They came on Tuesday and left in March 2020 after two weeks. ", 4000)
	none := testing.AllocsPerRun(3, func() { f.Find(plain, ctx) })
	if none > 200 {
		t.Errorf("%.0f allocations for a text without dates", none)
	}
	n := len(f.Find(dated, ctx))
	if per := testing.AllocsPerRun(3, func() { f.Find(dated, ctx) }) / float64(n); per > 12 {
		t.Errorf("%.1f allocations a mention", per)
	}
}

// TestConcurrent uses one finder from several goroutines.
func TestConcurrent(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	text := seedText(t, 1)
	ctx := Context{Reference: edtf.MustParse("2022-10-13")}
	want := f.Find(text, ctx)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 5 {
				if diff := cmp.Diff(want, f.Find(text, ctx), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
					t.Errorf("another run finds otherwise (-first +other):\n%s", diff)
				}
			}
		})
	}
	group.Wait()
}
