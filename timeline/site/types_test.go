package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
)

// soundEvent and soundSource are files with every key; § stands before each
// value that the test exchanges for one of another type.
const soundEvent = `---
title: "Event NAME"
when: §"2021-05-09"
kind: §"statement"
basis: §"expression"
status: §"accepted"
importance: §0.59
importance_because: §"told by one source"
speakers: §["Ada Berg"]
people: §["Ada Berg"]
organisations: §["Quay Company"]
places: §["North Quay"]
tags: §["port"]
independent: §2
citations: §[{source: §"mine", quote: §"On 9 May it opened.", position: §[10, 29], expressions: §[{text: §"9 May", position: §[13, 18]}], when: §"2021-05-09", because: §"told", copy_of: §"other"}, {source: "other", quote: "It opened.", position: [1, 2], when: "2021-05-10"}]
disagreements: §[{about: §"date", accounts: §[{value: §"2021-05-09", sources: §["mine"]}, {value: "2021-05-10", sources: ["other"]}]}]
related: §[{event: §"eNAME", as: §"done"}]
same: §["e1"]
different: §["e2"]
id: §"eNAME"
---
`

const soundSource = `---
title: "Source NAME"
source: §{path: §"NAME.txt", author: §"A. Berg", publisher: §"The Gazette", url: §"https://example.org/NAME", original: §"https://example.org/o", note: §"n", published: §"2021-05-11", published_because: §"given", language: §"en", sha256: §"00", length: §40}
undated: §[{quote: §"Later it closed.", position: §[20, 36], expressions: §[{text: §"Later", position: §[20, 25]}], reason: §"said without a date"}]
id: §"NAME"
---
`

// TestValuesOfAnotherTypeStopNoSite builds a site in which each value of the
// content files is once of each other type, on a page of its own and in tiles.
func TestValuesOfAnotherTypeStopNoSite(t *testing.T) {
	for _, inPage := range []string{"100000", "5"} {
		dir := filepath.Join(t.TempDir(), "types")
		if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
			t.Fatal(err)
		}
		settings, err := os.ReadFile(filepath.Join(dir, "hugo.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "hugo.yaml"), strings.Replace(string(settings), "  dateline:\n", "  dateline:\n    inpage: "+inPage+"\n", 1))
		events := spoil(t, filepath.Join(dir, "content", "events"), "e", soundEvent)
		spoil(t, filepath.Join(dir, "content", "sources"), "s", soundSource)
		for _, id := range []string{"mine", "other"} {
			write(t, filepath.Join(dir, "content", "sources", id+".md"), sound(soundSource, id))
		}
		site := build(t, Options{Dir: dir}).Destination
		pages, err := filepath.Glob(filepath.Join(site, "events", "e*.html"))
		if err != nil || len(pages) != events {
			t.Errorf("of %d events %d have a page: %v", events, len(pages), err)
		}
		page := words(document(t, filepath.Join(site, "events", "e000.html")))
		for _, want := range []string{"Event e000", "On 9 May it opened.", "Ada Berg"} {
			if !strings.Contains(page, want) {
				t.Errorf("a page loses what is sound, %q:\n%s", want, page)
			}
		}
	}
}

// sound is a file as it should be.
func sound(text, name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "NAME", name), "§", "")
}

// spoil writes a file for each value of text and each type that it should not
// be of, and gives their number.
func spoil(t *testing.T, dir, letter, text string) int {
	t.Helper()
	n := 0
	parts := strings.Split(text, "§")
	for i := 1; i < len(parts); i++ {
		before, rest := strings.Join(parts[:i], ""), strings.Join(parts[i:], "")
		rest = rest[valueLength(rest):]
		for _, value := range []string{`"word"`, `-1.5`, `null`, `[[1]]`, `{a: b}`, `[{a: b}, "word", null]`} {
			name := fmt.Sprintf("%s%03d", letter, n)
			write(t, filepath.Join(dir, name+".md"), sound(before+value+rest, name))
			n++
		}
	}
	return n
}

// valueLength is the length of the flow value that YAML begins with.
func valueLength(yaml string) int {
	depth, quoted := 0, false
	for i, r := range yaml {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[' || r == '{':
			depth++
		case depth > 0 && (r == ']' || r == '}'):
			depth--
		case depth == 0 && strings.ContainsRune(",\n]}", r):
			return i
		}
	}
	return len(yaml)
}
