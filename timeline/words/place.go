package words

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Place is an entry of the gazetteer.
type Place struct {
	Name                string // as English has it now
	Latitude, Longitude float64
	Country             string   // the country it lies in; a country's own name; "" where it lies in several
	Capital             bool     // of Country
	Other               []string // further names and spellings
}

// FindPlace looks a name up under every spelling. Adjectives ("Ukrainian") are
// no places.
func FindPlace(name string) (Place, bool) {
	first, _, several := strings.Cut(name, " ")
	l := lexemeOf(first)
	if !several && l.place >= 0 {
		return places().list[l.place], true
	}
	if !several || !l.is(opensPlaces) {
		return Place{}, false
	}
	i, ok := places().index[Plain(Fold(name))]
	if !ok {
		return Place{}, false
	}
	return places().list[i], true
}

// Demonym is the country that an adjective or a people's name belongs to:
// "Ukraine" for "Ukrainian"; "" for other words. Case tells "US" from "us".
func Demonym(word string) string {
	if word == "" || 'a' <= word[0] && word[0] <= 'z' {
		return "" // all of them are capitalised
	}
	return lexemeOf(word).demonym
}

type gazetteer struct {
	list     []Place
	index    map[string]int // folded name, without accents
	keys     []string       // of index, sorted
	demonyms map[string]string
}

var places = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{index: make(map[string]int), demonyms: make(map[string]string)}
	lines("cities.txt", func(line string) {
		f := fields(line, 5)
		g.add(Place{Name: f[0], Latitude: degrees(f[1]), Longitude: degrees(f[2]), Country: f[3], Other: list(f[4])})
	})
	lines("countries.txt", func(line string) {
		f := fields(line, 6)
		country := Place{Name: f[0], Latitude: degrees(f[1]), Longitude: degrees(f[2]), Country: f[0], Other: list(f[5])}
		g.add(country)
		if i, ok := g.index[Fold(f[3])]; ok {
			g.list[i].Capital = true
		} else {
			g.add(Place{Name: f[3], Latitude: country.Latitude, Longitude: country.Longitude, Country: f[0], Capital: true})
		}
		for _, d := range list(f[4]) {
			g.demonyms[d] = f[0]
		}
	})
	g.keys = slices.Sorted(maps.Keys(g.index))
	return g
})

func (g *gazetteer) add(p Place) {
	g.list = append(g.list, p)
	for _, n := range append([]string{p.Name}, p.Other...) {
		key := Plain(Fold(n))
		if _, taken := g.index[key]; !taken {
			g.index[key] = len(g.list) - 1
		}
	}
}

func fields(line string, n int) []string {
	f := strings.Split(line, ";")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

func list(s string) []string {
	var out []string
	for w := range strings.SplitSeq(s, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func degrees(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("words: " + err.Error())
	}
	return f
}
