package dates

// depth is how many tokens are looked at before a pattern is run: the one that
// it begins with, and those after it.
const depth = 3

// index tells which patterns of a stage may match at a token, by the symbols of
// that token and of those after it. One intersection of sets answers that for
// all patterns together.
type index struct {
	patterns []*pattern
	begins   []bool          // for each symbol, whether any pattern may begin with it
	width    int             // of a set of patterns, in 64 bits
	sets     [depth][]uint64 // for each symbol, the patterns that may have it there or end before
}

// buildIndex notes for every symbol which patterns may begin with it, and which
// may have it second or third.
func (l *language) buildIndex() {
	lists := newWordLists(l.lex)
	for s := range l.index {
		x := &l.index[s]
		for _, p := range l.patterns {
			if p.rule.stage == s {
				x.patterns = append(x.patterns, p)
			}
		}
		x.width = (len(x.patterns) + 63) / 64
		x.begins = make([]bool, l.lex.symbols())
		for d := range x.sets {
			x.sets[d] = make([]uint64, x.width*l.lex.symbols())
		}
		for i, p := range x.patterns {
			w := newWalk(lists, p.prog)
			for d := range x.sets {
				for sym, ok := range w.step() {
					if ok {
						x.sets[d][sym*x.width+i/64] |= 1 << (i % 64)
						x.begins[sym] = x.begins[sym] || d == 0
					}
				}
			}
		}
	}
}

// candidates gives number w of the 64 patterns each that may match where
// tokens have these symbols.
func (x *index) candidates(w int, next [depth]symbol) uint64 {
	set := ^uint64(0)
	for d, sym := range next {
		set &= x.sets[d][int(sym)*x.width+w]
	}
	return set
}
