package words

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3/tag"

	"dateline/timeline"
)

// TestTagsAreThoseOfTheLibrary compares with prose's own tagger: on the
// documents of the example, and on their words in random order and spelling.
func TestTagsAreThoseOfTheLibrary(t *testing.T) {
	model := tagger()
	library, err := tag.New(tag.WithLexicon(model.lexicon))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	compared := 0
	for _, sentence := range sentencesOf(t, "../../seeds/*.txt") {
		for round := range 4 {
			if round > 0 {
				jumble(sentence, random)
			}
			compared += len(sentence)
			want := library.Tag(sentence)
			var spellings []*spelling
			for _, word := range sentence {
				spellings = append(spellings, model.spell(word))
			}
			model.tagAll(spellings, func(i int, got string) {
				if got != want[i].Tag {
					t.Errorf("%q in %q: %s, the library says %s", sentence[i], strings.Join(sentence, " "), got, want[i].Tag)
				}
			})
		}
	}
	if compared < 10_000 {
		t.Errorf("only %d words were compared", compared)
	}
}

// sentencesOf gives the words of each line of some files, as the model is
// given them.
func sentencesOf(t *testing.T, pattern string) [][]string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	var all [][]string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			var words []string
			for _, t := range Tokenize(line, timeline.Span{End: len(line)}) {
				words = append(words, spelled(t.Text))
			}
			all = append(all, words)
		}
	}
	return all
}

// jumble puts words out of order, and spells some as the model may not know
// them.
func jumble(words []string, random *rand.Rand) {
	random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	for i, w := range words {
		switch random.IntN(12) {
		case 0:
			words[i] = strings.ToUpper(w)
		case 1:
			words[i] = strings.ToLower(w)
		case 2:
			words[i] = w + "-" + w
		case 3:
			words[i] = []string{"0", "@", "+123", "1999", "-1.5", "É", "--", "$", "%", "7th"}[random.IntN(10)]
		}
	}
}
