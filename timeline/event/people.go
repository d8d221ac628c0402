package event

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/words"
)

// people are the persons and organisations that a document names, so that a
// surname, a role or a pronoun can be given its full name where only one fits.
type people struct {
	full     map[string]string         // canonical surname → fullest name; "" where two share it
	sure     map[string]bool           // surnames that a title or a given name shows to be a person's
	byOffice map[string]string         // office and country → full name; "" where two hold it
	given    map[string]string         // canonical given name → full name; "" where two bear it
	bearers  map[string]map[string]int // surname → how often each full name with it is told
	long     map[string]string         // acronym → the name it stands for in this document
	named    []mention                 // every name, in the order of the text
}

// mention is a name where it stands in the document.
type mention struct {
	timeline.Span
	name   string // as written; a surname is given its full name
	person bool
	unsure bool // not known for a place, an organisation or a thing: perhaps a person's
}

// readNames finds the names of the whole document. The sentences are not
// tagged, which would cost more than all the rest: a capitalised word that is
// no common word counts as a name here.
func readNames(text string, sentences []timeline.Span) *people {
	p := &people{full: make(map[string]string), sure: make(map[string]bool), byOffice: make(map[string]string), long: make(map[string]string), given: make(map[string]string), bearers: make(map[string]map[string]int)}
	alone := make(map[string]int)
	var tokens []words.Token
	for _, s := range sentences {
		tokens = words.AppendTokens(tokens[:0], text, s)
		words.Guess(tokens)
		for _, n := range words.Names(tokens) {
			p.define(tokens, n)
			key := surname(fold(n.Text))
			p.sure[key] = p.sure[key] || n.Kind == words.Person
			if n.Kind == words.OtherName && n.Last-n.First > 1 && speaks(tokens, n.Last) {
				n.Kind = words.Person
			}
			weigh(alone, tokens, n)
			p.add(n, timeline.Span{Start: tokens[n.First].Start, End: tokens[n.Last-1].End}, maybePerson(tokens, n))
		}
	}
	p.addAlone(alone)
	for _, full := range p.full {
		p.addGiven(full)
	}
	for i := range p.named {
		m := &p.named[i]
		if strings.Contains(m.name, " ") {
			continue
		}
		if full := p.full[surname(m.name)]; full != "" {
			m.name, m.person = full, true
		}
	}
	return p
}

func (p *people) add(n words.Name, at timeline.Span, unsure bool) {
	name := fold(n.Text)
	p.named = append(p.named, mention{at, name, n.Kind == words.Person, unsure})
	if n.Kind != words.Person {
		return
	}
	key := surname(name)
	p.bear(key, name)
	switch known, ok := p.full[key]; {
	case !ok:
		p.full[key] = name
	case known == "" || sameName(known, name):
		if len(name) > len(known) && known != "" {
			p.full[key] = name
		}
	case strings.Contains(known, " ") && strings.Contains(name, " "):
		p.full[key] = ""
	case strings.Contains(name, " "):
		p.full[key] = name
	}
	for _, office := range offices(n.Role, n.Country) {
		switch known, ok := p.byOffice[office]; {
		case !ok:
			p.byOffice[office] = key
		case known != key:
			p.byOffice[office] = ""
		}
	}
}

// maybePerson reports whether a name of no known kind may be a person's: short,
// of letters, and without an article before it.
func maybePerson(tokens []words.Token, n words.Name) bool {
	if n.Kind != words.OtherName || n.Last-n.First > 3 || n.First > 0 && tokens[n.First-1].Is("the", "a", "an", "this", "'s", "in", "at", "near", "outside", "across") {
		return false
	}
	for _, t := range tokens[n.First:n.Last] {
		if t.Tag == "CD" || strings.ToUpper(t.Text) == t.Text || words.Demonym(t.Text) != "" || strings.Contains(t.Text, "-") {
			return false
		}
	}
	return n.First > 0 || n.Last-n.First == 2 // a sentence's first word is capitalised anyway
}

