package event

import (
	"sort"
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// sketch is a title in the making: parts of the parsed sentence in the order
// they are to stand in, and what of them may be left out, at what cost.
type sketch struct {
	a       *analysis
	t       *syntax.Tree
	pieces  []piece
	subject int    // how many pieces are the subject
	drop    []bool // the item is left out
	terse   bool   // articles are left out, as headlines do
	options []option

	at        int         // the clause
	keepDates bool        // no date may be left out
	role      syntax.Role // of the clause
}

// piece is a run of items, or a text that stands for one.
type piece struct {
	first, last int
	text        string // “’s” behind the name before it
}

// option is a node that may be left out. What costs more is more of a loss.
type option struct {
	first, last int // its items
	cost        int
	out         bool
	mate        int // a comma that goes with it, 0 for none
}

// parse is the sentence as a tree, made when first asked for.
func (a *analysis) parse() *syntax.Tree {
	if a.tree == nil {
		a.tree = syntax.Parse(syntax.Input{Tokens: a.tokens, Dated: a.dated, Passed: a.aside, Speech: a.speech, Names: a.names})
	}
	return a.tree
}

func (a *analysis) newSketch() *sketch {
	t := a.parse()
	return &sketch{a: a, t: t, drop: make([]bool, len(t.Items))}
}

// add puts items [first, last) behind what the sketch has.
func (s *sketch) add(first, last int) {
	if first < last {
		s.pieces = append(s.pieces, piece{first: first, last: last})
	}
}

// leave leaves out items [first, last), or takes them in again.
func (s *sketch) leave(first, last int, out bool) {
	for i := first; i < last; i++ {
		s.drop[i] = out
	}
}

// line renders the sketch as a line.
func (s *sketch) line() *line {
	l := &line{a: s.a}
	for k, p := range s.pieces {
		if p.text != "" {
			l.words = append(l.words, word{token: s.t.Items[p.first].First, text: p.text})
			continue
		}
		for i := p.first; i < p.last; i++ {
			if !s.drop[i] && !s.hangs(k, i) && !(s.terse && s.spare(i)) {
				s.addItem(l, i)
			}
		}
		if k < s.subject {
			l.subject = len(l.words)
		}
	}
	l.verb = len(l.words)
	return l
}

// addItem puts item i with the quotation marks that touch it behind the line.
func (s *sketch) addItem(l *line, i int) {
	it := s.t.Items[i]
	if b := it.First - 1; b >= 0 && s.a.tokens[b].Tag == "``" && s.a.speech[b] < 0 && (i == 0 || s.t.Items[i-1].Last <= b) {
		l.words = append(l.words, word{token: b})
	}
	l.add(stretch{it.First, it.Last})
	for e := it.Last; e < len(s.a.tokens) && s.a.tokens[e].Tag == "''" && s.a.speech[e] < 0 && (i+1 >= len(s.t.Items) || e < s.t.Items[i+1].First); e++ {
		l.words = append(l.words, word{token: e})
	}
}

// hangs reports whether item i of piece k is a comma that what was left out
// beside it leaves without a use.
func (s *sketch) hangs(k, i int) bool {
	p, tag := s.pieces[k], s.t.Items[i].Tag
	if tag != "," && tag != "CC" {
		return false
	}
	first := i == p.first && (k == 0 || s.pieces[k-1].last != i)
	last := i+1 == p.last && (k+1 == len(s.pieces) || s.pieces[k+1].first != i+1)
	gone := func(j int) bool {
		for step := j - i; j > p.first && j+1 < p.last && s.drop[j] && (s.t.Items[j].Tag == "RB" || s.t.Items[j].Tag == "RBR"); j += step {
			if s.t.Items[j+step].Tag == "," {
				return true
			}
		}
		return s.drop[j] || s.own(j)
	}
	switch {
	case first || last:
		return tag == "," || first && k == 0 || last
	case tag == "CC":
		next := i + 1
		for next+1 < p.last && s.drop[next] && strings.HasPrefix(s.t.Items[next].Tag, "RB") {
			next++ // "and then left": without the adverb, "and left"
		}
		return gone(next) && !s.own(next) || k < s.subject && gone(i-1)
	}
	if k >= s.subject && s.own(i-1) && !gone(i+1) && i > 1 && s.t.Items[i-2].Tag != "," && !s.drop[i-2] {
		return false // "fell to 12 on Monday, the lowest ever"
	}
	return gone(i-1) || gone(i+1)
}

// own reports whether item i is the date that the title leaves out.
func (s *sketch) own(i int) bool {
	for k := s.t.Items[i].First; k < s.t.Items[i].Last; k++ {
		if !s.a.own[k] {
			return false
		}
	}
	return true
}

// fit leaves out what may be, the cheapest first and no more than needed, until
// the title has at most limit words. It reports false where it still has more.
func (s *sketch) fit(limit int) bool {
	sort.SliceStable(s.options, func(i, j int) bool {
		if s.options[i].cost != s.options[j].cost {
			return s.options[i].cost < s.options[j].cost
		}
		return s.options[i].first > s.options[j].first
	})
	n := s.count()
	for k := range s.options {
		o := &s.options[k]
		if o.cost > spareCost && n > limit && !s.terse {
			s.terse = true
			n = s.count()
		}
		if n <= limit && o.cost > always {
			break
		}
		if !s.gone(*o) {
			o.out = true
			s.leave(o.first, o.last, true)
			if o.mate > 0 {
				s.drop[o.mate] = true
			}
			n = s.count()
		}
	}
	s.refill(n, limit)
	return s.articled(limit)
}

// refill takes in again, the dearest first, what of the options left out still
// has room in a title of n words.
func (s *sketch) refill(n, limit int) {
	for k := len(s.options) - 1; k >= 0 && n < limit; k-- {
		o := &s.options[k]
		if !o.out || o.cost <= always || s.terse && o.cost <= spareCost || s.within(*o) {
			continue
		}
		s.restore(*o)
		if m := s.count(); m <= limit {
			o.out, n = false, m
		} else {
			s.leave(o.first, o.last, true)
			if o.mate > 0 {
				s.drop[o.mate] = true
			}
		}
	}
}

// restore takes an option in again, without what else was left out of it.
func (s *sketch) restore(x option) {
	s.leave(x.first, x.last, false)
	if x.mate > 0 {
		s.drop[x.mate] = false
	}
	for _, o := range s.options {
		if o.out && o != x && o.first >= x.first && o.last <= x.last {
			s.leave(o.first, o.last, true)
		}
	}
}

// gone reports whether all of an option is left out.
func (s *sketch) gone(o option) bool {
	for i := o.first; i < o.last; i++ {
		if !s.drop[i] {
			return false
		}
	}
	return true
}

// within reports whether an option lies in another that is left out.
func (s *sketch) within(x option) bool {
	for _, o := range s.options {
		if o.out && o != x && o.first <= x.first && x.last <= o.last {
			return true
		}
	}
	return false
}

// always is the cost of what is left out though there be room for it.
const always = 9

func (s *sketch) count() int { return count(s.text()) }

func (s *sketch) text() string {
	l := s.line()
	return l.text(len(l.words))
}

// plainNoun reports whether a noun says nothing of who or what it is without
// what follows it.
func plainNoun(t words.Token) bool {
	return t.Is("those", "people", "person", "one", "ones", "someone", "anyone", "everyone", "man", "men", "woman", "women", "group", "number", "something", "anything", "everything", "nothing", "thing", "things", "way", "time", "place", "part", "some", "many", "most", "all", "others", "any", "kind", "amount", "level", "fact", "efforts", "attempts", "moment", "ways", "variety", "range", "heart", "end", "extent")
}
