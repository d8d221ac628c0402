package dates

// shapes tell what an expression that was found can be used as in a larger
// one. Patterns ask for them by name: <month>, <day>.
type shapes uint32

const (
	shapeClock    shapes = 1 << iota // a time of day by the clock
	shapePart                        // a part of the day
	shapeWeekday                     // a weekday alone
	shapeMonthDay                    // a day of a month, without year
	shapeDay                         // anything that names a day
	shapeMonth                       // a month, without year
	shapeSub                         // a season, quarter or half, without year
	shapeYear                        // a year by its number
	shapeDecade                      // a decade or century
	shapeRelYear                     // last year, that year
	shapeRelMonth                    // next month
	shapeRelWeek                     // this week
	shapeRel                         // any of these three, or of another unit
	shapeDate                        // any DATE or TIME that can be resolved
	shapeDuration                    // a DURATION
	shapeSet                         // a SET
	shapeVague                       // past, present or future
	shapeFull                        // a date that states its year
	shapeHoliday                     // a holiday by name
	shapeWeak                        // counts only inside a larger expression
	shapeStrong                      // any other DATE or TIME
	shapeWeekend                     // a weekend
	shapeDayPart                     // "that evening": the day is understood
	shapeTerm                        // "the week", "the quarter"
)

var shapeNames = map[string]shapes{
	"clock": shapeClock, "part": shapePart, "weekday": shapeWeekday, "monthday": shapeMonthDay,
	"day": shapeDay, "month": shapeMonth, "sub": shapeSub, "year": shapeYear,
	"decade": shapeDecade, "relyear": shapeRelYear, "relmonth": shapeRelMonth,
	"relweek": shapeRelWeek, "rel": shapeRel, "date": shapeDate, "duration": shapeDuration,
	"set": shapeSet, "vague": shapeVague, "full": shapeFull, "holiday": shapeHoliday,
	"weak": shapeWeak, "weekend": shapeWeekend, "strong": shapeStrong, "term": shapeTerm,
	"daypart": shapeDayPart,
}

var (
	calendarFields = setOf(fieldEra, fieldCentury, fieldDecade, fieldYear, fieldYY, fieldHalf,
		fieldQuarter, fieldSeason, fieldMonth, fieldWeek, fieldWeekend, fieldDay, fieldWeekday,
		fieldHoliday, fieldFirst, fieldPart, fieldHour)
	yearFields = setOf(fieldYear, fieldYY, fieldCentury, fieldDecade)
	subFields  = setOf(fieldHalf, fieldQuarter, fieldSeason)
	dayFields  = setOf(fieldDay, fieldWeekday, fieldHoliday, fieldFirst)
	timeFields = setOf(fieldHour, fieldPart)
)

// shapes computes what s can be used as.
func (s *said) shapes() shapes {
	switch {
	case s.is(fieldVague):
		return shapeVague
	case s.v[fieldType] == typeDuration:
		return shapeDuration
	case s.v[fieldType] == typeSet || s.is(fieldEvery):
		return shapeSet
	case s.v[fieldType] == typeOrder:
		return 0
	}
	g := shapeDate | shapeStrong
	if s.is(fieldWeak) {
		g = shapeDate | shapeWeak
		if s.is(fieldUnit) && s.is(fieldBase) {
			g |= shapeTerm
		}
	}
	if s.is(fieldYear) || s.is(fieldYY) {
		g |= shapeFull
	}
	if s.is(fieldBase) && !s.is(fieldPick) && s.is(fieldShift) {
		g |= s.relShapes()
	}
	return g | s.calendarShapes()
}

// relShapes gives the shapes of what only counts from a date: "last year".
func (s *said) relShapes() shapes {
	if s.any(calendarFields) {
		return 0
	}
	switch s.v[fieldUnit] {
	case unitYear:
		return shapeRel | shapeRelYear
	case unitMonth:
		return shapeRel | shapeRelMonth
	case unitWeek:
		return shapeRel | shapeRelWeek
	case unitDay:
		return shapeDay
	}
	return shapeRel
}

// calendarShapes gives the shapes that the calendar fields make.
func (s *said) calendarShapes() shapes {
	noYear := !s.any(yearFields)
	switch {
	case s.is(fieldHour) && !s.any(dayFields) && !s.is(fieldBase):
		return shapeClock
	case s.is(fieldPart) && !s.any(dayFields) && !s.is(fieldBase):
		return shapePart
	case s.is(fieldPart) && s.is(fieldBase) && !s.any(dayFields):
		return shapeDayPart
	case s.is(fieldHoliday):
		return shapeHoliday | shapeDay
	case s.is(fieldWeekday) && s.only(calendarFields, setOf(fieldWeekday)):
		return shapeWeekday | shapeDay
	case s.is(fieldDay) && s.is(fieldMonth) && noYear:
		return shapeMonthDay | shapeDay
	case s.any(dayFields):
		return shapeDay
	case s.is(fieldWeekend):
		return shapeWeekend
	case s.is(fieldMonth) && noYear:
		return shapeMonth
	case s.any(subFields) && noYear:
		return shapeSub
	case s.any(setOf(fieldDecade, fieldCentury)):
		return shapeDecade
	case s.is(fieldYear) && s.only(calendarFields, setOf(fieldYear, fieldEra)):
		return shapeYear
	}
	return 0
}
