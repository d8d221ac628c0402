package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStaleStagingIsClearedButNothingElse(t *testing.T) {
	dir := unpack(t, "plain")
	stale := filepath.Join(dir, ".public.dateline-1")
	write(t, filepath.Join(stale, markName), markText)
	write(t, filepath.Join(stale, "site/half.html"), "<p>")
	foreign := []string{
		".public.dateline-2/notes.txt",               // no mark
		".public.dateline-3/" + markName,             // another mark
		".publican.dateline-4/" + markName,           // another destination
		"drafts/.public.dateline-5/site/letter.html", // another folder
	}
	for _, path := range foreign {
		write(t, filepath.Join(dir, path), "mine")
	}
	build(t, Options{Dir: dir})
	if _, err := os.Stat(stale); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("stale folder: %v", err)
	}
	for _, path := range foreign {
		if _, err := os.Stat(filepath.Join(dir, path)); err != nil {
			t.Error(err)
		}
	}
}

// A kill between the two renames leaves no site but the one kept aside.
func TestSiteKeptAsideIsRestored(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	killed := filepath.Join(filepath.Dir(target), stagingPrefix(target)+"1")
	write(t, filepath.Join(killed, markName), markText)
	write(t, filepath.Join(killed, "old/index.html"), "old")
	write(t, filepath.Join(killed, "site/index.html"), "new")
	stage, err := newStaging(target)
	if err != nil {
		t.Fatal(err)
	}
	if err := stage.remove(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(target, "index.html"))
	if string(data) != "old" {
		t.Errorf("restored %q, %v", data, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(target)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestReplacedSiteKeepsItsPermissions(t *testing.T) {
	dir := unpack(t, "plain")
	public := build(t, Options{Dir: dir}).Destination
	if err := os.Chmod(public, 0o750); err != nil {
		t.Fatal(err)
	}
	build(t, Options{Dir: dir})
	info, err := os.Stat(public)
	if err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("mode = %v, %v", info.Mode(), err)
	}
}

func TestUnwritableParentIsNamed(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	parent := t.TempDir()
	if err := os.Chmod(parent, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := newStaging(filepath.Join(parent, "public")); !errors.Is(err, os.ErrPermission) {
		t.Errorf("err = %v", err)
	}
}

func TestSwapByTwoRenames(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	write(t, filepath.Join(target, "index.html"), "old")
	stage, err := newStaging(target)
	if err != nil {
		t.Fatal(err)
	}
	stage.exchange = func(a, b string) error { return errors.ErrUnsupported }
	write(t, filepath.Join(stage.site, "index.html"), "new")
	if err := stage.publish(); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(target, "index.html")); string(data) != "new" {
		t.Errorf("published %q, %v", data, err)
	}
	// A second rename that fails puts the old site back.
	if err := stage.swap(); err == nil {
		t.Error("published a site that is not there")
	}
	if data, err := os.ReadFile(filepath.Join(target, "index.html")); string(data) != "new" {
		t.Errorf("kept %q, %v", data, err)
	}
	if err := stage.remove(); err != nil {
		t.Error(err)
	}
}

func TestFailedExchangeIsNamed(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	write(t, filepath.Join(target, "index.html"), "old")
	stage, err := newStaging(target)
	if err != nil {
		t.Fatal(err)
	}
	stage.exchange = func(a, b string) error { return os.ErrPermission }
	err = stage.publish()
	if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), target) {
		t.Errorf("err = %v", err)
	}
	if data, err := os.ReadFile(filepath.Join(target, "index.html")); string(data) != "old" {
		t.Errorf("kept %q, %v", data, err)
	}
}
