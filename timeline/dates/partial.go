package dates

import (
	"strings"

	"dateline/timeline/edtf"
)

// partial resolves a date that leaves its year, month or week to be understood.
func (r *resolver) partial(s *said) (answer, bool) {
	period := s.period()
	if s.is(fieldPick) {
		return r.picked(s, period)
	}
	if a, ok := r.rangeEnd(s, period); ok {
		return a, true
	}
	if a, ok := r.ofSentence(s, period); ok {
		return a, true
	}
	if a, ok := r.ofHeading(s, period); ok {
		return a, true
	}
	if r.narrative || !r.ref.known || period == grainMonth || r.inPassing(s, period) {
		if a, ok := r.fromTold(s, period); ok {
			return a, true
		}
	}
	if r.narrative && period != grainYear {
		r.why.say("no date is told before “", r.quote(), "” from which ", periodName(period), " could be taken")
		return answer{}, false
	}
	if !r.ref.known {
		r.why.say("no publication date is known, and “", r.quote(), "” leaves ", periodName(period), " open")
		return answer{}, false
	}
	if a, v, ok := r.onTold(s, period); ok {
		return a, v
	}
	return r.byDirection(s, period)
}

// onTold resolves a time of day on the day last told, where one is near.
func (r *resolver) onTold(s *said, period grain) (a answer, valid, ok bool) {
	if period != grainDay {
		return answer{}, false, false
	}
	e, ok := r.told.near(grainDay, r.now.span.Start)
	if !ok || e.answer.coarse || r.tooLate(s, &e) {
		return answer{}, false, false
	}
	v, valid := fill(value{grain: grainDay, day: e.answer.value.first()}, s)
	r.why.say("on ", e.named(r.text), ", the last day told before it")
	return answer{value: v, anchor: Told, doubt: e.answer.doubt}, valid, true
}

// byDirection resolves a partial date from the publication, in the direction
// that the words give.
func (r *resolver) byDirection(s *said, period grain) (answer, bool) {
	lean := s.v[fieldLean]
	switch {
	case lean == leanPresent && period == grainWeek:
		lean = leanPast
	case s.any(setOf(fieldQuarter, fieldHalf)):
		lean-- // what is expected is mostly the report on it
	}
	v, _ := choose(s, period, r.ref.day, lean)
	if period == grainDay {
		r.why.say("on the day of ", r.ref.named(), ", since no other day is told for “", r.quote(), "”")
	} else {
		r.why.direction(r, s, lean, v)
	}
	a, ok := r.consider(func(d edtf.Day) (value, bool) { return choose(s, period, d, lean) })
	if v, _ = choose(s, period, r.ref.day, leanPresent); ok && !a.coarse && a.value.grain == v.grain && v != a.value {
		r.why.say(", not ", v.worded(), ", which is nearer")
	}
	return a, ok
}

// tooLate reports whether e lies ahead of the publication and s does not.
func (r *resolver) tooLate(s *said, e *event) bool {
	return r.ref.known && s.v[fieldLean] == leanPast && e.answer.value.first() > r.ref.latest
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

// periodName names the part of a date that is left to be understood.
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
func choose(s *said, period grain, d edtf.Day, lean int32) (value, bool) {
	base := around(period, d)
	var best value
	var found bool
	reach := 2
	agree := s.is(fieldWeekday) && s.is(fieldDay)
	if agree { // it tells more than the tense
		reach, lean = 12, leanPresent
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
		return choose(&t, period, d, lean)
	}
	return best, found
}

// distance is how many days lie between d and v.
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
		if e := r.told.days[s.v[fieldWeekday]]; pick == 0 && e.known && !r.narrative {
			v, ok := fill(value{grain: grainDay, day: e.answer.value.day}, s)
			r.why.say("the ", e.answer.value.day.Weekday().String(), " told before it: ", e.quoted(r.text), " (", e.when.String(), ")")
			return answer{value: v, anchor: Told, doubt: e.answer.doubt}, ok
		}
		if e, ok := r.told.at(min(period, grainDay)); ok {
			d := e.answer.value.first()
			if pick > 0 { // the spring after a year is the next year's
				d = e.answer.value.last()
			}
			v, ok := pickFrom(s, period, d, pick)
			r.why.pick(r, period, pick, e.named(r.text))
			return answer{value: v, anchor: Told, doubt: e.answer.doubt}, ok
		}
		if r.narrative {
			r.why.say("no day is told before “", r.quote(), "” for it to count from")
			return answer{}, false
		}
	}
	if !r.ref.known {
		r.why.say("no publication date is known for “", r.quote(), "” to count from")
		return answer{}, false
	}
	r.why.pick(r, period, pick, r.ref.named())
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

// turnOfYear is by how many months a story may step back within a year; a
// longer step back is taken for one forward, into the next: from December to
// January.
const turnOfYear = 7

// turnOfMonth is the same within a month, in days.
const turnOfMonth = 14

// ofSentence resolves a date in the year that its sentence begins with: "In
// 1864 the dam burst on March 11".
func (r *resolver) ofSentence(s *said, period grain) (answer, bool) {
	e := &r.before.leader
	why := ", with which the sentence begins"
	if b := &r.before; b.known && b.value.grain == grainYear && b.f.said.is(fieldYear) && r.apposed() {
		e, why = &b.event, ", right before it" // "in 1864, on March 11"
	}
	if period != grainYear || !e.known {
		return answer{}, false
	}
	v, ok := fill(e.answer.value, s)
	if ok {
		r.why.say("the year of ", e.quoted(r.text), why)
	}
	return answer{value: v, anchor: Told, doubt: e.answer.doubt}, ok
}

