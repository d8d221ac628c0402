package dates

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// walk follows all ways through a pattern at once, a token at a time.
type walk struct {
	*wordLists
	prog  []op
	next  []place
	takes []bool // by symbol
}

// wordLists are the words of a lexicon by what asks for them.
type wordLists struct {
	lex     *lexicon
	begins  [maxClasses][]symbol // words that a class can begin with
	phrases [maxClasses][]phrase
}

// newWordLists sorts the words of a lexicon.
func newWordLists(lex *lexicon) *wordLists {
	l := &wordLists{lex: lex}
	for _, w := range lex.words {
		for c := range class(maxClasses) {
			if w.begins.has(c) {
				l.begins[c] = append(l.begins[c], w.symbol)
			}
		}
		for _, ph := range w.phrases {
			l.phrases[ph.class] = append(l.phrases[ph.class], ph)
		}
	}
	return l
}

// place is where a pattern may stand: before an instruction, or within the
// words of a number or a phrase that it consumes.
type place struct{ pc, within int }

// newWalk gives a walk at the beginning of a pattern.
func newWalk(lists *wordLists, prog []op) *walk {
	w := &walk{wordLists: lists, prog: prog}
	w.enter(0)
	return w
}

// enter adds every consuming instruction, or the end, that can be the next one
// from pc on.
func (w *walk) enter(pc int) {
	for {
		switch o := &w.prog[pc]; o.code {
		case opSplit:
			w.enter(pc + 1)
			pc = o.x
		case opJump:
			pc = o.x
		case opGlue, opSet, opOpen, opClose:
			pc++
		default:
			w.add(place{pc, 0})
			return
		}
	}
}

// add adds a place for the next step.
func (w *walk) add(p place) {
	if !slices.Contains(w.next, p) {
		w.next = append(w.next, p)
	}
}

// step goes on by a token and tells which symbols it may have; any will do
// where the pattern may have ended before.
func (w *walk) step() []bool {
	w.takes = make([]bool, w.lex.symbols())
	places := w.next
	w.next = nil
	for _, p := range places {
		o := &w.prog[p.pc]
		if o.code == opDone {
			for sym := range w.takes {
				w.takes[sym] = true
			}
			w.add(p)
			continue
		}
		switch {
		case p.within == 0:
			w.first(o)
		case o.code == opNumeral:
			w.inside()
		}
		switch o.code {
		case opNumeral:
			w.add(place{p.pc, 1})
		case opClass:
			w.phrase(o.c, p)
		}
		w.enter(p.pc + 1)
	}
	return w.takes
}

// phrase takes what stands at a place within the phrases of a class.
func (w *walk) phrase(c class, p place) {
	for _, ph := range w.phrases[c] {
		if p.within > 0 && len(ph.rest) >= p.within {
			w.takes[ph.rest[p.within-1]] = true
		}
		if len(ph.rest) > p.within {
			w.add(place{p.pc, p.within + 1})
		}
	}
}

// first takes what an instruction can consume first.
func (w *walk) first(o *op) {
	switch o.code {
	case opWord:
		w.takes[o.word] = true
	case opMark:
		w.marks(o.r)
	case opDigits:
		w.digits(o)
	case opFound:
		w.takes[symbolFound] = true
	case opClass:
		w.class(o.c)
	case opNumeral:
		switch o.form {
		case formCount:
			w.numbers(1, maxDigits)
		case formOrdinal, formRank:
			w.numbers(1, 2)
		}
		w.class(w.lex.numerals.num)
		w.class(w.lex.numerals.ord)
	}
}

// digits takes the numbers that o may fit.
func (w *walk) digits(o *op) {
	from, to := len(strconv.Itoa(int(o.lo))), len(strconv.Itoa(int(o.hi)))+1 // zeros may stand before
	if o.width > 0 {
		from, to = int(o.width), int(o.width)
	}
	for n := from; n <= min(to, maxDigits); n++ {
		for lead := range int32(leads) {
			least, most := numberRange(n, lead)
			if n == maxDigits || least <= o.hi && most >= o.lo {
				w.takes[numberSymbol(n, lead)] = true
			}
		}
	}
}

// numbers takes all numbers of from to so many digits.
func (w *walk) numbers(from, to int) {
	for n := from; n <= to; n++ {
		for lead := range int32(leads) {
			w.takes[numberSymbol(n, lead)] = true
		}
	}
}

// marks takes marks.
func (w *walk) marks(marks ...rune) {
	for _, r := range marks {
		w.takes[markSymbol(r)] = true
	}
}

// class takes the words that a class can begin with.
func (w *walk) class(c class) {
	for _, sym := range w.begins[c] {
		w.takes[sym] = true
	}
}

// inside takes what can stand behind the beginning of a number of several
// tokens.
func (w *walk) inside() {
	w.numbers(1, maxDigits)
	w.marks('-', '/', '½', '¼', '¾')
	n := &w.lex.numerals
	for r := range rune(utf8.RuneSelf) {
		w.takes[markSymbol(r)] = w.takes[markSymbol(r)] || w.lex.markIs(r, n.group) || w.lex.markIs(r, n.decimal)
	}
	for _, c := range [...]class{n.num, n.scale, n.and, n.ord, n.suffix} {
		w.class(c)
	}
}
