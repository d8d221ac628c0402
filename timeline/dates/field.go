package dates

// field is one thing that an expression can say. A rule's classes and
// assignments name fields; resolution reads them.
type field uint8

// The fields. Those up to fieldPart are calendar fields, coarse to fine.
const (
	fieldEra      field = iota // -1 before Christ, 1 after
	fieldCentury               // its number: 19
	fieldDecade                // first year: 1990; below 100 without its century
	fieldYear                  // as written; see fieldEra
	fieldYY                    // the last two digits of a year
	fieldHalf                  // 1 or 2
	fieldQuarter               // 1 to 4
	fieldSeason                // 21 to 24
	fieldMonth                 // 1 to 12
	fieldWeek                  // ISO week
	fieldWeekend               // present: a weekend
	fieldDay                   // of the month
	fieldWeekday               // 1 Monday to 7 Sunday
	fieldHoliday               // see holiday.go
	fieldPart                  // of the day
	fieldHour                  // 0 to 24
	fieldMinute                //
	fieldSecond                //
	fieldMeridiem              // 1 a.m., 2 p.m.
	fieldZone                  // minutes east of UTC
	fieldN                     // a count, in thousandths; vague where unknown
	fieldPlus                  // thousandths added to fieldN
	fieldUnit                  // a unit of time
	fieldOrdinal               // "second day", "first nine months"
	fieldBase                  // what fieldShift counts from
	fieldShift                 // units away from the base, thousandths
	fieldPick                  // -1 the one before the base, 0 within it, 1 after
	fieldMod                   // TIMEX3 mod
	fieldVague                 // past, present or future without a date
	fieldEvery                 // present: a set
	fieldRate                  // present: an adverb of frequency
	fieldOpen                  // since, until
	fieldFiscal                // present: a fiscal year
	fieldType                  // type, where the other fields do not tell
	fieldLean                  // the direction that the words around it give
	fieldFirst                 // numeric date: first part
	fieldNext                  // numeric date: second part
	fieldWeak                  // present: counts only inside a larger expression
	fieldEcho                  // present: of the same kind as what was told last
	fieldNeeds                 // what must be told around it for it to count
	fieldWithin                // the unit in which the date lies that is meant
	fieldClock                 // hours and minutes in four digits: 0730
	fieldDouble                // present: a year written twice, 1731/2; the later counts
	fieldLent                  // present: its year stands in the other end of its range
	numFields
)

var fieldNames = map[string]field{
	"era": fieldEra, "century": fieldCentury, "decade": fieldDecade, "year": fieldYear,
	"yy": fieldYY, "half": fieldHalf, "quarter": fieldQuarter, "season": fieldSeason,
	"month": fieldMonth, "week": fieldWeek, "weekend": fieldWeekend, "day": fieldDay,
	"weekday": fieldWeekday, "holiday": fieldHoliday, "part": fieldPart, "hour": fieldHour,
	"minute": fieldMinute, "second": fieldSecond, "meridiem": fieldMeridiem, "zone": fieldZone,
	"n": fieldN, "plus": fieldPlus, "unit": fieldUnit, "ordinal": fieldOrdinal,
	"base": fieldBase, "shift": fieldShift, "pick": fieldPick, "mod": fieldMod,
	"vague": fieldVague, "every": fieldEvery, "rate": fieldRate, "open": fieldOpen,
	"fiscal": fieldFiscal, "type": fieldType, "lean": fieldLean,
	"first": fieldFirst, "next": fieldNext, "weak": fieldWeak, "echo": fieldEcho,
	"needs": fieldNeeds, "within": fieldWithin, "clock": fieldClock,
	"double": fieldDouble,
}

// said is what the words of one expression say, and nothing that they do not.
type said struct {
	has fieldSet
	v   [numFields]int32
}

// fieldSet is a set of fields.
type fieldSet uint64

// setOf makes a set.
func setOf(fields ...field) (s fieldSet) {
	for _, f := range fields {
		s |= 1 << f
	}
	return s
}

// set says that field f is v.
func (s *said) set(f field, v int32) {
	s.v[f] = v
	s.has |= 1 << f
}

// drop unsays a field.
func (s *said) drop(f field) {
	s.v[f] = 0
	s.has &^= 1 << f
}

// is reports whether a field is said.
func (s *said) is(f field) bool { return s.has&(1<<f) != 0 }

// any reports whether at least one of fields is said.
func (s *said) any(fields fieldSet) bool { return s.has&fields != 0 }

// only reports whether nothing of among but fields is said.
func (s *said) only(among, fields fieldSet) bool { return s.has&among&^fields == 0 }

