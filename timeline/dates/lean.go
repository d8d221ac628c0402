package dates

// leanClasses are the classes of words that tell which way a sentence looks.
type leanClasses struct {
	past, either, present, future, ahead, be, to, article, abbr class
}

func (l *lexicon) leanClasses() leanClasses {
	return leanClasses{
		past: l.class("past"), either: l.class("either"), present: l.class("present"),
		future: l.class("future"), ahead: l.class("ahead"), be: l.class("be"),
		to: l.class("to"), article: l.class("article"), abbr: l.class("abbr"),
	}
}

// leanReach is how many words away a verb may stand.
const leanReach = 40

// leaning gives the direction that the words around a finding give: that of
// the nearest verb before it in its sentence, or else of the first one after.
func (p *passage) leaning(f *finding) int32 {
	for i := f.first - 1; i >= 0 && f.first-i < leanReach && !p.endsSentence(i); i-- {
		if l, ok := p.lean(i); ok {
			return l
		}
	}
	for i := f.last + 1; i < len(p.words) && i-f.last < leanReach && !p.endsSentence(i); i++ {
		if l, ok := p.lean(i); ok {
			return l
		}
	}
	return leanPresent
}

// lean gives the direction of the word at i, if it has one.
func (p *passage) lean(i int) (int32, bool) {
	t := &p.words[i]
	if t.kind != kindWord || t.capital && !t.lower && i > 0 && !p.startsSentence(i) {
		return 0, false
	}
	c := &p.lex.leans
	if t.word == nil {
		return leanPast, p.endsPast(t) && !p.wordIs(i-1, c.be) && !p.wordIs(i-1, c.article)
	}
	has := t.word.classes.has
	switch {
	case has(c.to):
		return leanFuture, p.wordIs(i+1, c.be) || p.wordIs(i-1, c.ahead) && p.infinitive(i+1)
	case has(c.future):
		return leanFuture, true
	case has(c.past):
		return leanPast, !p.wordIs(i-1, c.be)
	case has(c.either):
		return leanPast, !p.wordIs(i-1, c.be) && !p.wordIs(i-1, c.to) && !p.wordIs(i-1, c.future)
	case has(c.present):
		return leanPresent, true
	}
	return leanPast, p.endsPast(t) && !p.wordIs(i-1, c.be) && !p.wordIs(i-1, c.article)
}

// endsPast reports whether a word ends as past forms do.
func (p *passage) endsPast(t *token) bool {
	if !t.lower || t.end-t.start < 4 {
		return false
	}
	for _, e := range p.lex.endings {
		if n := len(e.text); t.end-t.start > n && p.text[t.end-n:t.end] == e.text {
			return true
		}
	}
	return false
}

// infinitive reports whether the token at i can be a verb after "to".
func (p *passage) infinitive(i int) bool {
	return i < len(p.words) && p.words[i].kind == kindWord &&
		p.words[i].lower && !p.wordIs(i, p.lex.leans.article)
}

// wordIs reports whether token i of passage.words is a word of class c.
func (p *passage) wordIs(i int, c class) bool {
	return i >= 0 && i < len(p.words) && p.words[i].in(c)
}

// endsSentence reports whether the token at i ends a sentence, as far as the
// tokens tell.
func (p *passage) endsSentence(i int) bool {
	t := &p.words[i]
	if t.kind != kindMark {
		return false
	}
	switch t.mark {
	case '!', '?':
		return true
	case '.':
		if i+1 == len(p.words) {
			return true
		}
		n := &p.words[i+1]
		return n.spaced && (n.kind != kindWord || !n.lower) && !p.abbreviates(i-1)
	}
	return false
}

// abbreviates reports whether a full stop after token i only shortens it.
func (p *passage) abbreviates(i int) bool {
	if i < 0 || p.words[i].kind != kindWord {
		return false
	}
	t := &p.words[i]
	return t.end-t.start == 1 || t.word != nil && t.word.classes.has(p.lex.leans.abbr)
}
