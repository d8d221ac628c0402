package dates

import (
	"strconv"
	"strings"
)

// timex writes v as a TIMEX3 value.
func (v value) timex() string {
	b := make([]byte, 0, 24)
	switch v.grain {
	case grainMillennium:
		return string(appendYear(b, v.endYear(), 1))
	case grainCentury:
		return string(appendYear(b, v.endYear(), 2))
	case grainDecade:
		return string(appendYear(b, v.endYear(), 3))
	}
	if v.grain >= grainDay {
		return string(v.appendDay(b))
	}
	b = appendYear(b, v.year, 4)
	switch v.grain {
	case grainHalf:
		b = append(b, '-', 'H', byte('0'+v.n))
	case grainQuarter:
		b = append(b, '-', 'Q', byte('0'+v.n))
	case grainSeason:
		b = append(append(b, '-'), seasonCodes[v.n-21]...)
	case grainMonth:
		b = append2(append(b, '-'), v.n)
	case grainWeek:
		b = append2(append(b, "-W"...), v.n)
	case grainWeekend:
		b = append(append2(append(b, "-W"...), v.n), "-WE"...)
	}
	return string(b)
}

// endYear gives the year whose digits name a decade or a century: before the
// year 1 the last one.
func (v value) endYear() int {
	if v.year > 0 {
		return v.year
	}
	return v.move(1).year - 1
}

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// appendDay writes a day with the time on it.
func (v value) appendDay(b []byte) []byte {
	y, m, d := v.day.Civil()
	b = append2(append(append2(append(appendYear(b, y, 4), '-'), m), '-'), d)
	switch {
	case v.grain == grainPart:
		b = append(append(b, 'T'), partCodes[v.part]...)
	case v.grain == grainClock:
		b = append2(append(b, 'T'), int(v.hour))
		if v.min >= 0 {
			b = append2(append(b, ':'), int(v.min))
		}
		if v.sec >= 0 {
			b = append2(append(b, ':'), int(v.sec))
		}
	}
	return b
}

// appendYear writes the first digits of a year of four, "BC" before those
// before year 1.
func appendYear(b []byte, year, digits int) []byte {
	if year < 1 {
		b = append(b, "BC"...)
		year = 1 - year
	}
	s := strconv.Itoa(year)
	if len(s) < 4 {
		s = strings.Repeat("0", 4-len(s)) + s
	}
	return append(b, s[:min(len(s), digits+len(s)-4)]...)
}

// append2 writes two digits.
func append2(b []byte, n int) []byte {
	return append(b, byte('0'+n/10%10), byte('0'+n%10))
}

var durationUnits = [...]string{
	unitSecond: "S", unitMinute: "M", unitHour: "H", unitDay: "D", unitWeek: "W",
	unitMonth: "M", unitQuarter: "Q", unitYear: "Y", unitDecade: "DE", unitCentury: "CE",
	unitMillennium: "ML", unitWeekend: "WE", unitSeason: "SE", unitNone: "X",
}

// duration writes a count of units, in thousandths, as a TIMEX3 duration.
func duration(n, unit int32) string {
	b := make([]byte, 0, 12)
	b = append(b, 'P')
	if unit <= unitHour {
		b = append(b, 'T')
	}
	switch {
	case n == vague || n == 0:
		b = append(b, 'X')
	case n%1000 == 500 && unit == unitDecade: // a decade and a half
		return duration(n*10, unitYear)
	case n%1000 == 500 && unit == unitCentury:
		return duration(n*100, unitYear)
	case n%1000 == 500 && (unit == unitYear || unit == unitHour || unit == unitMinute):
		return string(half(b, n/1000, unit))
	default:
		b = strconv.AppendInt(b, int64(n/1000), 10)
		if f := n % 1000; f != 0 {
			s := strconv.Itoa(int(1000 + f))[1:]
			b = append(append(b, '.'), strings.TrimRight(s, "0")...)
		}
	}
	return string(append(b, durationUnits[unit]...))
}

// half writes n and a half units with the next smaller unit: P2Y6M.
func half(b []byte, n, unit int32) []byte {
	if n > 0 {
		b = append(strconv.AppendInt(b, int64(n), 10), durationUnits[unit]...)
	}
	switch unit {
	case unitYear:
		return append(b, "6M"...)
	case unitHour:
		return append(b, "30M"...)
	}
	return append(b, "30S"...)
}

// rateCodes are the values of "yearly", "daily" and so on.
var rateCodes = [...]string{
	unitSecond: "PT1S", unitMinute: "PT1M", unitHour: "PT1H", unitDay: "XXXX-XX-XX",
	unitWeek: "XXXX-WXX", unitMonth: "XXXX-XX", unitQuarter: "P3M", unitYear: "XXXX",
	unitDecade: "XXX", unitCentury: "XX", unitMillennium: "X", unitWeekend: "XXXX-WXX-WE",
	unitSeason: "XXXX", unitNone: "PX",
}

// open writes what s says with X for what it leaves out: "XXXX-06-29",
// "XXXX-WXX-2".
func (s *said) open() string {
	b := make([]byte, 0, 24)
	year := "XXXX"
	switch {
	case s.is(fieldHoliday) && s.v[fieldHoliday] < easterBase-200:
		h := s.v[fieldHoliday]
		b = append2(append(append2(append(append(b, year...), '-'), int(h/100)), '-'), int(h%100))
	case s.is(fieldWeekday) && !s.is(fieldMonth):
		b = append(append(b, "XXXX-WXX-"...), byte('0'+s.v[fieldWeekday]))
	case s.is(fieldWeekend):
		b = append(b, "XXXX-WXX-WE"...)
	case s.is(fieldMonth):
		b = append2(append(append(b, year...), '-'), int(s.v[fieldMonth]))
		if s.is(fieldDay) {
			b = append2(append(b, '-'), int(s.v[fieldDay]))
		}
	case s.is(fieldSeason):
		b = append(append(append(b, year...), '-'), seasonCodes[s.v[fieldSeason]-21]...)
	case s.is(fieldQuarter):
		b = append(append(append(b, year...), "-Q"...), byte('0'+s.v[fieldQuarter]))
	case s.is(fieldHalf):
		b = append(append(append(b, year...), "-H"...), byte('0'+s.v[fieldHalf]))
	case s.is(fieldDay):
		b = append2(append(b, "XXXX-XX-"...), int(s.v[fieldDay]))
	case s.is(fieldUnit) && s.v[fieldUnit] >= unitDay:
		b = append(b, rateCodes[s.v[fieldUnit]]...)
	default:
		b = append(b, "XXXX-XX-XX"...)
	}
	return string(s.appendTime(b))
}

// appendTime writes the time of day that s says, if any.
func (s *said) appendTime(b []byte) []byte {
	switch {
	case s.is(fieldHour):
		b = append2(append(b, 'T'), int(s.v[fieldHour]))
		if s.is(fieldMinute) {
			b = append2(append(b, ':'), int(s.v[fieldMinute]))
		}
	case s.is(fieldPart):
		b = append(append(b, 'T'), partCodes[s.v[fieldPart]]...)
	}
	return b
}
