package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// staging is the folder beside a destination where a site grows:
//
//	.public.dateline-123/BUILDING   proof that the folder is ours
//	.public.dateline-123/site       the site being built, then the one it replaced
//	.public.dateline-123/old        the one it replaced, where two renames are needed
//
// A killed build leaves it behind; the next build with the same destination
// clears it away, and puts old back where the kill came between the renames.
type staging struct {
	target   string // the destination
	dir      string
	site     string
	exchange func(a, b string) error // in one step, or errors.ErrUnsupported
}

const (
	markName = "BUILDING"
	markText = "Dateline was making a folder here. If no build runs, it was killed and this can be deleted.\n"
)

// newStaging clears what killed builds left beside target and makes a new
// staging folder there. The caller holds the project's build lock.
func newStaging(target string) (*staging, error) {
	parent, prefix := filepath.Dir(target), stagingPrefix(target)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, fmt.Errorf("make folder of destination: %w", err)
	}
	if err := clearStale(target); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(parent, prefix+"*")
	if err != nil {
		return nil, fmt.Errorf("make temporary folder beside destination: %w", err)
	}
	s := &staging{target: target, dir: dir, site: filepath.Join(dir, "site"), exchange: exchange}
	if err := os.WriteFile(filepath.Join(dir, markName), []byte(markText), 0o666); err != nil {
		return nil, errors.Join(fmt.Errorf("mark temporary folder: %w", err), s.remove())
	}
	if err := os.Mkdir(s.site, 0o777); err != nil {
		return nil, errors.Join(fmt.Errorf("make temporary folder: %w", err), s.remove())
	}
	return s, nil
}

func stagingPrefix(target string) string {
	return "." + filepath.Base(target) + ".dateline-"
}

// clearStale removes the staging folders of killed builds: folders named so that
// also hold our mark.
func clearStale(target string) error {
	parent, prefix := filepath.Dir(target), stagingPrefix(target)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return fmt.Errorf("look beside destination: %w", err)
	}
	for _, entry := range entries {
		dir := filepath.Join(parent, entry.Name())
		if !entry.IsDir() || !strings.HasPrefix(entry.Name(), prefix) {
			continue
		}
		if mark, err := os.ReadFile(filepath.Join(dir, markName)); err != nil || string(mark) != markText {
			continue
		}
		stale := &staging{target: target, dir: dir, site: filepath.Join(dir, "site")}
		if err := stale.restore(); err != nil {
			return err
		}
		if err := stale.remove(); err != nil {
			return fmt.Errorf("clear temporary folder of an earlier build: %w", err)
		}
	}
	return nil
}

// publish puts the built site in place of the target, on disk.
func (s *staging) publish() error {
	if info, err := os.Stat(s.target); err == nil {
		if err := os.Chmod(s.site, info.Mode().Perm()); err != nil {
			return fmt.Errorf("keep permissions of destination: %w", err)
		}
	}
	if err := syncTree(s.site); err != nil {
		return fmt.Errorf("sync site: %w", err)
	}
	err := s.swap()
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		return fmt.Errorf("replace %s: a mount point cannot be replaced, choose a folder inside it: %w", s.target, err)
	}
	if err != nil {
		return fmt.Errorf("replace %s: %w", s.target, err)
	}
	return syncDir(filepath.Dir(s.target))
}

// swap exchanges site and target: at once where the system can, else by two
// renames, the first of which is undone when the second fails.
func (s *staging) swap() error {
	if _, err := os.Lstat(s.target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(s.site, s.target)
	}
	if err := s.exchange(s.site, s.target); err == nil || !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := os.Rename(s.target, s.old()); err != nil {
		return err
	}
	if err := os.Rename(s.site, s.target); err != nil {
		return errors.Join(err, s.restore())
	}
	return nil
}

func (s *staging) old() string { return filepath.Join(s.dir, "old") }

// restore puts the replaced site back where nothing took its place.
func (s *staging) restore() error {
	if _, err := os.Lstat(s.target); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.Rename(s.old(), s.target); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("restore previous site: %w", err)
	}
	return nil
}

// remove deletes the staging folder, the mark last, so that what is left of an
// interrupted removal is still known as ours.
func (s *staging) remove() error {
	for _, dir := range []string{s.site, s.old()} {
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return os.RemoveAll(s.dir)
}

// syncDir flushes a folder's entries to disk, on systems where folders can be.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	defer f.Close()
	err = f.Sync()
	if err == nil || errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrInvalid) {
		return nil
	}
	return fmt.Errorf("sync folder: %w", err)
}
