package dates

import "dateline/timeline/edtf"

// shifted resolves what lies some units away from a date: "two years ago",
// "the following day", "July last year".
func (r *resolver) shifted(s *said) (answer, bool) {
	if s.v[fieldShift] == vague {
		r.why.say("“", r.quote(), "” does not say how long")
		return answer{}, false
	}
	g := grainOfUnit[s.v[fieldUnit]]
	if r.standsOnTold(s, g) {
		if e, ok := r.told.at(g); ok {
			if y, moved := r.told.movedOn(e); moved && g > grainYear && s.v[fieldShift] != 0 {
				r.why.say("“", r.quote(), "” counts from a time in ", y.named(r.text), " that is not told")
				return answer{}, false
			}
			v, ok := r.step(s, g, e.answer.value.first())
			if ok && r.wouldBeNews(s, &v) {
				r.why.say("“", r.quote(), "” after ", e.named(r.text), " would lie after publication, but the sentence tells of the past")
				return answer{}, false
			}
			r.why.because(s, e.named(r.text), ", the last date told before it")
			return answer{value: v, anchor: Told, doubt: e.answer.doubt, coarse: e.answer.coarse}, ok
		}
		if r.narrative || s.v[fieldShift] != 0 && s.v[fieldBase] == baseTold || !r.ref.known {
			r.why.say("no date is told before “", r.quote(), "” for it to count from")
			return answer{}, false
		}
		if g == grainQuarter && s.v[fieldShift] == 0 {
			s.set(fieldShift, -1000) // news report the quarter that has ended
		}
	}
	if !r.ref.known {
		r.why.say("no publication date is known for “", r.quote(), "” to count from")
		return answer{}, false
	}
	return r.fromReference(s, g)
}

// standsOnTold reports whether s counts from the last date told.
func (r *resolver) standsOnTold(s *said, g grain) bool {
	switch s.v[fieldBase] {
	case baseTold:
		return true
	case baseReference: // whoever is quoted in a history spoke then
		return r.narrative && r.now.quoted
	case baseContext:
		return r.narrative || s.v[fieldShift] != 0 && r.goesOn(g)
	}
	return false
}

// goesOn reports whether "the next day" goes on from a date told just before,
// in news too; other units do so only at the beginning of a sentence.
func (r *resolver) goesOn(g grain) bool {
	_, ok := r.told.near(g, r.now.span.Start)
	return ok && (g == grainDay || r.now.leads && r.now.outer == r.now.span)
}

// echoed resolves what is of the same kind as the last date told: "the 1988
// period" is a quarter where quarters are told of.
func (r *resolver) echoed(s *said) (answer, bool) {
	e, ok := r.told.cyclic()
	if ok && s.v[fieldShift] == 0 && r.ref.known && e.answer.value.last() > r.ref.latest {
		ok = false // it has not ended
	}
	if !ok {
		return r.unechoed(s)
	}
	v := e.answer.value
	if s.is(fieldYear) {
		v.year = int(s.v[fieldYear])
	} else {
		v.year += int(s.v[fieldShift]) / 1000
	}
	r.why.say("the same period as ", e.named(r.text), ", told before it")
	if v.year != e.answer.value.year {
		r.why.say(", in ", yearWorded(v.year))
	}
	return answer{value: v, anchor: Told, doubt: e.answer.doubt}, true
}

// unechoed resolves the same where nothing of the kind was told.
func (r *resolver) unechoed(s *said) (answer, bool) {
	s.drop(fieldEcho)
	switch {
	case s.is(fieldYear):
		s.drop(fieldBase)
		return r.date(s)
	case s.v[fieldUnit] == unitYear:
		if s.v[fieldShift] == 0 {
			s.set(fieldShift, -1000)
		}
		s.set(fieldBase, baseReference)
		return r.date(s)
	}
	s.set(fieldUnit, unitQuarter)
	s.set(fieldShift, -1000)
	s.set(fieldBase, baseReference)
	return r.date(s)
}

// fromReference counts from the publication date.
func (r *resolver) fromReference(s *said, g grain) (answer, bool) {
	r.why.because(s, r.ref.named(), "")
	return r.consider(func(d edtf.Day) (value, bool) { return r.step(s, g, d) })
}

// step counts from a day and fills in what is finer.
func (r *resolver) step(s *said, g grain, d edtf.Day) (value, bool) {
	n := int(s.v[fieldShift])
	if g == grainClock || g == grainNone {
		return r.hours(s, d), true
	}
	v := around(g, d)
	if n%1000 != 0 && g < grainYear { // a decade and a half ago
		return around(grainYear, d).move(n * monthsIn(g) / 12000), true
	}
	if n%1000 != 0 { // a year and a half ago
		v = around(grainMonth, d).move(n * monthsIn(g) / 1000)
		return v, true
	}
	return fill(v.move(n/1000), s)
}

// monthsIn is how many months a grain has, for counts that are no whole number.
func monthsIn(g grain) int {
	switch g {
	case grainCentury:
		return 1200
	case grainDecade:
		return 120
	case grainYear:
		return 12
	case grainQuarter:
		return 3
	}
	return 1
}

// hours counts hours and minutes from the publication date, as far as it has
// a time.
func (r *resolver) hours(s *said, d edtf.Day) value {
	return value{grain: grainDay, day: d}
}

// consider asks for the answer on each day that may be the day of publication.
// Only where the answer changes within them does the doubt pass on; where the
// date is coarser than a day, the answer is as coarse.
func (r *resolver) consider(at func(edtf.Day) (value, bool)) (answer, bool) {
	v, ok := at(r.ref.day)
	a := answer{value: v, anchor: r.ref.anchor()}
	if !ok || r.ref.sure() {
		return a, ok
	}
	v1, _ := at(r.ref.earliest)
	v2, _ := at(r.ref.latest)
	if v1 == v && v2 == v {
		return a, true
	}
	a.doubt = true
	if g := r.ref.coarse; g != grainNone && v.grain > g {
		a.value = v.within(g)
		a.coarse = a.value != around(g, r.ref.day) || !(r.ref.date.Approximate() || r.ref.date.Uncertain())
		if v1.within(g) == v2.within(g) && r.ref.date.Plain() == r.ref.date {
			a.coarse = false
		}
		r.why.say(", known no closer than the publication date")
	}
	return a, true
}

// wouldBeNews reports whether v, counted forward from a date told, lies after
// publication although a past verb tells of it: then another date was meant.
func (r *resolver) wouldBeNews(s *said, v *value) bool {
	return s.v[fieldShift] > 0 && s.v[fieldLean] == leanPast && !r.narrative && r.ref.known && v.first() > r.ref.latest
}
