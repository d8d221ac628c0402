package edtf_test

import (
	"testing"
	"time"

	"dateline/timeline/edtf"
)

// The standard library counts the same calendar, so it is the measure here.
func TestDaysAgreeWithTheStandardLibrary(t *testing.T) {
	from, to := edtf.DayOf(-401, 1, 1), edtf.DayOf(3000, 1, 1)
	at := time.Date(-401, 1, 1, 0, 0, 0, 0, time.UTC)
	for day := from; day < to; day++ {
		y, m, d := at.Date()
		isoYear, isoWeek := at.ISOWeek()
		gotYear, gotMonth, gotDay := day.Civil()
		gotISOYear, gotISOWeek := day.ISOWeek()
		if gotYear != y || gotMonth != int(m) || gotDay != d ||
			day.Weekday() != at.Weekday() || gotISOYear != isoYear || gotISOWeek != isoWeek {
			t.Fatalf("%s: got %d-%d-%d, %s, week %d of %d", at.Format(time.DateOnly),
				gotYear, gotMonth, gotDay, day.Weekday(), gotISOWeek, gotISOYear)
		}
		if edtf.DayOf(y, int(m), d) != day {
			t.Fatalf("%s: DayOf gives %s", at.Format(time.DateOnly), edtf.DayOf(y, int(m), d))
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestDayOfCarriesOver(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{
		{2022, 13, 1, "2023-01-01"},
		{2022, 0, 1, "2021-12-01"},
		{2022, -11, 1, "2021-01-01"},
		{2024, 3, 0, "2024-02-29"},
		{2022, 12, 32, "2023-01-01"},
		{-1, 13, 1, "0000-01-01"},
	} {
		if got := edtf.DayOf(c.y, c.m, c.d).String(); got != c.want {
			t.Errorf("%v: got %s", c, got)
		}
	}
}

func TestAddMonthsStaysInTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2022-01-31", 1, "2022-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2022-03-31", -1, "2022-02-28"},
		{"2022-12-15", 1, "2023-01-15"},
		{"2024-02-29", -12, "2023-02-28"},
		{"0000-01-31", -2, "-0001-11-30"},
	} {
		day, _ := edtf.MustParse(c.from).First()
		if got := day.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months: got %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestWeeks(t *testing.T) {
	for _, c := range []struct {
		year, week int
		want       string
	}{
		{2013, 1, "2012-12-31"},
		{2013, 11, "2013-03-11"},
		{2020, 53, "2020-12-28"},
		{2021, 1, "2021-01-04"},
		{2021, 0, "2020-12-28"},
	} {
		if got := edtf.WeekStart(c.year, c.week).String(); got != c.want {
			t.Errorf("week %d of %d: got %s, want %s", c.week, c.year, got, c.want)
		}
	}
	if edtf.WeeksIn(2020) != 53 || edtf.WeeksIn(2021) != 52 {
		t.Error("2020 has 53 weeks, 2021 has 52")
	}
}

func TestDayDate(t *testing.T) {
	if got := edtf.DayOf(2022, 2, 24).Date(); got != edtf.NewDay(2022, 2, 24) {
		t.Errorf("got %s", got)
	}
	if got := edtf.DayOf(10_000, 1, 1).Date(); !got.IsZero() {
		t.Errorf("got %s, want no date", got)
	}
}
