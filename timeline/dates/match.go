package dates

// capture is something that a match took up on its way.
type capture struct {
	code  opcode
	f     field
	v     int32 // of a field: the value; of an expression: its index
	token int   // where an extent begins or ends
}

// machine runs patterns over a passage. It is reused, so that matching does
// not allocate.
type machine struct {
	p        *passage
	captures []capture
	branches []branch
	best     []capture // of the longest match so far
}

// branch is a state to go back to.
type branch struct {
	pc, at, captures int
	glue             bool
}

// run tries a program at token i. It returns the token after the match, with
// m.captures describing it, or -1.
func (m *machine) run(prog []op, i int) int {
	m.captures = m.captures[:0]
	m.branches = m.branches[:0]
	pc, at, glue := 0, i, false
	for {
		o := &prog[pc]
		pc++
		m.p.steps++
		switch o.code {
		case opDone:
			return at
		case opSplit:
			m.branches = append(m.branches, branch{o.x, at, len(m.captures), glue})
		case opJump:
			pc = o.x
		case opGlue:
			glue = true
		case opSet:
			m.captures = append(m.captures, capture{code: opSet, f: o.f, v: o.v})
		case opOpen, opClose:
			m.captures = append(m.captures, capture{code: o.code, token: at})
		default:
			if next := m.consume(o, at, glue && at > i); next > at {
				at, glue = next, false
				continue
			}
			last := len(m.branches) - 1
			if last < 0 {
				return -1
			}
			b := m.branches[last]
			m.branches, m.captures = m.branches[:last], m.captures[:b.captures]
			pc, at, glue = b.pc, b.at, b.glue
		}
	}
}

// consume matches one consuming instruction at token i and returns the token
// after it, or -1.
func (m *machine) consume(o *op, i int, glue bool) int {
	if i >= len(m.p.tokens) {
		return -1
	}
	t := &m.p.tokens[i]
	if glue && t.spaced {
		return -1
	}
	switch o.code {
	case opWord:
		if t.symbol == o.word {
			return i + 1
		}
	case opMark:
		if t.kind == kindMark && t.mark == o.r {
			return i + 1
		}
	case opClass:
		return m.class(o, t, i)
	case opDigits:
		if o.fits(t) {
			m.keep(o, t.num)
			return i + 1
		}
	case opNumeral:
		if v, next := m.p.numeral(o.form, i); next > i {
			m.keep(o, v)
			return next
		}
	case opFound:
		if t.kind == kindFound && t.shapes&o.shapes != 0 {
			m.captures = append(m.captures, capture{code: opFound, v: t.found})
			return i + 1
		}
	}
	return -1
}

// keep notes the value of what was matched, if the pattern wants it.
func (m *machine) keep(o *op, v int32) {
	if !o.mute {
		m.captures = append(m.captures, capture{code: opSet, f: o.f, v: v})
	}
}

// fits reports whether a number is in the range that o asks for.
func (o *op) fits(t *token) bool {
	return t.kind == kindNumber && t.digits <= 9 && t.num >= o.lo && t.num <= o.hi &&
		t.num%o.step == 0 && (o.width == 0 || t.digits == o.width)
}

// class matches a word or the longest phrase of a class.
func (m *machine) class(o *op, t *token, i int) int {
	w := m.p.lex.known(t)
	if w == nil || !w.begins.has(o.c) {
		return -1
	}
	if w.capital.has(o.c) && !t.capital {
		return -1
	}
	next, value := -1, int32(0)
	if w.classes.has(o.c) {
		next, value = i+1, w.value(o.c)
	}
	for k := range w.phrases {
		if ph := &w.phrases[k]; ph.class == o.c {
			if end := m.p.phrase(ph.rest, i+1); end > next {
				next, value = end, ph.value
			}
		}
	}
	if next > i {
		m.keep(o, value)
	}
	return next
}

// phrase matches the words of a phrase from token i on.
func (p *passage) phrase(rest []symbol, i int) int {
	for _, sym := range rest {
		if i >= len(p.tokens) || p.tokens[i].symbol != sym {
			return -1
		}
		i++
	}
	return i
}
