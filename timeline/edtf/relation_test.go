package edtf_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/edtf"
)

func TestRelations(t *testing.T) {
	for _, line := range lines(t, "testdata/relations.txt") {
		c := strings.Fields(line)
		a, b := edtf.MustParse(c[0]), edtf.MustParse(c[2])
		got := "apart"
		if a.Contains(b) {
			got = "contains"
		} else if a.Overlaps(b) {
			got = "overlaps"
		}
		if got != c[1] {
			t.Errorf("%s %s %s, want %s", c[0], got, c[2], c[1])
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Errorf("overlap of %s and %s depends on their order", a, b)
		}
	}
	if y := edtf.NewYear(2022); y.Overlaps(edtf.Date{}) || y.Contains(edtf.Date{}) {
		t.Error("2022 overlaps no date")
	}
}

func TestCompareSorts(t *testing.T) {
	want := []string{
		"Y-17000", "-04XX", "-0489", "-0489-03-15", "-00XX", "0000", "19XX", "199X", "1999",
		"2022-01", "2022", "../2022-02-09", "2022-02-09", "2022-02-24", "2022-02-24?",
		"2022-02-24T05:00", "2022-02-24T17:00", "2022-02-24~", "2022-02-24/2022-03",
		"2022-02-24/", "2022-02-24/..", "2022-21", "Y17000", "XXXX-06-29", "",
	}
	dates := make([]edtf.Date, len(want))
	for i, s := range want {
		if s != "" {
			dates[i] = edtf.MustParse(s)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(dates), func(i, j int) { dates[i], dates[j] = dates[j], dates[i] })
	slices.SortFunc(dates, edtf.Compare)
	got := make([]string, len(dates))
	for i, d := range dates {
		got[i] = d.String()
	}
	if diff := cmp.Diff(strings.Join(want, "\n"), strings.Join(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
