package dates

import "dateline/timeline/edtf"

// order is the order of day and month in dates like 03/04/2022.
type order int8

const (
	orderOpen  order = iota // nothing tells
	monthFirst              // 10/30/2022
	dayFirst                // 30/10/2022
)

// orderOf decides the order for a text from those of its dates that can be
// read one way only. Where they disagree each counts for itself.
func orderOf(raw []finding) order {
	var o order
	for i := range raw {
		if s := &raw[i].said; s.is(fieldFirst) {
			switch this := s.order(); {
			case this == orderOpen:
			case o == orderOpen:
				o = this
			case o != this:
				return orderOpen
			}
		}
	}
	return o
}

// order gives the only order in which s can be read, if there is only one.
func (s *said) order() order {
	switch a, b := s.v[fieldFirst], s.v[fieldNext]; {
	case a > 12 && b <= 12:
		return dayFirst
	case b > 12 && a <= 12:
		return monthFirst
	}
	return orderOpen
}

// numeric resolves 03/04/2022 by its own order or that of the other dates in
// the text. Where neither tells, only the year is sure.
func (r *resolver) numeric(s *said) (answer, bool) {
	o := s.order()
	if o == orderOpen {
		o = r.order
	}
	a, b := s.v[fieldFirst], s.v[fieldNext]
	same := a == b
	if o == dayFirst {
		a, b = b, a
	}
	s.drop(fieldFirst)
	s.drop(fieldNext)
	s.set(fieldMonth, a)
	s.set(fieldDay, b)
	ans, ok := r.date(s)
	if ok && o == orderOpen && !same {
		ans.share = edtf.NewYear(ans.value.beginYear())
		r.why.say("; which number is the day and which the month, neither it nor the text tells")
	}
	return ans, ok
}
