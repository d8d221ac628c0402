package edtf_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

// seed gives the fuzzer the strings of both corpora.
func seed(f *testing.F, add func(string)) {
	for _, line := range lines(f, "testdata/valid.txt") {
		add(strings.Fields(line)[0])
	}
	for _, c := range invalid(f) {
		add(c[0])
	}
}

func FuzzParse(f *testing.F) {
	seed(f, func(s string) { f.Add(s) })
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			var syntax *edtf.SyntaxError
			if !errors.As(err, &syntax) || syntax.Expected == "" ||
				syntax.Column < 1 || syntax.Column > utf8.RuneCountInString(s)+1 {
				t.Fatalf("%q: bad error %v", s, err)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("%q: printed as %q", s, d)
		}
		checkDate(t, d)
		for _, moved := range []edtf.Date{d.Add(1), d.Add(-1), d.Plain(), d.WithUncertain(true),
			d.WithTime(5, 0), d.Coarsen(edtf.PrecisionYear), edtf.Since(d), edtf.Until(d)} {
			checkDate(t, moved)
		}
	})
}

// checkDate holds what is true of every date.
func checkDate(t *testing.T, d edtf.Date) {
	t.Helper()
	var again edtf.Date
	if err := again.UnmarshalText([]byte(d.String())); err != nil || again != d {
		t.Fatalf("%q: read back as %q, %v", d, again, err)
	}
	first, okFirst := d.First()
	last, okLast := d.Last()
	if okFirst && okLast && first > last {
		t.Fatalf("%s: first day %s after last %s", d, first, last)
	}
	earliest, okEarliest := d.EarliestDay()
	latest, okLatest := d.LatestDay()
	if okEarliest != okFirst || okLatest != okLast || earliest > first || latest < last {
		t.Fatalf("%s: doubt makes %s..%s of %s..%s", d, earliest, latest, first, last)
	}
	if back := d.Add(1).Add(-1); !d.Add(1).IsZero() && back != d {
		t.Fatalf("%s: forth and back gives %s", d, back)
	}
}

func FuzzRelations(f *testing.F) {
	var all []string
	seed(f, func(s string) { all = append(all, s) })
	for i, s := range all {
		f.Add(s, all[(i+7)%len(all)], all[(i+19)%len(all)])
	}
	f.Fuzz(func(t *testing.T, x, y, z string) {
		var a, b, c edtf.Date
		if a.UnmarshalText([]byte(x)) != nil || b.UnmarshalText([]byte(y)) != nil ||
			c.UnmarshalText([]byte(z)) != nil {
			return
		}
		if a.Contains(b) && !a.Overlaps(b) {
			t.Fatalf("%s contains %s but does not overlap it", a, b)
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatalf("overlap of %s and %s depends on their order", a, b)
		}
		if a.Overlaps(a) != a.Contains(a) {
			t.Fatalf("%s: overlaps itself %t, contains itself %t", a, a.Overlaps(a), a.Contains(a))
		}
		ab, bc, ac := edtf.Compare(a, b), edtf.Compare(b, c), edtf.Compare(a, c)
		if ab != -edtf.Compare(b, a) || (ab == 0) != (a == b) {
			t.Fatalf("%s and %s: %d one way, %d the other", a, b, ab, edtf.Compare(b, a))
		}
		if ab <= 0 && bc <= 0 && ac > 0 {
			t.Fatalf("%s ≤ %s ≤ %s, but not the first ≤ the last", a, b, c)
		}
	})
}

func FuzzDay(f *testing.F) {
	for _, day := range []int64{0, -1, 19_047, -719_529, 1 << 36, -1 << 36} {
		f.Add(day)
	}
	f.Fuzz(func(t *testing.T, n int64) {
		// Farther than any Date reaches.
		day := edtf.Day(n % (1 << 40))
		y, m, d := day.Civil()
		if m < 1 || m > 12 || d < 1 || d > edtf.DaysIn(y, m) || edtf.DayOf(y, m, d) != day {
			t.Fatalf("%d: %d-%d-%d is day %d", n, y, m, d, edtf.DayOf(y, m, d))
		}
		year, week := day.ISOWeek()
		if monday := edtf.WeekStart(year, week); monday != day.Monday() || week < 1 || week > edtf.WeeksIn(year) {
			t.Fatalf("%s: week %d of %d begins %s", day, week, year, monday)
		}
	})
}