// take adds what o says and s does not.
func (s *said) take(o *said) {
	for f := range numFields {
		if o.is(f) && !s.is(f) {
			s.set(f, o.v[f])
		}
	}
}

// Values of fieldBase.
const (
	baseReference = 1 // the publication date
	baseTold      = 2 // the last date told
	baseContext   = 3 // the last date told in a history, the publication date in news
)

// Values of fieldUnit, fine to coarse.
const (
	unitSecond int32 = iota + 1
	unitMinute
	unitHour
	unitDay
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
	unitMillennium
	unitWeekend
	unitSeason
	unitNone // "time", "period"
)

// Values of fieldVague.
const (
	vaguePast    = -1
	vaguePresent = 0
	vagueFuture  = 1
)

// Values of fieldOpen.
const (
	openSince   = 1 // from then on
	openUntil   = 2 // up to then
	openThrough = 3 // through it: it may lie ahead, but bounds nothing

	// What happened once, before or after a date, is a step of the story, as
	// what goes on since then is not.
	openAfter  = -1
	openBefore = -2
)

// Values of fieldNeeds.
const (
	needsBC     = 1 // years BC told before
	needsFuture = 2 // a sentence that looks ahead
	needsStory  = 3 // a history
	needsEnded  = 6 // nothing; a verb in the past makes it the year before
	needsHours  = 7 // an hour told before, not far away
	needsMonth  = 5 // a day or month told before
	needsLater  = 4 // a publication after the year said, at another time of its year
)

// Values of fieldOrdinal beside the numbers of weeks.
const (
	ordinalLast    = 99
	ordinalHalf    = 100 // and 1 or 2
	ordinalQuarter = 110 // and 1 to 4
)

// vague is the value of fieldN and fieldShift for an unknown number.
const vague = -1 << 31

// codes are the names that data files use for values that are not numbers.
var codes = map[string]int32{
	"second": unitSecond, "minute": unitMinute, "hour": unitHour, "day": unitDay,
	"week": unitWeek, "month": unitMonth, "quarter": unitQuarter, "year": unitYear,
	"decade": unitDecade, "century": unitCentury, "millennium": unitMillennium,
	"weekend": unitWeekend, "season": unitSeason, "time": unitNone,
	"MO": partMorning, "MI": partMidday, "AF": partAfternoon, "EV": partEvening,
	"NI": partNight, "DT": partDaytime, "noon": partNoon, "midnight": partMidnight,
	"START": modStart, "MID": modMid, "END": modEnd, "APPROX": modApprox,
	"BEFORE": modBefore, "AFTER": modAfter, "LESS": modLess, "MORE": modMore,
	"EQUAL_OR_LESS": modEqualOrLess, "EQUAL_OR_MORE": modEqualOrMore,
	"PAST": vaguePast, "PRESENT": vaguePresent, "FUTURE": vagueFuture,
	"reference": baseReference, "told": baseTold, "context": baseContext, "since": openSince, "until": openUntil, "through": openThrough,
	"later": openAfter, "sooner": openBefore,
	"last": ordinalLast, "half1": ordinalHalf + 1, "half2": ordinalHalf + 2,
	"quarter1": ordinalQuarter + 1, "quarter2": ordinalQuarter + 2,
	"quarter3": ordinalQuarter + 3, "quarter4": ordinalQuarter + 4,
	"X": vague, "yes": 1, "BC": needsBC, "ahead": needsFuture, "story": needsStory, "afterwards": needsLater, "amonth": needsMonth, "hours": needsHours, "ended": needsEnded,
	"DATE": typeDate, "TIME": typeTime, "DURATION": typeDuration, "SET": typeSet, "ORDER": typeOrder,
	"victory": nationalBase, "independence": nationalBase + 1, "republic": nationalBase + 2,
	"past": leanPast, "present": leanPresent, "future": leanFuture,
}

// Values of fieldPart.
const (
	partMorning int32 = iota + 1
	partMidday
	partAfternoon
	partEvening
	partNight
	partDaytime
	partNoon
	partMidnight
)

var partCodes = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT", "12:00", "24:00"}

// Values of fieldMod.
const (
	modStart int32 = iota + 1
	modMid
	modEnd
	modApprox
	modBefore
	modAfter
	modLess
	modMore
	modEqualOrLess
	modEqualOrMore
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER",
	"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}

// Values of fieldType.
const (
	typeDate int32 = iota + 1
	typeTime
	typeDuration
	typeSet
	typeOrder
)

var typeNames = [...]Type{"", DATE, TIME, DURATION, SET, ORDER}

// Values of fieldLean: which way the words around an expression point.
const (
	leanPast    int32 = -1
	leanPresent int32 = 0
	leanFuture  int32 = 1
)
