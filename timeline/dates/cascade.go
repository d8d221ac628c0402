package dates

import (
	"strings"

	"math/bits"

	"dateline/timeline"
)

// finding is an expression found, before it is resolved.
type finding struct {
	said         said
	span         timeline.Span // in the text
	outer        timeline.Span
	outerFirst   int // token of passage.words
	first        int // tokens of passage.words
	last         int
	rule         *rule
	pair         int32         // index of the other end of its range, or -1
	second       bool          // the later end
	quoted       bool          // it stands in a quotation
	leads        bool          // it stands at the beginning of its sentence
	sameSentence bool          // so does the one before it
	aside        int8          // whether it is told in passing
	nation       timeline.Span // the word that tells the country of a holiday, if one does
}

// cascade finds expressions in passages, stage after stage.
type cascade struct {
	*language
	machine
	passage passage
	built   []token    // what the last match became
	buffers [2][]token // what stages leave, by turns
	found   []finding  // of the text before, for its room
}

// maxKept is how many findings of one text are kept for their room.
const maxKept = 1000

// newCascade gives a cascade with empty buffers; they grow to the longest
// passage met.
func newCascade(l *language) *cascade {
	c := &cascade{language: l, passage: passage{lex: l.lex, begins: l.index[0].begins}}
	c.machine.p = &c.passage
	return c
}

// run finds the expressions of the passage that begins at pos, and returns
// where the next begins.
func (c *cascade) run(pos int) int {
	p := &c.passage
	pos = p.fill(pos)
	p.tokens = p.words
	for stage := range stages {
		out := c.stage(stage, c.buffers[stage%2][:0])
		if len(p.found) == 0 {
			return pos
		}
		c.buffers[stage%2], p.tokens = out, out
	}
	p.keepStrong()
	return pos
}

// stage appends the tokens to out, with tokens of kindFound in place of what
// the rules of one stage match.
func (c *cascade) stage(stage int, out []token) []token {
	p := &c.passage
	x := &c.index[stage]
	if stage > 0 {
		p.startsNear(x)
	}
	done, copied := 0, 0 // how many tokens are dealt with, and are in out
	for _, i := range p.starts {
		if t := &p.tokens[i]; i < done || t.kind != kindFound && !p.freeBefore(int(t.at)) {
			continue
		}
		r, next := c.longest(x, i)
		switch {
		case r == nil:
		case r.void:
			done = next
		case c.build(r, i, next):
			out = append(append(out, p.tokens[copied:i]...), c.built...)
			done, copied = next, next
		}
	}
	return append(out, p.tokens[copied:]...)
}

// lead is how many tokens a rule of a later stage may have before the first
// expression that it takes up.
const lead = 6

// startsNear looks for the tokens at which patterns of a later stage may begin.
// They are about expressions, so one must be near.
func (p *passage) startsNear(x *index) {
	p.starts = p.starts[:0]
	next := 0
	for k := range p.tokens {
		if p.tokens[k].kind != kindFound {
			continue
		}
		for i := max(next, k-lead); i <= k; i++ {
			if x.begins[p.tokens[i].symbol] {
				p.starts = append(p.starts, i)
			}
		}
		next = k + 1
	}
	p.steps += len(p.tokens)
}

// longest tries the patterns of an index at token i and returns the rule of the
// one that matches most, with the token after the match and its captures in
// c.best.
func (c *cascade) longest(x *index, i int) (best *rule, end int) {
	var tried *pattern
	columns := x.at(c.passage.tokens, i)
	for w := range x.width {
		for set := x.candidates(w, &columns); set != 0; set &= set - 1 {
			p := x.entries[w*64+bits.TrailingZeros64(set)]
			if p == tried {
				continue
			}
			tried = p
			next := c.machine.run(p.prog, i)
			if next <= end || next <= i || !c.counts(p.rule, i, next) {
				continue
			}
			best, end = p.rule, next
			c.best = append(c.best[:0], c.captures...)
		}
	}
	return best, end
}

// counts reports whether what stands around tokens i to next-1 lets a match of
// r count there.
func (c *cascade) counts(r *rule, i, next int) bool {
	p := &c.passage
	last := p.tokens[next-1].lastWord(p)
	return (p.tokens[next-1].kind == kindFound || p.freeAfter(&p.words[last], last)) &&
		p.allows(r, p.tokens[i].firstWord(p), last)
}

// firstWord and lastWord give the token of passage.words that a token begins
// or ends with.
func (t *token) firstWord(p *passage) int {
	if t.kind == kindFound {
		return p.found[t.found].first
	}
	return int(t.at)
}

func (t *token) lastWord(p *passage) int {
	if t.kind == kindFound {
		return p.found[t.found].last
	}
	return int(t.at)
}

// freeBefore reports whether nothing before token i of passage.words belongs to
// the same word, number or name: "T-72", "$27", "3.1999".
func (p *passage) freeBefore(i int) bool {
	t := &p.words[i]
	if i == 0 || t.spaced {
		return true
	}
	b := &p.words[i-1]
	if b.kind != kindMark {
		return false
	}
	joined := i > 1 && !b.spaced && p.words[i-2].kind != kindMark
	switch b.mark {
	case '$', '£', '€', '#', '¥':
		return t.kind != kindNumber
	case '-':
		return !joined || p.wordIs(i-2, p.lex.prefix) || p.month(i-2)
	case '.', ',', ':', '/':
		return !joined || t.kind != kindNumber || p.words[i-2].kind != kindNumber && !(b.mark == '/' && p.code(i-2))
	case '\'', '_', '@':
		return !joined
	}
	return true
}

// code reports whether token i is of capitals only, as in the numbers of
// documents: "S/2011/22".
func (p *passage) code(i int) bool {
	t := &p.words[i]
	return t.kind == kindWord && !p.month(i) && strings.ToUpper(p.text[t.start:t.end]) == p.text[t.start:t.end]
}

// month reports whether token i is the name of a month.
func (p *passage) month(i int) bool {
	return p.wordIs(i, p.lex.asides.month) || p.wordIs(i, p.lex.asides.abbr)
}

// freeAfter reports the same about what follows t, token i.
func (p *passage) freeAfter(t *token, i int) bool {
	if i+1 >= len(p.words) || p.words[i+1].spaced {
		return true
	}
	n := &p.words[i+1]
	joined := i+2 < len(p.words) && !p.words[i+2].spaced
	switch {
	case n.kind == kindWord:
		return t.kind != kindWord && n.capital // scraped text: "2022Updated"
	case n.kind == kindNumber:
		return t.kind == kindMark
	case t.kind != kindNumber:
		return n.mark != '_' && n.mark != '@'
	}
	switch n.mark {
	case '%', '°':
		return false
	case '-': // "2020-pound", "2020-117"
		return !joined || !p.words[i+2].lower && p.words[i+2].digits != 3
	case '.', ',', ':', '/':
		return !joined || p.words[i+2].kind != kindNumber
	}
	return true
}
