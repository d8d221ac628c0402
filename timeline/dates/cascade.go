package dates

import "dateline/timeline"

// finding is an expression found, before it is resolved.
type finding struct {
	said       said
	span       timeline.Span // in the text
	outer      timeline.Span
	outerFirst int // token of passage.words
	first      int // tokens of passage.words
	last       int
	rule       *rule
	pair       int32 // index of the other end of its range, or -1
	second     bool  // the later end
	leads      bool  // it stands at the beginning of its sentence
}

// cascade finds expressions in passages, stage after stage.
type cascade struct {
	*language
	machine
	passage passage
	spare   []token
}

func newCascade(l *language, text string) *cascade {
	c := &cascade{language: l, passage: passage{text: text, lex: l.lex}}
	c.machine.p = &c.passage
	return c
}

// run finds the expressions of the passage that begins at pos, and returns
// where the next begins.
func (c *cascade) run(pos int) int {
	p := &c.passage
	pos = p.fill(pos)
	p.words = append(p.words[:0], p.tokens...)
	for stage := range stages {
		c.stage(stage)
		if len(p.found) == 0 {
			return pos
		}
	}
	p.keepStrong()
	return pos
}

// stage replaces what the rules of one stage match by tokens of kindFound.
func (c *cascade) stage(stage int) {
	p := &c.passage
	out := c.spare[:0]
	for i := 0; i < len(p.tokens); {
		if ps := c.candidates(stage, &p.tokens[i]); len(ps) > 0 {
			if r, next := c.longest(ps, i); r != nil {
				if r.void {
					out = append(out, p.tokens[i:next]...)
					i = next
					continue
				}
				if n := c.build(r, i, next, &out); n {
					i = next
					continue
				}
			}
		}
		out = append(out, p.tokens[i])
		i++
	}
	c.spare, p.tokens = p.tokens, out
}

// longest tries patterns at token i and returns the rule of the one that
// matches most, with the token after the match and its captures in c.best.
func (c *cascade) longest(patterns []*pattern, i int) (best *rule, end int) {
	var second *token
	if i+1 < len(c.passage.tokens) {
		second = &c.passage.tokens[i+1]
	}
	for _, ps := range patterns {
		if !ps.single && (second == nil || !ps.second.has(second)) {
			continue
		}
		r := ps.rule
		next := c.machine.run(ps.prog, i)
		if next <= end || next <= i || !c.free(i, next) {
			continue
		}
		first, last := c.passage.tokens[i].firstWord(&c.passage), c.passage.tokens[next-1].lastWord(&c.passage)
		if !c.passage.allows(r, first, last) {
			continue
		}
		best, end = r, next
		c.best = append(c.best[:0], c.captures...)
	}
	return best, end
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

// free reports whether tokens i to next-1 stand by themselves: not within a
// word, a larger number or a name like "T-72".
func (c *cascade) free(i, next int) bool {
	p := &c.passage
	words := p.words
	first := p.tokens[i].firstWord(p)
	if p.tokens[i].kind != kindFound && !p.freeBefore(first) {
		return false
	}
	last := p.tokens[next-1].lastWord(p)
	return p.tokens[next-1].kind == kindFound || p.freeAfter(&words[last], last)
}

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
		return !joined || p.wordIs(i-2, p.lex.prefix)
	case '.', ',', ':', '/':
		return !joined || t.kind != kindNumber || p.words[i-2].kind != kindNumber
	case '\'', '_', '@':
		return !joined
	}
	return true
}

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
	case '-': // "2020-pound"
		return !joined || !p.words[i+2].lower
	case '.', ',', ':', '/':
		return !joined || p.words[i+2].kind != kindNumber
	}
	return true
}
