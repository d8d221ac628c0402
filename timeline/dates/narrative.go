package dates

// A text counts as a history if it names at least historyDates earlier years
// (storyDates where no publication date is known), and more than historyWeight
// of them for each expression that only a reader on the day of publication
// understands ("yesterday", "Tuesday", "last month"). One of these before the
// first year makes it news: nothing is told yet that it could stand on. A text
// whose first date is longAgo years old begins as a history does: storyDates
// earlier years make it one, unless it turns to the present as often.
const (
	historyDates  = 4
	storyDates    = 3
	historyWeight = 2
	longAgo       = 3
)

// isNarrative reports whether a text tells a history, in which a date without
// its year belongs to the year told last, or news, in which it belongs to the
// time of publication. A date that has a line for itself tells nothing.
func isNarrative(text string, raw []finding, ref *reference) bool {
	var c course
	for i := range raw {
		c.add(text, &raw[i], ref)
	}
	least := historyDates
	if !ref.known {
		least = storyDates
	}
	switch {
	case c.opensNow:
		return false
	case c.opensLongAgo && c.past >= storyDates && c.deictic < c.past && c.current < c.past:
		return true
	}
	return c.past >= least && c.past > historyWeight*(c.deictic+c.loose) && c.past > c.current
}

// course counts how the dates of a text stand to its publication.
type course struct {
	past, current int // years before that of publication, and that year
	deictic       int // what only a reader on the day of publication understands
	loose         int // weekdays and words for the present, which a history has too
	opensNow      bool
	opensLongAgo  bool
}

func (c *course) add(text string, f *finding, ref *reference) {
	switch s := &f.said; {
	case s.is(fieldYear) && s.is(fieldFiscal):
	case s.is(fieldYear):
		if _, bare := bareLine(text, f.outer); bare {
			return
		}
		switch y := int(s.v[fieldYear]); {
		case s.v[fieldEra] < 0, ref.known && y < ref.year(), !ref.known && (s.is(fieldMonth) || f.leads):
			first := c.past+c.current == 0
			c.opensLongAgo = c.opensLongAgo || first && ref.known && (s.v[fieldEra] < 0 || y <= ref.year()-longAgo)
			c.past++
		case ref.known && y == ref.year():
			c.current++
		}
	case s.isDeictic():
		c.opensNow = c.opensNow || c.past == 0 && (ref.known || !s.is(fieldVague))
		if s.is(fieldBase) {
			c.deictic++
		} else {
			c.loose++
		}
	}
}

// isDeictic reports whether only the day of publication tells what s means.
func (s *said) isDeictic() bool {
	if s.is(fieldBase) && s.v[fieldBase] != baseReference { // "the following Friday"
		return false
	}
	return s.is(fieldBase) || s.is(fieldVague) && s.v[fieldVague] == vaguePresent ||
		s.is(fieldWeekday) && !s.is(fieldDay) && !s.is(fieldEvery)
}

// isToday reports whether s is no more than "today", which in a history means
// the time of whoever reads it.
func (s *said) isToday() bool {
	return s.v[fieldBase] == baseReference && s.v[fieldUnit] == unitDay && s.is(fieldShift) && s.v[fieldShift] == 0 &&
		!s.any(calendarFields) && !s.is(fieldOrdinal) && !s.is(fieldN)
}
