package dates

import (
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// TestExamples runs the examples of every rule of every language.
func TestExamples(t *testing.T) {
	entries, err := ruleFiles.ReadDir("rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) { runExamples(t, e.Name()) })
	}
}

func runExamples(t *testing.T, code string) {
	f, err := New(code)
	if err != nil {
		t.Fatal(err)
	}
	ctx := Context{Reference: edtf.MustParse("2013-03-22")}
	for _, r := range f.lang.rules {
		for _, ex := range r.examples {
			got := show(f.Find(strings.NewReplacer("[", "", "]", "").Replace(ex.text), ctx))
			if want := expected(ex); !strings.Contains(got, want) {
				t.Errorf("%s:%d: rule %s: %s\n got %s\nwant %s", r.file, ex.line, r.name, ex.text, got, want)
			}
		}
	}
}

// expected lists the extents and values of an example.
func expected(ex example) string {
	var b strings.Builder
	values := strings.Split(ex.value, " | ")
	rest := ex.text
	for i := 0; ; i++ {
		_, after, ok := strings.Cut(rest, "[")
		if !ok {
			return b.String()
		}
		var text string
		text, rest, _ = strings.Cut(after, "]")
		b.WriteString("[" + text + "]=" + values[i] + " ")
	}
}

func show(mentions []Mention) string {
	var b strings.Builder
	for _, m := range mentions {
		b.WriteString("[" + m.Text + "]=" + m.Value + " ")
	}
	return b.String()
}
