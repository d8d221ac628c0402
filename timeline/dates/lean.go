package dates

// leanClasses are the classes of words that tell which way a sentence looks.
type leanClasses struct {
	past, either, notPast, present, future                                                                                                                class
	ahead, be, aux, to, moved, foreseen                                                                                                                   class
	article, pronoun, abbr, clause, might, being, perfect, had, been, announce, notAnnounce                                                               class
	modal, were, before, forecast, object, seeming, relative, rejoin, lent, by, alike, owner, superlative, appointed, weekday, beside, would, about, come class
	closing, ordinal, copula, attribute                                                                                                                   class
	closes                                                                                                                                                bool // there are words of class closing
	parted                                                                                                                                                bool // marks part clauses
}

// leanClasses finds the classes by their names in the lists.
func (l *lexicon) leanClasses() leanClasses {
	_, closes := l.classes["closing"]
	return leanClasses{
		past: l.class("past"), either: l.class("either"), notPast: l.class("notpast"),
		present: l.class("present"), future: l.class("future"), ahead: l.class("ahead"),
		be: l.class("be"), aux: l.class("aux"), to: l.class("to"), moved: l.class("moved"),
		foreseen: l.class("foreseen"), article: l.class("article"), pronoun: l.class("pronoun"),
		abbr: l.class("abbr"), clause: l.class("clause"), might: l.class("might"), being: l.class("being"),
		perfect: l.class("perfect"), had: l.class("had"), been: l.class("been"),
		announce: l.class("announce"), notAnnounce: l.class("notannounce"),
		modal: l.class("modal"), were: l.class("were"), before: l.class("beforehand"),
		forecast: l.class("forecast"), object: l.class("object"), seeming: l.class("seeming"),
		relative: l.class("relative"), rejoin: l.class("rejoin"), lent: l.class("lent"), by: l.class("by"), alike: l.class("alike"), owner: l.class("owner"), superlative: l.class("superlative"), beside: l.class("beside"), appointed: l.class("appointed"), weekday: l.class("weekday"), would: l.class("would"), about: l.class("aheadof"), come: l.class("come"),
		closing: l.class("closing"), ordinal: l.class("ordinal"), copula: l.class("copula"), attribute: l.class("attribute"), closes: closes, parted: l.marked(l.class("clause")),
	}
}

// leanReach is how many words away a verb may stand.
const leanReach = 40

// leaning gives the direction that the words around a finding give: that of
// the nearest verb before it in its sentence, or else of the first one after.
func (p *passage) leaning(f *finding) int32 {
	belongs := p.attributive(f)
	if belongs && (p.wordIs(f.last+1, p.lex.leans.appointed) || p.wordIs(f.outerFirst, p.lex.leans.lent)) || p.ofNoun(f) || p.bracketed(f) || f.said.v[fieldNeeds] == needsFuture && p.compares(f) {
		return leanPresent
	}
	p.until = f.said.v[fieldOpen] >= openUntil
	p.at, p.by = f.first, p.wordIs(f.outerFirst, p.lex.leans.by)
	p.yearly = f.said.period() == grainYear
	l, found := p.verb(f)
	if belongs { // "wounded in the Aug. 7 attack"
		return min(l, leanPresent)
	}
	if p.heading(f) {
		return min(max(l-1, leanPast), leanPresent)
	}
	if p.until && p.yearly && l == leanPast { // what was closed may still be
		return leanPresent
	}
	if p.until && l == leanPresent && (found && f.said.v[fieldOpen] == openUntil || f.said.is(fieldWeekday)) {
		return leanFuture
	}
	return l
}

// verb looks for the verb that gives a finding its direction: in the clause,
// where marks part clauses, and then in the sentence; before the finding, and
// then after it.
func (p *passage) verb(f *finding) (l int32, found bool) {
	if p.wordIs(f.outerFirst-1, p.lex.leans.being) { // "the vote is Tuesday"
		return leanFuture, true
	}
	first, last := f.first-1, f.last+1
	if p.wordIs(f.outerFirst-1, p.lex.leans.copula) && p.clauseEdge(last, 1) == last { // "ist am 9. Juni."
		return leanFuture, true
	}
	from, to := p.speech(f)
	if !p.lex.leans.parted {
		if l, found = p.verbBefore(first, from); found {
			return p.closed(l, last), true
		}
		return p.verbAfter(last, to)
	}
	begin := max(p.clauseEdge(first, -1), from)
	if l, found = p.verbBefore(first, begin); found {
		return p.closed(l, last), true
	}
	if begin <= from || p.endsSentence(begin) {
		return p.verbAfter(last, to)
	}
	end := min(p.clauseEdge(last, 1), to)
	if l, found = p.verbAfter(last, end); found {
		return l, true
	}
	if l, found = p.verbBefore(begin-1, from); found {
		return l, true
	}
	return p.verbAfter(end+1, to)
}

