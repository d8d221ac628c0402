package dates

// scope is a heading above the words being resolved, with its date if it has
// one. What stands under a day counts from that day as from a publication;
// under a month or a year a history goes on.
type scope struct {
	heading Heading
	level   int
	event   event
	mention int // index of the mention that tells the date
}

// sections keeps track of the headings while the resolver walks the text.
type sections struct {
	headings  []Heading
	next      int
	open      []scope
	ref       reference // of the whole text
	narrative bool
	last      event // the date of the dated heading before
	explicit  int   // serial of the last date told with its year
}

// advance enters the sections that begin before or at f.
func (r *resolver) advance(f *finding, out []Mention) {
	n := &r.sections
	for n.next < len(n.headings) && n.headings[n.next].Start <= f.span.Start {
		h := n.headings[n.next]
		n.next++
		level := h.Level
		if level == 0 {
			level = levelUndated
			if h.End > f.span.Start { // f stands in it
				level = f.said.level()
			}
		}
		n.close(level, h.Start, out)
		n.open = append(n.open, scope{heading: h, level: level})
		r.settleSection()
	}
}

// level gives the level of a heading that states none by the date in it.
func (s *said) level() int {
	switch {
	case s.any(dayFields):
		return levelDay
	case s.any(setOf(fieldMonth) | subFields):
		return levelMonth
	}
	return levelYear
}

// close ends the sections of a level and those below it, at byte pos, and notes
// on the mentions that date them what they date.
func (n *sections) close(level, pos int, out []Mention) {
	for k := len(n.open) - 1; k >= 0 && n.open[k].level >= level; k-- {
		if o := &n.open[k]; o.event.known {
			m := &out[o.mention]
			m.Section.Start, m.Section.End = o.heading.End, pos
		}
		n.open = n.open[:k]
	}
}

// settleSection sets what the mentions of the section now open stand on.
func (r *resolver) settleSection() {
	n := &r.sections
	r.ref, r.narrative = n.ref, n.narrative
	for k := range n.open {
		switch e := &n.open[k].event; {
		case !e.known:
		case e.answer.value.grain >= grainDay:
			r.ref = newReference(e.answer.value.day.Date())
			r.ref.heading = e.quoted(r.text)
			r.narrative = false
		default:
			r.narrative = true
		}
	}
}

// head lets the mention just resolved date its section, if it is a date at the
// head of one. Of a range only the year holds for what follows.
func (r *resolver) head(m *Mention, i int) {
	n := &r.sections
	if len(n.open) == 0 || m.When.IsZero() || m.Reason != "" || r.now.second || m.Type != DATE && m.Type != TIME {
		return
	}
	o, v := &n.open[len(n.open)-1], r.answer.value
	if o.event.known || v.grain < grainYear || !heads(r.text, o.heading, r.now.outer, v.grain >= grainDay) {
		return
	}
	if r.end != nil {
		if !r.end.said.is(fieldYear) || int(r.end.said.v[fieldYear]) != v.beginYear() {
			return
		}
		v = v.within(grainYear)
	}
	if v.grain > grainDay {
		v = value{grain: grainDay, day: v.day}
	}
	r.told.tell(answer{value: v, anchor: m.Anchor}, r.now, m.When)
	r.told.last.leads = true
	r.told.grains[v.grain], r.told.steps[v.grain] = r.told.last, r.told.last
	o.event, o.mention, n.last = r.told.last, i, r.told.last
	r.settleSection()
}

// ofHeading resolves a date without its year in the year of the heading above
// it, if no other year was told since; in a heading, near the dated heading
// before it.
func (r *resolver) ofHeading(s *said, period grain) (answer, bool) {
	n := &r.sections
	if period != grainYear || len(n.open) == 0 {
		return answer{}, false
	}
	for k := len(n.open) - 1; k >= 0; k-- {
		e := &n.open[k].event
		if !e.known {
			continue
		}
		if e.answer.value.grain >= grainDay || n.explicit > e.serial {
			return answer{}, false
		}
		v, ok := fill(e.answer.value.within(grainYear), s)
		if ok {
			r.why.say("the year of the heading ", e.named(r.text))
		}
		return answer{value: v, anchor: Told, doubt: e.answer.doubt}, ok
	}
	if h := n.open[len(n.open)-1].heading; n.last.known && r.now.span.Start < h.End {
		v, ok := choose(s, period, n.last.answer.value.first(), leanPresent)
		if ok {
			r.why.say("the nearest to ", n.last.named(r.text), ", the dated heading before it")
		}
		return answer{value: v, anchor: Told}, ok
	}
	return answer{}, false
}
