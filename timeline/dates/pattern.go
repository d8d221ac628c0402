package dates

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A pattern is compiled to a program for a small backtracking machine. There
// are no loops, so a program ends after a number of steps that depends on the
// rule alone.
type opcode uint8

const (
	opDone    opcode = iota
	opWord           // the word with this symbol
	opMark           // the mark r
	opClass          // a word or phrase of class c, its value to field f
	opDigits         // a number from lo to hi, to field f
	opNumeral        // a number in words or digits, as form says, to field f
	opFound          // an expression with one of the shapes
	opGlue           // no white space here
	opSet            // field f is v
	opOpen           // an extent begins
	opClose          // it ends
	opSplit          // try the next instruction, then x
	opJump           // go on at x
)

type op struct {
	code   opcode
	f      field
	mute   bool // the value goes to no field
	word   symbol
	r      rune
	c      class
	form   numeralForm
	lo, hi int32
	step   int32
	width  int8
	shapes shapes
	v      int32
	x      int
}

// compiler turns the text of a pattern into a program.
type compiler struct {
	lex    *lexicon
	macros map[string]string
	text   string
	pos    int
	prog   []op
	depth  int
}

// compile compiles the text of a pattern. Elements are separated by spaces and
// stand for one token each, or for what a macro, class or shape stands for;
// white space in the text is allowed between any two unless "~" forbids it.
func compile(lex *lexicon, macros map[string]string, text string) ([]op, error) {
	c := &compiler{lex: lex, macros: macros, text: text}
	if err := c.alternatives(0); err != nil {
		return nil, fmt.Errorf("pattern %q: %w", text, err)
	}
	return append(c.prog, op{code: opDone}), nil
}

// alternatives compiles "a | b | c" up to the rune stop, 0 being the end.
func (c *compiler) alternatives(stop rune) error {
	var jumps []int
	start := len(c.prog)
	for {
		if err := c.sequence(stop); err != nil {
			return err
		}
		if c.peek() != '|' {
			break
		}
		c.pos++
		c.insert(start, op{code: opSplit, x: len(c.prog) + 2})
		jumps = append(jumps, len(c.prog))
		c.prog = append(c.prog, op{code: opJump})
		start = len(c.prog)
	}
	for _, j := range jumps {
		c.prog[j].x = len(c.prog)
	}
	if c.peek() != stop {
		return fmt.Errorf("column %d: unexpected %q", c.pos+1, c.peek())
	}
	return nil
}

// insert puts an instruction at i and moves the targets behind it.
func (c *compiler) insert(i int, o op) {
	for k := range c.prog[i:] {
		if q := &c.prog[i+k]; q.code == opSplit || q.code == opJump {
			q.x++
		}
	}
	c.prog = slices.Insert(c.prog, i, o)
}

// peek skips spaces and gives the rune after them, 0 at the end.
func (c *compiler) peek() rune {
	for c.pos < len(c.text) && (c.text[c.pos] == ' ' || c.text[c.pos] == '\t') {
		c.pos++
	}
	if c.pos == len(c.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(c.text[c.pos:])
	return r
}

// sequence compiles elements, each perhaps followed by "?", up to stop or "|".
func (c *compiler) sequence(stop rune) error {
	for {
		r := c.peek()
		if r == 0 || r == stop || r == '|' {
			return nil
		}
		start := len(c.prog)
		if err := c.element(r); err != nil {
			return err
		}
		if c.peek() == '?' {
			c.pos++
			c.insert(start, op{code: opSplit, x: len(c.prog) + 1})
		}
	}
}

// element compiles the element that begins with r.
func (c *compiler) element(r rune) error {
	size := utf8.RuneLen(r)
	switch {
	case r == '~':
		c.prog = append(c.prog, op{code: opGlue})
	case r == '[':
		c.pos++
		c.prog = append(c.prog, op{code: opOpen})
		if err := c.alternatives(']'); err != nil {
			return err
		}
		c.prog = append(c.prog, op{code: opClose})
	case r == ']', r == ')':
		return fmt.Errorf("column %d: %q closes nothing", c.pos+1, r)
	case r == '(':
		c.pos++
		if err := c.alternatives(')'); err != nil {
			return err
		}
	case r == '{':
		return c.braced('}', c.slot)
	case r == '<':
		return c.braced('>', c.shape)
	case r == '@':
		return c.macro()
	case unicode.IsLetter(r):
		c.prog = append(c.prog, op{code: opWord, word: c.lex.word(strings.ToLower(c.run())).symbol})
		return nil
	case r == '\\':
		c.pos++
		r, size = utf8.DecodeRuneInString(c.text[c.pos:])
		fallthrough
	default:
		c.prog = append(c.prog, op{code: opMark, r: unify(r)})
	}
	c.pos += size
	return nil
}

// run takes the letters at the current position.
func (c *compiler) run() string {
	rest := c.text[c.pos:]
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(rest)
	}
	c.pos += n
	return rest[:n]
}

