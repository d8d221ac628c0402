package syntax

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/words"
)

var update = flag.Bool("update", false, "rewrite the trees in testdata")

// TestTrees reads pairs of lines, a sentence and its tree. In a sentence dates
// stand in angle brackets and quotations of their own in braces.
func TestTrees(t *testing.T) {
	const name = "testdata/trees.txt"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		sentence, _, _ := strings.Cut(block, "\n")
		if strings.HasPrefix(sentence, "#") {
			out.WriteString(block + "\n\n")
			continue
		}
		out.WriteString(sentence + "\n" + parse(sentence).String() + "\n\n")
	}
	got := strings.TrimSpace(out.String()) + "\n"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(strings.Split(string(b), "\n"), strings.Split(got, "\n")); d != "" && !*update {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// parse takes a marked sentence apart.
func parse(marked string) *Tree {
	var text strings.Builder
	var dates, speech []timeline.Span
	open := 0
	for _, r := range marked {
		switch r {
		case '<', '{':
			open = text.Len()
		case '>':
			dates = append(dates, timeline.Span{Start: open, End: text.Len()})
		case '}':
			speech = append(speech, timeline.Span{Start: open, End: text.Len()})
		default:
			text.WriteRune(r)
		}
	}
	s := text.String()
	in := Input{Tokens: words.Tokenize(s, timeline.Span{End: len(s)})}
	words.Tag(in.Tokens)
	in.Dated, in.Passed, in.Speech = make([]bool, len(in.Tokens)), make([]bool, len(in.Tokens)), make([]int, len(in.Tokens))
	for i, tok := range in.Tokens {
		in.Speech[i] = -1
		for _, d := range dates {
			in.Dated[i] = in.Dated[i] || d.Overlaps(tok.Span)
		}
		for k, d := range speech {
			if d.Overlaps(tok.Span) {
				in.Speech[i] = k
			}
		}
	}
	return Parse(in)
}

// FuzzParse holds that every node lies in the one above it and behind the one
// before it, whatever is read.
func FuzzParse(f *testing.F) {
	f.Add("The ferry that left on <Monday>, which was late, sank, {we saw it}, said the mayor.")
	f.Add("to to to and and which which of of of")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1000 {
			return
		}
		tree := parse(s)
		for n := range tree.Nodes {
			at := tree.Nodes[n].First
			for c := range tree.Children(n) {
				x := tree.Nodes[c]
				if x.First < at || x.Last > tree.Nodes[n].Last || x.Last < x.First {
					t.Fatalf("node %d [%d, %d) in node %d [%d, %d)", c, x.First, x.Last, n, tree.Nodes[n].First, tree.Nodes[n].Last)
				}
				at = x.Last
			}
		}
	})
}
