package edtf_test

import (
	"math"
	"testing"

	"dateline/timeline/edtf"
)

func TestConstructorsPrintAsWritten(t *testing.T) {
	day := edtf.NewDay(2022, 2, 24)
	for want, d := range map[string]edtf.Date{
		"2022":                      edtf.NewYear(2022),
		"Y17000":                    edtf.NewYear(17000),
		"-0001":                     edtf.NewYear(-1),
		"2022-02":                   edtf.NewMonth(2022, 2),
		"2022-02-24":                day,
		"XXXX-06-29":                edtf.NewMonthDay(6, 29),
		"2022-21":                   edtf.NewSeason(2022, 21),
		"2022-36":                   edtf.NewQuarter(2022, 4),
		"2022-40":                   edtf.NewHalf(2022, 1),
		"2022-38":                   edtf.NewGrouping(2022, 38),
		"199X":                      edtf.NewDecade(1994),
		"-019X":                     edtf.NewDecade(-199),
		"19XX":                      edtf.NewCentury(1999),
		"-04XX":                     edtf.NewCentury(-499),
		"-00XX":                     edtf.NewCentury(-1),
		"00XX":                      edtf.NewCentury(0),
		"2013-03-11/2013-03-17":     edtf.NewWeek(2013, 11),
		"2022-02-24/..":             edtf.Since(day),
		"../2022-02-24":             edtf.Until(day),
		"2022-02/2022-02-24":        edtf.NewInterval(edtf.NewMonth(2022, 2), day),
		"2022-02-24T05:07":          day.WithTime(5, 7),
		"2022-02-24T05:07:09":       day.WithTime(5, 7).WithSecond(9),
		"2022-02-24T05:07:09Z":      day.WithTime(5, 7).WithSecond(9).WithOffset(0),
		"2022-02-24T05:07-03:30":    day.WithTime(5, 7).WithOffset(-210),
		"2022-02-24T06:00":          edtf.MustParse("2022-02-24T05:07:09Z").WithTime(6, 0),
		"2022-02-24T05:00~":         day.WithApproximate(true).WithTime(5, 0),
		"2022-02-24T00:00:00+23:59": day.WithTime(0, 0).WithSecond(0).WithOffset(23*60 + 59),
	} {
		if d.String() != want {
			t.Errorf("got %q, want %q", d, want)
		}
		if parsed, err := edtf.Parse(want); err != nil || parsed != d {
			t.Errorf("%s: parsed as %v, %v", want, parsed, err)
		}
	}
}

func TestConstructorsRefuseWhatThereIsNot(t *testing.T) {
	day := edtf.NewDay(2022, 2, 24)
	for name, d := range map[string]edtf.Date{
		"year too large":           edtf.NewYear(1_000_000_000),
		"largest int":              edtf.NewYear(math.MaxInt),
		"smallest int":             edtf.NewYear(math.MinInt),
		"month 0":                  edtf.NewMonth(2022, 0),
		"month 13":                 edtf.NewMonth(2022, 13),
		"month of a long year":     edtf.NewMonth(10_000, 1),
		"30 February":              edtf.NewDay(2022, 2, 30),
		"29 February":              edtf.NewDay(2023, 2, 29),
		"day 0":                    edtf.NewDay(2023, 2, 0),
		"yearless 30 February":     edtf.NewMonthDay(2, 30),
		"season 20":                edtf.NewSeason(2022, 20),
		"season 33":                edtf.NewSeason(2022, 33),
		"quarter 5":                edtf.NewQuarter(2022, 5),
		"quarter 0":                edtf.NewQuarter(2022, 0),
		"half 3":                   edtf.NewHalf(2022, 3),
		"decade of a long year":    edtf.NewDecade(10_000),
		"century of a long year":   edtf.NewCentury(-10_000),
		"hour 24":                  day.WithTime(24, 0),
		"minute 60":                day.WithTime(23, 60),
		"time of a month":          edtf.NewMonth(2022, 2).WithTime(5, 0),
		"time of no date":          edtf.Date{}.WithTime(5, 0),
		"time of an interval":      edtf.Since(day).WithTime(5, 0),
		"second of a day":          day.WithSecond(5),
		"offset of a day":          day.WithOffset(60),
		"offset of a day's length": day.WithTime(5, 0).WithOffset(24 * 60),
		"two open ends":            edtf.NewInterval(edtf.Date{}, edtf.Date{}),
		"end before start":         edtf.NewInterval(edtf.NewYear(2023), edtf.NewYear(2022)),
		"interval as an end":       edtf.Since(edtf.Until(day)),
	} {
		if !d.IsZero() {
			t.Errorf("%s: got %s", name, d)
		}
	}
}

