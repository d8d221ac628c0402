package edtf

// doubtDays is how far a doubtful day, or time, may be off either way.
const doubtDays = 7

// Slack is how far a doubtful date may be off, earlier or later: by months or
// by days.
type Slack struct{ Months, Days int }

// IsZero reports whether there is no slack.
func (s Slack) IsZero() bool { return s == Slack{} }

// Slack is how far d may be off where it bears ?, ~ or %: a day or a time by
// seven days, anything longer by its own length (a month by a month, a season
// by three, a year by a year). It is zero for a plain date. For an interval it
// is the larger of its ends'.
func (d Date) Slack() Slack {
	s, e := d.start.slack(), d.end.slack()
	if e.Months > s.Months || e.Months == s.Months && e.Days > s.Days {
		return e
	}
	return s
}

func (p point) slack() Slack {
	if p.marks == 0 {
		return Slack{}
	}
	switch p.precision() {
	case PrecisionDay, PrecisionTime:
		return Slack{Days: doubtDays}
	}
	return Slack{Months: p.months()}
}

// months is the length of a point of a month or longer.
func (p point) months() int {
	switch p.precision() {
	case PrecisionCentury:
		return 100 * 12
	case PrecisionDecade:
		return 10 * 12
	case PrecisionYear:
		return 12
	case PrecisionMonth:
		return 1
	}
	_, length := groupingMonths(int(p.month))
	return length
}

// EarliestDay is First with doubt allowed for: the first day that d may cover
// if it is as much too late as its Slack.
func (d Date) EarliestDay() (day Day, ok bool) {
	day, ok = d.start.first()
	if !ok {
		return 0, false
	}
	s := d.start.slack()
	return day.AddMonths(-s.Months) - Day(s.Days), true
}

// LatestDay is Last with doubt allowed for: the last day that d may cover if
// it is as much too early as its Slack.
func (d Date) LatestDay() (day Day, ok bool) {
	p := d.start
	if d.IsInterval() {
		p = d.end
	}
	day, ok = p.last()
	if !ok {
		return 0, false
	}
	s := p.slack()
	// The day after is the first of a month wherever months are added, so that
	// the end of February moves to the end of March.
	return (day + 1).AddMonths(s.Months) - 1 + Day(s.Days), true
}
