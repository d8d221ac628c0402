package event

import (
	"strings"
	"unicode"

	"dateline/timeline/words"
)

// firstPerson is the title of a passage whose clause speaks as "I" or "we"
// outside of quotation marks, as transcripts and letters do: its words, quoted,
// after the speaker if the passage is labelled with one. It reports false where
// the title does not begin so.
func (x *extractor) firstPerson(f *fact, k int, title string) (string, bool) {
	a := f.analysis
	if !mine(title) || k >= 0 && a.segments[k].mark == markSpeech {
		return "", false
	}
	first := a.opening()
	if k >= 0 && !a.segments[k].subject.empty() && mine(a.string(a.segments[k].subject)) {
		first = a.segments[k].subject.first
	}
	who, limit := "", maxWords
	if name, ok := x.labelled(a); ok {
		who = called(name) + ": "
		limit -= count(who)
	}
	said := utterance(fold(a.text[a.tokens[first].Start:f.passage.End]), limit)
	if !mine(said) {
		return "", false
	}
	return who + "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(balance(said)) + "”", true
}

// mine reports whether words begin with the first person.
func mine(s string) bool {
	first, _, _ := strings.Cut(words.Fold(s), " ")
	first, _, _ = strings.Cut(strings.ReplaceAll(first, "’", "'"), "'")
	switch first {
	case "i", "we", "my", "our":
		return true
	}
	return false
}

// labelled is the speaker whose name, in capital letters and before a colon, a
// passage of a transcript begins with.
func (x *extractor) labelled(a *analysis) (string, bool) {
	if a.head < 2 || a.tokens[a.head-1].Text != ":" {
		return "", false
	}
	var name []string
	for _, t := range a.tokens[:a.head-1] {
		if !t.Word() {
			break // "JANE DOE, REPORTER"
		}
		if anonymous[t.Lower] || strings.ToUpper(t.Text) != t.Text || !unicode.IsLetter(rune(t.Text[0])) {
			return "", false
		}
		name = append(name, capitalize(t.Lower))
	}
	s := strings.Join(name, " ")
	if _, place := words.FindPlace(s); place || len(name) == 0 || len(name) > 4 {
		return "", false
	}
	if full, ok := x.people().fullName(s); ok && strings.ToUpper(full) != full {
		return full, true
	}
	return s, true
}

// anonymous are the labels of a transcript that name nobody, and the parts of
// pages that are set in capitals as they are.
var anonymous = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`question answer unidentified male female speaker announcer narrator crowd audience operator translator
		interpreter reporter caller voice video group q a new update updated breaking related note editor photo analysis opinion live`) {
		m[w] = true
	}
	return m
}()
