package dates

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// A wordings file in testdata/LANGUAGE holds what expressions mean:
//
//	ref 2024-03-15        the publication date from here on; "ref" alone: none
//	2024-03-14            a TIMEX3 value, perhaps with mod, type and "= EDTF"
//	  He came [yesterday].  every wording that gives it, the extent in brackets;
//	  yesterday             without brackets the whole line is the extent
//	none                  texts in which no date is found
//	nothing               texts in which nothing is found
//	  the march home
//
// Several extents have their values joined by " | ".
type wording struct {
	file, reference, want, text string
	line                        int
}

func TestWordings(t *testing.T) {
	dirs, err := filepath.Glob("testdata/*/*.txt")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no wordings: %v", err)
	}
	finders := map[string]*Finder{}
	for _, file := range dirs {
		code := filepath.Base(filepath.Dir(file))
		if finders[code] == nil {
			f, err := New(code)
			if err != nil {
				t.Fatal(err)
			}
			finders[code] = f
		}
		for _, w := range readWordings(t, file) {
			w.check(t, finders[code])
		}
	}
}

func readWordings(t *testing.T, file string) []wording {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []wording
	w := wording{file: file}
	for line := range strings.Lines(string(data)) {
		w.line++
		text := strings.TrimSpace(line)
		switch {
		case text == "" || text[0] == '#':
		case line[0] == ' ':
			w.text = text
			all = append(all, w)
		case text == "ref" || strings.HasPrefix(text, "ref "):
			w.reference = strings.TrimSpace(text[3:])
		default:
			w.want = text
		}
	}
	return all
}

func (w *wording) check(t *testing.T, f *Finder) {
	t.Helper()
	var ctx Context
	if w.reference != "" {
		ctx.Reference = edtf.MustParse(w.reference)
	}
	text := w.text
	if !strings.Contains(text, "[") && w.want != "none" && w.want != "nothing" {
		text = "[" + text + "]"
	}
	mentions := f.Find(strings.NewReplacer("[", "", "]", "").Replace(text), ctx)
	var got []string
	values := strings.Split(w.want, " | ")
	for i := range mentions {
		if m := &mentions[i]; w.want != "none" || !m.When.IsZero() {
			got = append(got, describe(m, values[min(i, len(values)-1)]))
		}
	}
	if have, want := strings.Join(got, "; "), w.expected(text); have != want {
		t.Errorf("%s:%d: %s\n got %s\nwant %s", w.file, w.line, w.text, have, want)
	}
}

// describe writes a mention as far as the expectation tells it.
func describe(m *Mention, want string) string {
	s := fmt.Sprintf("[%s] %s", m.Text, m.Value)
	head, _, dated := strings.Cut(want+" ", " = ")
	for _, word := range strings.Fields(head)[1:] {
		switch {
		case isType(word):
			s += " " + string(m.Type)
		default:
			s += " " + m.Mod
		}
	}
	if dated {
		s += strings.TrimRight(" = "+m.When.String(), " ")
	}
	return s
}

func isType(s string) bool {
	switch Type(s) {
	case DATE, TIME, DURATION, SET, ORDER:
		return true
	}
	return false
}

func (w *wording) expected(text string) string {
	if w.want == "none" || w.want == "nothing" {
		return ""
	}
	values := strings.Split(w.want, " | ")
	var all []string
	for i := 0; ; i++ {
		_, after, ok := strings.Cut(text, "[")
		if !ok {
			return strings.Join(all, "; ")
		}
		var extent string
		extent, text, _ = strings.Cut(after, "]")
		all = append(all, "["+extent+"] "+values[min(i, len(values)-1)])
	}
}
