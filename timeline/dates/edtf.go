package dates

import "dateline/timeline/edtf"

// date gives v as EDTF; the zero Date where EDTF cannot say it.
func (v value) date() edtf.Date {
	switch v.grain {
	case grainMillennium:
		return edtf.NewInterval(edtf.NewYear(v.year), edtf.NewYear(v.year+999))
	case grainCentury:
		return v.mask(edtf.NewCentury, 99)
	case grainDecade:
		return v.mask(edtf.NewDecade, 9)
	case grainYear:
		return edtf.NewYear(v.year)
	case grainHalf:
		return edtf.NewHalf(v.year, v.n)
	case grainSeason:
		return edtf.NewSeason(v.year, v.n)
	case grainQuarter:
		return edtf.NewQuarter(v.year, v.n)
	case grainMonth:
		return edtf.NewMonth(v.year, v.n)
	case grainWeek:
		return edtf.NewWeek(v.year, v.n)
	case grainWeekend:
		return edtf.NewInterval(v.first().Date(), v.last().Date())
	case grainClock:
		if v.hour < 24 {
			return v.day.Date().WithTime(int(v.hour), int(max(v.min, 0)))
		}
		return (v.day + 1).Date().WithTime(0, 0)
	case grainNone:
		return edtf.Date{}
	}
	return v.day.Date()
}

// mask gives a decade or century. Before the year 1 the digits of the BC years
// do not line up with EDTF's, so the first and last year are given.
func (v value) mask(whole func(int) edtf.Date, length int) edtf.Date {
	if v.year > 0 {
		return whole(v.year)
	}
	return edtf.NewInterval(edtf.NewYear(v.year), edtf.NewYear(v.year+length))
}

// portion gives a part of v: a week or half of a month, a half or quarter of a
// decade or century. Which day a week begins with is nowhere told, so the ends
// of one are only about right.
func (v value) portion(ordinal int32) (edtf.Date, bool) {
	switch {
	case ordinal == 0:
		return edtf.Date{}, false
	case v.grain == grainCentury:
		return v.years(100, int(ordinal))
	case v.grain == grainDecade:
		return v.years(10, int(ordinal))
	case v.grain != grainMonth:
		return edtf.Date{}, false
	}
	first, last := v.first(), v.last()
	switch n := edtf.Day(ordinal); {
	case n == ordinalHalf+1:
		return edtf.NewInterval(first.Date(), (first + 14).Date()), true
	case n == ordinalHalf+2:
		return edtf.NewInterval((first + 15).Date(), last.Date()), true
	case n == ordinalLast:
		first = last - 6
	case n > 5:
		return edtf.Date{}, false
	default:
		first += 7 * (n - 1)
		last = min(first+6, last)
	}
	return edtf.NewInterval(first.Date().WithApproximate(true), last.Date().WithApproximate(true)), true
}

// years gives a half or quarter of the length years that begin with v.
func (v value) years(length, ordinal int) (edtf.Date, bool) {
	parts, n := 2, ordinal-ordinalHalf
	if ordinal > ordinalQuarter {
		parts, n = 4, ordinal-ordinalQuarter
	}
	if n < 1 || n > parts || length%parts != 0 {
		return edtf.Date{}, false
	}
	step := length / parts
	first := v.year + step*(n-1)
	return edtf.NewInterval(edtf.NewYear(first), edtf.NewYear(first+step-1)), true
}

// of gives the value that an EDTF date stands for, as far as it is a plain one.
func valueOf(d edtf.Date) value {
	first, ok := d.First()
	if !ok {
		return value{}
	}
	g := grainDay
	switch d.Precision() {
	case edtf.PrecisionCentury:
		g = grainCentury
	case edtf.PrecisionDecade:
		g = grainDecade
	case edtf.PrecisionYear:
		g = grainYear
	case edtf.PrecisionHalf:
		g = grainHalf
	case edtf.PrecisionSeason:
		g = grainSeason
	case edtf.PrecisionQuarter:
		g = grainQuarter
	case edtf.PrecisionMonth:
		g = grainMonth
	}
	return around(g, first)
}
