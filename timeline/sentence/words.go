package sentence

import (
	_ "embed"
	"strings"
)

// class says what is known of a word, as it stands before a full stop or
// begins what follows.
type class uint16

const (
	title    class = 1 << iota // a name follows: Mr Gen Dr
	numbered                   // a number follows: No Art p
	month                      // month names and their short forms
	weekday
	clock   // am, pm
	zone    // time zones, which follow clocks
	never   // ends no sentence: e.g. vs
	open    // may end one: Inc etc U.S
	starter // begins sentences and no names: The He Im
	article // stands before ordinals: der am
	speech  // said, asked
	domain  // Com Org
)

//go:embed words.txt
var wordsFile string

var lexicon = readWords(wordsFile)

// readWords reads lines of "class: word word …".
func readWords(file string) map[string]class {
	names := map[string]class{
		"title": title, "numbered": numbered, "month": month, "weekday": weekday,
		"clock": clock, "zone": zone, "never": never, "open": open,
		"starter": starter, "article": article, "speech": speech, "domain": domain,
	}
	words := make(map[string]class)
	for line := range strings.Lines(file) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		c, known := names[name]
		if !known {
			panic("sentence: unknown class " + name)
		}
		for w := range strings.FieldsSeq(list) {
			words[w] |= c
		}
	}
	return words
}
