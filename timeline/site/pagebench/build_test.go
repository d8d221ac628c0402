package pagebench

import (
	"context"
	"errors"
	"io/fs"
	"os"
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
