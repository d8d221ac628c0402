package dates

import (
	"strconv"
	"strings"

	"dateline/timeline/edtf"
)

// A holiday is a number: month*100+day for a fixed day; easterBase plus the
// days after Easter Sunday; nthBase plus nth*1000 + weekday*100 + month for the
// nth weekday of a month, the fifth being the last.
const (
	easterBase = 100_000
	nthBase    = 200_000
)

var weekdayNames = [...]string{"", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// parseHoliday reads "12-25", "easter-2", "easter+49" and "thursday4-11".
func parseHoliday(s string) (int32, bool) {
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		off := 0
		if rest != "" {
			var err error
			if off, err = strconv.Atoi(rest); err != nil {
				return 0, false
			}
		}
		return easterBase + int32(off), true
	}
	for i, name := range weekdayNames {
		if rest, ok := strings.CutPrefix(s, name); ok && i > 0 {
			nth, month, ok := twoNumbers(rest)
			return nthBase + nth*1000 + int32(i)*100 + month, ok
		}
	}
	month, day, ok := twoNumbers(s)
	return month*100 + day, ok
}

// twoNumbers reads "12-25".
func twoNumbers(s string) (a, b int32, ok bool) {
	x, y, ok := strings.Cut(s, "-")
	m, err1 := strconv.Atoi(x)
	n, err2 := strconv.Atoi(y)
	return int32(m), int32(n), ok && err1 == nil && err2 == nil
}

// holidayIn gives the day that a holiday falls on in a year.
func holidayIn(code int32, year int) edtf.Day {
	switch {
	case code >= nthBase:
		code -= nthBase
		return nthWeekday(year, int(code%100), int(code/100%10), int(code/1000))
	case code >= easterBase-200:
		return easter(year) + edtf.Day(code-easterBase)
	}
	return edtf.DayOf(year, int(code/100), int(code%100))
}

// nthWeekday gives the nth weekday (1 Monday to 7 Sunday) of a month; the
// fifth is the last one.
func nthWeekday(year, month, weekday, nth int) edtf.Day {
	first := edtf.DayOf(year, month, 1)
	d := first + edtf.Day((weekday-isoWeekday(first)+7)%7)
	if nth < 5 {
		return d + edtf.Day(7*(nth-1))
	}
	last := first + edtf.Day(edtf.DaysIn(year, month)-1)
	for d+7 <= last {
		d += 7
	}
	return d
}

// isoWeekday gives 1 for Monday to 7 for Sunday.
func isoWeekday(d edtf.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// easter gives Western Easter Sunday (Anonymous Gregorian algorithm).
func easter(year int) edtf.Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return edtf.DayOf(year, n/31, n%31+1)
}

// nth gives the nth, or the last, weekday of the month v.
func (v value) nth(n, weekday int32) (value, bool) {
	last := n == ordinalLast
	if last {
		n = 5
	}
	d := value{grain: grainDay, day: nthWeekday(v.year, v.n, int(weekday), int(n))}
	return d, last || n < 5 || n == 5 && d.day >= v.first()+28
}
