package document

import (
	"fmt"
	"strings"
	"testing"
)

// Entries of a register say the same of other days and numbers: none repeats
// another, and no number of them makes a web page.
func TestRegisterIsNoRepetition(t *testing.T) {
	var entries []string
	for i := range 200 {
		entries = append(entries, fmt.Sprintf("On %d March 2021 the harbour court adopted order number %d on pilots.", i%28+1, i))
	}
	text := strings.Join(entries, "\n\n")
	doc, err := Read("register.txt", []byte(text+"\n"), Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != text {
		t.Errorf("%d of %d bytes kept", len(doc.Text), len(text))
	}
}

// A text of one line over and over is no web page, for there is nothing else.
func TestNoDocumentIsAllRepetition(t *testing.T) {
	for _, line := range []string{"The court met.", "Meeting of the harbour court"} {
		text := strings.TrimSpace(strings.Repeat(line+"\n\n", 40))
		doc, err := Read("log.txt", []byte(text+"\n"), Metadata{})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Text)*4 < len(text)*3 { // the title is no part of it
			t.Errorf("%q: %d of %d bytes kept", line, len(doc.Text), len(text))
		}
	}
}