// clauseEdge gives the mark that ends the clause, from token i on in steps of
// one forward or back, or where the sentence or the text ends.
func (p *passage) clauseEdge(i, step int) int {
	for n := 0; i >= 0 && i < len(p.words) && n < leanReach; n++ {
		t := &p.words[i]
		if p.endsSentence(i) || t.kind == kindMark && p.lex.markIs(t.mark, p.lex.leans.clause) {
			return i
		}
		p.steps++
		i += step
	}
	return i
}

// verbBefore looks for a verb from token i back, as far as the token after end.
func (p *passage) verbBefore(i, end int) (l int32, found bool) {
	for n := 0; i > end && n < leanReach && !p.endsSentence(i); n++ {
		p.steps++
		switch l, sure := p.lean(i); {
		case sure && l == leanFuture && p.abandoned(i):
			return leanPresent, true
		case sure:
			return l, true
		case l == leanPast:
			return p.participle(i - 1), true
		}
		i--
	}
	return leanPresent, false
}

// verbAfter looks for a verb from token i on, as far as the token before end.
func (p *passage) verbAfter(i, end int) (l int32, found bool) {
	for n := 0; i < end && n < leanReach && !p.endsSentence(i); n++ {
		p.steps++
		if next := p.aside(i, end); next > i {
			i = next
			continue
		}
		if l, sure := p.lean(i); sure || l == leanPast {
			return p.closed(l, i+1), true
		}
		i++
	}
	return leanPresent, false
}

// closed turns the direction of a verb to the future where a word that looks
// ahead closes its clause, from token i on: "ist am Montag geplant".
func (p *passage) closed(l int32, i int) int32 {
	if !p.lex.leans.closes || l != leanPast {
		return l
	}
	for end := p.clauseEdge(i, 1); i < end; i++ {
		if p.steps++; p.wordIs(i, p.lex.leans.closing) {
			return leanFuture
		}
	}
	return l
}

// planReach is how many words before a word that looks ahead "had been" may
// stand.
const planReach = 4

// abandoned reports whether "had been" stands before the word at i: what had
// been due may have been before publication or after it.
func (p *passage) abandoned(i int) bool {
	c := &p.lex.leans
	if p.yearly && (p.wordIs(i-1, c.were) || p.wordIs(i, c.to) && p.wordIs(i-2, c.were)) || p.wordIs(i-1, c.before) {
		return true
	}
	for end := i - planReach; i > 0 && i > end; i-- {
		if p.wordIs(i, c.been) && p.wordIs(i-1, c.had) {
			return true
		}
	}
	return false
}

// participle decides on a word that ends like a past form, with token i before
// it: where "will" stands earlier in the clause it was only a participle.
func (p *passage) participle(i int) int32 {
	c := &p.lex.leans
	for end := i - leanReach; i >= 0 && i > end && !p.endsSentence(i); i-- {
		p.steps++
		t := &p.words[i]
		if t.kind == kindMark && t.mark != '-' && t.mark != '.' && t.mark != '\'' || p.wordIs(i, c.clause) {
			break
		}
		if p.wordIs(i, c.modal) && p.wordIs(i+1, c.perfect) { // "may have been killed"
			return leanPast
		}
		if p.wordIs(i, c.future) {
			return leanFuture
		}
		if p.wordIs(i, c.to) {
			if l, sure := p.ahead(i); sure {
				return l
			}
		}
	}
	return leanPast
}

// lean gives the direction of the word at i. It is sure unless the word only
// ends like a past form; [leanPresent] that is not sure is no direction.
func (p *passage) lean(i int) (l int32, sure bool) {
	t := &p.words[i]
	if t.kind != kindWord || t.capital && i > 0 && !p.startsSentence(i) {
		return leanPresent, false
	}
	c := &p.lex.leans
	if w := p.lex.known(t); w != nil {
		if l, sure, ok := p.auxiliary(i, w); ok {
			return l, sure
		}
		if l, sure, ok := p.known(i, w); ok {
			return l, sure
		}
	}
	if p.endsPast(t) && !p.wordIs(i-1, c.be) && !p.wordIs(i-1, c.article) && !p.compound(i) {
		if p.wordIs(p.beforeAdverb(i), c.being) || p.perfectly(i, nil) {
			return leanPresent, true
		}
		return leanPast, false
	}
	return leanPresent, false
}

