package sentence

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline"

	"github.com/google/go-cmp/cmp"
)

func TestSplitCorpus(t *testing.T) {
	for _, c := range readCases(t, "testdata/split.txt") {
		got := texts(c.text, Split(c.text))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("line %d (-want +got):\n%s", c.line, diff)
		}
	}
}

func TestSplitNothing(t *testing.T) {
	if got := Split(""); len(got) != 0 {
		t.Errorf("Split(\"\") = %v, want nothing", got)
	}
}

func TestSplitKeepsWhiteSpace(t *testing.T) {
	text := "  One.  Two.\r\n\r\n \nThree.\n"
	var got []string
	for _, s := range Split(text) {
		got = append(got, text[s.Start:s.End])
	}
	want := []string{"  One.  ", "Two.\r\n\r\n \n", "Three.\n"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzSplit(f *testing.F) {
	data, err := os.ReadFile("testdata/split.txt")
	if err != nil {
		f.Fatal(err)
	}
	for block := range strings.SplitSeq(string(data), "\n\n") {
		f.Add(block)
	}
	f.Add("“‘(“‘(“‘(“‘(“‘(\xff.\xe2")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Split(text) {
			if s.Start != at || s.End <= s.Start {
				t.Fatalf("span %v does not follow %d in %q", s, at, text)
			}
			at = s.End
			body := Trim(text, s)
			if strings.Contains(text[body.Start:body.End], "\n\n") {
				t.Fatalf("%q crosses a blank line", text[s.Start:s.End])
			}
		}
		if at != len(text) {
			t.Fatalf("spans end at %d of %d in %q", at, len(text), text)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	var text strings.Builder
	for _, name := range []string{"000_c8baaa77c111afd6", "002_b26fa5fda08c2e0f", "004_4411e158f26d3872"} {
		data, err := os.ReadFile("../../seeds/" + name + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		Split(text.String())
	}
}

// splitCase is one block of a corpus file.
type splitCase struct {
	line int
	text string
	want []string
}

func readCases(t *testing.T, name string) []splitCase {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []splitCase
	var c splitCase
	flush := func() {
		if len(c.want) > 0 {
			cases = append(cases, c)
		}
		c = splitCase{}
	}
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# "):
		default:
			body, glue := strings.CutPrefix(line, "+")
			body = strings.ReplaceAll(body, `\n`, "\n")
			if len(c.want) == 0 {
				c.line = n + 1
			} else if !glue {
				c.text += " "
			}
			c.text += body
			c.want = append(c.want, strings.TrimSpace(body))
		}
	}
	flush()
	return cases
}

func texts(text string, spans []timeline.Span) []string {
	var out []string
	for _, s := range spans {
		s = Trim(text, s)
		out = append(out, text[s.Start:s.End])
	}
	return out
}
