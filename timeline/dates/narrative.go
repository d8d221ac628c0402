package dates

// A text counts as a history if it names at least historyDates earlier years
// (storyDates where it has no publication date and tells them with their months
// or at the head of a sentence), and more than historyWeight of them for each expression that only a reader
// on the day of publication understands ("yesterday", "Tuesday", "last month").
// One of these before the first year makes it news: nothing is told yet that it
// could stand on.
const (
	historyDates  = 4
	storyDates    = 3
	historyWeight = 2
)

// isNarrative reports whether a text tells a history, in which a date without
// its year belongs to the year told last, or news, in which it belongs to the
// time of publication. A date that has a line for itself tells nothing.
func isNarrative(text string, raw []finding, ref *reference) bool {
	past, current, deictic := 0, 0, 0
	opens := false // with an expression that stands on the day of publication
	for i := range raw {
		switch s := &raw[i].said; {
		case s.is(fieldYear) && s.is(fieldFiscal):
		case s.is(fieldYear):
			if _, bare := bareLine(text, raw[i].outer); bare {
				continue
			}
			switch y := int(s.v[fieldYear]); {
			case s.v[fieldEra] < 0, ref.known && y < ref.year(), !ref.known && (s.is(fieldMonth) || raw[i].leads):
				past++
			case ref.known && y == ref.year():
				current++
			}
		case s.isDeictic():
			deictic++
			opens = opens || past == 0 && (ref.known || !s.is(fieldVague))
		}
	}
	least := historyDates
	if !ref.known {
		least = storyDates
	}
	return !opens && past >= least && past > historyWeight*deictic && past > current
}

// isDeictic reports whether only the day of publication tells what s means.
func (s *said) isDeictic() bool {
	if s.is(fieldBase) && s.v[fieldBase] != baseReference { // "the following Friday"
		return false
	}
	return s.is(fieldBase) || s.is(fieldVague) && s.v[fieldVague] == vaguePresent ||
		s.is(fieldWeekday) && !s.is(fieldDay) && !s.is(fieldEvery)
}
