package dates

import "dateline/timeline/edtf"

// resolver gives the findings of one text their meaning, in the order in which
// they stand.
type resolver struct {
	text      string
	ref       reference
	narrative bool  // dates run on from one another, not from publication
	order     order // of day and month in numeric dates
	told      told
	now       *finding
	end       *finding // the other end of the range that now begins, or nil
	why       reasons
	answer    answer   // of the mention resolved last
	before    previous // the mention before
	sections  sections
}

// answer is what an expression means.
type answer struct {
	value  value
	anchor Anchor
	doubt  bool      // it moves with the doubt about the publication date
	coarse bool      // it was cut down to what the publication date allows
	share  edtf.Date // what all readings have in common, where there are several
}

// newResolver decides what holds for the whole text.
func newResolver(text string, ctx Context, raw []finding) *resolver {
	r := &resolver{text: text, ref: newReference(ctx.Reference)}
	r.narrative = isNarrative(text, raw, &r.ref)
	r.order = orderOf(raw)
	r.sections = sections{headings: headingsOf(text, ctx, raw), ref: r.ref, narrative: r.narrative}
	return r
}

// resolve gives the mentions, in the order of the findings.
func (r *resolver) resolve(raw []finding) []Mention {
	out := make([]Mention, 0, len(raw))
	for i := range raw {
		f := &raw[i]
		if !r.meets(f) {
			continue
		}
		r.now, r.end = f, nil
		r.enter(f)
		r.advance(f, out)
		if f.pair == int32(i)+1 {
			r.end = &raw[i+1]
		}
		r.why.reset()
		m := Mention{Span: f.span, Outer: f.outer, Text: r.text[f.span.Start:f.span.End],
			Rule: f.rule.name, Pair: -1}
		r.mention(&m, &f.said)
		if f.second && len(out) > 0 && f.pair == int32(i)-1 {
			r.join(&out[len(out)-1], &m, len(out))
		}
		out = append(out, m)
		r.head(&out[len(out)-1], len(out)-1)
		r.agree(out)
	}
	r.sections.close(0, len(r.text), out)
	return out
}

// mention fills in type, value and meaning.
func (r *resolver) mention(m *Mention, s *said) {
	m.Type = s.timexType()
	if s.is(fieldMod) {
		m.Mod = modNames[s.v[fieldMod]]
	}
	switch {
	case m.Type == DURATION, m.Type == SET, m.Type == ORDER:
		m.Value = s.fixed(m.Type)
		m.Reason = noDate(m)
	case s.is(fieldVague):
		r.vague(m, s)
	case r.narrative && s.isToday() && !r.now.quoted:
		m.Value = vagueValues[vaguePresent-vaguePast]
		m.Reason = noDate(m)
	default:
		r.dated(m, s)
	}
}

// vague fills in a mention of the past, the present or the future. Told of the
// past, "soon" means soon after.
func (r *resolver) vague(m *Mention, s *said) {
	if s.v[fieldBase] == baseTold && s.v[fieldLean] == leanPast {
		m.Type = ORDER
	} else {
		m.Value = vagueValues[s.v[fieldVague]-vaguePast]
	}
	m.Reason = noDate(m)
}

var vagueValues = [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}

// dated fills in a mention that names a date, and remembers it for those that
// stand on it.
func (r *resolver) dated(m *Mention, s *said) {
	a, ok := r.date(s)
	m.Anchor = a.anchor
	if ok {
		m.When = r.when(s, &a)
		if ok = !m.When.IsZero(); !ok {
			r.why.say(", outside the years that can be written")
		}
	}
	r.answer = a
	if ok {
		m.Value = a.value.timex()
		r.remark(s, &a.value)
		m.Because = r.why.text()
		r.remember(s, a, m)
		return
	}
	m.Value = s.open()
	if v := vagueShift(s); v != "" {
		m.Value = v
	}
	if s.is(fieldMonth) && s.is(fieldDay) {
		m.When = edtf.NewMonthDay(int(s.v[fieldMonth]), int(s.v[fieldDay]))
	}
	m.Reason = r.why.text()
	if s.any(calendarFields) && !s.is(fieldBase) {
		r.told.fail(s, r.now)
	}
}

// remark adds to the reason what a reader of the date should know: whose
// holiday it is, and that the weekday said is not the day's.
func (r *resolver) remark(s *said, v *value) {
	if n := r.now.nation; n.End > n.Start {
		r.why.say("; it is the day that goes with “", r.text[n.Start:n.End], "”")
	}
	if s.is(fieldWeekday) && s.is(fieldDay) && v.grain >= grainDay && isoWeekday(v.day) != int(s.v[fieldWeekday]) {
		r.why.say(", although that day is a ", v.day.Weekday().String())
	}
	if s.v[fieldMod] == modApprox {
		r.why.say(", told as approximate")
	}
	if s.is(fieldFiscal) {
		r.why.say("; it is a fiscal year, which need not be the calendar's")
	}
	switch s.v[fieldOpen] {
	case openSince:
		r.why.say("; what is told lasts from then on")
	case openUntil:
		r.why.say("; what is told lasts until then")
	}
}

