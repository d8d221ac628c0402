package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/event"
	"dateline/timeline/words"
)

// Aliases are the user's own: what is said of each name that is to be shown.
type Aliases map[string]Alias

// Alias is what else documents call the same person, organisation or place. That
// may be a phrase that is no name: "the Belarusian leader".
type Alias struct {
	Others []string
	// Kind is words.OtherName where the user leaves it to the documents.
	Kind words.NameKind
}

// table is Aliases made ready.
type table struct {
	fixed   map[string]bool   // names that are never written otherwise
	byKey   map[string]string // key of an alias or of the name itself → name
	phrases []phrase          // sorted
	kinds   map[string]words.NameKind
}

type phrase struct {
	folded  string // as it is looked for in quotations
	capital string // as written, where it must be: "US" is not "us"
	name    string
}

func (a Aliases) table() *table {
	t := &table{fixed: make(map[string]bool), byKey: make(map[string]string), kinds: make(map[string]words.NameKind)}
	for name, alias := range a {
		t.fixed[name] = true
		t.byKey[key(name)] = name
		t.kinds[name] = alias.Kind
		for _, other := range append([]string{name}, alias.Others...) {
			t.byKey[key(other)] = name
			p := phrase{folded: words.Fold(other), name: name}
			if strings.ToUpper(other) == other {
				p.capital = other
			}
			t.phrases = append(t.phrases, p)
		}
	}
	slices.SortFunc(t.phrases, func(a, b phrase) int {
		if c := strings.Compare(a.folded, b.folded); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	return t
}

// chosen are the user's names among those counted.
func (t *table) chosen(counted tally) []string {
	var out []string
	for name := range t.fixed {
		if counted[name] > 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// apply gives an event the user's names for those it has, and files it under
// those that its quotation calls by an alias.
func (t *table) apply(e *timeline.Event) {
	if len(t.fixed) == 0 {
		return
	}
	var found []string
	for _, list := range []*[]string{&e.People, &e.Organisations, &e.Places} {
		kept := (*list)[:0:0]
		for _, n := range *list {
			if name, ok := t.byKey[key(n)]; ok {
				found = append(found, name)
			} else {
				kept = append(kept, n)
			}
		}
		*list = kept
	}
	for i, n := range e.Speakers {
		if name, ok := t.byKey[key(n)]; ok {
			e.Speakers = slices.Clone(e.Speakers)
			e.Speakers[i] = name
		}
	}
	quote := e.Citations[0].Quote
	folded := words.Fold(quote)
	for _, p := range t.phrases {
		if p.capital == "" && within(folded, p.folded) || p.capital != "" && within(quote, p.capital) {
			found = append(found, p.name)
		}
	}
	for _, name := range found {
		list := &e.People
		switch t.kinds[name] {
		case words.Organisation:
			list = &e.Organisations
		case words.PlaceName:
			list = &e.Places
		}
		if !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
}

// settle decides of what kind the user's names are where that is not said: as
// what the documents mostly know them or their aliases, else by the name's own
// words; else a name is a person's.
func (t *table) settle(results []event.Result) {
	if len(t.fixed) == 0 {
		return
	}
	told := make(map[string]*[3]int)
	for i := range results {
		for k := range results[i].Proposals {
			e := &results[i].Proposals[k].Event
			for kind, list := range [...][]string{e.People, e.Organisations, e.Places} {
				for _, n := range list {
					if name, ok := t.byKey[key(n)]; ok {
						if told[name] == nil {
							told[name] = new([3]int)
						}
						told[name][kind]++
					}
				}
			}
		}
	}
	for name, kind := range t.kinds {
		if kind == words.OtherName {
			t.kinds[name] = kindOf(name, told[name])
		}
	}
}

// kindOf is the kind of a name, told so often as a person's, an organisation's
// and a place's, or nil.
func kindOf(name string, told *[3]int) words.NameKind {
	_, place := words.FindPlace(name)
	switch {
	case told != nil && told[1] > told[0] && told[1] >= told[2], told == nil && !place && words.NamesOrganisation(name):
		return words.Organisation
	case told != nil && told[2] > told[0], told == nil && place:
		return words.PlaceName
	}
	return words.Person
}

// within reports whether text holds phrase, not as a part of longer words.
func within(text, phrase string) bool {
	if phrase == "" {
		return false
	}
	for at := 0; ; {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return false
		}
		first, last := at+i, at+i+len(phrase)
		before, _ := utf8.DecodeLastRuneInString(text[:first])
		after, _ := utf8.DecodeRuneInString(text[last:])
		if !letter(before) && !letter(after) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[first:])
		at = first + size
	}
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
