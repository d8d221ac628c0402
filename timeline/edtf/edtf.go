// Package edtf reads, prints and compares dates that say how much is known:
// the Extended Date/Time Format of ISO 8601-2:2019.
//
// A [Date] is what the string says and nothing more: "2022-10" is a month,
// not its first day; "2022-10-13~" is about that day. Levels 0 and 1 are
// covered, with the sub-year groupings 21–41 and the yearless "XXXX-06-29" of
// level 2. Days are counted in the proleptic Gregorian calendar with a year 0,
// so "-0489" is 490 BC. There is no clock and no time zone database here: an
// offset is kept as written and days are those of the wall clock.
package edtf

// Date is a point or interval in time as far as it is known. It is immutable
// and comparable: two dates are == exactly if they print the same. The zero
// Date is no date and prints as "".
type Date struct {
	// A single date is start alone; an interval has both, end.form != formNone.
	start, end point
}

// point is a single date, or an end of an interval.
type point struct {
	year                 int32 // in a decade or century, the earliest year
	form                 form
	month                uint8 // or the grouping, 21–41
	day                  uint8
	hour, minute, second uint8
	zone                 zone
	offset               int16 // minutes east of UTC
	marks                marks
}

// form is how a point is written, and so which of its fields mean something.
type form uint8

const (
	formNone     form = iota
	formOpen          // ".."
	formUnknown       // "", beside a slash
	formCentury       // 19XX
	formDecade        // 199X
	formYear          // 1999, -0489, Y17000
	formYearX         // 1999-XX
	formYearXX        // 1999-XX-XX
	formGrouping      // 1999-21
	formMonth         // 1999-12
	formMonthX        // 1999-12-XX
	formDay           // 1999-12-31
	formMinute        // 1999-12-31T23:59
	formSecond        // 1999-12-31T23:59:59
	formAnyMonth      // XXXX-12
	formAnyDay        // XXXX-12-31
)

// zone is how a date-time's offset is written.
type zone uint8

const (
	zoneNone    zone = iota
	zoneZulu         // Z
	zoneHours        // +02
	zoneMinutes      // +02:00
)

// marks are the qualifications behind a point.
type marks uint8

const (
	uncertain   marks = 1 << iota // ?
	approximate                   // ~, and % is both
)

// Limits of the years that a Date can hold, either side of zero, and of those
// that can have months and days.
const (
	maxYear     = 999_999_999
	maxFourYear = 9999
)

// dated reports whether the point has a year, and so days.
func (p point) dated() bool { return p.form >= formCentury && p.form <= formSecond }

// written reports whether the point says anything of when.
func (p point) written() bool { return p.form >= formCentury }

// timed reports whether the point has a clock time.
func (p point) timed() bool { return p.form == formMinute || p.form == formSecond }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d has two ends, one of them perhaps open or
// unknown.
func (d Date) IsInterval() bool { return d.end.form != formNone }

// Interval gives the two ends of an interval. An open or unknown end is the
// zero Date. ok is false, and both ends zero, where d is no interval.
func (d Date) Interval() (start, end Date, ok bool) {
	if !d.IsInterval() {
		return Date{}, Date{}, false
	}
	if d.start.written() {
		start.start = d.start
	}
	if d.end.written() {
		end.start = d.end
	}
	return start, end, true
}

// OpenStart reports whether d is an interval without beginning: "../2022".
func (d Date) OpenStart() bool { return d.start.form == formOpen }

// OpenEnd reports whether d is an interval without end: "2022/..".
func (d Date) OpenEnd() bool { return d.end.form == formOpen }

// UnknownStart reports whether d began at an unknown time: "/2022".
func (d Date) UnknownStart() bool { return d.start.form == formUnknown }

// UnknownEnd reports whether d ended at an unknown time: "2022/".
func (d Date) UnknownEnd() bool { return d.end.form == formUnknown }

// Uncertain reports whether ? or % stands anywhere in d.
func (d Date) Uncertain() bool { return (d.start.marks|d.end.marks)&uncertain != 0 }

// Approximate reports whether ~ or % stands anywhere in d.
func (d Date) Approximate() bool { return (d.start.marks|d.end.marks)&approximate != 0 }

// WithUncertain gives d with or without its question mark, at both ends of an
// interval as far as they are known.
func (d Date) WithUncertain(on bool) Date { return d.mark(uncertain, on) }

// WithApproximate gives d with or without its tilde, at both ends of an
// interval as far as they are known.
func (d Date) WithApproximate(on bool) Date { return d.mark(approximate, on) }

func (d Date) mark(m marks, on bool) Date {
	for _, p := range []*point{&d.start, &d.end} {
		if !p.written() {
			continue
		}
		p.marks &^= m
		if on {
			p.marks |= m
		}
	}
	return d
}

// Plain gives d without any ?, ~ or %.
func (d Date) Plain() Date { return d.WithUncertain(false).WithApproximate(false) }

// Year gives the year of a single date; ok is false for intervals, decades,
// centuries and dates without a year.
func (d Date) Year() (year int, ok bool) {
	if d.IsInterval() || !d.start.dated() || d.start.form < formYear {
		return 0, false
	}
	return int(d.start.year), true
}

// Month gives the month, 1–12, of a single date that has one.
func (d Date) Month() (month int, ok bool) {
	if d.IsInterval() || d.start.form < formMonth {
		return 0, false
	}
	return int(d.start.month), true
}

// DayOfMonth gives the day, 1–31, of a single date that has one.
func (d Date) DayOfMonth() (day int, ok bool) {
	if d.IsInterval() || d.start.day == 0 {
		return 0, false
	}
	return int(d.start.day), true
}

// Grouping gives the sub-year grouping, 21–41, of a single date that has one:
// 21–32 seasons, 33–36 quarters, 37–39 thirds, 40 and 41 halves of the year.
func (d Date) Grouping() (grouping int, ok bool) {
	if d.IsInterval() || d.start.form != formGrouping {
		return 0, false
	}
	return int(d.start.month), true
}

// Clock gives the time of day of a single date-time; second is 0 where only
// the minute is written.
func (d Date) Clock() (hour, minute, second int, ok bool) {
	if d.IsInterval() || !d.start.timed() {
		return 0, 0, 0, false
	}
	return int(d.start.hour), int(d.start.minute), int(d.start.second), true
}

// Offset gives the minutes east of UTC of a single date-time that states them.
func (d Date) Offset() (minutes int, ok bool) {
	if d.IsInterval() || d.start.zone == zoneNone {
		return 0, false
	}
	return int(d.start.offset), true
}