// looksBack reports whether s only compares with an earlier time: that is no
// step of the story.
func (s *said) looksBack() bool {
	return s.is(fieldShift) && s.v[fieldShift] < 0 && (s.v[fieldPick] < 0 || s.v[fieldBase] == baseTold) ||
		s.is(fieldEcho) || s.v[fieldOpen] == openSince
}

// timexType gives the TIMEX3 type of what is said.
func (s *said) timexType() Type {
	switch {
	case s.is(fieldType):
		return typeNames[s.v[fieldType]]
	case s.is(fieldEvery), s.is(fieldRate):
		return SET
	case s.any(timeFields):
		return TIME
	case s.is(fieldUnit) && s.is(fieldShift) && s.v[fieldUnit] <= unitHour:
		return TIME
	}
	return DATE
}

// fixed gives the value of a duration, set or order word.
func (s *said) fixed(t Type) string {
	n := int32(1000)
	if s.is(fieldN) {
		n = s.v[fieldN]
	}
	if s.is(fieldPlus) && n != vague {
		n += s.v[fieldPlus]
	}
	switch {
	case t == ORDER:
		return ""
	case s.is(fieldRate) && s.is(fieldUnit):
		return rateCodes[s.v[fieldUnit]]
	case s.is(fieldUnit) && !s.any(calendarFields):
		return duration(n, s.v[fieldUnit])
	case t == DURATION:
		return "PX"
	}
	return s.open()
}

// vagueShift gives the value of "several years ago" and "a few days later".
func vagueShift(s *said) string {
	if !s.is(fieldShift) || !s.is(fieldN) || s.v[fieldN] != vague {
		return ""
	}
	if s.v[fieldPick] < 0 {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

// when gives the EDTF date of an answer.
func (r *resolver) when(s *said, a *answer) edtf.Date {
	d := a.value.date()
	if p, ok := a.value.portion(s.v[fieldOrdinal]); ok {
		d = p
	}
	if s.is(fieldZone) && a.value.grain == grainClock {
		d = d.WithOffset(int(s.v[fieldZone]))
	}
	if !a.share.IsZero() {
		d = a.share
	}
	if s.v[fieldMod] == modApprox || s.is(fieldFiscal) || a.coarse {
		d = d.WithApproximate(true)
	}
	if a.doubt {
		d = r.ref.doubt(d)
	}
	switch s.v[fieldOpen] {
	case openSince, openAfter:
		return edtf.Since(start(d))
	case openUntil, openBefore:
		return edtf.Until(end(d))
	}
	return d
}

// doubt passes the doubt about the publication date on to d.
func (r *reference) doubt(d edtf.Date) edtf.Date {
	if r.date.Approximate() {
		d = d.WithApproximate(true)
	}
	if r.date.Uncertain() {
		d = d.WithUncertain(true)
	}
	return d
}

// start and end give the ends of an interval, and any other date itself.
func start(d edtf.Date) edtf.Date {
	if a, _, ok := d.Interval(); ok {
		return a
	}
	return d
}

func end(d edtf.Date) edtf.Date {
	if _, b, ok := d.Interval(); ok {
		return b
	}
	return d
}

// meets reports whether the text around a finding lets it count: small numbers
// as years only where years BC are told. "In two weeks" is a date only where
// the sentence looks ahead; otherwise it becomes a length of time.
func (r *resolver) meets(f *finding) bool {
	switch f.said.v[fieldNeeds] {
	case needsBC:
		return r.beforeChrist(f)
	case needsStory:
		return r.narrative
	case needsEnded:
		if f.said.v[fieldLean] == leanPast {
			f.said.set(fieldShift, -1000)
		}
	case needsHours:
		_, ok := r.told.near(grainClock, f.span.Start)
		return ok && f.said.v[fieldHour] <= 12
	case needsMonth:
		_, ok := r.told.at(grainMonth)
		return ok
	case needsLater:
		if !r.afterwards(&f.said) {
			f.said.drop(fieldYear)
		}
	case needsFuture:
		if f.said.v[fieldLean] != leanFuture {
			f.said.drop(fieldBase)
			f.said.drop(fieldShift)
			f.said.drop(fieldPick)
			f.said.set(fieldType, typeDuration)
		}
	}
	return true
}

// beforeChrist reports whether a bare small number can be a year BC: the last
// date told is one, not a hundred years away.
func (r *resolver) beforeChrist(f *finding) bool {
	if !r.told.last.known {
		return false
	}
	told := r.told.last.answer.value.beginYear()
	return told < 1 && abs(int32(told)-1+f.said.v[fieldYear]) < 100
}
