package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExampleContentIsCurrent checks that the committed content/ is what the
// documents in seeds/ give.
func TestExampleContentIsCurrent(t *testing.T) {
	const root = "../.."
	dir := t.TempDir()
	for _, folder := range []string{"content", "seeds"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
			t.Fatal(err)
		}
	}
	report, err := writeContent(t.Context(), dir, cacheOf(dir, true), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range report.problems {
		t.Error(problem)
	}
	committed, current := tree(t, filepath.Join(root, "content")), tree(t, filepath.Join(dir, "content"))
	if diff := cmp.Diff(committed, current); diff != "" {
		t.Errorf("content/ is stale: run “go run ./cmd/dateline build” and read the difference (-committed +current):\n%s", diff)
	}
}

// tree is the text of every file below dir, by path.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		below, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(below)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
