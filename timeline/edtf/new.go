package edtf

// The constructors give the zero Date for what the calendar or the format does
// not have: a month 13, a 30 February, a month of a year with five digits.

// NewYear gives a year, 0 being 1 BC.
func NewYear(year int) Date { return single(point{form: formYear, year: int32Year(year)}, year) }

// NewMonth gives a month of a year.
func NewMonth(year, month int) Date {
	if month < 1 || month > 12 || !fourDigits(year) {
		return Date{}
	}
	return single(point{form: formMonth, year: int32Year(year), month: uint8(month)}, year)
}

// NewDay gives a day.
func NewDay(year, month, day int) Date {
	if NewMonth(year, month).IsZero() || day < 1 || day > DaysIn(year, month) {
		return Date{}
	}
	return single(point{form: formDay, year: int32Year(year), month: uint8(month), day: uint8(day)}, year)
}

// NewMonthDay gives a day of an unknown year, "XXXX-06-29".
func NewMonthDay(month, day int) Date {
	// A leap year, for 29 February may be meant.
	if NewDay(2000, month, day).IsZero() {
		return Date{}
	}
	return Date{start: point{form: formAnyDay, month: uint8(month), day: uint8(day)}}
}

// NewGrouping gives a sub-year grouping by its number, 21–41.
func NewGrouping(year, grouping int) Date {
	if grouping < 21 || grouping > 41 || !fourDigits(year) {
		return Date{}
	}
	return single(point{form: formGrouping, year: int32Year(year), month: uint8(grouping)}, year)
}

// NewSeason gives a season by its number: 21 spring, 22 summer, 23 autumn,
// 24 winter, and 25–28, 29–32 for those of the north and of the south. A
// winter belongs to the year in which its December lies.
func NewSeason(year, season int) Date {
	if season > 32 {
		return Date{}
	}
	return NewGrouping(year, season)
}

// NewQuarter gives a quarter, 1–4, of a year.
func NewQuarter(year, quarter int) Date {
	if quarter < 1 || quarter > 4 {
		return Date{}
	}
	return NewGrouping(year, 32+quarter)
}

// NewHalf gives a half, 1 or 2, of a year.
func NewHalf(year, half int) Date {
	if half < 1 || half > 2 {
		return Date{}
	}
	return NewGrouping(year, 39+half)
}

// NewDecade gives the decade that a year lies in: 1990–1999 for 1994. Before
// year 0 it runs by the digits as well: -0199 to -0190.
func NewDecade(year int) Date { return masked(formDecade, year, 10) }

// NewCentury gives the century that a year lies in, by the digits: 1900–1999
// for 1994, and -0499 to -0400 for -0450.
func NewCentury(year int) Date { return masked(formCentury, year, 100) }

func masked(f form, year, length int) Date {
	if !fourDigits(year) {
		return Date{}
	}
	return Date{start: point{form: f, year: int32(earliest(year, year < 0, length))}}
}

// earliest gives the first year of the decade or century of year.
func earliest(year int, negative bool, length int) int {
	whole := year / length * length
	if negative {
		return whole - length + 1
	}
	return whole
}

// WithTime gives a day with the time of day on it, of minute precision and
// without offset. It is the zero Date where d is no single day (or date-time)
// or there is no such time.
func (d Date) WithTime(hour, minute int) Date {
	p := d.start
	if d.IsInterval() || p.form != formDay && !p.timed() ||
		hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return Date{}
	}
	p.form, p.hour, p.minute, p.second = formMinute, uint8(hour), uint8(minute), 0
	p.zone, p.offset = zoneNone, 0
	return Date{start: p}
}

// WithSecond gives a date-time with its seconds, 0–59; otherwise as WithTime.
func (d Date) WithSecond(second int) Date {
	if d.IsInterval() || !d.start.timed() || second < 0 || second > 59 {
		return Date{}
	}
	d.start.form, d.start.second = formSecond, uint8(second)
	return d
}

// WithOffset gives a date-time with an offset in minutes east of UTC, less
// than a day, written as Z where it is 0; otherwise as WithTime.
func (d Date) WithOffset(minutes int) Date {
	if d.IsInterval() || !d.start.timed() || minutes <= -24*60 || minutes >= 24*60 {
		return Date{}
	}
	d.start.zone, d.start.offset = zoneMinutes, int16(minutes)
	if minutes == 0 {
		d.start.zone = zoneZulu
	}
	return d
}

// NewWeek gives an ISO week as the interval from Monday to Sunday. Weeks
// outside the year carry over.
func NewWeek(year, week int) Date {
	monday := WeekStart(year, week)
	return NewInterval(monday.Date(), (monday + 6).Date())
}

// NewInterval gives the time from the beginning of a to the end of b; the zero
// Date stands for an open end. It is the zero Date itself where both are, where
// one is an interval, or where a begins after b ends.
func NewInterval(a, b Date) Date {
	d := Date{start: a.start, end: b.start}
	if a.IsInterval() || b.IsInterval() || a.IsZero() && b.IsZero() || !inOrder(a.start, b.start) {
		return Date{}
	}
	if a.IsZero() {
		d.start.form = formOpen
	}
	if b.IsZero() {
		d.end.form = formOpen
	}
	return d
}

// Since gives the time from the beginning of a on: "a/..".
func Since(a Date) Date { return NewInterval(a, Date{}) }

// Until gives the time up to the end of b: "../b".
func Until(b Date) Date { return NewInterval(Date{}, b) }

// inOrder reports whether an interval may run from a to b, so far as they say.
func inOrder(a, b point) bool {
	utc := a.zone != zoneNone && b.zone != zoneNone
	from, okFrom := a.extent(utc)
	to, okTo := b.extent(utc)
	return !okFrom || !okTo || from.from < to.to
}

func single(p point, year int) Date {
	if year < -maxYear || year > maxYear {
		return Date{}
	}
	return Date{start: p}
}

// int32Year narrows a year that single has yet to check.
func int32Year(year int) int32 { return int32(max(-maxYear, min(maxYear, year))) }

func fourDigits(year int) bool { return year >= -maxFourYear && year <= maxFourYear }
