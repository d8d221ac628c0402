package dates

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reasons writes down, while a mention is resolved, why it means what it means.
type reasons struct{ b []byte }

// reset forgets what was written about the mention before.
func (w *reasons) reset() { w.b = w.b[:0] }

// text gives what was written.
func (w *reasons) text() string { return string(w.b) }

// say writes on.
func (w *reasons) say(parts ...string) {
	for _, p := range parts {
		w.b = append(w.b, p...)
	}
}

// quote gives the words of the expression being resolved, white space folded.
func (r *resolver) quote() string {
	return folded(r.text[r.now.span.Start:r.now.span.End])
}

// quoted gives the words of a date told, in quotation marks.
func (e *event) quoted(text string) string {
	return "“" + folded(text[e.text.start:e.text.end]) + "”"
}

// folded gives s with its white space folded.
func folded(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

var unitNames = [...]string{
	unitSecond: "second", unitMinute: "minute", unitHour: "hour", unitDay: "day",
	unitWeek: "week", unitMonth: "month", unitQuarter: "quarter", unitYear: "year",
	unitDecade: "decade", unitCentury: "century", unitMillennium: "millennium",
	unitWeekend: "weekend", unitSeason: "season", unitNone: "time",
}

// because tells a count from a date: "4 days after “May 5” (2022-05-05), …".
func (w *reasons) because(s *said, from, tail string) {
	n, unit := s.v[fieldShift], unitNames[s.v[fieldUnit]]
	switch {
	case n == 0:
		w.say("the ", unit, " of ", from)
	case (n == 1000 || n == -1000) && s.v[fieldUnit] <= unitDay:
		w.say("the ", unit, sideOf(n), from)
	case n == 1000, n == -1000: // not seven days, but a week of the calendar
		w.say("the ", unit, sideOf(n), "that of ", from)
	case n%1000 == 0:
		w.say(strconv.Itoa(int(abs(n/1000))), " ", plural(unit), sideOf(n), from)
	default:
		w.say(strconv.FormatFloat(float64(abs(n))/1000, 'f', -1, 64), " ", plural(unit), sideOf(n), from)
	}
	w.say(tail)
}

// sideOf says on which side of a date a count of units lies.
func sideOf(n int32) string {
	if n < 0 {
		return " before "
	}
	return " after "
}

// plural gives the name of several units.
func plural(unit string) string {
	if unit == "century" {
		return "centuries"
	}
	return unit + "s"
}

// abs is the absolute value.
func abs(n int32) int32 {
	if n < 0 {
		return -n
	}
	return n
}

// pick tells which of several was taken.
func (w *reasons) pick(r *resolver, period grain, pick int32, from string) {
	word := "the next one after "
	switch {
	case pick < 0:
		word = "the last one before "
	case pick == 0 && period == grainDay:
		word = "on the day of "
	case pick == 0:
		word = "the one in the " + grainNames[period] + " of "
	}
	w.say("“", r.quote(), "”: ", word, from)
}

// direction tells on which side of the publication date a date was looked for,
// where v was found.
func (w *reasons) direction(r *resolver, s *said, lean int32, v value) {
	word, side, why := "the nearest", " to", ", since no verb tells whether it is past or to come"
	switch {
	case lean < 0 && s.v[fieldOpen] == openSince:
		word, side, why = "the last", " before", ""
	case lean < 0 && s.v[fieldLean] == leanPast:
		word, side, why = "the last", " before", ", since the verb is in the past"
	case lean < 0:
		word, side, why = "the last", " before", ", as news tell what has happened"
	case lean == 0 && s.v[fieldLean] > 0:
		why = ", since what is expected of it is mostly the report on it"
	case lean > 0:
		word, side, why = "the next", " after", ", since the words look ahead"
	}
	quote := r.quote()
	w.say("“", quote, "”: ")
	switch {
	case r.ref.sure() && v.first() <= r.ref.day && v.last() >= r.ref.day:
		word, side = "the "+grainNames[v.grain], " of"
	case s.only(calendarFields, setOf(fieldMonth, fieldDay, fieldWeekday)) && !s.is(fieldMod) && !s.is(fieldOrdinal) && isName(quote):
		word += " " + quote
	default:
		word += " one"
	}
	w.say(word, side, " ", r.ref.named(), why)
}

// isName reports whether "the next" can stand before the words of a day or
// month: not before "the 5th of May", nor before a number alone.
func isName(quote string) bool {
	first, _ := utf8.DecodeRuneInString(quote)
	return !unicode.IsLower(first) && strings.ContainsFunc(quote, unicode.IsLetter)
}

var grainNames = [...]string{
	grainMillennium: "millennium", grainCentury: "century", grainDecade: "decade", grainYear: "year",
	grainHalf: "half-year", grainSeason: "season", grainQuarter: "quarter", grainMonth: "month",
	grainWeek: "week", grainWeekend: "weekend", grainDay: "day", grainPart: "day", grainClock: "day",
}

// noDate says why a mention that is no date has none.
func noDate(m *Mention) string {
	text := "“" + folded(m.Text) + "” "
	switch m.Type {
	case DURATION:
		return text + "tells how long, not when"
	case SET:
		return text + "tells how often, not when"
	case ORDER:
		return text + "tells the order, not when"
	}
	return text + "is too vague for a date"
}
