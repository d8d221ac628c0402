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
	const apart, overlaps, contains = "apart", "overlaps", "contains"
	for _, c := range [][3]string{
		{"2022", contains, "2022-02-24"},
		{"2022-02-24", overlaps, "2022"},
		{"2022", contains, "2022"},
		{"2022", apart, "2023"},
		{"2022-02", apart, "2022-03-01"},
		{"2022-24", overlaps, "2023"},
		{"2022-24", contains, "2023-02-28"},
		{"199X", contains, "1999-12-31"},
		{"199X", overlaps, "1999/2001"},
		{"2022?", contains, "2022-02-24~"},
		{"2022-02-24/..", contains, "2023"},
		{"2022-02-24/..", contains, "2023/.."},
		{"2022-02-24/..", overlaps, "2022"},
		{"2022-02-24/..", apart, "2021"},
		{"2022/..", overlaps, "../2023"},
		{"../2021", apart, "2022/.."},
		{"../2022", contains, "/2021"},
		{"2022/", apart, "2023"},
		{"2022/", contains, "2022-02"},
		{"2022-02", overlaps, "2022/"},
		{"2022/", contains, "2022/"},
		{"2022/..", contains, "2022/"},
		{"2021/2023", overlaps, "2022/"},
		{"2022-02-24", contains, "2022-02-24T05:00"},
		{"2022-02-24T05:00", overlaps, "2022-02-24"},
		{"2022-02-24T05:00", contains, "2022-02-24T05:00:59"},
		{"2022-02-24T05:00", apart, "2022-02-24T05:01"},
		{"2022-02-24T05:00+02", contains, "2022-02-24T03:00Z"},
		{"2022-02-24T05:00+02", apart, "2022-02-24T05:00Z"},
		{"2022-02-24T05:00+02", contains, "2022-02-24T05:00"},
		{"2022-02-24", contains, "2022-02-24T23:00-05"},
		{"XXXX-06-29", apart, "2022-06-29"},
		{"XXXX-06-29", apart, "XXXX-06-29"},
		{"2022/..", apart, "XXXX-06-29"},
		{"2022-05-05/XXXX-05-09", apart, "2022-05-06"},
	} {
		a, b := edtf.MustParse(c[0]), edtf.MustParse(c[2])
		got := apart
		if a.Contains(b) {
			got = contains
		} else if a.Overlaps(b) {
			got = overlaps
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
