package dates

import "slices"

// index tells which patterns of a stage may match at a token. Those that may
// begin with a word are noted in the word's entry.
type index struct {
	digit []*pattern
	found []*pattern
	mark  map[rune][]*pattern
}

// tokenSet is a set of tokens as patterns tell them apart.
type tokenSet struct {
	words []uint64 // bit word.id
	marks []rune
	digit bool
	found bool
	any   bool
}

func (s *tokenSet) addWord(w *word) {
	for len(s.words) <= w.id/64 {
		s.words = append(s.words, 0)
	}
	s.words[w.id/64] |= 1 << (w.id % 64)
}

// has reports whether t may be in the set.
func (s *tokenSet) has(t *token) bool {
	switch {
	case s.any:
		return true
	case t.kind == kindWord:
		return t.word != nil && t.word.id/64 < len(s.words) && s.words[t.word.id/64]&(1<<(t.word.id%64)) != 0
	case t.kind == kindNumber:
		return s.digit
	case t.kind == kindMark:
		return slices.Contains(s.marks, t.mark)
	}
	return s.found
}

// buildIndex notes for every word, mark and kind of token which patterns may
// begin with it, and for every pattern what may come second.
func (l *language) buildIndex() {
	for s := range l.index {
		l.index[s].mark = map[rune][]*pattern{}
	}
	words := l.lex.sorted()
	for _, p := range l.patterns {
		var first tokenSet
		p.consuming(0, func(pc int) bool {
			l.add(&first, &p.prog[pc])
			l.follow(p, pc)
			return true
		})
		s := p.rule.stage
		x := &l.index[s]
		for _, w := range words { // each word's list is in the order of l.patterns
			if first.has(&token{kind: kindWord, word: w}) {
				w.patterns[s] = append(w.patterns[s], p)
			}
		}
		for _, m := range first.marks {
			x.mark[m] = append(x.mark[m], p)
		}
		if first.digit {
			x.digit = append(x.digit, p)
		}
		if first.found {
			x.found = append(x.found, p)
		}
	}
}

// follow notes what may come after the first instruction, pc, that a pattern
// consumes.
func (l *language) follow(p *pattern, pc int) {
	switch o := &p.prog[pc]; o.code {
	case opNumeral:
		p.second.any = true
	case opClass:
		for _, w := range l.lex.words {
			for _, ph := range w.phrases {
				if ph.class == o.c {
					l.addText(&p.second, ph.rest[0])
				}
			}
		}
	}
	p.consuming(pc+1, func(pc int) bool {
		if p.prog[pc].code == opDone {
			p.single = true
		} else {
			l.add(&p.second, &p.prog[pc])
		}
		return true
	})
}

func (l *language) addText(s *tokenSet, text string) {
	if w := l.lex.words[text]; w != nil {
		s.addWord(w)
	} else {
		s.marks = append(s.marks, []rune(text)[0])
	}
}

// consuming calls f with every consuming instruction, or the end, that can be
// the next one from pc on.
func (p *pattern) consuming(pc int, f func(pc int) bool) bool {
	for {
		switch o := &p.prog[pc]; o.code {
		case opSplit:
			if !p.consuming(pc+1, f) {
				return false
			}
			pc = o.x
		case opJump:
			pc = o.x
		case opGlue, opSet, opOpen, opClose:
			pc++
		default:
			return f(pc)
		}
	}
}

// add adds what an instruction can consume first.
func (l *language) add(s *tokenSet, o *op) {
	switch o.code {
	case opWord:
		s.addWord(o.w)
	case opMark:
		s.marks = append(s.marks, o.r)
	case opDigits:
		s.digit = true
	case opFound:
		s.found = true
	case opClass:
		l.addClass(s, o.c)
	case opNumeral:
		s.digit = true
		l.addClass(s, l.lex.numerals.num)
		l.addClass(s, l.lex.numerals.ord)
	}
}

func (l *language) addClass(s *tokenSet, c class) {
	for _, w := range l.lex.words {
		if w.begins.has(c) {
			s.addWord(w)
		}
	}
}

// candidates gives the patterns that may match at a token.
func (l *language) candidates(stage int, t *token) []*pattern {
	switch t.kind {
	case kindWord:
		if t.word != nil {
			return t.word.patterns[stage]
		}
	case kindNumber:
		return l.index[stage].digit
	case kindMark:
		return l.index[stage].mark[t.mark]
	case kindFound:
		return l.index[stage].found
	}
	return nil
}
