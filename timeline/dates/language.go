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
	index    [stages]index
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
	lex.nationals = lex.nationalClasses()
	lex.between = lex.class("between")
	lex.leans = lex.leanClasses()
	lex.asides = lex.asideClasses()
	r := ruleReader{lex: lex, macros: map[string]string{}}
	for stage, name := range stageNames {
		for _, file := range rulesOf(dir, name) {
			r.stage, r.file = stage, file
			if err := eachFile(dir, file, r.read); err != nil {
				return nil, err
			}
		}
	}
	l := &language{lex: lex, rules: r.rules, patterns: r.says}
	lex.seal()
	l.buildIndex()
	return l, nil
}

// rulesOf lists the files of a stage.
func rulesOf(dir, name string) []string {
	entries, err := ruleFiles.ReadDir(path.Join(dir, name))
	if err != nil {
		return []string{name + ".rules"}
	}
	var files []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".rules") {
			files = append(files, path.Join(name, e.Name()))
		}
	}
	return files
}

// eachFile reads one file of a language; errors name it and the line.
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
