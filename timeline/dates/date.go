package dates

import "dateline/timeline/edtf"

// date resolves a DATE or TIME. Where it cannot, r.why says why.
func (r *resolver) date(s *said) (answer, bool) {
	switch {
	case s.v[fieldType] == typeDate && s.v[fieldUnit] == unitDay && !s.is(fieldBase):
		r.why.say("what “", r.quote(), "” counts from has no date there")
		return answer{}, false
	case s.isNational():
		r.why.say("“", r.quote(), "” is not the same day in every country, and the text names none")
		return answer{}, false
	case s.is(fieldWithin):
		return r.within(s)
	case s.is(fieldEcho):
		return r.echoed(s)
	case s.is(fieldFirst):
		return r.numeric(s)
	case s.any(yearFields):
		v, ok := r.absolute(s)
		return answer{value: v}, ok
	case s.is(fieldBase) && s.is(fieldUnit) && s.is(fieldShift):
		return r.shifted(s)
	case s.any(calendarFields):
		return r.partial(s)
	}
	r.why.say("“", r.quote(), "” names no date")
	return answer{}, false
}

// absolute resolves what states its year, decade or century.
func (r *resolver) absolute(s *said) (value, bool) {
	switch {
	case s.is(fieldYear), s.is(fieldYY):
		y, ok := r.yearOf(s)
		if !ok {
			return value{}, false
		}
		v, ok := fill(value{grain: grainYear, year: y}, s)
		if ok {
			r.statesYear(s)
			return v, true
		}
	case s.is(fieldDecade):
		y := int(s.v[fieldDecade])
		switch {
		case s.is(fieldCentury):
			y += int(s.v[fieldCentury]-1) * 100
		case y < 100:
			y += r.century(y)
		}
		if s.v[fieldEra] < 0 {
			y = 1 - y - 9
		}
		r.why.say("“", r.quote(), "” names the decade")
		return value{grain: grainDecade, year: y}, true
	case s.v[fieldUnit] == unitMillennium:
		y := int(s.v[fieldCentury]-1) * 1000
		if s.v[fieldEra] < 0 {
			y = 1 - y - 1000
		}
		r.why.say("“", r.quote(), "” names the millennium")
		return value{grain: grainMillennium, year: y}, true
	default:
		y := int(s.v[fieldCentury]-1) * 100
		if s.v[fieldEra] < 0 {
			y = 1 - y - 100
		}
		r.why.say("“", r.quote(), "” names the century")
		return value{grain: grainCentury, year: y}, true
	}
	r.why.say("there is no such day as “", r.quote(), "”")
	return value{}, false
}

// statesYear says where the year of s comes from.
func (r *resolver) statesYear(s *said) {
	if s.is(fieldLent) {
		r.why.say("“", r.quote(), "” has the year of the date that it is told with")
		return
	}
	r.why.say("“", r.quote(), "” states the year")
}

// yearOf gives the astronomical year that s states.
func (r *resolver) yearOf(s *said) (int, bool) {
	if s.is(fieldYY) {
		y := int(s.v[fieldYY])
		return y + r.century(y), true
	}
	y := int(s.v[fieldYear])
	switch {
	case s.v[fieldEra] < 0:
		return 1 - y, true
	case s.is(fieldDouble): // it began in January by the later number
		return y + 1, true
	}
	return y, true
}

// century gives the century in which a year of two digits lies: the one that
// puts it nearest to, but not more than ten years after, the publication, or
// else the last date told.
func (r *resolver) century(yy int) int {
	base := 2000
	if r.ref.known {
		base = r.ref.year()
	} else if r.told.last.known {
		base = r.told.last.answer.value.beginYear()
	}
	c := floor(base, 100)
	if c+yy > base+10 {
		c -= 100
	}
	return c
}

// fill puts the finer fields of s into a container. It reports false where
// there is no such time.
func fill(v value, s *said) (value, bool) {
	ok := true
	if v.grain <= grainYear {
		v, ok = fillYear(v, s)
	}
	if ok && v.grain < grainDay {
		v, ok = fillDay(v, s)
	}
	if ok && v.grain == grainDay {
		v = fillTime(v, s)
	}
	return v, ok
}

