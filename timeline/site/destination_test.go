package site

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// refused builds dir into dest and fails the test unless that is refused for
// that reason, with nothing changed.
func refused(t *testing.T, dir, dest, reason string) {
	t.Helper()
	before := tree(t, dir)
	_, err := Build(context.Background(), Options{Dir: dir, Destination: dest})
	if err == nil || !strings.Contains(err.Error(), reason) {
		t.Errorf("destination %q: err = %v, want one about %q", dest, err, reason)
	}
	after := tree(t, dir)
	delete(before, ".hugo_build.lock")
	delete(after, ".hugo_build.lock")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("destination %q: refused build changed the folder:\n%s", dest, diff)
	}
}

func TestDestinationWithForeignFilesIsRefused(t *testing.T) {
	dir, home := unpack(t, "plain"), t.TempDir()
	write(t, filepath.Join(home, "Documents", "novel.txt"), "Chapter 1\n")
	refused(t, dir, home, "not from a build of this site (Documents/novel.txt, for one)")
	if _, err := os.Stat(filepath.Join(home, "Documents", "novel.txt")); err != nil {
		t.Error(err)
	}
}

func TestDestinationAmongTheSourcesIsRefused(t *testing.T) {
	dir := unpack(t, "plain")
	for _, dest := range []string{".", "..", "/", filepath.Dir(dir), "content", "content/events/out", "themes",
		"themes/plain", "themes/plain/static", "static", "layouts/new", "seeds", ".git", ".dateline", "resources"} {
		refused(t, dir, dest, "source")
	}
	refused(t, dir, "hugo.yaml", "is a file")
}

func TestConfiguredMountIsASource(t *testing.T) {
	dir := unpack(t, "plain")
	write(t, filepath.Join(dir, "config/_default/module.yaml"), "mounts:\n  - {source: texts, target: content}\n")
	if err := os.Mkdir(filepath.Join(dir, "texts"), 0o777); err != nil {
		t.Fatal(err)
	}
	refused(t, dir, "texts", "source")
}

func TestDestinationThroughSymbolicLinks(t *testing.T) {
	dir, elsewhere := unpack(t, "plain"), t.TempDir()
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	link(filepath.Join(dir, "content"), "disguise")
	refused(t, dir, "disguise", "source")
	link(filepath.Join(dir, "nowhere"), "dangling")
	refused(t, dir, "dangling", "link to nothing")

	link(elsewhere, "public")
	result := build(t, Options{Dir: dir})
	info, err := os.Lstat(filepath.Join(dir, "public"))
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("public is no link any more: %v %v", info, err)
	}
	if _, err := os.Stat(filepath.Join(elsewhere, "index.html")); err != nil {
		t.Errorf("site is not behind the link: %v (%s)", err, result.Destination)
	}
}

func TestDestinationElsewhereIsRecognisedByItsRecord(t *testing.T) {
	dir, dest := unpack(t, "plain"), filepath.Join(t.TempDir(), "deep", "site")
	first := tree(t, build(t, Options{Dir: dir, Destination: dest}).Destination)
	second := tree(t, build(t, Options{Dir: dir, Destination: dest}).Destination)
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("second build differs:\n%s", diff)
	}
	write(t, filepath.Join(dest, "CNAME"), "example.org\n")
	refused(t, dir, dest, "CNAME")
}

func TestUsualDestinationIsReplacedUnlessItIsARepository(t *testing.T) {
	dir := unpack(t, "plain")
	runHugo(t, dir)
	write(t, filepath.Join(dir, "public/stale.html"), "old")
	if files := tree(t, build(t, Options{Dir: dir}).Destination); files["stale.html"] != "" {
		t.Error("stale page is still there")
	}
	write(t, filepath.Join(dir, "public/.git"), "gitdir: elsewhere\n")
	refused(t, dir, "", "Git repository")
}

func TestConfiguredDestinationOutsideNeedsProof(t *testing.T) {
	dir, outside := unpack(t, "plain"), t.TempDir()
	write(t, filepath.Join(outside, "letter.txt"), "Dear\n")
	write(t, filepath.Join(dir, "config/_default/hugo.yaml"), "publishDir: \""+filepath.ToSlash(outside)+"\"\n")
	refused(t, dir, "", "letter.txt")
}
