package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline"
)

func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/cases/*.txtar", "../../seeds/00[124]*.txt"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data, false)
			f.Add(data, true)
		}
	}
	f.Add([]byte("\xFF\xFEa\x00\r\x00\n\x00\x3D\xD8\x00\xDEb"), false)
	f.Add([]byte("caf\xe9 \x93quoted\x94 \xd0"), false)
	f.Add([]byte("charset=iso-2022-jp \x1B$B6L\x1B(B \xff"), false)
	f.Add([]byte("charset=big5-hkscs \x88\x62\x88\xa5 a"), false)
	f.Add([]byte("a\x00b\x00c\x00d\x00\r\x00\n\x00"), false)
	f.Add([]byte("[[[[a](b)]("), true)
	f.Fuzz(func(t *testing.T, data []byte, markdown bool) {
		name := "a.txt"
		if markdown {
			name = "a.md"
		}
		d, err := Read(name, data, Metadata{})
		if err != nil {
			if !strings.HasPrefix(err.Error(), name+":") {
				t.Fatalf("error without position: %v", err)
			}
			return
		}
		checkDocument(t, d, data)
	})
}

// checkDocument checks what holds for every document.
func checkDocument(t *testing.T, d *Document, data []byte) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Fatal("the text is no valid UTF-8")
	}
	at := 0
	for i, b := range d.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %d is %v, after %d of %d", i, b.Span, at, len(d.Text))
		}
		if strings.Contains(d.Text[b.Start:b.End], "\n") {
			t.Fatalf("block %d has a line break", i)
		}
		at = b.End
	}
	for i, x := range d.Dropped {
		if x.Start < 0 || x.End < x.Start || x.End > len(data) || x.Reason == "" {
			t.Fatalf("dropped block %d is %v of %d", i, x.Span, len(data))
		}
	}
	checkPositions(t, d, len(data))
}

// checkPositions checks that positions lie in the file and grow with the text.
func checkPositions(t *testing.T, d *Document, length int) {
	t.Helper()
	last := timeline.Span{}
	for i := range d.Text {
		_, size := utf8.DecodeRuneInString(d.Text[i:])
		p := d.Position(timeline.Span{Start: i, End: i + size})
		if p.Start < last.Start || p.End < last.End || p.End < p.Start || p.End > length {
			t.Fatalf("byte %d is at %v, after %v, of %d", i, p, last, length)
		}
		last = p
	}
	whole := d.Position(timeline.Span{End: len(d.Text)})
	if len(d.Text) > 0 && whole.End != last.End {
		t.Fatalf("the whole text is at %v, its last character at %v", whole, last)
	}
}
