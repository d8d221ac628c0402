package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/edtf"
)

func TestMetadata(t *testing.T) {
	got, err := ReadMetadata("sources.yaml", []byte(`# what is known
a.txt:
  title: "A  title"
  author: Ana Pop
  publisher: The Valley Post
  url: https://example.org/a
  original: http://example.org/b
  note: how it is known
  published: "2022-10-13~"
  language: en-GB
b.txt:
c.txt: {published: null}
d.txt: {published: "null"}
e.txt: {published: ""}
f.txt: {published: 2022-05}
`))
	if err != nil {
		t.Fatal(err)
	}
	unknown := Metadata{PublishedUnknown: true}
	want := map[string]Metadata{
		"a.txt": {
			Title: "A title", Author: "Ana Pop", Publisher: "The Valley Post", URL: "https://example.org/a",
			Original: "http://example.org/b", Note: "how it is known", Published: edtf.MustParse("2022-10-13~"), Language: "en-GB",
		},
		"b.txt": {}, "c.txt": unknown, "d.txt": unknown, "e.txt": unknown,
		"f.txt": {Published: edtf.MustParse("2022-05")},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMetadataFaults(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"all are collected, in order": {`a.txt:
  titel: X
  url: ftp://example.org
  published: 12 May
b.txt: text
a.txt:
  title: Y
c.txt:
  author: [A, B]
  language: English language
  note: one
  note: two
`, `s.yaml:2:3: unknown key "titel" (did you mean "title"?)
s.yaml:3:8: "ftp://example.org" is no web address (it begins with https:// or http://)
s.yaml:4:14: published: PARSE (write it as in 2022-05-12, 2022-05, 2022-05-12~ (about), 2022? (perhaps))
s.yaml:5:8: expected what is known of the document (write “title: …”, “published: …” below its name)
s.yaml:6:1: document "a.txt" comes twice (it stands in line 1)
s.yaml:9:11: author must be text (put it in double quotes)
s.yaml:10:13: "English language" is no language (write its code, as in en, de, uk)
s.yaml:12:3: key "note" comes twice (it stands in line 11)`},
		"no YAML":    {"a.txt:\n\t- x: [\n", "s.yaml:2:1: no valid YAML: found character that cannot start any token (indent with spaces, not tabs)"},
		"no mapping": {"- a.txt\n", "s.yaml:1:1: expected the names of documents (write “FILE.txt:” and what is known of it, set in below)"},
	} {
		_, err := ReadMetadata("s.yaml", []byte(c.in))
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		_, parse := edtf.Parse("12 May")
		want := replace(c.want, "PARSE", parse.Error())
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMetadataKeepsWhatIsGood(t *testing.T) {
	got, err := ReadMetadata("s.yaml", []byte("a.txt: {title: A, url: nowhere, author: B}\nb.txt: 5\nc.txt: {title: C}\n"))
	if err == nil {
		t.Error("no error")
	}
	if got["a.txt"] != (Metadata{Title: "A", Author: "B"}) || got["c.txt"].Title != "C" {
		t.Errorf("got %v", got)
	}
}

func TestEntriesWithoutDocument(t *testing.T) {
	in := []byte("a.txt: {title: A}\nreport-1999.txt:\nnothing.txt:\n")
	err := CheckMetadata("s.yaml", in, []string{"a.txt", "report_1999.txt"})
	want := `s.yaml:2:1: no document is called "report-1999.txt" (did you mean "report_1999.txt"?)
s.yaml:3:1: no document is called "nothing.txt"`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %v", err, want)
	}
	if err := CheckMetadata("s.yaml", []byte("# nothing\n"), nil); err != nil {
		t.Error(err)
	}
}

func replace(s, old, by string) string { return strings.ReplaceAll(s, old, by) }
