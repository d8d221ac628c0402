package document

import (
	"os"
	"strings"
	"testing"
)

// TestFullDates reads testdata/dates.txt: what is found, "=>", in which line.
// "day first" before the arrow says that the order of numbers is known.
func TestFullDates(t *testing.T) {
	data, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		want, text, ok := strings.Cut(strings.TrimRight(line, "\n"), " => ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		want, known := strings.CutSuffix(want, " day first")
		var got []string
		for _, d := range fullDates(text, known) {
			got = append(got, d.date.String())
		}
		if len(got) == 0 {
			got = []string{"none"}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %s", text, got, want)
		}
	}
	if n < 40 {
		t.Errorf("only %d lines", n)
	}
}

func TestDatesThatStandAlone(t *testing.T) {
	for text, want := range map[string]string{
		"2022-05-12":                     "2022-05-12",
		"2022-05":                        "2022-05",
		"2022-10-13~":                    "2022-10-13~",
		"October 2022":                   "2022-10",
		"oct. 2022":                      "2022-10",
		"Thu 14 Oct 2021 09.30 BST":      "2021-10-14",
		"Tue, 3 May 2022 10:22:01 +0200": "2022-05-03",
		"24.02.2022":                     "2022-02-24",
		"12 October 2022 at 14:05":       "2022-10-12",
		"Mon Jan  2 15:04:05 2006":       "2006-01-02",
		"Mon Jan 2 15:04:05 -0700 2006":  "2006-01-02",
		"03/04/2022":                     "",
		"yesterday":                      "",
		"12":                             "",
		"May":                            "",
	} {
		d, ok := readAnyDate(text)
		if got := d.String(); got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", text, got, ok, want)
		}
	}
}