// auxiliary gives the direction that the word at i, known as w, has by the
// words beside it, if it has one: modals, plans and forms of "be".
func (p *passage) auxiliary(i int, w *word) (l int32, sure, ok bool) {
	c, has := &p.lex.leans, w.classes.has
	switch {
	case has(c.to):
		l, sure = p.ahead(i)
		return l, sure, true
	case has(c.would) && p.yearly: // what was to be may have been
		return leanPresent, true, true
	case has(c.about) && p.wordIs(i+1, c.owner):
		return leanFuture, true, true
	case has(c.modal) && p.wordIs(i+1, c.perfect):
		return leanPast, true, true
	case has(c.forecast) && p.wordIs(i+1, c.object), p.perfectly(i, w):
		return leanPresent, true, true
	case has(c.being) && (p.progressive(i) && !p.yearly || p.wordIs(i+1, c.foreseen)):
		return leanFuture, true, true
	case has(c.moved) && i < p.at && (p.until || p.wordIs(p.at-1, c.to)),
		has(c.future) && !p.noun(i, w), has(c.announce) && !p.wordIs(i-1, c.notAnnounce),
		has(c.foreseen) && (p.until || p.wordIs(i-1, c.aux)), has(c.might) && (p.by || p.wordIs(i+1, c.be) || p.wordIs(i+1, c.come)):
		return leanFuture, true, true
	}
	return leanPresent, false, false
}

// known gives the direction of the word at i, known as w, by itself, if it has
// one.
func (p *passage) known(i int, w *word) (l int32, sure, ok bool) {
	c, has := &p.lex.leans, w.classes.has
	switch {
	case p.wordIs(i-1, c.be):
		return leanPresent, false, true
	case has(c.past):
		return leanPast, true, true
	case has(c.either) && (p.wordIs(i-1, c.to) || p.wordIs(i-1, c.future)):
		return leanPresent, false, true
	case has(c.either) && p.wordIs(i-1, c.perfect):
		return leanPresent, true, true
	case has(c.either):
		return leanPast, false, true
	case has(c.present):
		return leanPresent, true, true
	case has(c.notPast):
		return leanPresent, false, true
	}
	return leanPresent, false, false
}

// ahead decides on "to" at i: whether an infinitive that looks ahead follows.
func (p *passage) ahead(i int) (int32, bool) {
	c := &p.lex.leans
	before := i - 1
	if p.wordIs(before, c.pronoun) || p.wordIs(before, c.weekday) { // "asked it to", "voted Monday to"
		before--
	}
	if p.wordIs(i+1, c.be) && !p.wordIs(before, c.seeming) && !p.singled(before) || p.wordIs(before, c.ahead) && p.infinitive(i+1) {
		return leanFuture, true
	}
	return leanPresent, false
}

// endsPast reports whether a word ends as past forms do. Of several endings the
// longest counts.
func (p *passage) endsPast(t *token) bool {
	if !t.lower || t.end-t.start < 4 {
		return false
	}
	longest, past := 0, false
	for _, e := range p.lex.endings {
		if n := len(e.text); n > longest && t.end-t.start > n && p.text[t.end-n:t.end] == e.text {
			longest, past = n, e.class == p.lex.leans.past
		}
	}
	return past
}

// infinitive reports whether the token at i can be a verb after "to".
func (p *passage) infinitive(i int) bool {
	return i < len(p.words) && p.words[i].kind == kindWord &&
		p.words[i].lower && !p.wordIs(i, p.lex.leans.article)
}

// wordIs reports whether token i of passage.words is a word of class c.
func (p *passage) wordIs(i int, c class) bool {
	return i >= 0 && i < len(p.words) && p.lex.has(&p.words[i], c)
}

// endsSentence reports whether the token at i ends a sentence, as far as the
// tokens tell.
func (p *passage) endsSentence(i int) bool {
	t := &p.words[i]
	if t.kind != kindMark {
		return t.ends
	}
	switch t.mark {
	case '!', '?':
		return true
	case '.':
		next := p.closesQuotation(i + 1)
		if next == len(p.words) {
			return true
		}
		n := &p.words[next]
		return n.spaced && (n.kind != kindWord || !n.lower) && !p.abbreviates(i-1) && !p.ordinalPoint(i)
	}
	return false
}

// sentenceEnds reports whether a sentence ends between tokens i and end.
func (p *passage) sentenceEnds(i, end int) bool {
	for ; i < end; i++ {
		if p.steps++; p.endsSentence(i) {
			return true
		}
	}
	return false
}

// ordinalPoint reports whether the full stop at token i makes an ordinal of the number
// before it: "am 24. Februar", in languages that list what follows ordinals.
func (p *passage) ordinalPoint(i int) bool {
	return i > 0 && p.words[i-1].kind == kindNumber && p.words[i-1].digits <= 2 && p.wordIs(i+1, p.lex.leans.ordinal)
}

// abbreviates reports whether a full stop after token i only shortens it.
func (p *passage) abbreviates(i int) bool {
	if i < 0 || p.words[i].kind != kindWord {
		return false
	}
	t := &p.words[i]
	w := p.lex.known(t)
	return t.end-t.start == 1 || w != nil && w.classes.has(p.lex.leans.abbr)
}