// speaks reports whether what stands before token i says something, or is
// followed by what a person is ("…, a defence analyst").
func speaks(tokens []words.Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	if r := words.Reporting(tokens[i].Lower); r == words.ReportSay || r == words.Claim || r == words.Warn {
		return true
	}
	if tokens[i].Tag != "," || i+1 >= len(tokens) || !tokens[i+1].Is("a", "an", "the") {
		return false
	}
	for k := i + 2; k < min(i+7, len(tokens)) && tokens[k].Tag != ","; k++ {
		if words.Role(tokens[k].Lower) {
			return true
		}
	}
	return false
}

// offices are the keys under which a person with a role can be asked for.
func offices(role, country string) []string {
	if role == "" {
		return nil
	}
	out := []string{role}
	if country != "" {
		out = append(out, role+" of "+country)
		if heads[lastWord(role)] {
			out = append(out, "head of "+country)
		}
	}
	return out
}

// heads are the roles of which a country has one or two, and which texts use
// for one another.
var heads = map[string]bool{"president": true, "leader": true, "minister": false, "dictator": true, "strongman": true, "ruler": true, "king": true, "chancellor": true, "premier": true, "autocrat": true}

// surname is the canonical last word of a name, by which it is looked up.
func surname(name string) string {
	for {
		name = strings.TrimSpace(name)
		space := strings.LastIndexFunc(name, unicode.IsSpace)
		if space < 0 {
			return bareSurname(name)
		}
		_, size := utf8.DecodeRuneInString(name[space:])
		last := name[space+size:]
		if !strings.Contains("jr jr. sr sr. ii iii", words.Fold(last)) {
			return bareSurname(last)
		}
		name = name[:space]
	}
}

// bareSurname is a surname without its article: "Assad" is "al-Assad".
func bareSurname(last string) string {
	if folded := words.Fold(last); len(folded) > 5 && (folded[:3] == "al-" || folded[:3] == "el-") {
		last = folded[3:]
	}
	return words.Canonical(last)
}

// sameName reports whether two full names differ in spelling only, or in that
// one of them has more given names.
func sameName(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 {
		return true
	}
	return words.Canonical(x[0]) == words.Canonical(y[0])
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// fullName is the fullest form of a name in this document.
func (p *people) fullName(name string) (string, bool) {
	if full := p.full[surname(name)]; full != "" && (sameName(full, name) || !strings.Contains(name, " ")) {
		return full, true
	}
	return name, false
}

// holder is who holds the office that a noun phrase names without a name: "the
// Belarusian leader", "the president".
func (p *people) holder(tokens []words.Token) (string, bool) {
	country := ""
	var role []string
	for _, t := range tokens {
		c := words.Demonym(t.Text)
		if c == "" {
			if place, ok := words.FindPlace(t.Text); ok && t.Capital() {
				c = place.Country
			}
		}
		switch {
		case c != "":
			country = c
		case words.Role(t.Lower):
			role = append(role, t.Lower)
		case t.Tag != "DT" && t.Tag != "POS" && t.Tag != "NN" && t.Tag != "IN":
			return "", false
		case t.Tag == "NN" && !words.NamePart(t.Lower):
			return "", false
		}
	}
	said := strings.Join(role, " ")
	asked := []string{said}
	if country != "" {
		asked = []string{said + " of " + country}
		if heads[lastWord(said)] {
			asked = append(asked, "head of "+country)
		}
	}
	for _, office := range asked {
		if key := p.byOffice[office]; key != "" && p.full[key] != "" {
			return p.full[key], true
		}
	}
	return "", false
}

// before lists the persons named in text between two bytes, in order, each
// once. It reports false where another name there may be a person's too.
func (p *people) before(start, end int) ([]string, bool) {
	var out []string
	clear := true
	first := sort.Search(len(p.named), func(i int) bool { return p.named[i].Start >= start })
	for _, m := range p.named[first:] {
		switch {
		case m.End > end:
			return out, clear
		case m.person && !slices.Contains(out, m.name):
			out = append(out, m.name)
		case !m.person && m.unsure:
			clear = false
		}
	}
	return out, clear
}
