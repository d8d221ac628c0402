package edtf

// Add moves a single date by n of its own units: days for a day or a time,
// months for a month, quarters for a quarter, and so on. Doubt and clock time
// stay. Seasons go round within their own four. It is the zero Date where d is
// an interval, has no year, or leaves the years that Date holds.
func (d Date) Add(n int) Date {
	p := d.start
	if d.IsInterval() || !p.dated() {
		return Date{}
	}
	switch p.precision() {
	case PrecisionDay, PrecisionTime:
		day, _ := p.first()
		return p.on(day + Day(n))
	case PrecisionMonth:
		return p.in(int64(p.year), int(p.month), 1, 12, n)
	case PrecisionDecade:
		return p.masked(formDecade, 10, n)
	case PrecisionCentury:
		return p.masked(formCentury, 100, n)
	case PrecisionYear:
		return p.ofYear(int64(p.year) + int64(n))
	}
	first, count := groupingFamily(int(p.month))
	return p.in(int64(p.year), int(p.month), first, count, n)
}

// Coarsen gives the century, decade, year, month or day that a single date
// lies in, keeping its doubt. It is the zero Date where d is not at least as
// fine, is an interval, or has no year, and for other precisions.
func (d Date) Coarsen(to Precision) Date {
	p := d.start
	if d.IsInterval() || !p.dated() || p.precision() < to {
		return Date{}
	}
	if p.precision() == to {
		return d
	}
	var c Date
	y, m := int(p.year), int(p.month)
	switch {
	case to == PrecisionCentury:
		c = NewCentury(y)
	case to == PrecisionDecade:
		c = NewDecade(y)
	case to == PrecisionYear:
		c = NewYear(y)
	case to == PrecisionMonth && p.form >= formMonth:
		c = NewMonth(y, m)
	case to == PrecisionDay:
		c = NewDay(y, m, int(p.day))
	}
	return c.withMarks(p.marks)
}

// on gives p on another day.
func (p point) on(day Day) Date {
	moved := day.Date()
	if moved.IsZero() {
		return Date{}
	}
	p.year, p.month, p.day = moved.start.year, moved.start.month, moved.start.day
	return Date{start: p}
}

// in moves the month or grouping of p by n, round the count of them that
// begins with first.
func (p point) in(year int64, month, first, count, n int) Date {
	at := int64(month-first) + int64(n)
	year += floorDiv(at, int64(count))
	p.month = uint8(int64(first) + floorMod(at, int64(count)))
	return p.ofYear(year)
}

// ofYear gives p in another year.
func (p point) ofYear(year int64) Date {
	most := int64(maxFourYear)
	if p.form == formYear {
		most = maxYear
	}
	if year < -most || year > most {
		return Date{}
	}
	p.year = int32(year)
	return Date{start: p}
}

// masked moves a decade or century by n. The ones about year 0 overlap there:
// -000X is followed by 000X.
func (p point) masked(f form, length, n int) Date {
	at := floorDiv(int64(p.year), int64(length)) + int64(n)
	if at < -maxFourYear || at > maxFourYear {
		return Date{}
	}
	year := int(at) * length
	if at < 0 {
		// The decade before 000X ends with year 0, so its digits start a year up.
		year++
	}
	return masked(f, year, length).withMarks(p.marks)
}

func (d Date) withMarks(m marks) Date {
	if !d.IsZero() {
		d.start.marks = m
	}
	return d
}

// groupingFamily gives the first of the groupings that divide a year the same
// way as this one, and how many there are.
func groupingFamily(grouping int) (first, count int) {
	switch {
	case grouping <= 36:
		return 21 + (grouping-21)/4*4, 4
	case grouping <= 39:
		return 37, 3
	}
	return 40, 2
}
