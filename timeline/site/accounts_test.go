package site

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline"
)

// TestDisagreementsStandSideBySide reads what the page shows of an event that
// its sources tell differently, that one of them copied, and that led to a plan.
func TestDisagreementsStandSideBySide(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "quay")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(unpack(t, "quay"))); err != nil {
		t.Fatal(err)
	}
	public := build(t, Options{Dir: dir}).Destination
	for _, page := range []struct {
		file  string
		class string
		want  []string
	}{
		{"events/a.html", "accounts", []string{
			"Sources disagree: the date 2 April 2019 On 2 April 2019 the crane fell, killing at least 12 people. The Harbour Gazette, 3 April 2019 " +
				"Daily Copy, 5 April 2019 " +
				"3 April 2019 Nine dockers died when a crane fell at the quay on 3 April 2019. Coast Herald, 4 April 2019",
			"Sources disagree: people killed at least 12 On 2 April 2019 the crane fell, killing at least 12 people. The Harbour Gazette, 3 April 2019 " +
				"Daily Copy, 5 April 2019 " +
				"nine Nine dockers died when a crane fell at the quay on 3 April 2019. Coast Herald, 4 April 2019",
		}},
		{"index.html", "accounts", []string{
			"Sources disagree: the date 2 April 2019 The Harbour Gazette, 3 April 2019; Daily Copy, 5 April 2019 3 April 2019 Coast Herald, 4 April 2019",
			"Sources disagree: people killed at least 12 The Harbour Gazette, 3 April 2019; Daily Copy, 5 April 2019 nine Coast Herald, 4 April 2019",
		}},
		{"events/a.html", "copy-of", []string{"Same report as in The Harbour Gazette"}},
		{"events/a.html", "independent", []string{"Told by 2 independent sources"}},
		{"events/a.html", "related", []string{"What came of it: The port will reopen on 9 April, 9 April 2019"}},
		{"events/b.html", "related", []string{"Announced: A crane falls at the north quay, 2 April 2019"}},
		{"events/b.html", "accounts", nil},
	} {
		var got []string
		for _, n := range having(document(t, filepath.Join(public, page.file)), page.class) {
			got = append(got, words(n))
		}
		if diff := cmp.Diff(page.want, got); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", page.file, page.class, diff)
		}
	}
}
