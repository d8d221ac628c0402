package site

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFeedHasWhatWasReportedLast reads the feed of a site that knows its address.
func TestFeedHasWhatWasReportedLast(t *testing.T) {
	public := harbour(t, "https://example.net/repo/")
	var feed struct {
		Updated string `xml:"updated"`
		Entries []struct {
			Title   string `xml:"title"`
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(must(readFile(filepath.Join(public, "feed.xml")))), &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entries) != 12 || feed.Updated != feed.Entries[0].Updated {
		t.Fatalf("%d entries, updated %s", len(feed.Entries), feed.Updated)
	}
	// Perhaps November 2019, which may be off by thirty days: by then at the latest.
	last := feed.Entries[0]
	if diff := cmp.Diff([]string{"possibly November 2019: The council denies a delay", "https://example.net/repo/index.html#eb000000000000008",
		"2019-12-30T00:00:00Z", "There is no delay, the council said. (The council, possibly November 2019)"},
		[]string{last.Title, last.ID, last.Updated, last.Summary}); diff != "" {
		t.Errorf("the last (-want +got):\n%s", diff)
	}
	var crane string
	for _, e := range feed.Entries {
		if e.Title == "2 April 2019: The crane is lifted" {
			crane = e.Updated + " " + e.Summary
		}
	}
	if crane != "2019-04-10T00:00:00Z On 2 April 2019 the crane was lifted <b>at last</b>, {{< figure >}} and all. (The Harbour Gazette, 10 April 2019)" {
		t.Errorf("the crane: %s", crane)
	}
	if _, err := os.Stat(filepath.Join(harbour(t, ""), "feed.xml")); !os.IsNotExist(err) {
		t.Errorf("a feed without an address: %v", err)
	}
}
