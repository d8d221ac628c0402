package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SyntaxError says where a string stops being an EDTF date.
type SyntaxError struct {
	Input    string
	Column   int    // in characters, from 1
	Expected string // what should stand there
}

// Error gives the string, cut short where it is long, the column and what was
// expected there.
func (e *SyntaxError) Error() string {
	const most = 60
	input := e.Input
	if len(input) > most {
		input = strings.ToValidUTF8(input[:most], "") + "…"
	}
	return fmt.Sprintf("date %q, column %d: expected %s", input, e.Column, e.Expected)
}

// Parse reads an EDTF string of level 0 or 1, with the groupings 21–41 and
// unknown years ("XXXX-06-29") of level 2. Nothing is trimmed or guessed. The
// error is a [*SyntaxError].
func Parse(s string) (Date, error) {
	p := parser{input: s}
	d, ok := p.date()
	if !ok {
		column := utf8.RuneCountInString(s[:p.pos]) + 1
		return Date{}, &SyntaxError{Input: s, Column: column, Expected: p.expected}
	}
	return d, nil
}

// MustParse is Parse for strings known to be dates; it panics on others.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// parser reads from input[pos:]. Where it fails, pos is at the fault and
// expected says what should stand there.
type parser struct {
	input    string
	pos      int
	expected string
}

func (p *parser) fail(pos int, expected string) bool {
	p.pos, p.expected = pos, expected
	return false
}

// accept steps over prefix if it comes next.
func (p *parser) accept(prefix string) bool {
	if !strings.HasPrefix(p.input[p.pos:], prefix) {
		return false
	}
	p.pos += len(prefix)
	return true
}

func (p *parser) next() byte {
	if p.pos < len(p.input) {
		return p.input[p.pos]
	}
	return 0
}

func (p *parser) date() (d Date, ok bool) {
	if !strings.Contains(p.input, "/") {
		return d, p.point(&d.start) && p.atEnd("the end of the date")
	}
	if !p.end(&d.start) {
		return d, false
	}
	if !p.accept("/") {
		return d, p.fail(p.pos, "“/”")
	}
	second := p.pos
	if !p.end(&d.end) || !p.atEnd("the end of the interval") {
		return d, false
	}
	if !d.start.written() && !d.end.written() {
		return d, p.fail(second, "a date at one end at least")
	}
	if !inOrder(d.start, d.end) {
		return d, p.fail(second, "an end after the start")
	}
	return d, true
}

func (p *parser) atEnd(expected string) bool {
	return p.pos == len(p.input) || p.fail(p.pos, expected)
}

// end reads one end of an interval.
func (p *parser) end(pt *point) bool {
	switch {
	case p.accept(".."):
		pt.form = formOpen
		return true
	case p.pos == len(p.input) || p.next() == '/':
		pt.form = formUnknown
		return true
	}
	return p.point(pt)
}

func (p *parser) point(pt *point) bool {
	var ok bool
	switch {
	case p.accept("Y"):
		ok = p.longYear(pt)
	case p.accept("XXXX"):
		ok = p.yearless(pt)
	default:
		ok = p.year(pt)
	}
	if !ok {
		return false
	}
	switch {
	case p.accept("?"):
		pt.marks = uncertain
	case p.accept("~"):
		pt.marks = approximate
	case p.accept("%"):
		pt.marks = uncertain | approximate
	}
	return true
}

// longYear reads what follows the letter of Y17000.
func (p *parser) longYear(pt *point) bool {
	start := p.pos
	p.accept("-")
	digits := p.pos
	for isDigit(p.next()) {
		p.pos++
	}
	n := p.pos - digits
	if n < 5 || n > 9 || p.input[digits] == '0' {
		return p.fail(digits, "a year of five to nine digits after “Y”")
	}
	year, err := strconv.ParseInt(p.input[start:p.pos], 10, 32)
	if err != nil {
		return p.fail(digits, "a year of five to nine digits after “Y”")
	}
	pt.form, pt.year = formYear, int32(year)
	return true
}

// yearless reads what follows the unknown year of XXXX-06-29.
func (p *parser) yearless(pt *point) bool {
	if !p.accept("-") {
		return p.fail(p.pos, "“-” and a month after an unknown year")
	}
	month, ok := p.two(1, 12, "a month 01–12")
	if !ok {
		return false
	}
	pt.form, pt.month = formAnyMonth, uint8(month)
	if !p.accept("-") {
		return true
	}
	// A leap year, for 29 February may be meant.
	day, ok := p.dayOf(2000, month)
	pt.form, pt.day = formAnyDay, uint8(day)
	return ok
}

