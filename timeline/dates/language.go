package dates

import (
	"embed"
	"fmt"
	"path"
	"strings"
)

//go:embed rules
var ruleFiles embed.FS

// language is what the files of one folder below rules say, ready for use.
type language struct {
	lex      *lexicon
	rules    []*rule
	patterns []*pattern
	digit    [stages][]*pattern          // patterns that may begin with a number
	mark     [stages]map[rune][]*pattern // … with a mark
	found    [stages][]*pattern          // … with an expression
}

// load reads the folder of a language.
func load(name string) (*language, error) {
	dir := path.Join("rules", name)
	entries, err := ruleFiles.ReadDir(dir)
	if err != nil || !isLetters(name) {
		return nil, fmt.Errorf("no date rules for language %q", name)
	}
	lex := newLexicon()
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".words") {
			if err := eachFile(dir, e.Name(), lex.read); err != nil {
				return nil, err
			}
		}
	}
	lex.numerals = lex.numeralClasses()
	lex.prefix = lex.class("prefix")
	lex.leans = lex.leanClasses()
	r := ruleReader{lex: lex, macros: map[string]string{}}
	for stage, file := range stageFiles {
		r.stage = stage
		if err := eachFile(dir, file, r.read); err != nil {
			return nil, err
		}
	}
	l := &language{lex: lex, rules: r.rules, patterns: r.says}
	l.index()
	return l, nil
}

func eachFile(dir, name string, read func(string) error) error {
	p := path.Join(dir, name)
	data, err := ruleFiles.ReadFile(p)
	if err != nil {
		return err
	}
	if err := read(string(data)); err != nil {
		return fmt.Errorf("%s:%w", p, err)
	}
	return nil
}

// index notes for every word, mark and kind of token which patterns may begin
// with it.
func (l *language) index() {
	for s := range l.mark {
		l.mark[s] = map[rune][]*pattern{}
	}
	for _, p := range l.patterns {
		b := beginning{words: map[*word]bool{}, marks: map[rune]bool{}}
		l.begin(&b, p.prog, 0)
		s := p.rule.stage
		for w := range b.words { // each word's list is in the order of l.patterns
			w.patterns[s] = append(w.patterns[s], p)
		}
		for m := range b.marks {
			l.mark[s][m] = append(l.mark[s][m], p)
		}
		if b.digit {
			l.digit[s] = append(l.digit[s], p)
		}
		if b.found {
			l.found[s] = append(l.found[s], p)
		}
	}
}

// beginning is what a pattern may begin with.
type beginning struct {
	words        map[*word]bool
	marks        map[rune]bool
	digit, found bool
}

// begin collects what may be consumed first from instruction pc on.
func (l *language) begin(b *beginning, prog []op, pc int) {
	for {
		o := &prog[pc]
		switch o.code {
		case opSplit:
			l.begin(b, prog, pc+1)
			pc = o.x
			continue
		case opJump:
			pc = o.x
			continue
		case opGlue, opSet, opOpen, opClose:
			pc++
			continue
		case opWord:
			b.words[o.w] = true
		case opMark:
			b.marks[o.r] = true
		case opDigits:
			b.digit = true
		case opFound:
			b.found = true
		case opClass:
			l.beginClass(b, o.c)
		case opNumeral:
			b.digit = true
			l.beginClass(b, l.lex.numerals.num)
			l.beginClass(b, l.lex.numerals.ord)
		}
		return
	}
}

func (l *language) beginClass(b *beginning, c class) {
	for _, w := range l.lex.words {
		if w.begins.has(c) {
			b.words[w] = true
		}
	}
}

// candidates gives the patterns that may match at a token.
func (l *language) candidates(stage int, t *token) []*pattern {
	switch t.kind {
	case kindWord:
		if t.word != nil {
			return t.word.patterns[stage]
		}
	case kindNumber:
		return l.digit[stage]
	case kindMark:
		return l.mark[stage][t.mark]
	case kindFound:
		return l.found[stage]
	}
	return nil
}