// fillYear goes from a year to the part of it that s names.
func fillYear(v value, s *said) (value, bool) {
	switch {
	case s.is(fieldHoliday):
		return value{grain: grainDay, day: holidayIn(s.v[fieldHoliday], v.year)}, true
	case s.is(fieldMonth):
		return value{grain: grainMonth, year: v.year, n: int(s.v[fieldMonth])}, true
	case s.is(fieldSeason):
		return value{grain: grainSeason, year: v.year, n: int(s.v[fieldSeason])}, true
	case s.is(fieldQuarter):
		n := int(s.v[fieldQuarter])
		return value{grain: grainQuarter, year: v.year, n: n}, n >= 1 && n <= 4
	case s.is(fieldHalf):
		n := int(s.v[fieldHalf])
		return value{grain: grainHalf, year: v.year, n: n}, n == 1 || n == 2
	case s.is(fieldWeek):
		n := int(s.v[fieldWeek])
		return value{grain: grainWeek, year: v.year, n: n}, n >= 1 && n <= edtf.WeeksIn(v.year)
	}
	return v, true
}

// fillDay goes from a month or week to a day or weekend in it.
func fillDay(v value, s *said) (value, bool) {
	switch {
	case s.is(fieldDay):
		d := int(s.v[fieldDay])
		if v.grain != grainMonth || d < 1 || d > edtf.DaysIn(v.year, v.n) {
			return v, false
		}
		return value{grain: grainDay, day: edtf.DayOf(v.year, v.n, d)}, true
	case s.is(fieldWeekday) && s.is(fieldOrdinal) && v.grain == grainMonth:
		return v.nth(s.v[fieldOrdinal], s.v[fieldWeekday])
	case s.is(fieldWeekday) && v.grain == grainWeek:
		return value{grain: grainDay, day: v.first() + edtf.Day(s.v[fieldWeekday]-1)}, true
	case s.is(fieldWeekend) && v.grain == grainWeek:
		v.grain = grainWeekend
	}
	return v, true
}

// fillTime goes from a day to a time of it. An hour by the twelve-hour clock is
// exact to the minute ("5 p.m." is 17:00), one by the other is not ("17 Uhr").
func fillTime(v value, s *said) value {
	switch {
	case s.is(fieldHour):
		v.grain, v.hour, v.min, v.sec = grainClock, s.v[fieldHour], -1, -1
		if m := s.v[fieldMeridiem]; m == 2 && v.hour < 12 || m == 1 && v.hour == 12 {
			v.hour = (v.hour + 12) % 24
		} else if m == 0 && s.is(fieldPart) {
			v.hour = hourOfPart(v.hour, s.v[fieldPart])
		}
		if s.is(fieldMinute) {
			if v.min = s.v[fieldMinute]; v.min < 0 { // "a quarter to six"
				v.hour, v.min = (v.hour+23)%24, v.min+60
			}
		} else if s.is(fieldMeridiem) {
			v.min = 0
		}
		if s.is(fieldSecond) {
			v.sec = s.v[fieldSecond]
		}
	case s.is(fieldPart):
		v.grain, v.part = grainPart, s.v[fieldPart]
		switch v.part {
		case partNoon:
			v = value{grain: grainClock, day: v.day, hour: 12, sec: -1}
		case partMidnight:
			v = value{grain: grainClock, day: v.day, hour: 24, sec: -1}
		}
	}
	return v
}

// hourOfPart gives the hour that one of the twelve-hour clock is in a part of
// the day: "nine o'clock that night".
func hourOfPart(hour, part int32) int32 {
	switch {
	case part == partAfternoon && hour < 12, part == partEvening && hour < 12,
		part == partNight && hour > 5 && hour < 12:
		return hour + 12
	case part == partNight && hour == 12:
		return 24
	}
	return hour
}

// halfQuarter is half of a quarter, in days.
const halfQuarter = 45

// within resolves the week, month or quarter in which a day lies: "the week of
// May 5". A quarter is told by its last day and is the calendar's quarter that
// holds most of it, which may be only nearly the one meant.
func (r *resolver) within(s *said) (answer, bool) {
	t := *s
	t.drop(fieldWithin)
	a, ok := r.date(&t)
	if !ok {
		return a, false
	}
	end := a.value.last()
	g := grainOfUnit[s.v[fieldWithin]]
	if g == grainQuarter {
		a.value = around(g, end-halfQuarter)
		a.coarse = a.coarse || abs(int32(a.value.last()-end)) > 7
	} else {
		a.value = around(g, end)
	}
	r.why.say(", which tells which ", unitNames[s.v[fieldWithin]], " is meant")
	return a, true
}
