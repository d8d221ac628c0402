package pipeline

import (
	"strings"
	"testing"

	"dateline/timeline/document"
)

// TestFaultIsTheDocumentsOwn reads a document with finders that fail.
func TestFaultIsTheDocumentsOwn(t *testing.T) {
	broken := finders{"en": nil}
	_, err := broken.explain(file{path: "a.txt", id: "a"}, "seeds/a.txt", []byte("It began on 3 May 2021.\n"), document.Metadata{})
	if err == nil || !strings.HasPrefix(err.Error(), "seeds/a.txt: cannot be read, by a fault of Dateline") {
		t.Errorf("got %v", err)
	}
}
