package dates

import (
	"strconv"
	"strings"

	"dateline/timeline/edtf"
)

var seasonNames = [...]string{"spring", "summer", "autumn", "winter"}

var partNames = [...]string{"", "morning", "midday", "afternoon", "evening", "night", "daytime", "noon", "midnight"}

// worded says v for a reader: days, months and years by their digits, all else
// in words.
func (v value) worded() string {
	switch v.grain {
	case grainDecade:
		if v.year < 1 {
			return "the " + strconv.Itoa((1-v.endYear())/10*10) + "s BC"
		}
		return "the " + strconv.Itoa(v.year) + "s"
	case grainCentury:
		if v.year < 0 {
			return "the " + ranked(-v.year/100+1) + " century BC"
		}
		return "the " + ranked(v.year/100+1) + " century"
	case grainMillennium:
		return "the thousand years from " + yearWorded(v.year)
	case grainHalf:
		return "the " + ranked(v.n) + " half of " + yearWorded(v.year)
	case grainQuarter:
		return "the " + ranked(v.n) + " quarter of " + yearWorded(v.year)
	case grainSeason:
		return "the " + seasonNames[v.n-21] + " of " + yearWorded(v.year)
	case grainWeek:
		return "the week from " + v.first().Date().String() + " to " + v.last().Date().String()
	case grainWeekend:
		return "the weekend of " + v.first().Date().String()
	case grainYear:
		return yearWorded(v.year)
	case grainPart:
		return "the " + partNames[v.part] + " of " + v.day.Date().String()
	case grainClock:
		if v.hour == 24 {
			return "midnight at the end of " + v.day.Date().String()
		}
		return clock(v) + " on " + v.day.Date().String()
	}
	return v.date().String()
}

// yearWorded writes a year for a reader.
func yearWorded(year int) string {
	if year < 1 {
		return strconv.Itoa(1-year) + " BC"
	}
	return strconv.Itoa(year)
}

// ranked writes 1st, 2nd, 23rd.
func ranked(n int) string {
	suffix := "th"
	switch {
	case n/10%10 == 1:
	case n%10 == 1:
		suffix = "st"
	case n%10 == 2:
		suffix = "nd"
	case n%10 == 3:
		suffix = "rd"
	}
	return strconv.Itoa(n) + suffix
}

// clock writes a time of day.
func clock(v value) string {
	b := append2(nil, int(v.hour))
	return string(append2(append(b, ':'), int(max(v.min, 0))))
}

// worded says when a date told is, for a reader.
func (e *event) worded() string {
	if !e.answer.share.IsZero() {
		return doubted(e.when, e.answer.share.Plain().String())
	}
	return doubted(e.when, e.answer.value.worded())
}

// named gives the words of a date told and when it is, where they do not say so
// themselves.
func (e *event) named(text string) string {
	words, when := e.quoted(text), e.worded()
	if words == "“"+when+"”" {
		return words
	}
	return words + " (" + when + ")"
}

// named gives what is counted from: publication, or a heading, and when it is.
func (r *reference) named() string { return r.name() + " (" + r.worded() + ")" }

// worded says the date counted from, for a reader.
func (r *reference) worded() string {
	return doubted(r.date, strings.Replace(r.date.Plain().String(), "T", " ", 1))
}

// doubted puts the doubt about d before the words for it.
func doubted(d edtf.Date, words string) string {
	switch {
	case d.Approximate() && d.Uncertain():
		return "possibly about " + words
	case d.Approximate():
		return "about " + words
	case d.Uncertain():
		return "possibly " + words
	}
	return words
}
