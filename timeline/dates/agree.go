package dates

import (
	"strings"

	"dateline/timeline/edtf"
)

// previous is what the resolver keeps of the mention before the one that it is
// at, to see whether both tell one time.
type previous struct {
	f      *finding
	value  value
	known  bool
	event  event
	back   bool  // it looks back from the story
	leader event // the year that the sentence begins with, if it does
	away   bool  // the sentence begins with a look back
}

// enter notes which sentence a finding stands in.
func (r *resolver) enter(f *finding) {
	if !f.sameSentence {
		r.before.leader, r.before.away = event{}, false
	}
}

// remember keeps an answer for what stands on it. What only looks back is no
// step of the story, nor is what tells the day of it once more.
func (r *resolver) remember(s *said, a answer, m *Mention) {
	if r.now.leads && s.is(fieldShift) && s.looksBack() {
		r.before.away = true
	}
	back := s.looksBack() || r.before.away || r.before.back && r.apposed()
	switch passing := r.passing(&a); {
	case back, passing && r.now.aside > asideNoun:
	case passing:
		r.told.mention(a, r.now, m.When)
	default:
		r.told.tell(a, r.now, m.When)
		if s.any(yearFields) {
			r.sections.explicit = r.told.count
		}
		if r.now.leads && a.value.grain == grainYear && s.is(fieldYear) {
			r.before.leader = r.told.last
		}
	}
}

// apposed reports whether nothing but a comma or an opening bracket stands
// between the expression before and this one: "the next morning, 5 August".
func (r *resolver) apposed() bool {
	p := r.before.f
	if p == nil || !r.now.sameSentence || p.span.End > r.now.outer.Start {
		return false
	}
	switch strings.TrimSpace(r.text[p.span.End:r.now.outer.Start]) {
	case ",", "(", ", (":
		return true
	}
	return false
}

// agree brings together the last mention of out and the one before it where
// they tell one time twice: of "Four days earlier, on Saturday" the count tells
// which Saturday, and of "the next morning, 5 August" the date tells the
// morning.
func (r *resolver) agree(out []Mention) {
	m := &out[len(out)-1]
	this := previous{f: r.now, leader: r.before.leader, away: r.before.away}
	if v, ok := r.valueOf(m); ok {
		this.value, this.known = v, true
	}
	this.event = event{answer: r.answer, text: timelineSpan{m.Start, m.End}, when: m.When, known: this.known}
	this.back = r.now.said.looksBack()
	if len(out) > 1 && r.apposed() && !r.now.second {
		r.reconcile(&out[len(out)-2], m, &this)
		this.back = this.back || r.before.back
	}
	r.before = this
}

// valueOf gives the value of the mention just resolved.
func (r *resolver) valueOf(m *Mention) (value, bool) {
	return r.answer.value, !m.When.IsZero() && m.Reason == "" && (m.Type == DATE || m.Type == TIME)
}

// reconcile makes two expressions of one time agree.
func (r *resolver) reconcile(a, b *Mention, this *previous) {
	p, s := &r.before.f.said, &r.now.said
	counted := p.is(fieldShift) || p.is(fieldPick) && p.is(fieldBase)
	switch {
	case !counted || p.v[fieldShift] == vague || p.is(fieldEvery) || a.Type != DATE && a.Type != TIME:
	case s.is(fieldWeekday) && s.only(calendarFields, setOf(fieldWeekday)) && !s.is(fieldBase):
		if r.before.known && r.before.value.grain == grainDay {
			r.sameDay(a, b, this)
		}
	case this.known && this.value.grain >= grainYear && !s.is(fieldBase) && s.any(calendarFields):
		r.toldAfter(a, b, this)
	}
}

// sameDay gives b, a weekday, the day of a. In news a weekday that contradicts
// the count is the surer of the two.
func (r *resolver) sameDay(a, b *Mention, this *previous) {
	agree := isoWeekday(r.before.value.day) == int(r.now.said.v[fieldWeekday])
	if !agree && this.known && !r.narrative {
		return
	}
	b.When, b.Value, b.Anchor, b.Reason = a.When, a.Value, a.Anchor, ""
	b.Because = "the same day as “" + folded(a.Text) + "” before it"
	if !agree {
		b.Because += ", although that day is a " + r.before.value.day.Weekday().String()
	}
	this.value, this.known = r.before.value, true
	if !this.back && !r.before.back {
		r.told.tell(answer{value: this.value, anchor: a.Anchor}, r.now, b.When)
	}
}

// toldAfter gives a, which was counted, the time that b tells right after it.
func (r *resolver) toldAfter(a, b *Mention, this *previous) {
	g := grainOfUnit[r.before.f.said.v[fieldUnit]]
	if g == grainNone || r.before.f.said.any(subFields|setOf(fieldMonth)) || g > this.value.grain || this.value.grain > grainDay {
		return
	}
	v := this.value.within(g)
	if part := r.before.f.said.v[fieldPart]; part != 0 && g == grainDay {
		v = fillTime(v, &r.before.f.said)
	}
	if r.before.known && v == r.before.value {
		return
	}
	a.When, a.Value, a.Reason = v.date(), v.timex(), ""
	a.Because = "told by “" + folded(b.Text) + "” (" + b.When.String() + ") right after it"
	a.Anchor = b.Anchor
}

// The two calendars lie so many days apart, from 1582 to now.
const (
	leastApart = 10
	mostApart  = 13
)

// join makes a and b, mention number i, the ends of one range, and gives both
// the whole of it. Two days written together that lie as far apart as the old
// calendar and the new are one day.
func (r *resolver) join(a, b *Mention, i int) {
	if a.When.IsZero() || b.When.IsZero() || a.Reason != "" || b.Reason != "" {
		return
	}
	if d, ok := r.oneDay(a, b); ok {
		a.When, b.When = d, d
		for _, m := range [...]*Mention{a, b} {
			m.Because += "; one day by the old calendar and the new, of which the later date is that of today’s calendar"
		}
		return
	}
	whole := edtf.NewInterval(start(a.When), end(b.When))
	if _, ok := whole.First(); !ok || whole.IsZero() { // without its year
		return
	}
	a.When, b.When = whole, whole
	a.Because += "; it begins the range that ends with “" + folded(b.Text) + "”"
	if !strings.HasSuffix(b.Because, rangeBegins) {
		b.Because += "; it ends the range that begins with “" + folded(a.Text) + "”"
	}
	a.Pair, b.Pair = i, i-1
}

// oneDay gives the day that two dates tell by two calendars, if they do.
func (r *resolver) oneDay(a, b *Mention) (edtf.Date, bool) {
	if !strings.ContainsAny(r.text[a.End:b.Start], "/([") {
		return edtf.Date{}, false
	}
	x, ok1 := a.When.First()
	y, ok2 := b.When.First()
	n := y - x
	d := b.When
	if n < 0 {
		n, d = -n, a.When
	}
	return d, ok1 && ok2 && n >= leastApart && n <= mostApart
}
