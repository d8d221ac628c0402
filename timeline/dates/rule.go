package dates

import (
	"fmt"
	"strings"
)

// The stages of finding. Each reads what the one before left, so that a rule
// is about one thing: expressions are built of words, phrases of expressions
// ("5 p.m." and "on Friday"), relations put prepositions and ranges around
// them.
const (
	stageExpressions = iota
	stagePhrases
	stageRelations
	stages
)

// stageNames are the files, NAME.rules, that hold the rules of a stage; or the
// folders of such files, which are read in the order of their names.
var stageNames = [stages]string{"expressions", "phrases", "relations"}

// rule is one way of saying a time.
type rule struct {
	name     string
	file     string // below the language's folder
	stage    int
	sets     []assignment
	guards   []guard
	weak     bool // counts only where a later stage takes it up
	outer    bool // only puts words around an expression, which keeps its name
	pair     bool // its two extents are the ends of one range
	void     bool // what it matches is no expression of time
	list     bool // its extents stand side by side, and lend each other the year
	examples []example
}

// pattern is one wording of a rule. Of the patterns that match at a word the
// longest counts, and of those as long the one that stands first.
type pattern struct {
	rule *rule
	prog []op
}

// assignment gives field f the value v, or sign times the value of field from.
type assignment struct {
	f    field
	v    int32
	from field
	sign int32 // 0: v counts
}

// example is a text with the extents that a rule finds in it, and their values.
type example struct {
	text  string // extents in brackets
	value string // values separated by " | "
	line  int
}

// guard is a condition on the word before or after a match, or on its last.
type guard struct {
	side  side
	want  bool // it must be one of tests; otherwise it must not
	tests []test
}

// side is where the word stands that a guard is about.
type side uint8

const (
	sideAfter    side = iota // the match stands after it
	sideBefore               // the match stands before it
	sideEnding               // the match ends with it
	sideStarting             // the match starts with it
)

var sides = map[string]side{"after": sideAfter, "before": sideBefore, "ending": sideEnding, "starting": sideStarting}

// test is a property of a neighbouring token.
type test struct {
	name  string // ":capital" and so on, see passes
	word  symbol
	r     rune
	c     class
	class bool
}

// ruleReader reads rule files. "let NAME = PATTERN" names a pattern; "rule
// NAME" begins a rule, and these lines describe it:
//
//	say PATTERN                   what is matched; several are alternatives
//	as field=value weak pair      what it says beside what the pattern takes up,
//	                              and the flags of type rule
//	not after|before WORDS        nor where one of these stands beside it
//	only after|before WORDS       only where one of these does
//	not|only starting|ending WORDS  the same about its first or last word
//	eg text with [the extent] = value
type ruleReader struct {
	lex    *lexicon
	macros map[string]string
	rules  []*rule
	says   []*pattern
	file   string
	stage  int
	cur    *rule
}

// read reads a file of the current stage.
func (r *ruleReader) read(data string) error {
	for n, line := range splitLines(data) {
		if line == "" {
			continue
		}
		head, rest, _ := strings.Cut(line, " ")
		if err := r.line(n, head, strings.TrimSpace(rest)); err != nil {
			return fmt.Errorf("%d: %w", n, err)
		}
	}
	return nil
}

// line reads line n, which begins with the word head.
func (r *ruleReader) line(n int, head, rest string) error {
	switch head {
	case "let":
		name, body, ok := strings.Cut(rest, "=")
		if !ok {
			return fmt.Errorf("let without =")
		}
		r.macros[strings.TrimSpace(name)] = strings.TrimSpace(body)
		return nil
	case "rule":
		r.cur = &rule{name: rest, file: r.file, stage: r.stage}
		r.rules = append(r.rules, r.cur)
		return nil
	}
	if r.cur == nil {
		return fmt.Errorf("%s outside a rule", head)
	}
	switch head {
	case "say":
		prog, err := compile(r.lex, r.macros, rest)
		r.says = append(r.says, &pattern{rule: r.cur, prog: prog})
		return err
	case "as":
		return r.as(rest)
	case "not", "only":
		return r.guard(head == "only", rest)
	case "eg":
		return r.eg(n, rest)
	}
	return fmt.Errorf("unknown line %q", head)
}

// as reads flags and assignments.
func (r *ruleReader) as(text string) error {
	flags := map[string]*bool{"weak": &r.cur.weak, "outer": &r.cur.outer, "pair": &r.cur.pair, "void": &r.cur.void, "list": &r.cur.list}
	for part := range strings.FieldsSeq(text) {
		if flag := flags[part]; flag != nil {
			*flag = true
			continue
		}
		a, err := parseAssignment(part)
		if err != nil {
			return err
		}
		r.cur.sets = append(r.cur.sets, a)
	}
	return nil
}

// parseAssignment reads "field=value", "field=$other" and "field=-$other".
func parseAssignment(text string) (a assignment, err error) {
	name, value, ok := strings.Cut(text, "=")
	f, known := fieldNames[name]
	if !ok || !known {
		return a, fmt.Errorf("cannot set %q", text)
	}
	a.f = f
	if from, ok := strings.CutPrefix(value, "-$"); ok {
		a.sign, value = -1, from
	} else if from, ok := strings.CutPrefix(value, "$"); ok {
		a.sign, value = 1, from
	} else {
		a.v, err = parseValue(value)
		return a, err
	}
	if a.from, known = fieldNames[value]; !known {
		return a, fmt.Errorf("no field %s", value)
	}
	return a, nil
}

// guard reads "after WORDS", "before WORDS" or "ending WORDS": words, marks,
// {classes} and the :properties of neighbourTests.
func (r *ruleReader) guard(want bool, text string) error {
	side, list, _ := strings.Cut(text, " ")
	at, ok := sides[side]
	if !ok {
		return fmt.Errorf("none of after, before, starting and ending: %q", side)
	}
	g := guard{side: at, want: want}
	for item := range strings.FieldsSeq(list) {
		var t test
		switch {
		case len(item) > 1 && item[0] == ':':
			if !neighbourTests[item] {
				return fmt.Errorf("no test %s", item)
			}
			t.name = item
		case item[0] == '{':
			c, ok := r.lex.classes[strings.Trim(item, "{}")]
			if !ok {
				return fmt.Errorf("no class %s", item)
			}
			t.c, t.class = c, true
		case isLetters(item):
			t.word = r.lex.word(strings.ToLower(item)).symbol
		default:
			t.r = unify([]rune(item)[0])
		}
		g.tests = append(g.tests, t)
	}
	r.cur.guards = append(r.cur.guards, g)
	return nil
}

// eg reads an example.
func (r *ruleReader) eg(n int, text string) error {
	i := strings.LastIndex(text, " = ")
	if i < 0 {
		return fmt.Errorf("example without value")
	}
	r.cur.examples = append(r.cur.examples, example{text[:i], text[i+3:], n})
	return nil
}
