package dates

import "dateline/timeline/edtf"

// grain is how finely a value tells a time.
type grain uint8

const (
	grainNone grain = iota
	grainMillennium
	grainCentury
	grainDecade
	grainYear
	grainHalf
	grainSeason
	grainQuarter
	grainMonth
	grainWeek
	grainWeekend
	grainDay
	grainPart  // a part of a day
	grainClock // a time of a day
)

// value is a stretch of time on the calendar. Years are astronomical: 0 is 1
// BC.
type value struct {
	grain grain
	year  int      // of everything but days and finer
	n     int      // month, quarter, half, season (21–24) or ISO week
	day   edtf.Day // of days and finer
	part  int32
	hour  int32
	min   int32 // -1 where only the hour is said
	sec   int32 // -1 where it is not said
}

var grainOfUnit = [...]grain{
	unitSecond: grainClock, unitMinute: grainClock, unitHour: grainClock,
	unitDay: grainDay, unitWeek: grainWeek, unitMonth: grainMonth, unitQuarter: grainQuarter,
	unitYear: grainYear, unitDecade: grainDecade, unitCentury: grainCentury,
	unitMillennium: grainMillennium, unitWeekend: grainWeekend, unitSeason: grainSeason,
	unitNone: grainNone,
}

// around gives the value of a grain that a day lies in.
func around(g grain, d edtf.Day) value {
	y, m, _ := d.Civil()
	v := value{grain: g, year: y}
	switch g {
	case grainMillennium:
		v.year = align(y, 1000)
	case grainCentury:
		v.year = align(y, 100)
	case grainDecade:
		v.year = align(y, 10)
	case grainHalf:
		v.n = (m-1)/6 + 1
	case grainQuarter:
		v.n = (m-1)/3 + 1
	case grainSeason:
		v.n = 21 + (m+9)%12/3
		if m < 3 {
			v.year--
		}
	case grainMonth:
		v.n = m
	case grainWeek, grainWeekend:
		v.year, v.n = d.ISOWeek()
	case grainDay:
		v = value{grain: g, day: d}
	}
	return v
}

// align gives the first year of the decade, century or millennium of a year.
// Before the year 1 they are counted in years BC: the 470s BC are 479 to 470
// BC, the fourth century BC is 400 to 301 BC.
func align(y, step int) int {
	switch {
	case y > 0:
		return floor(y, step)
	case step == 10:
		return floor(y-2, step) + 2
	}
	return floor(y-1, step) + 1
}

// floor rounds y down to a multiple of step.
func floor(y, step int) int {
	q := y / step
	if y%step < 0 {
		q--
	}
	return q * step
}

// first gives the first day of v.
func (v value) first() edtf.Day {
	switch v.grain {
	case grainHalf:
		return edtf.DayOf(v.year, v.n*6-5, 1)
	case grainQuarter:
		return edtf.DayOf(v.year, v.n*3-2, 1)
	case grainSeason:
		return edtf.DayOf(v.year, (v.n-20)*3, 1)
	case grainMonth:
		return edtf.DayOf(v.year, v.n, 1)
	case grainWeek:
		return edtf.WeekStart(v.year, v.n)
	case grainWeekend:
		return edtf.WeekStart(v.year, v.n) + 5
	case grainDay, grainPart, grainClock:
		return v.day
	}
	return edtf.DayOf(v.year, 1, 1)
}

// last gives the last day of v.
func (v value) last() edtf.Day {
	if v.grain >= grainDay {
		return v.day
	}
	return v.move(1).first() - 1 - v.gap()
}

// gap is how many days lie between v and the next of its kind.
func (v value) gap() edtf.Day {
	if v.grain == grainWeekend {
		return 5
	}
	return 0
}

// move gives the value n of its own units later.
func (v value) move(n int) value {
	switch v.grain {
	case grainMillennium:
		v.year += 1000 * n
	case grainCentury:
		v.year += 100 * n
	case grainDecade:
		v.year += 10 * n
	case grainYear:
		v.year += n
	case grainHalf:
		v.carry(1, 2, n)
	case grainSeason:
		v.carry(21, 4, n)
	case grainQuarter:
		v.carry(1, 4, n)
	case grainMonth:
		v.carry(1, 12, n)
	case grainWeek, grainWeekend:
		v.year, v.n = (edtf.WeekStart(v.year, v.n) + edtf.Day(7*n)).ISOWeek()
	default:
		v.day += edtf.Day(n)
	}
	return v
}

// carry adds n to a number that runs from first through count values a year.
func (v *value) carry(first, count, n int) {
	t := v.year*count + v.n - first + n
	v.year = floor(t, count) / count
	v.n = t - v.year*count + first
}

// within gives the value of a coarser grain that v lies in.
func (v value) within(g grain) value {
	if v.grain == g || v.grain == grainNone {
		return v
	}
	if g == grainYear && v.grain < grainDay {
		return value{grain: g, year: v.year}
	}
	return around(g, v.first())
}

// beginYear gives the year that v begins in.
func (v value) beginYear() int {
	y, _, _ := v.first().Civil()
	return y
}