var additions = []struct {
	from string
	n    int
	want string
}{
	{"2022-02-24", 7, "2022-03-03"},
	{"2022-03-01", -1, "2022-02-28"},
	{"0000-01-01", -1, "-0001-12-31"},
	{"2022-10-13~", -2, "2022-10-11~"},
	{"2022-02-24T05:00Z", 1, "2022-02-25T05:00Z"},
	{"2022-12", 1, "2023-01"},
	{"2022-01", -13, "2020-12"},
	{"2004-02-XX", 1, "2004-03-XX"},
	{"2022-24", 1, "2023-21"},
	{"2022-21", -1, "2021-24"},
	{"2022-29", -1, "2021-32"},
	{"2022-36", 1, "2023-33"},
	{"2022-39", 1, "2023-37"},
	{"2022-40", -1, "2021-41"},
	{"2022", 1, "2023"},
	{"9999", 1, "Y10000"},
	{"2004-XX", 1, "2005-XX"},
	{"199X", 1, "200X"},
	{"000X", -1, "-000X"},
	{"-000X", 1, "000X"},
	{"-019X~", -1, "-020X~"},
	{"19XX?", -1, "18XX?"},
	{"-04XX", 1, "-03XX"},
	{"9999-12-31", 1, ""},
	{"9999-12", 1, ""},
	{"999X", 1, ""},
	{"Y999999999", 1, ""},
	{"2022", math.MaxInt, ""},
	{"2022-01", math.MinInt, ""},
	{"2022-01-01", math.MaxInt, ""},
	{"199X", math.MinInt, ""},
	{"XXXX-06-29", 1, ""},
	{"2022/2023", 1, ""},
}

func TestAdd(t *testing.T) {
	for _, c := range additions {
		if got := edtf.MustParse(c.from).Add(c.n).String(); got != c.want {
			t.Errorf("%s + %d: got %q, want %q", c.from, c.n, got, c.want)
		}
	}
}

func TestCoarsen(t *testing.T) {
	for _, c := range []struct {
		from string
		to   edtf.Precision
		want string
	}{
		{"2022-02-24T05:00~", edtf.PrecisionDay, "2022-02-24~"},
		{"2022-02-24", edtf.PrecisionMonth, "2022-02"},
		{"2022-02-24?", edtf.PrecisionYear, "2022?"},
		{"2022-21", edtf.PrecisionYear, "2022"},
		{"2022-21", edtf.PrecisionMonth, ""},
		{"2022", edtf.PrecisionDecade, "202X"},
		{"-0489", edtf.PrecisionCentury, "-04XX"},
		{"199X", edtf.PrecisionCentury, "19XX"},
		{"2022", edtf.PrecisionMonth, ""},
		{"2022-02", edtf.PrecisionMonth, "2022-02"},
		{"XXXX-06-29", edtf.PrecisionMonth, ""},
		{"2022/2023", edtf.PrecisionYear, ""},
		{"2022-02-24", edtf.PrecisionQuarter, ""},
	} {
		if got := edtf.MustParse(c.from).Coarsen(c.to).String(); got != c.want {
			t.Errorf("%s to %s: got %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestSlack(t *testing.T) {
	for _, c := range [][3]string{
		{"2022-10-13", "2022-10-13", "2022-10-13"},
		{"2022-10-13~", "2022-10-06", "2022-10-20"},
		{"2022-10-13?", "2022-10-06", "2022-10-20"},
		{"2022-10-13T05:00%", "2022-10-06", "2022-10-20"},
		{"2022-10?", "2022-09-01", "2022-11-30"},
		{"2022-02~", "2022-01-01", "2022-03-31"},
		{"2022?", "2021-01-01", "2023-12-31"},
		{"2004-XX?", "2003-01-01", "2005-12-31"},
		{"2022-21~", "2021-12-01", "2022-08-31"},
		{"2022-33~", "2021-10-01", "2022-06-30"},
		{"2022-37~", "2021-09-01", "2022-08-31"},
		{"2022-41~", "2022-01-01", "2023-06-30"},
		{"199X~", "1980-01-01", "2009-12-31"},
		{"19XX~", "1800-01-01", "2099-12-31"},
		{"2022-10-13~/2022-11?", "2022-10-06", "2022-12-31"},
		{"2022-10-13~/..", "2022-10-06", "-"},
		{"/2022-10-13~", "-", "2022-10-20"},
		{"XXXX-06-29~", "-", "-"},
	} {
		d := edtf.MustParse(c[0])
		got := [3]string{c[0], dayString(d.EarliestDay()), dayString(d.LatestDay())}
		if got != c {
			t.Errorf("got %v, want %v", got, c)
		}
	}
	if got := edtf.MustParse("2022-10-13~/2022-11?").Slack(); got != (edtf.Slack{Months: 1}) {
		t.Errorf("got %v, want the larger slack", got)
	}
}
