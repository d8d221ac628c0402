package dates

// asideReach is how many words before a date may stand what makes it an aside.
const asideReach = 12

// perfectReach is how many words before a date "had" may stand that makes its
// verb look back.
const perfectReach = 4

// asideClasses are the classes of words that make a date an aside, and the
// names of the months.
type asideClasses struct{ of, relative, until, life, month, abbr class }

func (l *lexicon) asideClasses() asideClasses {
	return asideClasses{of: l.class("genitive"), relative: l.class("relating"), until: l.class("untilword"), life: l.class("life"),
		month: l.class("monthname"), abbr: l.class("monthabbr")}
}

// Values of finding.aside.
const (
	asideNone = iota
	asideNoun // it dates a noun, from which a count may start
	asideFull
	asideBack // the verb looks back: "it had begun on 5 May 1790"
)

// incidental reports whether a date is told in passing, so that the story does
// not move there: "the treaty of 5 May 1790", "which had been founded on 5 May
// 1790", "until the fall of the town in May 1790", "(born 5 May 1790)".
func (p *passage) incidental(f *finding) int8 {
	c := &p.lex.asides
	if f.leads {
		return asideNone
	}
	i := f.outerFirst
	if p.wordIs(i, c.of) && i > 0 && p.words[i-1].lower && p.words[i-1].symbol == symbolNone {
		return asideNoun
	}
	had, comma := false, false
	for i--; i >= 0 && f.outerFirst-i <= asideReach && !p.endsSentence(i); i-- {
		p.steps++
		switch {
		case p.words[i].kind == kindMark && p.words[i].mark == ',':
			comma = true // it parts "which had begun, ended in 1790"
		case p.wordIs(i, p.lex.leans.had):
			if !comma && f.outerFirst-i <= perfectReach {
				return asideBack
			}
			had = !comma
		case had && p.wordIs(i, c.relative):
			return asideFull
		case p.wordIs(i, c.until) && !had:
			if p.unbroken(i+1, f.outerFirst) {
				return asideFull
			}
			return asideNone
		case p.wordIs(i, c.life) && i > 0 && p.words[i-1].kind == kindMark && (p.words[i-1].mark == '(' || p.words[i-1].mark == ',' && i == f.outerFirst-1):
			return asideFull
		}
	}
	return asideNone
}

// unbroken reports whether tokens i to end-1 are words without a mark or a verb
// between them.
func (p *passage) unbroken(i, end int) bool {
	if i >= end {
		return false
	}
	for ; i < end; i++ {
		p.steps++
		if l, sure := p.lean(i); p.words[i].kind != kindWord || sure || l != leanPresent {
			return false
		}
	}
	return true
}

// farAhead is how many years ahead an end lies that the story does not go to.
const farAhead = 2

// passing reports whether the answer is told in passing: an aside about another
// year than the one the story stands at, or an end that lies far ahead ("it
// lasted until 1930").
func (r *resolver) passing(a *answer) bool {
	e, ok := r.told.year()
	if r.now.said.v[fieldOpen] == openUntil && !r.now.leads && ok &&
		a.value.beginYear() >= e.answer.value.beginYear()+farAhead {
		return true
	}
	if r.now.aside == asideNone {
		return false
	}
	if r.now.aside == asideBack && ok && a.value.first() > e.answer.value.first() {
		return false
	}
	return ok && e.answer.value.beginYear() != a.value.beginYear()
}
