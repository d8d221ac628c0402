package dates

import "dateline/timeline/edtf"

// reference is the publication date, as far as it is known.
type reference struct {
	date     edtf.Date
	known    bool
	day      edtf.Day // the day to count from
	earliest edtf.Day // the days that it may be
	latest   edtf.Day
	coarse   grain  // the grain of the date where it is coarser than a day
	clock    bool   // it has a time of day
	heading  string // the words of the heading that takes its place, if one does
}

// name says what is counted from.
func (r *reference) name() string {
	if r.heading != "" {
		return "the heading " + r.heading
	}
	return "publication"
}

// anchor says what kind of date is counted from.
func (r *reference) anchor() Anchor {
	if r.heading != "" {
		return Told
	}
	return Reference
}

// newReference takes a publication date apart. Of a coarse one the middle day
// counts, of a doubtful one the days around it may as well be meant.
func newReference(d edtf.Date) reference {
	r := reference{date: d}
	first, ok1 := d.First()
	last, ok2 := d.Last()
	if !ok1 || !ok2 {
		return r
	}
	r.known = true
	r.earliest, _ = d.EarliestDay()
	r.latest, _ = d.LatestDay()
	r.day = first + (last-first)/2
	_, _, _, r.clock = d.Clock()
	if first != last {
		r.coarse = valueOf(d).grain
	}
	return r
}

// sure reports whether the day of publication is known without doubt.
func (r *reference) sure() bool { return r.earliest == r.latest }

// year gives the year of publication.
func (r *reference) year() int {
	y, _, _ := r.day.Civil()
	return y
}
