package dates

import "dateline/timeline/edtf"

// told remembers the dates told so far.
type told struct {
	last   event // the last one of all
	grains [grainClock + 1]event
	steps  [grainClock + 1]event // those of them that the story stood at
	days   [8]event              // the last one that fell on each weekday
	count  int
}

// event is a date that was told.
type event struct {
	answer answer
	text   timelineSpan
	when   edtf.Date
	known  bool // false: a date was told, but it could not be resolved
	serial int
	leads  bool // it stands at the beginning of a sentence
}

type timelineSpan = struct{ start, end int }

// tell adds a date at which the story stands from then on.
func (t *told) tell(a answer, f *finding, when edtf.Date) {
	t.mention(a, f, when)
	t.steps[a.value.grain] = t.last
}

// mention adds a date that the story only names.
func (t *told) mention(a answer, f *finding, when edtf.Date) {
	t.count++
	e := event{answer: a, text: timelineSpan{f.span.Start, f.span.End}, when: when, known: a.value.grain != grainNone, serial: t.count, leads: f.leads}
	t.last = e
	t.grains[a.value.grain] = e
	if a.value.grain >= grainDay {
		t.days[isoWeekday(a.value.day)] = e
	}
}

// near gives the last date told of a grain, if it stands not more than nearby
// bytes before pos.
func (t *told) near(g grain, pos int) (event, bool) {
	e, ok := t.at(g)
	return e, ok && pos-e.text.end <= nearby
}

// nearby is how far, in bytes, the day may stand before a time of day.
const nearby = 500

// at gives the last date told whose grain is g or finer.
func (t *told) at(g grain) (event, bool) { return latest(&t.grains, g) }

// latest gives the last of events whose grain is g or finer.
func latest(events *[grainClock + 1]event, g grain) (event, bool) {
	var best event
	for i := g; i <= grainClock; i++ {
		if e := events[i]; e.serial > best.serial {
			best = e
		}
	}
	return best, best.known
}

// movedOn gives the later year that the story has moved on to since e, told by
// its number alone at the head of a sentence.
func (t *told) movedOn(e event) (event, bool) {
	y := t.steps[grainYear]
	return y, y.known && y.leads && y.serial > e.serial && y.answer.value.year > e.answer.value.beginYear()
}

// year gives the date whose year a date without one takes: the last one told,
// but a year that is only mentioned on the way does not take the place of a
// date that the story stands at.
func (t *told) year() (event, bool) {
	dated, _ := latest(&t.steps, grainSeason)
	year := t.steps[grainYear]
	switch {
	case !dated.known:
		return year, year.known
	case year.known && year.serial > dated.serial && year.leads:
		return year, true
	}
	return dated, true
}

// cyclic gives the last quarter, half or month told.
func (t *told) cyclic() (event, bool) {
	var best event
	for _, g := range [...]grain{grainQuarter, grainHalf} {
		if e := t.grains[g]; e.known && e.serial > best.serial {
			best = e
		}
	}
	return best, best.known
}

// fail notes a date that could not be resolved, so that nothing stands on the
// one before it.
func (t *told) fail(s *said, f *finding) {
	t.count++
	g := grainYear
	if s.any(dayFields|timeFields) || s.v[fieldUnit] == unitDay {
		g = grainDay
	}
	t.grains[g] = event{text: timelineSpan{f.span.Start, f.span.End}, serial: t.count}
	if s.period() == grainYear { // a weekday leaves the year as it was
		t.steps[g] = t.grains[g]
	}
}
