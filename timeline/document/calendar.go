package document

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// calendarDate is a date written out in full somewhere in a line.
type calendarDate struct {
	timeline.Span // in the line
	date          edtf.Date
}

//go:embed months.txt
var monthsFile string

var monthNames = readMonths(monthsFile)

func readMonths(file string) map[string]int {
	names := make(map[string]int)
	for line := range strings.Lines(file) {
		number, list, ok := strings.Cut(line, ":")
		n, err := strconv.Atoi(number)
		if !ok || err != nil {
			continue
		}
		for name := range strings.FieldsSeq(list) {
			names[name] = n
		}
	}
	return names
}

// maxDateLine is the length up to which a line is looked at for its date.
const maxDateLine = 320

// dateForm is a way in which full dates are written. Groups of the pattern
// are named y, m (number), n (name), d; a, s, b where the order is to be found.
type dateForm struct {
	pattern *regexp.Regexp
	signs   string // one of them is in every such date; "" = it has a name
}

var dateForms = []dateForm{
	{pattern: regexp.MustCompile(`(?P<n>\p{L}[\p{L}\p{M}]{2,40})\.?\s{1,3}(?P<d>\d{1,2})(?:st|nd|rd|th)?[,.]?\s{1,3}(?:at\s)?(?P<y>\d{4})`)},
	{pattern: regexp.MustCompile(`(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[\s-]{0,3}(?:de\s|of\s)?(?P<n>\p{L}[\p{L}\p{M}]{2,12})\.?,?[\s-]{1,3}(?:de\s|del\s)?(?P<y>\d{4})`)},
	{pattern: regexp.MustCompile(`(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})`), signs: "-/."},
	{pattern: regexp.MustCompile(`(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]`), signs: "年년"},
	{pattern: regexp.MustCompile(`(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})[./-](?P<y>\d{4}|\d{2}\b)`), signs: "./-"},
}

// fullDates finds the dates in s that have day, month and year, in order.
// Numbers like 03/04/2022 are read only if dayFirst settles their order.
func fullDates(s string, dayFirst bool) []calendarDate {
	if len(s) > maxDateLine || !mayHoldDate(s) || countNumbers(s) < 2 {
		return nil
	}
	var found []calendarDate
	for _, form := range dateForms {
		if form.signs != "" && !strings.ContainsAny(s, form.signs) {
			continue
		}
		for _, m := range form.pattern.FindAllStringSubmatchIndex(s, -1) {
			c, ok := readDate(form.pattern, s, m, dayFirst)
			if ok && !slices.ContainsFunc(found, func(o calendarDate) bool { return o.Overlaps(c.Span) }) {
				found = append(found, c)
			}
		}
	}
	slices.SortFunc(found, func(a, b calendarDate) int { return a.Start - b.Start })
	return found
}

// countNumbers counts the runs of digits in s. Every form of a full date has two
// at least.
func countNumbers(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) && (i == 0 || !isDigit(s[i-1])) {
			n++
		}
	}
	return n
}

// mayHoldDate reports whether s has four digits in a row, or two slashes.
func mayHoldDate(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return strings.Count(s, "/") >= 2
}

// readDate reads the match m of form in s.
func readDate(form *regexp.Regexp, s string, m []int, dayFirst bool) (calendarDate, bool) {
	var year, month, day, a, b int
	c := calendarDate{Span: timeline.Span{Start: m[0], End: m[1]}}
	sign := ""
	for i, name := range form.SubexpNames() {
		if name == "" {
			continue
		}
		text := s[m[2*i]:m[2*i+1]]
		n, _ := strconv.Atoi(text)
		switch name {
		case "y":
			year = fullYear(text, n)
		case "m":
			month = n
		case "d":
			day = n
		case "a":
			a = n
		case "b":
			b = n
		case "s":
			sign = text
		case "n":
			var skip int
			if month, skip = monthAtEnd(text); m[2*i] == m[0] {
				c.Start += skip
			}
		}
	}
	if sign != "" {
		day, month = dayAndMonth(a, b, dayFirst || sign == ".")
	}
	c.date = edtf.NewDay(year, month, day)
	digitBefore := c.Start > 0 && s[c.Start-1] >= '0' && s[c.Start-1] <= '9'
	return c, !c.date.IsZero() && year >= 1000 && year <= 2199 && !digitBefore
}

// fullYear completes a year of two digits.
func fullYear(text string, n int) int {
	switch {
	case len(text) != 2:
		return n
	case n >= 70:
		return 1900 + n
	}
	return 2000 + n
}

// dayAndMonth tells which of two numbers is the day. Nothing is guessed: if
// both could be it and the order is not known, there is none.
func dayAndMonth(a, b int, dayFirst bool) (day, month int) {
	switch {
	case a > 12 || dayFirst && b <= 12 || a == b:
		return a, b
	case b > 12:
		return b, a
	}
	return 0, 0
}

// monthAtEnd is the month whose name word is or ends with, and the length of
// what stands before it: bylines are glued to dates ("KowalskiMay 3, 2020").
func monthAtEnd(word string) (month, skip int) {
	if n := monthNames[strings.ToLower(word)]; n > 0 {
		return n, 0
	}
	for i, r := range word {
		if i > 0 && unicode.IsUpper(r) {
			if n := monthNames[strings.ToLower(word[i:])]; n > 0 {
				return n, i
			}
		}
	}
	return 0, 0
}

// monthOfYear reads s if it is a month and a year and nothing else.
func monthOfYear(s string) (edtf.Date, bool) {
	name, year, ok := strings.Cut(strings.TrimSpace(s), " ")
	y, err := strconv.Atoi(strings.TrimSpace(year))
	month := monthNames[strings.ToLower(strings.TrimRight(name, ".,"))]
	if !ok || err != nil || month == 0 || y < 1000 || y > 2199 {
		return edtf.Date{}, false
	}
	return edtf.NewMonth(y, month), true
}

// dateWords are the words that may stand beside a date in a line that holds
// nothing else.
var dateWords = wordSet(`
	at on am pm a.m p.m gmt utc bst est edt cst cdt mst mdt pst pdt cet cest
	eet eest msk ist hkt aest et pt ct z t h uhr à um kl o clock by the of de
	del le el am den vom year years ago hour hours minute minutes min read
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
	thu thur thurs fri sat sun
	montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
	lundi mardi mercredi jeudi vendredi samedi dimanche
	lunes martes miércoles jueves viernes sábado domingo
	понедельник вторник среда четверг пятница суббота воскресенье
	понеділок вівторок середа четвер п'ятниця субота неділя г р
	comments comment no views shares read mins last first`)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// restOfDate is how many letters of s are left without its dates and the
// words that go with dates.
func restOfDate(s string, dates []calendarDate) int {
	rest, from := 0, 0
	count := func(part string) {
		for w := range strings.FieldsFuncSeq(part, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
			if w = strings.ToLower(w); !dateWords[w] && labels[w] == 0 {
				rest += utf8.RuneCountInString(w)
			}
		}
	}
	for _, d := range dates {
		count(s[from:d.Start])
		from = d.End
	}
	count(s[from:])
	return rest
}
