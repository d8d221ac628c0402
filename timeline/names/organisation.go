package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// organisations says which names of organisations are to be written otherwise:
// those that differ in spelling or in the kind of company, and acronyms that
// only one of the longer names has the initials of.
func (t tally) organisations(told *table) map[string]string {
	to := make(map[string]string)
	byKey, byInitials := make(map[string]string), make(map[string][]string)
	all := append(told.chosen(t), t.sorted()...)
	for _, n := range all {
		k := company(key(n))
		switch first := byKey[k]; {
		case first == "":
			byKey[k] = n
			if i := acronym(n); utf8.RuneCountInString(i) > 2 {
				byInitials[i] = append(byInitials[i], n)
			}
		case first != n && !told.fixed[n]:
			to[n] = first
		}
	}
	for _, n := range all {
		if long := byInitials[strings.ReplaceAll(n, ".", "")]; len(long) == 1 && !told.fixed[n] {
			to[n] = long[0]
		}
	}
	return to
}

// company leaves out the words for the kind of company at a name's end.
func company(key string) string {
	for _, kind := range [...]string{" inc", " ltd", " plc", " llc", " corp", " gmbh", " ag", " limited", " incorporated", " corporation"} {
		if rest, ok := strings.CutSuffix(key, kind); ok {
			return rest
		}
	}
	return key
}

// acronym is what the capitals that begin a name's words spell, "" for a name
// of one word.
func acronym(name string) string {
	f := strings.Fields(name)
	if len(f) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range f {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
