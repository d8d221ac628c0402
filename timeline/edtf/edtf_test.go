package edtf_test

import (
	"bufio"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/edtf"
)

// lines gives the lines of a corpus that are neither empty nor comments.
func lines(t testing.TB, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s: no cases", path)
	}
	return all
}

// invalid gives string, column and expectation of each line of invalid.txt.
func invalid(t testing.TB) (cases [][3]string) {
	for _, line := range lines(t, "testdata/invalid.txt") {
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			t.Fatalf("%q: want three fields", line)
		}
		s, err := strconv.Unquote(fields[0])
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		cases = append(cases, [3]string{s, fields[1], fields[2]})
	}
	return cases
}

func dayString(day edtf.Day, ok bool) string {
	if !ok {
		return "-"
	}
	return day.String()
}

func TestValidStringsHaveTheirFirstAndLastDay(t *testing.T) {
	for _, line := range lines(t, "testdata/valid.txt") {
		want := strings.Fields(line)
		d, err := edtf.Parse(want[0])
		if err != nil {
			t.Error(err)
			continue
		}
		got := []string{d.String(), dayString(d.First()), dayString(d.Last())}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want[0], diff)
		}
	}
}

func TestInvalidStringsAreErrorsWithTheirColumn(t *testing.T) {
	for _, c := range invalid(t) {
		d, err := edtf.Parse(c[0])
		var syntax *edtf.SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%q: got %v, %v; want a syntax error", c[0], d, err)
			continue
		}
		if !d.IsZero() {
			t.Errorf("%q: got %v beside its error", c[0], d)
		}
		if strconv.Itoa(syntax.Column) != c[1] || !strings.Contains(syntax.Expected, c[2]) {
			t.Errorf("%q: got column %d, expected %s; want column %s, %s",
				c[0], syntax.Column, syntax.Expected, c[1], c[2])
		}
	}
}

func TestErrorShowsOnlyTheBeginningOfALongString(t *testing.T) {
	_, err := edtf.Parse("2022" + strings.Repeat("é", 10_000))
	if err == nil || len(err.Error()) > 200 {
		t.Errorf("got %v", err)
	}
}

func TestDateIsAMapKey(t *testing.T) {
	seen := map[edtf.Date]bool{edtf.MustParse("2022-10-13~"): true}
	if !seen[edtf.NewDay(2022, 10, 13).WithApproximate(true)] {
		t.Error("the same date was not found")
	}
}

func TestTextOfNoDateIsEmpty(t *testing.T) {
	d := edtf.MustParse("2022")
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("got %v, %v", d, err)
	}
	if text, err := d.MarshalText(); err != nil || len(text) != 0 {
		t.Errorf("got %q, %v", text, err)
	}
}

func TestUnmarshalTextLeavesTheDateAloneOnError(t *testing.T) {
	d := edtf.MustParse("2022")
	if err := d.UnmarshalText([]byte("2022-13")); err == nil || d != edtf.NewYear(2022) {
		t.Errorf("got %v, %v", d, err)
	}
}

func TestEndsOfIntervals(t *testing.T) {
	type ends struct {
		Start, End                                   string
		OpenStart, OpenEnd, UnknownStart, UnknownEnd bool
	}
	for s, want := range map[string]ends{
		"2022/2023": {Start: "2022", End: "2023"},
		"2022/..":   {Start: "2022", OpenEnd: true},
		"../2022?":  {End: "2022?", OpenStart: true},
		"2022/":     {Start: "2022", UnknownEnd: true},
		"/2022":     {End: "2022", UnknownStart: true},
	} {
		d := edtf.MustParse(s)
		start, end, ok := d.Interval()
		got := ends{start.String(), end.String(),
			d.OpenStart(), d.OpenEnd(), d.UnknownStart(), d.UnknownEnd()}
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("%s (-want +got):\n%s", s, diff)
		}
	}
	if _, _, ok := edtf.NewYear(2022).Interval(); ok {
		t.Error("2022 is no interval")
	}
}

func TestDoubt(t *testing.T) {
	for _, c := range []struct {
		of                     string
		uncertain, approximate bool
		without                string
	}{
		{"2022", false, false, "2022"},
		{"2022?", true, false, "2022"},
		{"2022~", false, true, "2022"},
		{"2022%", true, true, "2022"},
		{"2022/2023?", true, false, "2022/2023"},
		{"2022~/..", false, true, "2022/.."},
		{"2022?/2023~", true, true, "2022/2023"},
	} {
		d := edtf.MustParse(c.of)
		if d.Uncertain() != c.uncertain || d.Approximate() != c.approximate {
			t.Errorf("%s: got %t, %t", c.of, d.Uncertain(), d.Approximate())
		}
		if got := d.Plain().String(); got != c.without {
			t.Errorf("%s: got %s without doubt, want %s", c.of, got, c.without)
		}
	}
	got := edtf.MustParse("2022/..").WithUncertain(true).WithApproximate(true).String()
	if got != "2022%/.." {
		t.Errorf("got %s, want 2022%%/..", got)
	}
	if d := (edtf.Date{}).WithUncertain(true); !d.IsZero() {
		t.Errorf("doubt made %q of no date", d)
	}
}

func TestParts(t *testing.T) {
	type parts struct{ Year, Month, Day, Grouping, Hour, Minute, Second, Offset int }
	const none = -1
	for s, want := range map[string]parts{
		"2022":                      {2022, none, none, none, none, none, none, none},
		"-0489-03":                  {-489, 3, none, none, none, none, none, none},
		"2022-33":                   {2022, none, none, 33, none, none, none, none},
		"2004-XX-XX":                {2004, none, none, none, none, none, none, none},
		"2004-02-XX":                {2004, 2, none, none, none, none, none, none},
		"2022-02-24T05:10:20-03:30": {2022, 2, 24, none, 5, 10, 20, -210},
		"XXXX-06-29":                {none, 6, 29, none, none, none, none, none},
		"199X":                      {none, none, none, none, none, none, none, none},
		"2022/2023":                 {none, none, none, none, none, none, none, none},
		"../2023":                   {none, none, none, none, none, none, none, none},
	} {
		d := edtf.MustParse(s)
		part := func(n int, ok bool) int {
			if !ok {
				return none
			}
			return n
		}
		got := parts{part(d.Year()), part(d.Month()), part(d.DayOfMonth()), part(d.Grouping()),
			none, none, none, part(d.Offset())}
		if h, m, s, ok := d.Clock(); ok {
			got.Hour, got.Minute, got.Second = h, m, s
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s, diff)
		}
	}
}

func TestPrecision(t *testing.T) {
	for s, want := range map[string]string{
		"19XX": "century", "199X": "decade", "2022": "year", "2004-XX": "year", "2004-XX-XX": "year",
		"2022-40": "half", "2022-38": "third", "2022-34": "quarter", "2022-21": "season",
		"2022-32": "season", "2022-02": "month", "2004-02-XX": "month", "2022-02-24": "day",
		"2022-02-24T05:00": "time", "XXXX-06-29": "day", "XXXX-06": "month",
		"2022-02-24/2023": "year", "2022/2023-02-24": "year", "2022-02-24/..": "day", "/2022-02": "month",
	} {
		if got := edtf.MustParse(s).Precision().String(); got != want {
			t.Errorf("%s: got %s, want %s", s, got, want)
		}
	}
	if got := (edtf.Date{}).Precision(); got != edtf.PrecisionNone {
		t.Errorf("no date: got %s", got)
	}
}
