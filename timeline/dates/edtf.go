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
