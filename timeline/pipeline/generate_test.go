package pipeline

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Chronologies of any size are made from the news articles of
// $DATELINE_CORPORA/timeline17. The first documents are the articles as they
// are; each further round through them tells the same again with something
// changed:
//
//   - a long chronology has every year moved, so that it spans the more years
//     the larger it is, and a day is told of little more often than before;
//   - a dense one has every name exchanged for another, so that it spans the
//     same years however large it is, and the same days, and often the same
//     events, are told of by ever more documents.
type shape string

const (
	long  shape = "long"
	dense shape = "dense"
)

var (
	generateInto = flag.String("generate", "", "folder to write a synthetic chronology into")
	documents    = flag.Int("documents", 1000, "how many documents -generate makes")
	shaped       = flag.String("shape", string(long), "shape of what -generate makes: long or dense")
)

// TestGenerate writes a synthetic chronology for trying the command on:
//
//	go test ./timeline/pipeline -run Generate -args -generate /tmp/1000 -documents 1000
func TestGenerate(t *testing.T) {
	if *generateInto == "" {
		t.Skip("-generate names no folder")
	}
	generate(t, filepath.Join(*generateInto, "seeds"), *documents, shape(*shaped))
}

// corpora is the folder of the corpora; without it the test is skipped.
func corpora(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("DATELINE_CORPORA")
	if dir == "" {
		t.Skip("DATELINE_CORPORA is not set: there are no documents to measure on")
	}
	return dir
}

// article is one line of articles.jsonl.gz.
type article struct {
	Date      string // day of publication
	Sentences []string
}

// articles reads the news articles.
func articles(t testing.TB) []article {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(corpora(t), "timeline17", "*", "articles.jsonl.gz"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no articles in the corpora: %v", err)
	}
	var all []article
	for _, name := range names {
		all = append(all, articlesOf(t, name)...)
	}
	return all
}

func articlesOf(t testing.TB, name string) []article {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var all []article
	for decoder := json.NewDecoder(unzipped); ; {
		var a article
		switch err := decoder.Decode(&a); {
		case err == io.EOF:
			return all
		case err != nil:
			t.Fatal(err)
		}
		all = append(all, a)
	}
}

// generate writes n documents into dir, a thousand to a folder, with a
// sources.yaml that tells when they were published, and returns how many
// bytes they have.
func generate(t testing.TB, dir string, n int, s shape) int64 {
	t.Helper()
	all := articles(t)
	vary := newVariation(all, s)
	size := int64(0)
	var metadata *bufio.Writer
	for i := range n {
		a := vary.article(all[i%len(all)], i/len(all))
		below := fmt.Sprintf("%03d/%06d.txt", i/1000, i)
		name := filepath.Join(dir, below)
		if i%1000 == 0 {
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		if metadata == nil {
			f, err := os.Create(filepath.Join(dir, MetadataFile))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			metadata = bufio.NewWriter(f)
		}
		text := a.text()
		size += int64(len(text))
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(metadata, "%s: {published: %s}\n", below, a.Date)
	}
	if err := metadata.Flush(); err != nil {
		t.Fatal(err)
	}
	return size
}

// text is the article as plain text, three sentences to a paragraph.
func (a article) text() string {
	var b strings.Builder
	for paragraph := range slices.Chunk(a.Sentences, 3) {
		b.WriteString(strings.Join(paragraph, " "))
		b.WriteString("\n\n")
	}
	return b.String()
}

// variation changes articles from round to round.
type variation struct {
	shape shape
	names []string // all names of the corpus
}

func newVariation(all []article, s shape) *variation {
	v := &variation{shape: s}
	if s != dense {
		return v
	}
	seen := map[string]bool{}
	for _, a := range all {
		for _, sentence := range a.Sentences {
			for _, name := range nameInside.FindAllString(sentence, -1) {
				if name = name[1:]; !seen[name] && !calendar[name] {
					seen[name] = true
					v.names = append(v.names, name)
				}
			}
		}
	}
	return v
}

var (
	year       = regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`)
	nameInside = regexp.MustCompile(` [A-Z][a-z]{3,}\b`) // not at the head of a sentence
	calendar   = func() map[string]bool {
		all := map[string]bool{}
		for _, name := range strings.Fields(`January February March April June July August September
			October November December Sept Monday Tuesday Wednesday Thursday Friday Saturday Sunday
			Easter Christmas Ramadan Spring Summer Autumn Winter`) {
			all[name] = true
		}
		return all
	}()
)

// article is a as the given round tells it; round 0 is the article itself.
func (v *variation) article(a article, round int) article {
	if round == 0 {
		return a
	}
	changed := article{a.Date, make([]string, len(a.Sentences))}
	for i, sentence := range a.Sentences {
		changed.Sentences[i] = v.sentence(sentence, round)
	}
	if v.shape == long {
		changed.Date = v.sentence(a.Date, round)
	}
	return changed
}

func (v *variation) sentence(s string, round int) string {
	if v.shape == long {
		return year.ReplaceAllStringFunc(s, func(y string) string {
			n, _ := strconv.Atoi(y)
			return strconv.Itoa(n - 3*round)
		})
	}
	return nameInside.ReplaceAllStringFunc(s, func(name string) string {
		if calendar[name[1:]] {
			return name
		}
		return " " + v.names[(sum(name)+uint64(round)*104_729)%uint64(len(v.names))]
	})
}
