package dates

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// TestReasons compares what a reader is told with testdata/reasons.txt: "lang"
// and "ref" lines as in the wordings, a text with one extent in brackets, and
// below it, indented, the sentence for that extent.
func TestReasons(t *testing.T) {
	data, err := os.ReadFile("testdata/reasons.txt")
	if err != nil {
		t.Fatal(err)
	}
	var f *Finder
	var ctx Context
	var text string
	for line := range strings.Lines(string(data)) {
		switch line = strings.TrimRight(line, "\n"); {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "lang "):
			if f, err = New(line[5:]); err != nil {
				t.Fatal(err)
			}
		case strings.HasPrefix(line, "ref"):
			ctx = Context{}
			if ref := strings.TrimSpace(line[3:]); ref != "" {
				ctx.Reference = edtf.MustParse(ref)
			}
		case line[0] == ' ':
			if got, want := reasonOf(t, f, text, ctx), strings.TrimSpace(line); got != want {
				t.Errorf("%s\n got %s\nwant %s", text, got, want)
			}
		default:
			text = line
		}
	}
}

// reasonOf gives the reason for the extent in brackets.
func reasonOf(t *testing.T, f *Finder, text string, ctx Context) string {
	before, rest, ok1 := strings.Cut(text, "[")
	extent, after, ok2 := strings.Cut(rest, "]")
	if !ok1 || !ok2 {
		t.Fatalf("no extent in %q", text)
	}
	for _, m := range f.Find(before+extent+after, ctx) {
		if m.Start == len(before) && m.Text == extent {
			return m.Because + m.Reason
		}
	}
	return "not found"
}

// codes that a reader is not to see: TIMEX3's, and EDTF's for what has a name.
var unreadable = regexp.MustCompile(`\d-(W\d|Q\d|H\d|SP|SU|FA|WI)|\b\d{4}-[2-4]\d([^-\d]|$)|T(MO|MI|AF|EV|NI)\b|XX|\.\.|[~?]\)|BC\d|_REF|\dT\d`)

// TestReasonsHaveNoCodes looks for codes in the reasons of all wordings and
// texts of all languages, and for mentions with no reason or two.
func TestReasonsHaveNoCodes(t *testing.T) {
	quotations := regexp.MustCompile(`“[^”]*”`)
	for _, code := range Languages() {
		f, err := New(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range allTexts(t, code) {
			for _, m := range f.Find(d.text, Context{Reference: d.reference}) {
				if c := unreadable.FindString(quotations.ReplaceAllString(m.Because+m.Reason, "“”")); c != "" {
					t.Errorf("%s: %q: %q in %s", d.name, m.Text, c, m.Because+m.Reason)
				}
				if (m.Because == "") == (m.Reason == "") {
					t.Errorf("%s: %q: because %q and reason %q", d.name, m.Text, m.Because, m.Reason)
				}
			}
		}
	}
}

// allTexts reads the wordings and the annotated texts of a language.
func allTexts(t *testing.T, code string) []annotated {
	var all []annotated
	files, err := filepath.Glob("testdata/" + code + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no wordings: %v", err)
	}
	for _, file := range files {
		for _, w := range readWordings(t, file) {
			d := annotated{name: file, text: strings.NewReplacer("[", "", "]", "").Replace(w.text)}
			if w.reference != "" {
				d.reference = edtf.MustParse(w.reference)
			}
			all = append(all, d)
		}
	}
	if files, err = filepath.Glob("testdata/" + code + "/texts/*.txt"); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		all = append(all, readText(t, file))
	}
	return all
}
