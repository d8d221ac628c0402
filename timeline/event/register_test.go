package event

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"

	"github.com/google/go-cmp/cmp"
)

// TestRegisters reads documents of many kinds, of which some tell and some talk.
func TestRegisters(t *testing.T) {
	testFiles(t, "testdata/registers.txt", func(name, text string) string {
		return fates(t, name, strings.TrimSpace(text)) + "\n"
	})
}

// fates says what becomes of each date of a document.
func fates(t *testing.T, name, text string) string {
	t.Helper()
	name, date, _ := strings.Cut(name, " ")
	var known document.Metadata
	if date != "none" {
		known.Published = edtf.MustParse(date)
	}
	doc, err := document.Read(name, []byte(text+"\n"), known)
	if err != nil {
		t.Fatal(err)
	}
	sentences := sentence.Split(doc.Text)
	mentions := finder(t).Find(doc.Text, dates.Context{Reference: doc.Source.Published})
	var out []string
	for _, p := range Extract(doc, sentences, mentions).Proposals {
		for _, e := range p.Citations[0].Expressions {
			words := strings.Fields(p.Citations[0].Quote)
			out = append(out, fmt.Sprintf("+ %s “%s” %s", p.When, e.Text, strings.Join(words[:min(8, len(words))], " ")))
		}
	}
	for _, p := range PassedOver(doc, sentences, mentions) {
		out = append(out, fmt.Sprintf("- “%s” %s", p.Text, p.Reason))
	}
	return strings.Join(out, "\n")
}

// TestClaims reads sentences whose dates are the time of what they tell, or are
// not.
func TestClaims(t *testing.T) {
	const path = "testdata/claims.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	date := "none"
	var out []string
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		text, want, _ := strings.Cut(block, "\n")
		if ref, ok := strings.CutPrefix(text, "ref "); ok {
			date = ref
		}
		if strings.HasPrefix(text, "ref ") || strings.HasPrefix(text, "#") {
			out = append(out, block)
			continue
		}
		got := fates(t, "a.txt "+date, text)
		out = append(out, text+"\n"+got)
		if d := cmp.Diff(want, got); d != "" && !*update {
			t.Errorf("%s (-want +got)\n%s", text, d)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(out, "\n\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
