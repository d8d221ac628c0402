package merge

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync/atomic"

	"dateline/timeline/edtf"
	"dateline/timeline/event"
	"dateline/timeline/words"
)

// index holds the proposals as vectors of weighted words, and finds which of
// them are worth comparing.
type index struct {
	proposals []*event.Proposal
	vectors   [][]weight
	rareNames [][]int32                // of each proposal, sorted
	keys      [][]int32                // of each proposal: its rarest words
	details   []atomic.Pointer[detail] // of each proposal, once it is asked for
	weights   map[string]float64       // of names, by their skeletons
	met       postings
}

// weight is one word of a vector; vectors have length one and are sorted by word.
type weight struct {
	word   int32
	weight float32
}

const (
	keysEach = 8  // how many of its rarest words a proposal is looked up by
	reach    = 40 // how many neighbours in a bucket it is compared with
)

// newIndex weighs every proposal's words by how rare they are among all.
func newIndex(ps []*event.Proposal) *index {
	x := &index{proposals: ps, details: make([]atomic.Pointer[detail], len(ps)), weights: make(map[string]float64)}
	ids, nameIDs := make(map[string]int32), make(map[string]int32)
	var frequency []int32
	texts, names := make([][]int32, len(ps)), make([][]int32, len(ps))
	id := func(ids map[string]int32, s string) int32 {
		n, ok := ids[s]
		if !ok {
			n = int32(len(frequency))
			ids[s], frequency = n, append(frequency, 0)
		}
		return n
	}
	for i, p := range ps {
		texts[i], names[i] = make([]int32, len(p.Terms)), make([]int32, len(p.Names))
		for k, t := range p.Terms {
			texts[i][k] = id(ids, t)
		}
		for k, n := range p.Names {
			names[i][k] = id(nameIDs, n)
		}
		slices.Sort(texts[i])
		slices.Sort(names[i])
		for _, list := range [...][]int32{texts[i], names[i]} {
			for k, w := range list {
				if k == 0 || list[k-1] != w {
					frequency[w]++
				}
			}
		}
	}
	x.weighNames(nameIDs, frequency)
	rare := max(3, int32(len(ps)/50))
	for i := range ps {
		x.vectors = append(x.vectors, vector(texts[i], frequency, len(ps)))
		x.keys = append(x.keys, rarest(x.vectors[i], frequency))
		x.rareNames = append(x.rareNames, slices.DeleteFunc(names[i], func(n int32) bool { return frequency[n] > rare }))
	}
	x.met = newPostings(x, len(frequency))
	return x
}

// weighNames weighs names by their skeletons, each as its commonest spelling.
func (x *index) weighNames(ids map[string]int32, frequency []int32) {
	for name, n := range ids {
		bones := skeleton(name)
		weight := math.Log(1 + float64(len(x.proposals))/float64(frequency[n]))
		if w, ok := x.weights[bones]; !ok || weight < w {
			x.weights[bones] = weight
		}
	}
}

// vector weighs sorted words by count and rarity, to length one.
func vector(text []int32, frequency []int32, n int) []weight {
	distinct := 0
	for i, w := range text {
		if i == 0 || w != text[i-1] {
			distinct++
		}
	}
	v := make([]weight, 0, distinct)
	sum := 0.0
	for i := 0; i < len(text); {
		k := i
		for k < len(text) && text[k] == text[i] {
			k++
		}
		w := (1 + math.Log(float64(k-i))) * math.Log(1+float64(n)/float64(frequency[text[i]]))
		v = append(v, weight{text[i], float32(w)})
		sum += w * w
		i = k
	}
	length := float32(math.Sqrt(sum))
	for i := range v {
		v[i].weight /= length
	}
	return v
}

// rarest are the words of v that fewest proposals have.
func rarest(v []weight, frequency []int32) []int32 {
	ws := make([]int32, 0, len(v))
	for _, w := range v {
		if frequency[w.word] > 1 {
			ws = append(ws, w.word)
		}
	}
	slices.SortFunc(ws, func(a, b int32) int { return cmp.Or(cmp.Compare(frequency[a], frequency[b]), cmp.Compare(a, b)) })
	return slices.Clone(ws[:min(len(ws), keysEach)])
}

func (x *index) cosine(i, j int32) float64 {
	a, b := x.vectors[i], x.vectors[j]
	sum := float32(0)
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].word < b[0].word:
			a = a[1:]
		case a[0].word > b[0].word:
			b = b[1:]
		default:
			sum += a[0].weight * b[0].weight
			a, b = a[1:], b[1:]
		}
	}
	return float64(sum)
}

// rarity is what a name weighs; one that only stands for another weighs little.
func (x *index) rarity(name string) float64 {
	if w, ok := x.weights[name]; ok {
		return w
	}
	return 1
}

func (x *index) shareRareName(i, j int32) bool {
	a, b := x.rareNames[i], x.rareNames[j]
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// candidates calls f with the pairs worth comparing of the proposals in
// [from, to) with any. Of a pair both of whose dates are coarse it may tell
// twice.
func (x *index) candidates(from, to int, f func(i, j int32)) {
	asker := make([]int32, len(x.proposals)) // who asked for each last, from 1
	for i := from; i < to; i++ {
		p := x.proposals[i]
		ask := func(list []posting) {
			for _, p := range list {
				if j := p.proposal; j != int32(i) && asker[j] != int32(i)+1 {
					asker[j] = int32(i) + 1
					f(int32(i), j)
				}
			}
		}
		for _, period := range asked(p.When) {
			for _, w := range x.keys[i] {
				before, after := x.met.around(w, posting{period, int32(i)})
				ask(before[max(0, len(before)-reach):])
				if period < 0 {
					// Finer dates in the year do not ask for the coarse ones.
					ask(after[:min(len(after), reach)])
				}
			}
		}
	}
}

// periods are the buckets a date lies in: its year, and its month if it has one.
func periods(d edtf.Date) []int32 {
	y, m, ok := month(d)
	if !ok {
		return nil
	}
	if m == 0 {
		return []int32{^int32(y)}
	}
	return []int32{^int32(y), int32(y)*12 + int32(m)}
}

// asked are the buckets in which a date looks for its like: a month or a day in
// its month, what is coarser in its year.
func asked(d edtf.Date) []int32 {
	p := periods(d)
	return p[max(0, len(p)-1):]
}

// month is the year and month in which a date begins; month 0 where it is not
// within one.
func month(d edtf.Date) (y, m int, ok bool) {
	first, ok1 := d.First()
	last, ok2 := d.Last()
	switch {
	case ok1 && ok2:
		y, m, _ = first.Civil()
		if ly, lm, _ := last.Civil(); ly != y || lm != m {
			m = 0
		}
	case ok1:
		y, m, _ = first.Civil()
	case ok2:
		y, m, _ = last.Civil()
	default:
		return 0, 0, false
	}
	return y, m, true
}

func nameKey(name string) string {
	f := strings.Fields(name)
	if len(f) == 0 {
		return ""
	}
	return words.Canonical(f[len(f)-1])
}