// spring is how many days after its end a winter still lends its second year.
const spring = 92

// isWinter reports whether v is a winter, which ends in the year after its own.
func (v value) isWinter() bool { return v.grain == grainSeason && v.n == 24 }

// inPassing reports whether news have just told a date of years ago, which the
// next one goes on from.
func (r *resolver) inPassing(s *said, period grain) bool {
	if period != grainYear || s.v[fieldLean] == leanFuture || s.any(subFields) {
		return false
	}
	e, ok := r.told.near(grainDay, r.now.span.Start)
	return ok && e.serial == r.told.count && !strings.Contains(r.text[e.text.end:r.now.span.Start], "\n\n") && e.answer.anchor != Reference &&
		e.answer.value.beginYear() < r.ref.year()-1
}

// fromTold resolves a partial date within the period of the last date told.
func (r *resolver) fromTold(s *said, period grain) (answer, bool) {
	e, ok := r.told.year()
	if !r.narrative && !r.ref.known && period == grainYear && !(ok && s.fits(e.answer.value)) {
		return answer{}, false
	}
	if period != grainYear {
		e, ok = r.told.at(period)
	}
	if !ok || !r.narrative && period == grainWeek {
		return answer{}, false
	}
	d := e.answer.value.first()
	v, ok := fill(e.answer.value.within(period), s)
	switch {
	case period == grainWeek:
		v, ok = choose(s, period, d, leanFuture)
	case period == grainYear && ok && r.end != nil:
		v = nearestRange(v, &r.end.said, d)
	case period == grainMonth && v.last() < d-turnOfMonth:
		v, ok = fill(e.answer.value.within(period).move(1), s)
	case period == grainYear && ok && e.answer.value.isWinter() && v.last() < d && v.first().AddMonths(12) <= e.answer.value.last()+spring,
		period == grainYear && ok && v.last() < d.AddMonths(-turnOfYear):
		v, ok = fill(e.answer.value.within(period).move(1), s)
	}
	if !ok {
		return answer{}, false
	}
	switch told := e.named(r.text); {
	case period == grainWeek:
		r.why.say("the first from ", told, " on, the last date told before it")
	case period == grainYear && v.beginYear() != e.answer.value.beginYear():
		r.why.say("the first after ", told, ", the last date told before it")
	default:
		r.why.say(periodName(period), " of ", told, ", the last date told before it")
	}
	return answer{value: v, anchor: Told, doubt: e.answer.doubt, coarse: e.answer.coarse}, true
}

// rangeBegins ends the reason for the later end of a range that stands on the
// earlier one.
const rangeBegins = ", where the range begins"

// fits reports whether the weekday that s names is that of its day in the year
// of v: then it can be that year's.
func (s *said) fits(v value) bool {
	if !s.is(fieldWeekday) || !s.is(fieldDay) {
		return false
	}
	d, ok := fill(v.within(grainYear), s)
	return ok && isoWeekday(d.day) == int(s.v[fieldWeekday])
}

// rangeEnd resolves the later end of a range: the first such time after its
// beginning.
func (r *resolver) rangeEnd(s *said, period grain) (answer, bool) {
	e := &r.before.event
	if !r.now.second || !e.known || period == grainWeek || e.answer.value.grain < period {
		return answer{}, false
	}
	v, ok := choose(s, period, e.answer.value.first(), leanFuture)
	if ok {
		r.why.say("the first after ", e.named(r.text), rangeBegins)
	}
	return answer{value: v, anchor: e.answer.anchor, doubt: e.answer.doubt}, ok
}

// nearestRange moves v, where a range begins that ends with s, by a year if
// that brings the range nearer to d: "from October to March" told in March
// began the year before.
func nearestRange(v value, s *said, d edtf.Day) value {
	best, least := v, edtf.Day(0)
	for k, n := range [...]int{0, -1} {
		a := v.move(n * perYear(v))
		if v.grain >= grainDay {
			a.day = v.day.AddMonths(12 * n)
		}
		b, ok := choose(s, grainYear, a.first(), leanFuture)
		if !ok || b.beginYear() == a.beginYear() { // it does not run over the turn of the year
			return v
		}
		dist := max(0, a.first()-d, d-b.last())
		if k == 0 || dist < least {
			best, least = a, dist
		}
	}
	return best
}

// perYear is how many values of v's kind make a year; 0 for days.
func perYear(v value) int {
	switch v.grain {
	case grainMonth:
		return 12
	case grainQuarter, grainSeason:
		return 4
	case grainHalf:
		return 2
	case grainYear:
		return 1
	}
	return 0
}

// besideAnniversary is how many days around its anniversary a day without its
// year may be the anniversary itself.
const besideAnniversary = 45

// afterwards reports whether s, a day of a year, is told of so long after that
// it needs no year to be known: not in its year, nor near an anniversary.
func (r *resolver) afterwards(s *said) bool {
	if !r.ref.known || r.ref.year() <= int(s.v[fieldYear]) {
		return false
	}
	day := edtf.DayOf(r.ref.year(), int(s.v[fieldMonth]), int(s.v[fieldDay]))
	return abs(int32(r.ref.day-day)) > besideAnniversary
}
