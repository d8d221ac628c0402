package dates

import (
	"strconv"
	"strings"
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
func (w *reasons) because(s *said, from, when, tail string) {
	n, unit := s.v[fieldShift], unitNames[s.v[fieldUnit]]
	switch {
	case n == 0:
		w.say("the ", unit, " of ", from)
	case n == 1000, n == -1000:
		w.say("the ", unit, sideOf(n), from)
	default:
		if n%1000 == 0 {
			w.say(strconv.Itoa(int(abs(n/1000))), " ", plural(unit), sideOf(n), from)
		} else {
			w.say(strconv.FormatFloat(float64(abs(n))/1000, 'f', -1, 64), " ", plural(unit), sideOf(n), from)
		}
	}
	w.say(" (", when, ")", tail)
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
func (w *reasons) pick(r *resolver, pick int32, from, when string) {
	word := [...]string{"the last before ", "the one around ", "the next after "}[pick+1]
	w.say("“", r.quote(), "”: ", word, from, " (", when, ")")
}

// direction tells on which side of the publication date a date was looked for.
func (w *reasons) direction(r *resolver, s *said, lean int32) {
	word, side, why := "the nearest", " to", ""
	switch {
	case lean < 0:
		word, side, why = "the last", " before", ", since the verb is in the past"
		if s.v[fieldLean] == 0 {
			why = ", as news tell what has happened"
		}
	case lean > 0:
		word, side, why = "the next", " after", ", since the words look ahead"
	}
	quote := r.quote()
	w.say("“", quote, "”: ", word)
	if s.only(calendarFields, setOf(fieldMonth, fieldDay, fieldWeekday)) && !s.is(fieldMod) {
		w.say(" ", quote)
	}
	w.say(side, " ", r.ref.name(), " (", r.ref.date.String(), ")", why)
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
	return text + "tells no time that could be dated"
}
