package edtf

import "strconv"

// String gives the canonical EDTF string, "" for no date. Parsing it gives d
// again.
func (d Date) String() string {
	b, _ := d.AppendText(make([]byte, 0, 24))
	return string(b)
}

// AppendText appends the canonical string; it never fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	b = d.start.append(b)
	if d.IsInterval() {
		b = append(b, '/')
		b = d.end.append(b)
	}
	return b, nil
}

// MarshalText gives the canonical string; it never fails.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what MarshalText wrote; empty text is the zero Date.
// The error is a [*SyntaxError].
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func (p point) append(b []byte) []byte {
	switch p.form {
	case formNone, formUnknown:
		return b
	case formOpen:
		return append(b, ".."...)
	case formCentury, formDecade:
		b = p.appendMasked(b)
	case formAnyMonth, formAnyDay:
		b = append(b, "XXXX"...)
	default:
		b = appendYear(b, int(p.year))
	}
	b = p.appendMonthAndDay(b)
	if p.timed() {
		b = p.appendTime(b)
	}
	switch p.marks {
	case uncertain:
		b = append(b, '?')
	case approximate:
		b = append(b, '~')
	case uncertain | approximate:
		b = append(b, '%')
	}
	return b
}

func (p point) appendMonthAndDay(b []byte) []byte {
	switch p.form {
	case formYearX:
		return append(b, "-XX"...)
	case formYearXX:
		return append(b, "-XX-XX"...)
	}
	if p.month > 0 {
		b = appendTwo(append(b, '-'), int(p.month))
	}
	if p.form == formMonthX {
		return append(b, "-XX"...)
	}
	if p.day > 0 {
		b = appendTwo(append(b, '-'), int(p.day))
	}
	return b
}

func (p point) appendTime(b []byte) []byte {
	b = appendTwo(append(b, 'T'), int(p.hour))
	b = appendTwo(append(b, ':'), int(p.minute))
	if p.form == formSecond {
		b = appendTwo(append(b, ':'), int(p.second))
	}
	if p.zone == zoneNone {
		return b
	}
	if p.zone == zoneZulu {
		return append(b, 'Z')
	}
	sign, minutes := byte('+'), int(p.offset)
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	b = appendTwo(append(b, sign), minutes/60)
	if p.zone == zoneMinutes {
		b = appendTwo(append(b, ':'), minutes%60)
	}
	return b
}

// appendMasked writes the known digits of a decade or century. Before year 0
// the mask covers the digits of the written number, so that -04XX runs from
// -0499 to -0400.
func (p point) appendMasked(b []byte) []byte {
	y := int(p.year)
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	b = appendTwo(b, y/100)
	if p.form == formCentury {
		return append(b, "XX"...)
	}
	return append(b, byte('0'+y/10%10), 'X')
}

func appendYear(b []byte, y int) []byte {
	if y < -maxFourYear || y > maxFourYear {
		return strconv.AppendInt(append(b, 'Y'), int64(y), 10)
	}
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	return appendTwo(appendTwo(b, y/100), y%100)
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}
