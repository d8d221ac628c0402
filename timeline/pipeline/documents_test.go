package pipeline

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/timeline/document"

	"github.com/google/go-cmp/cmp"
)

// lay writes documents into a new folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// problemsOf reads a folder and gives the problems, without the folder's name.
func problemsOf(t *testing.T, dir string) []string {
	t.Helper()
	c, err := Extract(t.Context(), Options{Documents: dir})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range c.Problems {
		all = append(all, strings.TrimPrefix(filepath.ToSlash(p.Error()), filepath.ToSlash(dir)+"/"))
	}
	return all
}

func TestEverySourceHasAnIDOfItsOwn(t *testing.T) {
	dir := lay(t, map[string]string{
		"x.txt": "Text.", "x.md": "Text.", "x.txt.md": "Text.", "x.md.txt": "Text.", "y.txt": "Text.", "a/y.txt": "Text.", "y/z.txt": "Text.", "y.z.txt": "Text.",
	})
	got := map[string]string{}
	for _, s := range extract(t, dir).Sources {
		got[s.Path] = s.ID
	}
	want := map[string]string{
		"x.txt": "x.txt", "x.md": "x.md", "x.txt.md": "x.txt.md", "x.md.txt": "x.md.txt",
		"y.txt": "y", "a/y.txt": "a/y", "y/z.txt": "y/z", "y.z.txt": "y.z",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLinksLeadNowhereElse(t *testing.T) {
	outside := lay(t, map[string]string{"secret.txt": "It was on 3 May 2021."})
	dir := lay(t, map[string]string{"in.txt": "It was on 3 May 2021."})
	for name, target := range map[string]string{
		"out.txt": filepath.Join(outside, "secret.txt"), "nothing.txt": "gone.txt", "loop.txt": "loop.txt",
		"folder": outside, "here": ".", "again.txt": "in.txt",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	want := []string{
		"folder: cannot be read: it is a link that leads out of the folder",
		"loop.txt: cannot be read: it is a link that leads back to itself",
		"nothing.txt: cannot be read: it is a link to nothing",
		"out.txt: cannot be read: it is a link that leads out of the folder",
	}
	if diff := cmp.Diff(want, problemsOf(t, dir)); diff != "" {
		t.Error(diff)
	}
	if _, _, err := Explain(filepath.Join(dir, "out.txt"), document.Metadata{}); err == nil {
		t.Error("Explain followed a link out of the folder")
	}
}

func TestNamesThatAreNoTextAndFilesThatAreTooLarge(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems have no such names")
	}
	dir := lay(t, map[string]string{"bad\xff.txt": "x", "bad\xfe.txt": "x", "large.txt": "x"})
	if err := os.Truncate(filepath.Join(dir, "large.txt"), 1<<40); err != nil {
		t.Skip(err)
	}
	want := []string{
		"bad\xfe.txt: the name is not in UTF-8; rename it",
		"bad\xff.txt: the name is not in UTF-8; rename it",
		"large.txt: cannot be read: it has 1099511627776 bytes; at most 33554432 are read",
	}
	if diff := cmp.Diff(want, problemsOf(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestExplainNamesFilesAsItsUserDoes(t *testing.T) {
	dir := lay(t, map[string]string{MetadataFile: "a.txt: [", "sub/deep/a.txt": "It was on 3 May 2021."})
	t.Chdir(filepath.Join(dir, "sub", "deep"))
	e, wrong, err := Explain("a.txt", document.Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	if e.Document.Source.Path != "sub/deep/a.txt" {
		t.Errorf("the document is called %q", e.Document.Source.Path)
	}
	if len(wrong) != 1 || !strings.HasPrefix(filepath.ToSlash(wrong[0].Error()), "../../sources.yaml:1:") {
		t.Errorf("got %v, want one problem of ../../sources.yaml", wrong)
	}
	if _, _, err := Explain("b.txt", document.Metadata{}); err == nil || !strings.HasPrefix(err.Error(), "b.txt: cannot be read") {
		t.Error(err)
	}
}
