package dates

import (
	"strings"
	"unicode"
)

// neighbourTests are the properties of a neighbouring token that rules can
// name, beside words, marks and classes.
var neighbourTests = map[string]bool{
	":capital": true, ":lower": true, ":number": true, ":plural": true,
	":start": true, ":end": true, ":gerund": true, ":word": true, ":name": true,
	":acronym": true, ":label": true,
	":title": true, ":content": true,
}

// isLetters reports whether s has letters only.
func isLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isUpper reports whether s has upper-case letters only.
func isUpper(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// allows reports whether the words around tokens first to last let a rule
// count there.
func (p *passage) allows(r *rule, first, last int) bool {
	for k := range r.guards {
		g := &r.guards[k]
		at := last + 1
		switch g.side {
		case sideAfter:
			if at = first - 1; at > 0 && p.words[at].mark == '.' && p.abbreviates(at-1) { // "Mr. August"
				at--
			}
		case sideEnding:
			at = last
		case sideStarting:
			at = first
		}
		found := false
		for i := range g.tests {
			if p.passes(&g.tests[i], at, g.side == sideAfter) {
				found = true
				break
			}
		}
		if found != g.want {
			return false
		}
	}
	return true
}

// passes reports whether token i, before an expression or after it, has a
// property.
func (p *passage) passes(t *test, i int, before bool) bool {
	if i < 0 || i >= len(p.words) {
		return t.name == ":start" && before || t.name == ":end" && !before
	}
	w := &p.words[i]
	switch t.name {
	case "":
		return p.matches(t, i)
	case ":capital":
		return w.kind == kindWord && w.capital && !(before && p.startsSentence(i))
	case ":name": // a word with a capital that could be part of a name
		return w.kind == kindWord && w.capital && w.symbol == symbolNone && !p.startsSentence(i)
	case ":label": // a name at the beginning of a sentence: "Vision 2025 is"
		return w.kind == kindWord && w.capital && w.symbol == symbolNone && p.startsSentence(i) && before
	case ":title": // a capital that no sentence begins with and no mark explains
		return w.kind == kindWord && w.capital && !p.startsSentence(i) && !p.afterMark(i)
	case ":content": // a noun or an adjective, as far as the lists can tell
		return p.content(i)
	case ":acronym":
		return w.kind == kindWord && isUpper(p.text[w.start:w.end])
	case ":lower":
		return w.kind == kindWord && w.lower
	case ":word":
		return w.kind == kindWord
	case ":number":
		return w.kind == kindNumber && (before || !p.newLine(i))
	case ":plural":
		return w.kind == kindWord && w.lower && w.end-w.start > 3 && p.text[w.end-1] == 's' && p.text[w.end-2] != 's'
	case ":gerund":
		return w.kind == kindWord && w.lower && w.end-w.start > 5 && p.text[w.end-3:w.end] == "ing"
	case ":start":
		return before && p.startsSentence(i+1)
	case ":end":
		return !before && w.kind == kindMark && (w.mark == '.' || w.mark == '!' || w.mark == '?')
	}
	return false
}

// newLine reports whether token i begins a line.
func (p *passage) newLine(i int) bool {
	return i == 0 || strings.IndexByte(p.text[p.words[i-1].end:p.words[i].start], '\n') >= 0
}

// matches reports whether token i is the word or mark, or of the class, that a
// test names.
func (p *passage) matches(t *test, i int) bool {
	w := &p.words[i]
	switch {
	case t.class:
		return p.lex.has(w, t.c)
	case t.word != symbolNone:
		return w.symbol == t.word
	}
	return w.kind == kindMark && w.mark == t.r
}

// afterMark reports whether a mark stands before token i: after a quotation
// mark, a dash or a colon a capital makes no name.
func (p *passage) afterMark(i int) bool {
	return i > 0 && p.words[i-1].kind == kindMark && p.words[i-1].mark != '.'
}

// openingMarks is how many marks may stand between a sentence and the end of
// the one before.
const openingMarks = 8

// startsSentence reports whether token i is the first of a sentence, as far as
// the tokens tell.
func (p *passage) startsSentence(i int) bool {
	last := i - openingMarks
	for i--; i >= 0; i-- {
		if p.steps++; i < last {
			return false
		}
		t := &p.words[i]
		if t.kind != kindMark {
			return t.ends
		}
		switch t.mark {
		case '.':
			return !p.ordinalPoint(i)
		case '!', '?', ':':
			return true
		case '"', '\'', '(', '[', '-', '—', '*', '•':
		default:
			return false
		}
	}
	return true
}
