package dates

// leanClasses are the classes of words that tell which way a sentence looks.
type leanClasses struct{ past, present, future class }

// leaning gives the direction that the words around a finding give: that of
// the nearest verb before it in its sentence, or else of the first one after.
func (p *passage) leaning(f *finding) int32 {
	for i := f.first - 1; i >= 0 && f.first-i < 40; i-- {
		if p.endsSentence(i) {
			break
		}
		if l, ok := p.lean(i); ok {
			return l
		}
	}
	for i := f.last + 1; i < len(p.words) && i-f.last < 40; i++ {
		if p.endsSentence(i) {
			break
		}
		if l, ok := p.lean(i); ok {
			return l
		}
	}
	return leanPresent
}

// lean gives the direction of the word at i, if it has one.
func (p *passage) lean(i int) (int32, bool) {
	t := &p.words[i]
	if t.kind != kindWord {
		return 0, false
	}
	c := &p.lex.leans
	if w := t.word; w != nil {
		switch {
		case w.classes.has(c.future):
			return leanFuture, true
		case w.classes.has(c.past):
			return leanPast, true
		case w.classes.has(c.present):
			return leanPresent, true
		}
		return 0, false
	}
	if !t.lower || t.end-t.start < 4 {
		return 0, false
	}
	for _, e := range p.lex.endings {
		if n := len(e.text); t.end-t.start > n && p.text[t.end-n:t.end] == e.text {
			return leanPast, true
		}
	}
	return 0, false
}

// endsSentence reports whether the token at i ends a sentence, as far as the
// tokens tell: a full stop followed by a word with a capital.
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
		return n.spaced && (n.kind != kindWord || n.capital) && !(i > 0 && p.words[i-1].end-p.words[i-1].start == 1)
	}
	return false
}
