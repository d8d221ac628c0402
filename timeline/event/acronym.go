package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/words"
)

// define remembers an acronym in parentheses after the name it stands for:
// "Health and Safety Executive (HSE)".
func (p *people) define(tokens []words.Token, n words.Name) {
	i := n.Last
	if i+2 >= len(tokens) || tokens[i].Tag != "(" || tokens[i+2].Tag != ")" || n.Last-n.First < 2 {
		return
	}
	short := tokens[i+1].Text
	if utf8.RuneCountInString(short) < 2 || strings.ToUpper(short) != short {
		return
	}
	for first := n.First; first < n.Last-1; first++ {
		if standsFor(short, tokens[first:n.Last]) {
			name := words.Join(tokens, first, n.Last)
			full, known := words.FindOrganisation(name)
			switch {
			case known:
				p.long[short] = full
			case n.Kind == words.Organisation:
				p.long[short] = fold(name) // not "gross domestic product"
			}
			return
		}
	}
}

// standsFor reports whether short is made of the words' first letters, small
// words left out or not.
func standsFor(short string, tokens []words.Token) bool {
	var all, capitals []rune
	for _, t := range tokens {
		r, _ := utf8.DecodeRuneInString(t.Text)
		if !unicode.IsLetter(r) {
			continue
		}
		all = append(all, unicode.ToUpper(r))
		if t.Capital() {
			capitals = append(capitals, r)
		}
	}
	short = strings.ReplaceAll(short, ".", "")
	return short == string(capitals) || short == string(all)
}

// organisation is the name to show for an organisation: the one its acronym
// stands for in this document, else the one it is known by.
func (p *people) organisation(name string) string {
	if long := p.long[name]; long != "" {
		return long
	}
	if full, ok := words.FindOrganisation(name); ok {
		return full
	}
	return strings.TrimPrefix(name, "The ")
}