// braced hands what stands in brackets to compile.
func (c *compiler) braced(end byte, compile func(string) error) error {
	n := strings.IndexByte(c.text[c.pos:], end)
	if n < 0 {
		return fmt.Errorf("column %d: no closing %q", c.pos+1, end)
	}
	inner := c.text[c.pos+1 : c.pos+n]
	c.pos += n + 1
	return compile(inner)
}

// macro compiles the text that a name stands for, as one element.
func (c *compiler) macro() error {
	c.pos++
	rest := c.text[c.pos:]
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if n < 0 {
		n = len(rest)
	}
	body, ok := c.macros[rest[:n]]
	if !ok {
		return fmt.Errorf("no definition of @%s", rest[:n])
	}
	c.pos += n
	if c.depth++; c.depth > 20 {
		return fmt.Errorf("@%s stands for itself", rest[:n])
	}
	text, pos := c.text, c.pos
	c.text, c.pos = body, 0
	err := c.alternatives(0)
	c.text, c.pos = text, pos
	c.depth--
	return err
}

// slot compiles {field=value}, {field:class}, {field:#lo-hi}, {field:form} and
// {class}, which is short for {class:class} where there is such a field.
func (c *compiler) slot(s string) error {
	if name, value, ok := strings.Cut(s, "="); ok {
		v, err := parseValue(value)
		f, known := fieldNames[name]
		if err != nil || !known {
			return fmt.Errorf("cannot set %s", s)
		}
		c.prog = append(c.prog, op{code: opSet, f: f, v: v})
		return nil
	}
	name, what, ok := strings.Cut(s, ":")
	if !ok {
		what = name
	}
	f, known := fieldNames[name]
	o := op{f: f, mute: !known}
	if ok && !known {
		return fmt.Errorf("no field %s", name)
	}
	if err := c.operand(&o, what); err != nil {
		return err
	}
	c.prog = append(c.prog, o)
	return nil
}

// operand says what o is to match.
func (c *compiler) operand(o *op, what string) error {
	if spec, ok := strings.CutPrefix(what, "#"); ok {
		return o.digits(spec)
	}
	if form, ok := numeralForms[what]; ok {
		o.code, o.form = opNumeral, form
		return nil
	}
	cl, ok := c.lex.classes[what]
	if !ok {
		return fmt.Errorf("no class %s", what)
	}
	o.code, o.c = opClass, cl
	return nil
}

// digits reads "1-31", "00-59" (that many digits exactly) and "1000-2190/10"
// (multiples of ten).
func (o *op) digits(spec string) error {
	o.code, o.step = opDigits, 1
	spec, step, ok := strings.Cut(spec, "/")
	if ok {
		n, err := strconv.Atoi(step)
		if err != nil {
			return err
		}
		o.step = int32(n)
	}
	lo, hi, _ := strings.Cut(spec, "-")
	a, err1 := strconv.Atoi(lo)
	b, err2 := strconv.Atoi(hi)
	if err1 != nil || err2 != nil {
		return fmt.Errorf("no range of numbers: %q", spec)
	}
	if len(lo) > 1 && lo[0] == '0' {
		o.width = int8(len(lo))
	}
	o.lo, o.hi = int32(a), int32(b)
	return nil
}

// shape compiles <one|or another>.
func (c *compiler) shape(s string) error {
	o := op{code: opFound}
	for name := range strings.SplitSeq(s, "|") {
		g, ok := shapeNames[strings.TrimSpace(name)]
		if !ok {
			return fmt.Errorf("no shape %s", name)
		}
		o.shapes |= g
	}
	c.prog = append(c.prog, o)
	return nil
}
