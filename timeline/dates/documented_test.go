package dates

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// TestDocumentedTable runs the rows of the table in docs/dates.md: a sentence
// with the expression in bold, its type and mod, value and EDTF.
func TestDocumentedTable(t *testing.T) {
	data, err := os.ReadFile("../../docs/dates.md")
	if err != nil {
		t.Fatal(err)
	}
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 || !strings.Contains(cells[1], "**") {
			continue
		}
		rows++
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		_, rest, _ := strings.Cut(cells[1], "**")
		extent, _, _ := strings.Cut(rest, "**")
		m := f.Find(strings.ReplaceAll(cells[1], "**", ""), Context{Reference: edtf.MustParse("2013-03-22")})
		if len(m) != 1 {
			t.Errorf("%s\n got %+v", cells[1], m)
			continue
		}
		typ := string(m[0].Type)
		if m[0].Mod != "" {
			typ += ", " + m[0].Mod
		}
		if m[0].Text != extent || typ != cells[2] || m[0].Value != cells[3] || m[0].When.String() != cells[4] {
			t.Errorf("%s\n got %q %s %s %s", cells[1], m[0].Text, typ, m[0].Value, m[0].When)
		}
	}
	if rows == 0 {
		t.Error("no rows")
	}
}
