package pagebench

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"dateline/timeline/site"
)

// buildSite builds c with the repository's theme and returns the folder of its
// pages. It skips where there is no theme.
func buildSite(tb testing.TB, c chronology) string {
	tb.Helper()
	if _, err := os.Stat("../../../layouts/home.html"); errors.Is(err, fs.ErrNotExist) {
		tb.Skip("the theme has no home page")
	}
	dir := tb.TempDir()
	writeSite(tb, dir, c)
	result, err := site.Build(context.Background(), site.Options{Dir: dir})
	if err != nil {
		tb.Fatal(err)
	}
	return result.Destination
}

// keptSite is the published site of n events in dir, which is generated and built
// there where it is not yet.
func keptSite(tb testing.TB, dir string, n int) string {
	tb.Helper()
	public := filepath.Join(dir, "public")
	if _, err := os.Stat(filepath.Join(public, "index.html")); err == nil {
		return public
	}
	writeSite(tb, dir, newChronology(n))
	if _, err := site.Build(context.Background(), site.Options{Dir: dir, Destination: public}); err != nil {
		tb.Fatal(err)
	}
	return public
}
