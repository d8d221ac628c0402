package site

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSourcesAreListedInTwoOrders(t *testing.T) {
	public := harbour(t, "")
	rows := func(name string) []string {
		var said []string
		for _, row := range tagged(document(t, filepath.Join(public, name)), "tr") {
			said = append(said, spoken(row))
		}
		return said[1:]
	}
	almanac := "1912 The harbour almanac %s3 3 25%% 0 490 BC – 1911"
	gazette := "10 April 2019 Crane lifted at the north quay %s5 4 42%% 1 2 April 2019 – about 1 October 2019"
	bulletin := "May 2019 From the works %s4 3 33%% 0 Spring 2019 – 1 June 2020"
	leaflet := "possibly November 2019 To all residents %s1 1 8.3%% 0 possibly November 2019"
	byDate := []string{
		"1912", fmt.Sprintf(almanac, "The harbour almanac "),
		"2019", fmt.Sprintf(gazette, "The Harbour Gazette "), fmt.Sprintf(bulletin, "Works Bulletin "), fmt.Sprintf(leaflet, "The council "),
	}
	if diff := cmp.Diff(byDate, rows("sources/index.html")); diff != "" {
		t.Errorf("in order of publication (-want +got):\n%s", diff)
	}
	byPublisher := []string{
		"The council", fmt.Sprintf(leaflet, ""), "The harbour almanac", fmt.Sprintf(almanac, ""),
		"The Harbour Gazette", fmt.Sprintf(gazette, ""), "Works Bulletin", fmt.Sprintf(bulletin, ""),
	}
	if diff := cmp.Diff(byPublisher, rows("sources/by-publisher.html")); diff != "" {
		t.Errorf("in order of publishers (-want +got):\n%s", diff)
	}
}

func TestSourcePageSaysWhatRestsOnIt(t *testing.T) {
	public := harbour(t, "")
	says(t, document(t, filepath.Join(public, "sources/gazette.html")),
		"5 events, 42% of the chronology – 4 events rest on it alone.",
		"Publisher The Harbour Gazette Author Bo Lind Published 10 April 2019 How that is known given with the document",
		"Archive Look for an archived copy Language en File read gazette.txt · 812 bytes SHA-256 9f86d081",
		"Work went on in the following weeks . “the following weeks” tells how long, not when")
	// What it says itself, though another source was the first to be cited.
	says(t, document(t, filepath.Join(public, "sources/bulletin.html")),
		"2 April 2019 The crane is lifted The crane went up on 3 April . Read it there Here: 3 April 2019 Why this date? the year of the bulletin, 2019 bulletin.txt , bytes 100–129 Also told by: The Harbour Gazette")
	leaflet := document(t, filepath.Join(public, "sources/leaflet.html"))
	if strings.Contains(spoken(leaflet), "archived copy") {
		t.Error("an archive is to know what is no address")
	}
}

// TestLongSourcesAreParted gives a source more events than one page shows.
func TestLongSourcesAreParted(t *testing.T) {
	files := map[string]string{}
	for n := range 205 {
		files[fmt.Sprintf("content/events/more-%03d.md", n)] = fmt.Sprintf("---\ntitle: \"More %d\"\nwhen: \"2020-01-01\"\ncitations: [{source: \"herald\", quote: \"More.\"}]\nid: \"em%03d\"\n---\n", n, n)
	}
	public := quay(t, files)
	for name, want := range map[string]int{"sources/herald.html": 200, "sources/herald/2.html": 6} {
		page := document(t, filepath.Join(public, name))
		if got := len(having(page, "passage")); got != want {
			t.Errorf("%s: %d events, want %d", name, got, want)
		}
		checkLinks(t, public, filepath.Join(public, filepath.FromSlash(name)), "")
	}
}
