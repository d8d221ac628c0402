package merge

import (
	"slices"
	"strings"

	"dateline/timeline/event"
	"dateline/timeline/words"
)

// Two reports may share a verb, a day and most of their words and still tell of
// two things: an attack in either of two towns, a prize for either of two
// writers, the first and the second reading of a bill. What tells them apart is
// always that each has something of its own in the same place.

// detail is what is looked at only in proposals that are alike.
type detail struct {
	names    []string            // skeletons, with the countries of capitals
	subject  []string            // the names that the title's subject holds
	contrast map[string][]string // what is contrasted → with which words
	figures  []figure
}

func (x *index) detail(i int32) *detail {
	d := x.details[i].Load()
	if d == nil {
		p := x.proposals[i]
		d = &detail{
			names: countries(p.Names), subject: countries(subjectNames(p)),
			contrast: contrasts(p.Citations[0].Quote), figures: figures(p.Citations[0]),
		}
		x.details[i].Store(d)
	}
	return d
}

// countries adds to names the countries that they are capitals or peoples of,
// for a government is called by any of them.
func countries(names []string) []string {
	out := slices.Clone(names)
	for i, n := range names {
		out[i] = skeleton(n)
		if p, ok := words.FindPlace(n); ok && p.Capital {
			out = append(out, skeleton(words.Canonical(p.Country)))
		}
		if c := words.Demonym(strings.ToUpper(n[:1]) + n[1:]); c != "" {
			out = append(out, skeleton(words.Canonical(c)))
		}
	}
	return out
}

// skeleton is a name without what transcribing it from another script leaves to
// taste: the vowels but a first one, doubled letters, and which of two letters
// stands for one sound. Short names keep everything, or they would all be alike.
func skeleton(name string) string {
	var out []byte
	for i := range len(name) {
		c := name[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j', 'h':
			if i > 0 {
				continue
			}
		case 'w':
			c = 'v'
		case 'c', 'q':
			c = 'k'
		case 'z':
			c = 's'
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	if len(out) < 4 {
		return name
	}
	return string(out)
}

// subjectNames are the names before the verb in a proposal's title.
func subjectNames(p *event.Proposal) []string {
	var out []string
	for _, t := range tokenize(p.Title) {
		if p.Verb != "" && words.Lemma(t.lower) == p.Verb && len(out) > 0 {
			return out
		}
		if key := words.Canonical(t.text); slices.Contains(p.Names, key) {
			out = append(out, key)
		}
	}
	return nil
}

// sharedNames is the least share of their names, weighed by rarity, that two
// proposals of one event have in common where each names something else too.
const sharedNames = 0.3

// rivals reports whether each of two proposals has something of its own in the
// place of what the other has.
func (x *index) rivals(i, j int32) bool {
	a, b := x.detail(i), x.detail(j)
	if lacks(a.subject, b.names) && lacks(b.subject, a.names) {
		return true
	}
	for what, one := range a.contrast {
		if other := b.contrast[what]; len(other) > 0 && !overlap(one, other) {
			return true
		}
	}
	return x.nameOverlap(a.names, b.names) < sharedNames
}

// lacks reports whether names, of which there are some, are none of the others.
func lacks(names, others []string) bool { return len(names) > 0 && !overlap(names, others) }

// nameOverlap is the weight of the names that two lists share, as a share of
// the lighter list's; 1 where one has no name that the other has not.
func (x *index) nameOverlap(a, b []string) float64 {
	shared, onlyA, onlyB := 0.0, 0.0, 0.0
	for _, n := range a {
		if slices.Contains(b, n) {
			shared += x.rarity(n)
		} else {
			onlyA += x.rarity(n)
		}
	}
	for _, n := range b {
		if !slices.Contains(a, n) {
			onlyB += x.rarity(n)
		}
	}
	if onlyA == 0 || onlyB == 0 {
		return 1
	}
	return shared / (shared + min(onlyA, onlyB))
}

// disputes is how many things two proposals both count, of which they cannot both
// be right.
func (x *index) disputes(i, j int32) int {
	n := 0
	for _, f := range x.detail(i).figures {
		for _, g := range x.detail(j).figures {
			if f.about == g.about && f.context == nil && f.contradicts(g.number) {
				n++
			}
		}
	}
	return n + x.singular(i, j) + x.singular(j, i)
}

// singular is how many of the things that i tells of in the plural j tells of
// as one: "two bombs" and "a bomb".
func (x *index) singular(i, j int32) int {
	n := 0
	quote := " " + strings.ToLower(x.proposals[j].Citations[0].Quote)
	for _, f := range x.detail(i).figures {
		one, plural := strings.CutSuffix(f.about, "s")
		if plural && f.low > 1 && f.context == nil && !strings.Contains(one, " ") &&
			(strings.Contains(quote, " a "+one+" ") || strings.Contains(quote, " one "+one+" ")) {
			n++
		}
	}
	return n
}

// contrast is a list of words of which one excludes the others: before the same
// word ("first reading", "second reading") or anywhere.
type contrast struct {
	name   string
	before bool
}

// contrasted are the lists that hold a word.
var contrasted = contrastsOf(
	[]string{
		"first second third fourth fifth sixth seventh eighth ninth tenth last final",
		"north northern south southern east eastern west western central",
		"men's women's men’s women’s boys' girls' mens womens male female",
		"gold silver bronze", "upper lower", "prime foreign defence defense interior finance health justice",
	},
	[]string{
		"singles doubles", "semifinal semi-final quarterfinal quarter-final", "brother sister father mother son daughter",
	},
)

func contrastsOf(before, anywhere []string) map[string][]contrast {
	m := make(map[string][]contrast)
	for i, list := range slices.Concat(before, anywhere) {
		for w := range strings.FieldsSeq(list) {
			m[w] = append(m[w], contrast{string(rune('a' + i)), i < len(before)})
		}
	}
	return m
}

// contrasts lists the contrasted words of a quotation under what they are said
// of.
func contrasts(quote string) map[string][]string {
	var out map[string][]string
	ts := tokenize(quote)
	for i, t := range ts {
		for _, c := range contrasted[t.lower] {
			key, word := c.name, t.lower
			if c.before {
				if i+1 == len(ts) || t.end {
					continue
				}
				key, word = key+" "+words.Stem(ts[i+1].lower), strings.TrimSuffix(word, "ern")
			}
			if out == nil {
				out = make(map[string][]string)
			}
			out[key] = append(out[key], word)
		}
	}
	return out
}
