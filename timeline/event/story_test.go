package event

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"

	"github.com/google/go-cmp/cmp"
)

// TestStories tells the story's sentence from what a page ran into it.
func TestStories(t *testing.T) {
	const path = "testdata/stories.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		if strings.HasPrefix(block, "#") {
			out = append(out, block)
			continue
		}
		passage, rest, _ := strings.Cut(block, "\n")
		text, given := passage, passage
		for line := range strings.SplitSeq(rest, "\n") {
			if more, ok := strings.CutPrefix(line, "~"); ok {
				text, given = text+"\n\n"+strings.TrimSpace(more), given+"\n"+line
			}
		}
		got := given
		x := newExtractor(read(t, text, edtf.Date{}), nil, nil)
		for _, p := range x.pieces(0, timeline.Span{End: len(passage)}) {
			got += "\n| " + strings.TrimSpace(text[p.Start:p.End])
		}
		out = append(out, got)
		if d := cmp.Diff(block, got); d != "" && !*update {
			t.Errorf("%s\n(-want +got)\n%s", passage, d)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(out, "\n\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzStories(f *testing.F) {
	corpus, err := os.ReadFile("testdata/stories.txt")
	if err != nil {
		f.Fatal(err)
	}
	for block := range strings.SplitSeq(string(corpus), "\n\n") {
		f.Add(block)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := newExtractor(read(t, text, edtf.Date{}), nil, nil)
		at := 0
		for _, p := range x.pieces(0, timeline.Span{End: len(text)}) {
			if p.Start < at || p.End < p.Start {
				t.Fatalf("piece %v behind %d", p, at)
			}
			at = p.End
		}
		if at != len(text) {
			t.Fatalf("pieces end at %d of %d", at, len(text))
		}
	})
}
