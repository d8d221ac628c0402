package dates

import (
	"slices"
	"strconv"
)

// index tells which patterns of a stage may match at a token. Those that may
// begin with a word are noted in the word's entry.
type index struct {
	digit [maxDigits + 1][]*pattern // by the number of digits
	found []*pattern
	mark  map[rune][]*pattern
}

// maxDigits is from how many digits on numbers are no longer told apart.
const maxDigits = 5

// tokenSet is a set of tokens as patterns tell them apart.
type tokenSet struct {
	words []uint64 // bit word.id
	marks []rune
	digit [maxDigits + 1]bool // numbers of so many digits
	found bool
}

// addWord adds a word.
func (s *tokenSet) addWord(w *word) {
	for len(s.words) <= w.id/64 {
		s.words = append(s.words, 0)
	}
	s.words[w.id/64] |= 1 << (w.id % 64)
}

// has reports whether t may be in the set.
func (s *tokenSet) has(t *token) bool {
	switch t.kind {
	case kindWord:
		return t.word != nil && t.word.id/64 < len(s.words) && s.words[t.word.id/64]&(1<<(t.word.id%64)) != 0
	case kindNumber:
		return s.digit[min(t.digits, maxDigits)]
	case kindMark:
		return slices.Contains(s.marks, t.mark)
	}
	return s.found
}

// addDigits adds the numbers of from to digits.
func (s *tokenSet) addDigits(from, to int) {
	for n := from; n <= to; n++ {
		s.digit[min(n, maxDigits)] = true
	}
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
		for n, ok := range first.digit {
			if ok {
				x.digit[n] = append(x.digit[n], p)
			}
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
		l.addInside(&p.second)
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

// addText adds what stands in a phrase: a word or a mark.
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
		from := len(strconv.Itoa(int(o.lo)))
		if o.width > 0 {
			s.addDigits(int(o.width), int(o.width))
		} else { // zeros may stand before
			s.addDigits(from, len(strconv.Itoa(int(o.hi)))+1)
		}
	case opFound:
		s.found = true
	case opClass:
		l.addClass(s, o.c)
	case opNumeral:
		switch o.form {
		case formCount:
			s.addDigits(1, maxDigits)
		case formOrdinal, formRank:
			s.addDigits(1, 2)
		}
		l.addClass(s, l.lex.numerals.num)
		l.addClass(s, l.lex.numerals.ord)
	}
}

// addInside adds what can stand second in a number of several tokens.
func (l *language) addInside(s *tokenSet) {
	s.addDigits(1, maxDigits)
	s.marks = append(s.marks, ',', '.', '-', '½', '¼', '¾')
	n := &l.lex.numerals
	for _, c := range [...]class{n.num, n.scale, n.and, n.ord, n.suffix} {
		l.addClass(s, c)
	}
}

// addClass adds the words that a class can begin with.
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
		return l.index[stage].digit[min(t.digits, maxDigits)]
	case kindMark:
		return l.index[stage].mark[t.mark]
	case kindFound:
		return l.index[stage].found
	}
	return nil
}
