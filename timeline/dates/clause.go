package dates

// What a verb says of a date depends on what stands around it: these look at
// the verb's neighbours and at the date's own.

// ofNoun reports whether a word ties a finding to the noun before it, so that
// the verb tells nothing about its time: "das Protokoll vom 5. Mai".
func (p *passage) ofNoun(f *finding) bool {
	before := f.outerFirst - 1
	return f.pair < 0 && before >= 0 && p.words[before].capital && p.wordIs(f.outerFirst, p.lex.leans.attribute)
}

// attributive reports whether a finding belongs to a noun after it: the verb
// tells nothing about the time of "a January 14 deadline", "two September
// shocks" or "futures for December delivery".
func (p *passage) attributive(f *finding) bool {
	next := f.last + 1
	if next >= len(p.words) || p.words[next].kind != kindWord {
		return false
	}
	if !p.words[next].lower { // "the February 17 Movement"
		return f.outerFirst == f.first && f.said.is(fieldMonth) && p.wordIs(f.first-1, p.lex.leans.article)
	}
	month := f.said.is(fieldMonth) && !f.said.is(fieldDay) && f.first == f.last
	noun := p.words[next].symbol == symbolNone || p.wordIs(next, p.lex.leans.appointed)
	if f.outerFirst == f.first && p.wordIs(f.first-1, p.lex.leans.article) {
		return noun || month
	}
	lent := p.wordIs(f.outerFirst, p.lex.leans.lent)
	if month && lent && p.content(f.outerFirst-1) { // "crude for May rose"
		return true
	}
	return month && noun && !p.endsPast(&p.words[next]) && (f.outerFirst == f.first || lent)
}

// bracketed reports whether a finding closes a bracket, as where a source is
// given: no verb is about it.
func (p *passage) bracketed(f *finding) bool {
	next := f.last + 1
	return f.said.is(fieldMonth) && next < len(p.words) && p.words[next].mark == ')'
}

// aside gives the token after a quotation or a relative clause that begins at
// token i, or i: their verbs are not the verb of the sentence.
func (p *passage) aside(i, end int) int {
	t := &p.words[i]
	until := rune(0)
	switch {
	case t.kind == kindMark && t.mark == '"':
		until = '"'
	case i > 0 && p.words[i-1].mark == ',' && p.wordIs(i, p.lex.leans.relative):
		until = ','
	default:
		return i
	}
	for j := i + 1; j < end && j-i < leanReach; j++ {
		if p.steps++; p.words[j].kind == kindMark && p.words[j].mark == until {
			return j + 1
		}
	}
	return i
}

// beforeAdverb gives the token before i, and where that is an adverb the one
// before it: "is officially published".
func (p *passage) beforeAdverb(i int) int {
	i--
	if i > 0 {
		t := &p.words[i]
		if t.kind == kindWord && t.lower && t.end-t.start > 4 && p.text[t.end-2:t.end] == "ly" {
			i--
		}
	}
	return i
}

// perfectly reports whether the past form at i, known as w or not known, makes
// a perfect of the present: "has called for". That never tells when it was, so
// a date beside it belongs to something else.
func (p *passage) perfectly(i int, w *word) bool {
	c := &p.lex.leans
	if w != nil && !w.classes.has(c.past) {
		return false
	}
	j := p.beforeAdverb(i)
	if p.wordIs(j, c.been) {
		j--
	}
	return p.wordIs(j, c.perfect) && !p.wordIs(j-1, c.modal)
}

// progressive reports whether a form that tells of what is arranged follows
// token i: "is ending".
func (p *passage) progressive(i int) bool {
	if i++; i >= len(p.words) {
		return false
	}
	t := &p.words[i]
	return t.kind == kindWord && t.lower && t.end-t.start > 4 && p.text[t.end-3:t.end] == "ing"
}

// compound reports whether the word at i ends a compound, as in
// "color-coded": that is an adjective, unless only a prefix stands before.
func (p *passage) compound(i int) bool {
	return i > 1 && p.words[i-1].mark == '-' && !p.words[i].spaced && !p.words[i-1].spaced &&
		!p.wordIs(i-2, p.lex.leans.rejoin)
}

// closesQuotation gives the token after the marks from i on that close a
// quotation or a bracket.
func (p *passage) closesQuotation(i int) int {
	for n := 0; n < openingMarks && i < len(p.words); n++ {
		t := &p.words[i]
		if t.kind != kindMark || t.spaced || t.mark != '"' && t.mark != '\'' && t.mark != ')' {
			break
		}
		i++
	}
	return i
}

// noun reports whether the word at i, known as w, is a noun that looks like a
// verb: "plans for".
func (p *passage) noun(i int, w *word) bool {
	return w.classes.has(p.lex.leans.alike) && p.wordIs(i+1, p.lex.leans.owner)
}

// compareReach is how many words before a length of time the superlative may
// stand that compares with all of it.
const compareReach = 7

// compares reports whether a finding says in how long a time something is the
// first, or the worst: "its steepest drop in 80 years".
func (p *passage) compares(f *finding) bool {
	for i := f.outerFirst; i >= 0 && f.outerFirst-i < compareReach && !p.endsSentence(i); i-- {
		if p.steps++; p.wordIs(i, p.lex.leans.superlative) {
			return true
		}
	}
	return false
}

// content reports whether the token at i may be a noun, as far as the lists
// can tell.
func (p *passage) content(i int) bool {
	if i < 0 {
		return false
	}
	t := &p.words[i]
	return t.kind == kindWord && t.lower && t.symbol == symbolNone && !p.endsPast(t)
}

// besideReach is how many words may stand between two dates side by side.
const besideReach = 2

// leaningBeside gives the direction of f as leaning does, but of two dates side
// by side the second looks where the first does: "by October or November".
func (p *passage) leaningBeside(before []finding, f *finding) int32 {
	if n := len(before); n > 0 {
		a := &before[n-1]
		gap := f.first - a.last - 1
		if gap > 0 && gap <= besideReach && p.wordIs(a.last+1, p.lex.leans.beside) &&
			a.said.is(fieldLean) && a.said.period() == f.said.period() {
			return a.said.v[fieldLean]
		}
	}
	return p.leaning(f)
}

// heading reports whether a finding stands before the text that it dates, as
// in a chronology or after the place of a report: "LONDON, March 30 - ".
func (p *passage) heading(f *finding) bool {
	next := f.last + 1
	if !f.said.is(fieldMonth) || next >= len(p.words) || p.words[next].kind != kindMark {
		return false
	}
	lead := p.startsSentence(f.outerFirst) || f.first > 1 && p.words[f.first-1].mark == ',' && p.words[f.first-2].capital
	switch t := &p.words[next]; t.mark {
	case '-', '—':
		return lead && t.spaced
	case ':':
		return p.startsSentence(f.outerFirst)
	}
	return false
}

// singledReach is how many words before "to be" the superlative may stand.
const singledReach = 4

// singled reports whether the noun at i is singled out: "the latest man to be
// killed" looks back.
func (p *passage) singled(i int) bool {
	for end := i - singledReach; i >= 0 && i > end; i-- {
		if p.steps++; p.wordIs(i, p.lex.leans.superlative) {
			return true
		}
	}
	return false
}
