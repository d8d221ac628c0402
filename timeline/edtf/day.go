package edtf

import "time"

// Day counts days since 1970-01-01 in the proleptic Gregorian calendar, which
// has a year 0.
type Day int64

// daysPerEra is the length of 400 years, after which the calendar repeats.
const daysPerEra = 146_097

// DayOf gives the day of a calendar date. Months and days outside their range
// carry over: month 13 is January of the next year, day 0 the last day of the
// month before.
func DayOf(year, month, day int) Day {
	y := int64(year) + floorDiv(int64(month)-1, 12)
	m := floorMod(int64(month)-1, 12)
	// Years are counted from March here, so that the leap day comes last.
	if m < 2 {
		y--
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*((m+10)%12) + 2) / 5
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	// 719468 days lie between 0000-03-01 and 1970-01-01.
	return Day(era*daysPerEra + dayOfEra - 719_468 + int64(day) - 1)
}

// Civil gives the calendar date of d.
func (d Day) Civil() (year, month, day int) {
	z := int64(d) + 719_468
	era := floorDiv(z, daysPerEra)
	dayOfEra := z - era*daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36_524 - dayOfEra/(daysPerEra-1)) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear-(153*m+2)/5) + 1
	month = int((m+2)%12) + 1
	year = int(yearOfEra + era*400)
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday gives the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(int64(d)+4, 7)) // 1970-01-01 was a Thursday
}

// ISOWeek gives the ISO 8601 week that d lies in, 1–53, and the year it
// belongs to, which around New Year may not be d's own.
func (d Day) ISOWeek() (year, week int) {
	// A week belongs to the year of its Thursday.
	thursday := d.Monday() + 3
	year, _, _ = thursday.Civil()
	return year, int(thursday-DayOf(year, 1, 1))/7 + 1
}

// Monday gives the first day of d's ISO week.
func (d Day) Monday() Day { return d - Day(floorMod(int64(d)+3, 7)) }

// AddMonths moves d by n months. A day that the month does not have becomes
// its last: 31 January plus one month is 28 or 29 February.
func (d Day) AddMonths(n int) Day {
	year, month, day := d.Civil()
	first := DayOf(year, month+n, 1)
	y, m, _ := first.Civil()
	return first + Day(min(day, DaysIn(y, m))-1)
}

// Date gives d as a date of day precision. It is the zero Date where the year
// has more than four digits.
func (d Day) Date() Date {
	y, m, day := d.Civil()
	return NewDay(y, m, day)
}

// String prints d as year-month-day.
func (d Day) String() string {
	y, m, day := d.Civil()
	b := append(appendYear(nil, y), '-')
	b = append(appendTwo(b, m), '-')
	return string(appendTwo(b, day))
}

// DaysIn gives the number of days of a month, 1–12.
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// IsLeap reports whether year has a 29 February.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// WeekStart gives the Monday of an ISO week. Weeks outside the year carry over.
func WeekStart(year, week int) Day {
	// 4 January always lies in week 1.
	return DayOf(year, 1, 4).Monday() + Day(week-1)*7
}

// WeeksIn gives the number of ISO weeks of a year, 52 or 53.
func WeeksIn(year int) int {
	return int(WeekStart(year+1, 1)-WeekStart(year, 1)) / 7
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }
