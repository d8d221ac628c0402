package dates

import "dateline/timeline"

// extent is one expression of a match while it is put together.
type extent struct {
	said     said
	from, to int // tokens of the stage
	children int
	child    int32 // the last of them
}

// maxExtents is how many expressions one rule can find at once.
const maxExtents = 4

// build turns the match of r over tokens i to next-1, described by c.best, into
// findings, with their tokens in c.built. It reports false where the parts
// contradict each other; then nothing is found.
func (c *cascade) build(r *rule, i, next int) bool {
	var exts [maxExtents]extent
	var shared said
	n, open := c.extents(i, next, &exts)
	k := -1
	if !open {
		k = 0
	}
	for _, cp := range c.best {
		into := &shared
		if k >= 0 && (exts[k].to < 0 || !open) {
			into = &exts[k].said
		}
		switch cp.code {
		case opOpen:
			k++
			exts[k].to = -1
		case opClose:
			exts[k].to = cp.token
		case opSet:
			into.set(cp.f, cp.v)
		case opFound:
			child := &c.passage.found[cp.v]
			if !into.join(&child.said) {
				return false
			}
			if k >= 0 {
				exts[k].children++
				exts[k].child = cp.v
			}
		}
	}
	c.emit(r, exts[:n], &shared, i, next)
	return true
}

// extents sets where the expressions of the match begin and end, and reports
// whether the rule marks them by brackets.
func (c *cascade) extents(i, next int, exts *[maxExtents]extent) (n int, open bool) {
	for _, cp := range c.best {
		switch cp.code {
		case opOpen:
			exts[n].from = cp.token
			n++
		case opClose:
			exts[n-1].to = cp.token
		}
	}
	if n > 0 {
		return n, true
	}
	exts[0] = extent{from: i, to: next}
	return 1, false
}

// join adds what o says. It reports false where both say the same part of a
// date.
func (s *said) join(o *said) bool {
	if s.has&o.has&(calendarFields|setOf(fieldBase)) != 0 {
		return false
	}
	s.take(o)
	return true
}

// emit appends one finding for each expression.
func (c *cascade) emit(r *rule, exts []extent, shared *said, i, next int) {
	p := &c.passage
	c.built = c.built[:0]
	outer := timeline.Span{Start: p.startOf(i), End: p.endOf(next - 1)}
	base := int32(len(p.found))
	for k := range exts {
		e := &exts[k]
		e.said.drop(fieldWeak)
		e.said.take(shared)
		e.said.assign(r)
		f := finding{
			said: e.said, rule: r, pair: -1, outer: outer, second: k > 0,
			span:       timeline.Span{Start: p.startOf(e.from), End: p.endOf(e.to - 1)},
			outerFirst: p.tokens[i].firstWord(p),
			first:      p.tokens[e.from].firstWord(p),
			last:       p.tokens[e.to-1].lastWord(p),
		}
		if r.outer && e.children == 1 {
			f.keep(p, &p.found[e.child], base+int32(k))
		}
		if r.pair && len(exts) == 2 {
			f.pair = base + int32(1-k)
		}
		p.found = append(p.found, f)
		c.built = append(c.built, token{
			start: f.span.Start, end: f.span.End, kind: kindFound,
			spaced: p.tokens[e.from].spaced,
			found:  base + int32(k), shapes: f.said.shapes(), symbol: symbolFound,
		})
	}
	if (r.pair || r.list) && len(exts) == 2 {
		lend(&p.found[base].said, &p.found[base+1].said)
	}
}

// keep lets f, a finding about to be number i, stay what its only part was.
func (f *finding) keep(p *passage, child *finding, i int32) {
	f.rule = child.rule
	if child.pair >= 0 {
		f.pair, f.second = child.pair, child.second
		p.found[child.pair].pair = i
	}
}

// startOf and endOf give the bytes at which a token of the stage begins and
// ends.
func (p *passage) startOf(i int) int { return p.tokens[i].start }
func (p *passage) endOf(i int) int   { return p.tokens[i].end }

// assign carries out a rule's assignments.
func (s *said) assign(r *rule) {
	for _, a := range r.sets {
		v := a.v
		if a.sign != 0 {
			if v = s.v[a.from]; v != vague {
				if a.from == fieldN {
					v += s.v[fieldPlus]
				}
				v *= a.sign
			}
		}
		s.set(a.f, v)
	}
	if r.weak {
		s.set(fieldWeak, 1)
	}
	if s.is(fieldUnit) && s.is(fieldPick) && !s.is(fieldShift) && !s.any(calendarFields) {
		s.set(fieldShift, s.v[fieldPick]*1000)
		s.drop(fieldPick)
	}
	if s.is(fieldClock) {
		s.set(fieldHour, s.v[fieldClock]/100)
		s.set(fieldMinute, s.v[fieldClock]%100)
		if s.v[fieldMinute] > 59 {
			s.set(fieldWeak, 1)
		}
		s.drop(fieldClock)
	}
	if s.is(fieldWithin) && s.is(fieldUnit) {
		s.set(fieldWithin, s.v[fieldUnit])
		s.drop(fieldUnit)
		s.drop(fieldBase)
		s.drop(fieldShift)
	}
}

// keepStrong drops the findings that count only inside a larger one and makes
// the pairs of the others point to each other in their new order.
func (p *passage) keepStrong() {
	kept, at := p.kept[:0], p.places[:0]
	for range p.found {
		at = append(at, -1)
	}
	quotes, word := 0, 0
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.kind == kindFound && !p.found[t.found].said.is(fieldWeak) {
			at[t.found] = int32(len(kept))
			f := p.found[t.found]
			f.leads = p.startsSentence(f.outerFirst)
			f.aside = p.incidental(&f)
			f.sameSentence = len(kept) > 0 && !p.sentenceEnds(kept[len(kept)-1].last, f.first)
			for ; word < f.first; word++ {
				if p.words[word].mark == '"' {
					quotes++
				}
			}
			f.quoted = quotes%2 == 1
			if !f.said.is(fieldLean) && f.said.has&yearFields == 0 {
				f.said.set(fieldLean, p.leaningBeside(kept, &f))
			}
			kept = append(kept, f)
		}
	}
	for i := range kept {
		if kept[i].pair >= 0 {
			kept[i].pair = at[kept[i].pair]
		}
	}
	p.lendDays(kept)
	p.kept, p.found, p.places = p.found, kept, at
}

// lend gives each end of a range what it leaves to the other: the year to "May
// 5 to June 3, 2020", the month to "May 5–9".
func lend(a, b *said) {
	if a.is(fieldWithin) {
		a.take(b)
		return
	}
	a.lengthen(b)
	coarse := setOf(fieldEra, fieldCentury, fieldDecade, fieldYear, fieldYY)
	mid := setOf(fieldHalf, fieldQuarter, fieldSeason, fieldMonth)
	if a.is(fieldDay) && b.is(fieldDay) && !(a.is(fieldMonth) && b.is(fieldMonth)) {
		a.borrow(b, mid)
		b.borrow(a, mid)
	}
	if a.is(fieldYear) && b.is(fieldYY) && !b.is(fieldYear) { // "1870/71"
		y := a.v[fieldYear]/100*100 + b.v[fieldYY]
		if y < a.v[fieldYear] {
			y += 100
		}
		b.set(fieldYear, y)
		b.drop(fieldYY)
	}
	if a.is(fieldYear) && b.is(fieldYear) || a.is(fieldCentury) && b.is(fieldCentury) {
		a.borrow(b, setOf(fieldEra))
	}
	if !a.any(coarse) && b.any(coarse) && a.any(calendarFields) {
		a.borrow(b, coarse)
		a.set(fieldLent, 1)
		if a.is(fieldYear) && a.v[fieldMonth] > b.v[fieldMonth] && b.is(fieldMonth) {
			a.v[fieldYear]--
		}
	} else if a.any(coarse) && !b.any(coarse) && b.any(calendarFields) {
		b.borrow(a, coarse)
		b.set(fieldLent, 1)
		if b.is(fieldYear) && b.is(fieldMonth) && a.v[fieldMonth] > b.v[fieldMonth] {
			b.v[fieldYear]++
		}
	}
}

// lengthen gives the first of two lengths or sets what only the second says:
// "between two and six days", "Monday and Tuesday nights".
func (s *said) lengthen(o *said) {
	if s.is(fieldN) && !s.is(fieldUnit) {
		s.borrow(o, setOf(fieldUnit))
	}
	if s.is(fieldEvery) && o.is(fieldEvery) {
		s.borrow(o, setOf(fieldPart))
	}
}

// borrow takes the given fields of o that s does not have.
func (s *said) borrow(o *said, fields fieldSet) {
	for f := range numFields {
		if fields&(1<<f) != 0 && o.is(f) && !s.is(f) {
			s.set(f, o.v[f])
		}
	}
}

// lendDays gives a time of day the day that follows it: "10:35 a.m. (0735 GMT)
// on Friday".
func (p *passage) lendDays(kept []finding) {
	for i := len(kept) - 2; i >= 0; i-- {
		a, b := &kept[i].said, &kept[i+1].said
		if !a.any(timeFields) || a.any(dayFields|yearFields) || a.is(fieldBase) || a.is(fieldEvery) ||
			!b.any(dayFields) || b.is(fieldEvery) || !p.lendable(kept[i].last+1, kept[i+1].outerFirst) {
			continue
		}
		zone, part := a.is(fieldZone), a.is(fieldPart)
		a.take(b)
		if !zone {
			a.drop(fieldZone)
		}
		if !part {
			a.drop(fieldPart)
		}
	}
}

// lendable reports whether tokens i to end-1 keep a time of day and the day
// after it together.
func (p *passage) lendable(i, end int) bool {
	for ; i < end; i++ {
		if t := &p.words[i]; !p.wordIs(i, p.lex.between) && (t.kind != kindMark || t.mark != '(' && t.mark != ')') {
			return false
		}
	}
	return true
}
