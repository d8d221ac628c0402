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
	takes []symbol
}

// place is where a pattern may stand: before an instruction, or within the
// tokens that it consumes.
type place struct {
	pc     int
	within int // which token comes: of a class, the number in a phrase, from 1 on; of a numeral as below
}

// What a walk tells apart of numerals. A mark does not end one.
const (
	numberWhole  = iota // one token is all
	numberAndOn         // the first, before a word or number
	numberAndDot        // the first, before a mark
	numberWord          // a word or number behind the first
	numberMark          // a mark behind the first
	numberLast          // a fraction's sign
)

// whole is the token of an instruction that takes only one.
const whole = 0

// wordLists are the words of a lexicon by what asks for them.
type wordLists struct {
	lex     *lexicon
	words   [maxClasses][]symbol // of a class by themselves
	phrases [maxClasses][][]symbol
}

// newWordLists sorts the words of a lexicon.
func newWordLists(lex *lexicon) *wordLists {
	l := &wordLists{lex: lex}
	for _, w := range lex.entries {
		for c := range class(maxClasses) {
			if w.classes.has(c) {
				l.words[c] = append(l.words[c], w.symbol)
			}
		}
		for _, ph := range w.phrases {
			l.phrases[ph.class] = append(l.phrases[ph.class], append([]symbol{w.symbol}, ph.rest...))
		}
	}
	return l
}

// beginnings gives the places at which a pattern may begin.
func (l *wordLists) beginnings(prog []op) []place {
	w := walk{wordLists: l, prog: prog}
	w.enter(0)
	return w.next
}

// walk gives a walk from one place of a pattern.
func (l *wordLists) walk(prog []op, from place) *walk {
	return &walk{wordLists: l, prog: prog, next: []place{from}}
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
		case opClass:
			w.add(pc, whole, 1)
			return
		case opNumeral:
			w.add(pc, numberWhole, numberAndOn, numberAndDot)
			return
		default:
			w.add(pc, whole)
			return
		}
	}
}

// add adds places of an instruction for the next step.
func (w *walk) add(pc int, within ...int) {
	for _, n := range within {
		if p := (place{pc, n}); !slices.Contains(w.next, p) {
			w.next = append(w.next, p)
		}
	}
}

// step goes on by a token. It gives the symbols that the token may have, some of
// them perhaps twice, or reports that any will do since the pattern may have
// ended before.
func (w *walk) step() (takes []symbol, any bool) {
	w.takes = w.takes[:0]
	places := w.next
	w.next = nil
	for _, p := range places {
		switch o := &w.prog[p.pc]; o.code {
		case opDone:
			any = true
			w.add(p.pc, whole)
		case opClass:
			w.class(o, p)
		case opNumeral:
			w.numeral(o, p)
		default:
			w.token(o)
			w.enter(p.pc + 1)
		}
	}
	return w.takes, any
}

// token takes what an instruction for one token consumes.
func (w *walk) token(o *op) {
	switch o.code {
	case opWord:
		w.takes = append(w.takes, o.word)
	case opMark:
		w.takes = append(w.takes, markSymbol(o.r))
	case opDigits:
		w.digits(o)
	case opFound:
		w.takes = append(w.takes, symbolFound)
	}
}

// class takes a word of a class, or the next of its phrases.
func (w *walk) class(o *op, p place) {
	if p.within == whole {
		w.takes = append(w.takes, w.words[o.c]...)
		w.enter(p.pc + 1)
		return
	}
	for _, ph := range w.phrases[o.c] {
		switch {
		case len(ph) > p.within:
			w.add(p.pc, p.within+1)
		case len(ph) == p.within:
			w.enter(p.pc + 1)
		default:
			continue
		}
		w.takes = append(w.takes, ph[p.within-1])
	}
}

// numeral takes a token of a number.
func (w *walk) numeral(o *op, p place) {
	n := &w.lex.numerals
	switch p.within {
	case numberWhole, numberAndOn, numberAndDot:
		switch o.form {
		case formCount:
			w.numbers(1, maxDigits)
		case formOrdinal, formRank:
			w.numbers(1, 2)
		}
		w.takes = append(w.takes, w.words[n.num]...)
		w.takes = append(w.takes, w.words[n.ord]...)
	case numberWord:
		w.numbers(1, maxDigits)
		for _, c := range [...]class{n.num, n.scale, n.and, n.ord, n.suffix} {
			w.takes = append(w.takes, w.words[c]...)
		}
	case numberMark:
		for r := range rune(utf8.RuneSelf) {
			if r == '-' || r == '/' || w.lex.markIs(r, n.group) || w.lex.markIs(r, n.decimal) {
				w.takes = append(w.takes, markSymbol(r))
			}
		}
	case numberLast:
		w.takes = append(w.takes, wideMark)
	}
	switch p.within {
	case numberAndOn:
		w.add(p.pc, numberWord)
	case numberAndDot:
		w.add(p.pc, numberMark, numberLast)
	case numberMark:
		w.add(p.pc, numberWord)
	case numberWord:
		w.add(p.pc, numberWord, numberMark, numberLast)
		w.enter(p.pc + 1)
	default:
		w.enter(p.pc + 1)
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
				w.takes = append(w.takes, numberSymbol(n, lead))
			}
		}
	}
}

// numbers takes all numbers of from to so many digits.
func (w *walk) numbers(from, to int) {
	for n := from; n <= to; n++ {
		for lead := range int32(leads) {
			w.takes = append(w.takes, numberSymbol(n, lead))
		}
	}
}
