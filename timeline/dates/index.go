package dates

import (
	"encoding/binary"
	"slices"
)

// depth is how many tokens are looked at before a pattern is run: the one that
// it begins with, and those after it.
const depth = 4

// index tells which patterns of a stage may match at a token, by the symbols of
// that token and of those after it. One intersection of sets answers that for
// all patterns together.
type index struct {
	entries []*pattern      // one for each way in which a pattern may begin
	width   int             // of a set of entries, in 64 bits
	columns []int32         // for each symbol, where its sets begin; symbols that no pattern tells apart share them
	begins  []bool          // for each symbol, whether any entry may begin with it
	sets    [depth][]uint64 // the entries that may have a symbol so far from their beginning, or end before
}

// buildIndex builds the indexes of all stages.
func (l *language) buildIndex() {
	lists := newWordLists(l.lex)
	for s := range l.index {
		x := &l.index[s]
		var ways []*walk
		for _, p := range l.patterns {
			if p.rule.stage == s {
				for _, begin := range lists.beginnings(p.prog) {
					x.entries = append(x.entries, p)
					ways = append(ways, lists.walk(p.prog, begin))
				}
			}
		}
		x.width = (len(ways) + 63) / 64
		x.fold(l.lex.symbols(), ways)
	}
}

// fold fills the sets of an index. They are built for each symbol, and those
// that are the same kept once.
func (x *index) fold(symbols int, ways []*walk) {
	size := depth * x.width
	all, ended := make([]uint64, symbols*size), make([]uint64, size)
	for i, w := range ways {
		for d := range depth {
			at, bit := d*x.width+i/64, uint64(1)<<(i%64)
			takes, any := w.step()
			if any {
				ended[at] |= bit
			}
			for _, sym := range takes {
				all[int(sym)*size+at] |= bit
			}
		}
	}
	known := map[string]int32{}
	var key []byte
	x.columns, x.begins = make([]int32, symbols), make([]bool, symbols)
	for sym := range symbols {
		sets := all[sym*size:][:size]
		key = key[:0]
		for i := range sets {
			sets[i] |= ended[i]
			key = binary.LittleEndian.AppendUint64(key, sets[i])
		}
		column, ok := known[string(key)]
		if !ok {
			column = int32(len(x.sets[0]))
			known[string(key)] = column
			for d := range depth {
				x.sets[d] = append(x.sets[d], sets[d*x.width:][:x.width]...)
			}
		}
		x.columns[sym] = column
		x.begins[sym] = slices.ContainsFunc(sets[:x.width], func(set uint64) bool { return set != 0 })
	}
}

// at gives the columns of the tokens from i on.
func (x *index) at(tokens []token, i int) (columns [depth]int32) {
	for d := range columns {
		sym := symbolNone
		if i+d < len(tokens) {
			sym = tokens[i+d].symbol
		}
		columns[d] = x.columns[sym]
	}
	return columns
}

// candidates gives, of 64 entries from 64*w on, those that may match where
// tokens have these columns.
func (x *index) candidates(w int, columns *[depth]int32) uint64 {
	set := x.sets[0][int(columns[0])+w] & x.sets[1][int(columns[1])+w]
	if set == 0 {
		return 0
	}
	return set & x.sets[2][int(columns[2])+w] & x.sets[3][int(columns[3])+w]
}
