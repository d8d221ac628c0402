package edtf

// Precision is how finely a date is known, from coarse to fine.
type Precision uint8

// The precisions, coarsest first. A Third is four months (groupings 37–39).
const (
	PrecisionNone Precision = iota
	PrecisionCentury
	PrecisionDecade
	PrecisionYear
	PrecisionHalf
	PrecisionThird
	PrecisionQuarter
	PrecisionSeason
	PrecisionMonth
	PrecisionDay
	PrecisionTime
)

// String names the precision in one English word.
func (p Precision) String() string {
	names := [...]string{"none", "century", "decade", "year", "half", "third",
		"quarter", "season", "month", "day", "time"}
	if int(p) >= len(names) {
		return "none"
	}
	return names[p]
}

// Precision is how finely d is known; an unspecified part is not known, so
// "2004-XX" is known to the year. Of an interval it is the coarser of its
// known ends, of no date PrecisionNone.
func (d Date) Precision() Precision {
	if !d.IsInterval() {
		return d.start.precision()
	}
	s, e := d.start.precision(), d.end.precision()
	if s == PrecisionNone || (e != PrecisionNone && e < s) {
		return e
	}
	return s
}

func (p point) precision() Precision {
	switch p.form {
	case formCentury:
		return PrecisionCentury
	case formDecade:
		return PrecisionDecade
	case formYear, formYearX, formYearXX:
		return PrecisionYear
	case formGrouping:
		return groupingPrecision(int(p.month))
	case formMonth, formMonthX, formAnyMonth:
		return PrecisionMonth
	case formDay, formAnyDay:
		return PrecisionDay
	case formMinute, formSecond:
		return PrecisionTime
	}
	return PrecisionNone
}

func groupingPrecision(grouping int) Precision {
	switch {
	case grouping <= 32:
		return PrecisionSeason
	case grouping <= 36:
		return PrecisionQuarter
	case grouping <= 39:
		return PrecisionThird
	}
	return PrecisionHalf
}

// groupingMonths gives the first month of a grouping and its length in months
// (ISO 8601-2:2019, 4.8). Seasons are meteorological; 21–24 are northern like
// 25–28, and 29–32 southern. One that runs into the next year ends past
// month 12.
func groupingMonths(grouping int) (first, length int) {
	switch {
	case grouping <= 28:
		return 3 + (grouping-21)%4*3, 3
	case grouping <= 32:
		return (9+(grouping-29)*3-1)%12 + 1, 3
	case grouping <= 36:
		return 1 + (grouping-33)*3, 3
	case grouping <= 39:
		return 1 + (grouping-37)*4, 4
	}
	return 1 + (grouping-40)*6, 6
}