// year reads a year of four digits, the last of them perhaps masked, and what
// follows it.
func (p *parser) year(pt *point) bool {
	start := p.pos
	negative := p.accept("-")
	var year int
	for i := range 4 {
		c := p.next()
		if c == 'X' && i >= 2 {
			return p.masked(pt, year, negative, 4-i)
		}
		if !isDigit(c) {
			return p.fail(p.pos, "a year of four digits")
		}
		year = year*10 + int(c-'0')
		p.pos++
	}
	if isDigit(p.next()) {
		return p.fail(p.pos, "a year of four digits, or “Y” before a longer one")
	}
	if negative && year == 0 {
		return p.fail(start, "0000 for the year zero")
	}
	if negative {
		year = -year
	}
	pt.form, pt.year = formYear, int32(year)
	if !p.accept("-") {
		return true
	}
	return p.month(pt)
}

// masked reads the X or XX that ends a decade or century whose known digits
// are year.
func (p *parser) masked(pt *point, year int, negative bool, n int) bool {
	if !p.accept("XX"[:n]) {
		return p.fail(p.pos+1, "“X”, for what follows an “X” is unknown too")
	}
	pt.form = formDecade
	length := 10
	if n == 2 {
		pt.form, length = formCentury, 100
	}
	year *= length
	if negative {
		year = -year
	}
	pt.year = int32(earliest(year, negative, length))
	return true
}

// month reads what follows the year and its hyphen.
func (p *parser) month(pt *point) bool {
	if p.accept("XX") {
		pt.form = formYearX
		if p.accept("-") {
			pt.form = formYearXX
			return p.accept("XX") || p.fail(p.pos, "“XX”, for the month is unknown")
		}
		return true
	}
	const expected = "a month 01–12, or a part of the year 21–41"
	start := p.pos
	month, ok := p.two(1, 41, expected)
	if !ok {
		return false
	}
	if month > 12 && month < 21 {
		return p.fail(start, expected)
	}
	pt.form, pt.month = formMonth, uint8(month)
	if month > 12 {
		pt.form = formGrouping
		return true
	}
	if !p.accept("-") {
		return true
	}
	return p.day(pt)
}

// day reads what follows the month and its hyphen.
func (p *parser) day(pt *point) bool {
	if p.accept("XX") {
		pt.form = formMonthX
		return true
	}
	day, ok := p.dayOf(int(pt.year), int(pt.month))
	if !ok {
		return false
	}
	pt.form, pt.day = formDay, uint8(day)
	if !p.accept("T") {
		return true
	}
	return p.time(pt)
}

func (p *parser) dayOf(year, month int) (int, bool) {
	last := DaysIn(year, month)
	return p.two(1, last, fmt.Sprintf("a day 01–%d", last))
}

func (p *parser) time(pt *point) bool {
	hour, ok := p.two(0, 23, "an hour 00–23")
	if !ok {
		return false
	}
	if !p.accept(":") {
		return p.fail(p.pos, "“:” and minutes")
	}
	minute, ok := p.two(0, 59, "minutes 00–59")
	if !ok {
		return false
	}
	pt.form, pt.hour, pt.minute = formMinute, uint8(hour), uint8(minute)
	if p.accept(":") {
		second, ok := p.two(0, 59, "seconds 00–59")
		if !ok {
			return false
		}
		pt.form, pt.second = formSecond, uint8(second)
	}
	return p.offset(pt)
}

// offset reads Z, +02, +02:00 or nothing.
func (p *parser) offset(pt *point) bool {
	start := p.pos
	negative := p.next() == '-'
	switch {
	case p.accept("Z"):
		pt.zone = zoneZulu
		return true
	case !p.accept("+") && !p.accept("-"):
		return true
	}
	hours, ok := p.two(0, 23, "the hours 00–23 of an offset")
	if !ok {
		return false
	}
	pt.zone, pt.offset = zoneHours, int16(hours*60)
	if p.accept(":") {
		minutes, ok := p.two(0, 59, "the minutes 00–59 of an offset")
		if !ok {
			return false
		}
		pt.zone = zoneMinutes
		pt.offset += int16(minutes)
	}
	if negative && pt.offset == 0 {
		return p.fail(start, "“Z” or “+00:00” for no offset")
	}
	if negative {
		pt.offset = -pt.offset
	}
	return true
}

// two reads a number of two digits between low and high.
func (p *parser) two(low, high int, expected string) (int, bool) {
	rest := p.input[p.pos:]
	if len(rest) < 2 || !isDigit(rest[0]) || !isDigit(rest[1]) {
		return 0, p.fail(p.pos, expected)
	}
	n := int(rest[0]-'0')*10 + int(rest[1]-'0')
	if n < low || n > high {
		return 0, p.fail(p.pos, expected)
	}
	p.pos += 2
	return n, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
