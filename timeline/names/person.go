package names

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline/words"
)

// persons says which names of people are to be written otherwise. Full names
// that share a surname are one person if their given names agree; a surname
// alone is the one person that can be meant, where there is only one.
func (t tally) persons(told *table) map[string]string {
	groups := make(map[string][]*person)
	var alone []string
	for _, n := range append(told.chosen(t), t.sorted()...) {
		if bare(n) {
			alone = append(alone, n)
			continue
		}
		if s := surname(n); !t.join(groups[s], n, told) {
			groups[s] = append(groups[s], &person{names: []string{n}, fixed: told.fixed[n], count: t[n]})
		}
	}
	to := make(map[string]string)
	for _, group := range groups {
		for _, p := range group {
			for _, n := range p.names[1:] {
				to[n] = p.names[0]
			}
		}
	}
	for _, n := range alone {
		if group := groups[surname(n)]; len(group) == 1 && 2*group[0].count >= t[n] && !told.fixed[n] {
			to[n] = group[0].names[0]
		}
	}
	for n, other := range t.alike(told) {
		if bare(n) && to[n] == "" && to[other] == "" {
			to[n] = other
		}
	}
	return to
}

// person is one person with all full names, the one to show first.
type person struct {
	names []string
	fixed bool // the first is the user's choice
	count int
}

// join adds a name to the one person of a group that it can be a name of. It
// reports false where it is none's, or could be more than one's.
func (t tally) join(group []*person, name string, told *table) bool {
	var found *person
	for _, p := range group {
		for _, other := range p.names {
			if name == other {
				return true
			}
		}
		if told.fixed[name] || !p.mayBe(name) {
			continue
		}
		if found != nil {
			return false
		}
		found = p
	}
	if found == nil {
		return false
	}
	found.names = append(found.names, name)
	found.count += t[name]
	if !found.fixed && initials(found.names[0]) && !initials(name) {
		last := len(found.names) - 1
		found.names[0], found.names[last] = found.names[last], found.names[0]
	}
	return true
}

func (p *person) mayBe(name string) bool {
	for _, n := range p.names {
		if !agree(n, name) {
			return false
		}
	}
	return true
}

// agree reports whether two full names with one surname can be of one person:
// the first names are the same or one is the other's initial, and so are those
// between where both have them.
func agree(a, b string) bool {
	x, y := given(a), given(b)
	if len(x) == 0 || len(y) == 0 || suffix(a) != suffix(b) && suffix(a) != "" && suffix(b) != "" {
		return false
	}
	if !sameGiven(x[0], y[0]) {
		return false
	}
	for i := 1; i < len(x) && i < len(y); i++ {
		if !sameGiven(x[i], y[i]) {
			return false
		}
	}
	return true
}

func sameGiven(a, b string) bool {
	x, y := words.Canonical(strings.Trim(a, ".")), words.Canonical(strings.Trim(b, "."))
	if x == y {
		return true
	}
	if utf8.RuneCountInString(x) != 1 && utf8.RuneCountInString(y) != 1 {
		return false
	}
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// initials reports whether a name has an initial for its first name.
func initials(name string) bool {
	g := given(name)
	return len(g) > 0 && utf8.RuneCountInString(strings.Trim(g[0], ".")) == 1
}

// bare reports whether a name is a surname alone, with its particles or not.
func bare(name string) bool {
	g := given(name)
	for _, w := range g {
		if !particles[words.Fold(w)] {
			return false
		}
	}
	return true
}

var particles = map[string]bool{"bin": true, "ibn": true, "al": true, "el": true, "von": true, "van": true, "der": true, "den": true, "de": true, "da": true,
	"di": true, "du": true, "la": true, "le": true, "del": true, "dos": true, "zu": true, "abu": true, "ben": true}

// given are the words of a name before its surname.
func given(name string) []string {
	f := strings.Fields(name)
	if len(f) > 0 && suffix(name) != "" {
		f = f[:len(f)-1]
	}
	if len(f) == 0 {
		return nil
	}
	return f[:len(f)-1]
}

// suffix is what tells father from son after a name, "" for none.
func suffix(name string) string {
	f := strings.Fields(words.Fold(name))
	if len(f) < 2 {
		return ""
	}
	switch last := strings.Trim(f[len(f)-1], "."); last {
	case "jr", "sr", "ii", "iii", "iv":
		return last
	}
	return ""
}

// surname is the canonical surname, its article left out: "al-Assad" and
// "Assad" are one.
func surname(name string) string {
	f := strings.Fields(name)
	if len(f) > 1 && suffix(name) != "" {
		f = f[:len(f)-1]
	}
	if len(f) == 0 {
		return ""
	}
	s := words.Plain(words.Fold(f[len(f)-1]))
	for _, article := range [...]string{"al-", "el-", "as-", "ash-", "at-"} {
		if rest, ok := strings.CutPrefix(s, article); ok && len(rest) > 2 {
			s = rest
		}
	}
	return words.Canonical(s)
}
