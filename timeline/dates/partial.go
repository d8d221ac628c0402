package dates

import "dateline/timeline/edtf"

// partial resolves a date that leaves its year, month or week to be understood.
func (r *resolver) partial(s *said) (answer, bool) {
	period := s.period()
	if s.is(fieldPick) {
		return r.picked(s, period)
	}
	if r.now.second && r.told.last.known {
		d := r.told.last.answer.value.first()
		v, ok := choose(s, period, d, leanFuture, grainNone)
		r.why.say("the first after ", r.told.last.quoted(r.text), " (", r.told.last.when.String(), "), where the range begins")
		return answer{value: v, anchor: r.told.last.answer.anchor, doubt: r.told.last.answer.doubt}, ok
	}
	if r.narrative || !r.ref.known {
		if a, ok := r.fromTold(s, period); ok {
			return a, true
		}
	}
	if !r.ref.known {
		r.why.say("no publication date is known, and “", r.quote(), "” leaves ", periodName(period), " open")
		return answer{}, false
	}
	if period == grainDay { // a time of day belongs to the day last told
		if e, ok := r.told.at(grainDay); ok && !e.answer.coarse {
			v, ok := fill(value{grain: grainDay, day: e.answer.value.first()}, s)
			r.why.say("on ", e.quoted(r.text), " (", e.when.String(), "), the last day told before it")
			return answer{value: v, anchor: Told, doubt: e.answer.doubt}, ok
		}
	}
	lean := s.v[fieldLean]
	switch {
	case lean == leanPresent && period == grainWeek:
		lean = leanPast
	case s.any(setOf(fieldQuarter, fieldHalf)):
		lean-- // what is expected is mostly the report on it
	}
	r.why.direction(r, s, lean)
	return r.consider(func(d edtf.Day) (value, bool) { return choose(s, period, d, lean, r.ref.coarse) })
}

// period gives the grain of the time that a partial date repeats in.
func (s *said) period() grain {
	switch {
	case s.any(setOf(fieldMonth, fieldSeason, fieldQuarter, fieldHalf, fieldHoliday, fieldWeek)):
		return grainYear
	case s.is(fieldDay):
		return grainMonth
	case s.any(setOf(fieldWeekday, fieldWeekend)):
		return grainWeek
	}
	return grainDay
}

func periodName(g grain) string {
	switch g {
	case grainYear:
		return "the year"
	case grainMonth:
		return "the month"
	case grainWeek:
		return "the week"
	}
	return "the day"
}

// choose picks, of the times that s may mean, the one that the direction asks
// for: the last before d, the first after it, or the nearest.
func choose(s *said, period grain, d edtf.Day, lean int32, coarse grain) (value, bool) {
	base := around(period, d)
	var best value
	var found bool
	reach := 2
	agree := s.is(fieldWeekday) && s.is(fieldDay)
	if agree {
		reach = 12
	}
	for k := -reach; k <= reach; k++ {
		v, ok := fill(base.move(k), s)
		if !ok || agree && isoWeekday(v.day) != int(s.v[fieldWeekday]) {
			continue
		}
		switch {
		case lean < 0 && v.first() > d:
			continue
		case lean > 0 && (!found || best.last() < d) && v.last() >= d, lean < 0:
			best, found = v, true
		case lean == 0 && (!found || distance(v, d) < distance(best, d)):
			best, found = v, true
		}
	}
	if agree && !found { // the weekday contradicts the date, or the direction
		t := *s
		t.drop(fieldWeekday)
		return choose(&t, period, d, lean, coarse)
	}
	return best, found
}

func distance(v value, d edtf.Day) edtf.Day {
	a, b := v.first(), v.last()
	switch {
	case d < a:
		return a - d
	case d > b:
		return d - b
	}
	return 0
}

// picked resolves "last March", "next Friday", "the previous Friday".
func (r *resolver) picked(s *said, period grain) (answer, bool) {
	pick := s.v[fieldPick]
	if s.v[fieldBase] == baseTold {
		if e, ok := r.told.at(grainDay); ok {
			v, ok := pickFrom(s, period, e.answer.value.first(), pick)
			r.why.pick(r, pick, e.quoted(r.text), e.when.String())
			return answer{value: v, anchor: Told, doubt: e.answer.doubt}, ok
		}
	}
	if !r.ref.known {
		r.why.say("no publication date is known for “", r.quote(), "” to count from")
		return answer{}, false
	}
	r.why.pick(r, pick, "publication", r.ref.date.String())
	return r.consider(func(d edtf.Day) (value, bool) { return pickFrom(s, period, d, pick) })
}

// pickFrom gives the time before, around or after a day that s names.
func pickFrom(s *said, period grain, d edtf.Day, pick int32) (value, bool) {
	base := around(period, d)
	if pick == 0 || s.is(fieldWeekend) {
		return fill(base.move(int(pick)), s)
	}
	for k := 0; k <= 2; k++ {
		v, ok := fill(base.move(int(pick)*k), s)
		if ok && (pick < 0 && v.last() < d || pick > 0 && v.first() > d) {
			return v, true
		}
	}
	return value{}, false
}

// fromTold resolves a partial date within the period of the last date told.
func (r *resolver) fromTold(s *said, period grain) (answer, bool) {
	if !r.narrative && period == grainYear {
		return answer{}, false
	}
	e, ok := r.told.at(period)
	if !ok || !r.narrative && period == grainWeek {
		return answer{}, false
	}
	d := e.answer.value.first()
	v, ok := fill(e.answer.value.within(period), s)
	if period == grainWeek {
		v, ok = choose(s, period, d, leanFuture, grainNone)
	}
	if !ok {
		return answer{}, false
	}
	r.why.say(periodName(period), " of ", e.quoted(r.text), " (", e.when.String(), "), the last date told before it")
	return answer{value: v, anchor: Told, doubt: e.answer.doubt, coarse: e.answer.coarse}, true
}
