package dates

import (
	"testing"

	"dateline/timeline/edtf"
)

// A report that looks back over many years is news all the same if it opens
// with a day that only its own reader can place.
func TestNewsThatLooksBack(t *testing.T) {
	const text = `The harbour court fined the shipping line on Monday.

The first complaint was filed in November 2018. Inspectors boarded two ships in March 2019, and the line was warned in June 2020. Its owners had bought it in 2014.`
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	m := f.Find(text, Context{Reference: edtf.MustParse("2022-09-12")})[0]
	if m.Text != "Monday" || m.When.String() != "2022-09-12" {
		t.Errorf("“%s” is %q: %s%s; want Monday, 2022-09-12", m.Text, m.When, m.Because, m.Reason)
	}
}
