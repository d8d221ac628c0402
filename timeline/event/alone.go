package event

import (
	"maps"
	"slices"
	"strings"

	"dateline/timeline/words"
)

// Many given names are in no list. A name of two words is a person's too where
// the document goes on to call it by the second word alone, and that word
// speaks or owns something, while the first never stands alone.

// weigh counts the single words that names consist of: those that do as people
// do count more.
func weigh(alone map[string]int, tokens []words.Token, n words.Name) {
	if n.Last-n.First != 1 {
		return
	}
	weight := 1
	if speaks(tokens, n.Last) || n.Last < len(tokens) && tokens[n.Last].Tag == "POS" {
		weight = enough
	}
	alone[surname(n.Text)] += weight
}

// enough is the weight from which on a word alone is taken for a surname.
const enough = 3

// addAlone adds the people whose surnames stand alone.
func (p *people) addAlone(alone map[string]int) {
	for i := range p.named {
		m := &p.named[i]
		f := strings.Fields(m.name)
		if m.person || !m.unsure || len(f) != 2 || !words.Personal(m.name) {
			continue
		}
		key := surname(m.name)
		if _, known := p.full[key]; known || alone[key] < enough || alone[surname(f[0])] > 0 {
			continue
		}
		p.full[key], m.person = m.name, true
	}
}

// addGiven remembers by what given name a person can be called.
func (p *people) addGiven(full string) {
	f := strings.Fields(full)
	if len(f) < 2 {
		return
	}
	key := words.Canonical(f[0])
	if known, ok := p.given[key]; ok && known != full {
		full = ""
	}
	p.given[key] = full
}

// person is the fullest name that the document has for a person.
func (p *people) person(name string) string {
	if full, ok := p.fullName(name); ok {
		return full
	}
	if full := p.bearer(name); full != "" {
		return full
	}
	if full := p.given[words.Canonical(name)]; full != "" {
		return full
	}
	return name
}

// bear counts a full name under its surname.
func (p *people) bear(surname, name string) {
	if !strings.Contains(name, " ") {
		return
	}
	if p.bearers[surname] == nil {
		p.bearers[surname] = make(map[string]int)
	}
	p.bearers[surname][name]++
}

// bearer is whom a surname alone means where several in the document share it:
// the one told of by far the most, for papers name the others in full.
func (p *people) bearer(name string) string {
	best, most, others := "", 0, 0
	bearers := p.bearers[surname(name)]
	for _, full := range slices.Sorted(maps.Keys(bearers)) {
		n := bearers[full]
		switch {
		case best != "" && sameName(best, full) && len(full) < len(best):
			most += n
		case best != "" && sameName(best, full):
			best, most = full, most+n
		case n > most || n == most && full < best:
			best, most, others = full, n, others+most
		default:
			others += n
		}
	}
	if strings.Contains(name, " ") || most < 2*others || most == 0 {
		return ""
	}
	return best
}

// holds reports whether a name is the fullest of a person in the document.
func (p *people) holds(name string) bool {
	return strings.Contains(name, " ") && p.full[surname(name)] == name
}
