package dates

import (
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// TestBecause checks what a reader is told beside the date: contradictions,
// and whose holiday it is; and that a heading has no tense for the text below.
func TestBecause(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, when, because string }{
		{"They met on Monday, October 11, 2022.", "2022-10-11", "although that day is a Tuesday"},
		{"They met on Tuesday, October 11, 2022.", "2022-10-11", ""},
		{"The parade in Minsk on Independence Day was short.", "2022-07-03", "goes with “Minsk”"},
		{"What was said and done\n\nThe vote will be held on February 24.", "2023-02-24", "look ahead"},
		{"What will be said\n\nThe vote was held on February 24.", "2022-02-24", "in the past"},
		{"What will be said\nThe vote was held on February 24, in the town hall.", "2022-02-24", "in the past"},
		{"What was said\nOn February 24 they will hold the vote in the town hall.", "2023-02-24", "look ahead"},
	} {
		m := f.Find(c.text, Context{Reference: edtf.MustParse("2022-10-13")})
		if len(m) != 1 || m[0].When.String() != c.when || !strings.Contains(m[0].Because, c.because) {
			t.Errorf("%s\n got %+v\nwant %s, %q", c.text, m, c.when, c.because)
		}
		if c.because == "" && strings.Contains(m[0].Because, "although") {
			t.Errorf("%s: %s", c.text, m[0].Because)
		}
	}
}
