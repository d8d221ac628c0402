package edtf

// First gives the first day that d may cover. ok is false where it has none:
// no date, an open or unknown start, an unknown year.
func (d Date) First() (day Day, ok bool) { return d.start.first() }

// Last gives the last day that d may cover. ok is false where it has none: no
// date, an open or unknown end, an unknown year.
func (d Date) Last() (day Day, ok bool) {
	if d.IsInterval() {
		return d.end.last()
	}
	return d.start.last()
}

func (p point) first() (Day, bool) {
	if !p.dated() {
		return 0, false
	}
	y, m := int(p.year), int(p.month)
	switch p.form {
	case formGrouping:
		first, _ := groupingMonths(m)
		return DayOf(y, first, 1), true
	case formMonth, formMonthX:
		return DayOf(y, m, 1), true
	case formDay, formMinute, formSecond:
		return DayOf(y, m, int(p.day)), true
	}
	return DayOf(y, 1, 1), true
}

func (p point) last() (Day, bool) {
	if !p.dated() {
		return 0, false
	}
	y, m := int(p.year), int(p.month)
	switch p.form {
	case formCentury:
		return DayOf(y+100, 1, 0), true
	case formDecade:
		return DayOf(y+10, 1, 0), true
	case formGrouping:
		first, length := groupingMonths(m)
		return DayOf(y, first+length, 0), true
	case formMonth, formMonthX:
		return DayOf(y, m+1, 0), true
	case formDay, formMinute, formSecond:
		return DayOf(y, m, int(p.day)), true
	}
	return DayOf(y+1, 1, 0), true
}
