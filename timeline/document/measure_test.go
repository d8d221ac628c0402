package document

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// articleFloor is the F1 the article reaches on pages as plain text; it may
// only rise.
const articleFloor = 0.938

// TestArticleQuality scores the article in the pages of
// $DATELINE_CORPORA/articles: text/KEY.txt, KEY the first 16 characters of a
// key of ground-truth.json. Precision and recall count shingles of four
// words, are averaged over the pages, and F1 is that of the means.
func TestArticleQuality(t *testing.T) {
	dir := os.Getenv("DATELINE_CORPORA")
	if dir == "" {
		t.Skip("DATELINE_CORPORA is not set: the quality of articles is not measured")
	}
	var truth map[string]struct{ ArticleBody string }
	if err := json.Unmarshal(readFile(t, filepath.Join(dir, "articles", "ground-truth.json")), &truth); err != nil {
		t.Fatal(err)
	}
	var precision, recall float64
	for key, page := range truth {
		data := readFile(t, filepath.Join(dir, "articles", "text", key[:16]+".txt"))
		d := mustRead(t, key[:16]+".txt", data, Metadata{})
		p, r := overlap(shingles(d.Text), shingles(page.ArticleBody))
		precision, recall = precision+p, recall+r
	}
	n := float64(len(truth))
	precision, recall = precision/n, recall/n
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d pages: precision %.3f, recall %.3f, F1 %.4f", len(truth), precision, recall, f1)
	if f1 < articleFloor {
		t.Errorf("F1 %.4f is below the floor %.3f", f1, articleFloor)
	}
}

var token = regexp.MustCompile(`[\pL\pN_]+`)

// shingles counts the runs of four words of s.
func shingles(s string) map[string]int {
	words, counts := token.FindAllString(s, -1), map[string]int{}
	for i := 0; i+4 <= len(words); i++ {
		counts[strings.Join(words[i:i+4], " ")]++
	}
	return counts
}

// overlap is the precision and the recall of got against want.
func overlap(got, want map[string]int) (precision, recall float64) {
	hit, found, wanted := 0, 0, 0
	for s, n := range want {
		wanted += n
		hit += min(n, got[s])
	}
	for _, n := range got {
		found += n
	}
	return float64(hit) / float64(max(1, found)), float64(hit) / float64(max(1, wanted))
}

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct{ name, path string }{
		{"page", "../../seeds/003_a5aee0e87350ef43.txt"},
		{"article", "../../seeds/004_4411e158f26d3872.txt"},
	} {
		data, err := os.ReadFile(c.path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read("a.txt", data, Metadata{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
