package edtf

import (
	"cmp"
	"math"
	"strings"
)

// Compare puts dates in one order: by first day, where there is none by last
// day; then by last day, an end without one after all others; then by string.
// Dates without any day follow those with one, no date comes last.
func Compare(a, b Date) int {
	if a == b {
		return 0
	}
	ka, kb := orderOf(a), orderOf(b)
	return cmp.Or(
		cmp.Compare(ka.group, kb.group),
		cmp.Compare(ka.at, kb.at),
		cmp.Compare(ka.until, kb.until),
		strings.Compare(a.String(), b.String()),
	)
}

type order struct {
	group     int // 0 has a day, 1 has none, 2 is no date
	at, until Day
}

func orderOf(d Date) order {
	first, started := d.First()
	last, ended := d.Last()
	switch {
	case d.IsZero():
		return order{group: 2}
	case !started && !ended:
		return order{group: 1}
	case !started:
		return order{at: last, until: last}
	case !ended:
		return order{at: first, until: math.MaxInt64}
	}
	return order{at: first, until: last}
}

// Overlaps reports whether d and o surely share some time: an open end goes
// on for ever, an unknown one no further than the date beside it. Clock times
// are compared too, as instants if all of them have an offset, else as wall
// clock times. What has no year overlaps nothing.
func (d Date) Overlaps(o Date) bool {
	utc := d.zoned() && o.zoned()
	a, okA := d.extent(utc)
	b, okB := o.extent(utc)
	return okA && okB && a.from < b.to && b.from < a.to
}

// Contains reports whether all of o surely lies within d, by the rules of
// Overlaps. What has an unknown end lies within itself, and within what is
// open at that end.
func (d Date) Contains(o Date) bool {
	utc := d.zoned() && o.zoned()
	a, okA := d.extent(utc)
	b, okB := o.extent(utc)
	if !okA || !okB {
		return false
	}
	if d == o {
		return true
	}
	if o.UnknownStart() {
		b.from = math.MinInt64
	}
	if o.UnknownEnd() {
		b.to = math.MaxInt64
	}
	return a.from <= b.from && b.to <= a.to
}

// extent is a stretch of seconds since 1970, to exclusive.
type extent struct{ from, to int64 }

const secondsPerDay = 24 * 60 * 60

// zoned reports whether every end of d that is known is a time with an offset.
func (d Date) zoned() bool {
	for _, p := range []point{d.start, d.end} {
		if p.written() && p.zone == zoneNone {
			return false
		}
	}
	return true
}

// extent gives the time that d surely covers, in UTC or by the wall clock.
func (d Date) extent(utc bool) (extent, bool) {
	from, okFrom := d.start.extent(utc)
	if !d.IsInterval() {
		return from, okFrom
	}
	to, okTo := d.end.extent(utc)
	if d.start.written() && !okFrom || d.end.written() && !okTo {
		return extent{}, false
	}
	e := extent{from.from, to.to}
	switch d.start.form {
	case formOpen:
		e.from = math.MinInt64
	case formUnknown:
		e.from = to.from
	}
	switch d.end.form {
	case formOpen:
		e.to = math.MaxInt64
	case formUnknown:
		e.to = from.to
	}
	return e, true
}

func (p point) extent(utc bool) (extent, bool) {
	first, ok := p.first()
	if !ok {
		return extent{}, false
	}
	last, _ := p.last()
	e := extent{int64(first) * secondsPerDay, (int64(last) + 1) * secondsPerDay}
	if !p.timed() {
		return e, true
	}
	e.from += int64(p.hour)*3600 + int64(p.minute)*60 + int64(p.second)
	if utc {
		e.from -= int64(p.offset) * 60
	}
	e.to = e.from + 1
	if p.form == formMinute {
		e.to = e.from + 60
	}
	return e, true
}
