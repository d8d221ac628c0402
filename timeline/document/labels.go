package document

import (
	_ "embed"
	"strings"
)

// label says what a word in front of a value names.
type label uint8

const (
	labelTitle label = iota + 1
	labelAuthor
	labelPublished
	labelUpdated
	labelURL
	labelPublisher
	labelSource
	labelLanguage
)

//go:embed labels.txt
var labelsFile string

var labels = readLabels(labelsFile)

// readLabels reads lines of "what: word word …". A word that is listed twice
// keeps its first meaning.
func readLabels(file string) map[string]label {
	names := map[string]label{
		"title": labelTitle, "author": labelAuthor, "published": labelPublished,
		"updated": labelUpdated, "url": labelURL, "publisher": labelPublisher,
		"source": labelSource, "language": labelLanguage,
	}
	words := make(map[string]label)
	for line := range strings.Lines(file) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		what, known := names[name]
		if !known {
			panic("document: unknown label " + name)
		}
		for w := range strings.FieldsSeq(list) {
			if words[w] == 0 {
				words[w] = what
			}
		}
	}
	return words
}

// labelOf is what key, a name before a colon, labels; 0 for no known label.
func labelOf(key string) label {
	key = strings.ToLower(strings.TrimSpace(key))
	return labels[strings.NewReplacer(" ", "_", "-", "_").Replace(key)]
}
