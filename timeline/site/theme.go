package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"dateline/timeline"
)

const (
	themeDir = "themes/dateline" // below a chronology
	sumsName = "SHA256SUMS"      // in themeDir: its files as they were laid out
)

// themeFiles lists a theme's files and their sums, in the format of sha256sum,
// by which UpdateTheme tells a file that a person changed.
func themeFiles(theme fs.FS) ([]text, error) {
	var all []text
	var sums strings.Builder
	err := fs.WalkDir(theme, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		all = append(all, text{name, data})
		fmt.Fprintf(&sums, "%s  %s\n", sumOf(data), name)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read theme: %w", err)
	}
	return append(all, text{sumsName, []byte(sums.String())}), nil
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// UpdateTheme lays a theme into the chronology in dir, in place of the one that
// New or an earlier UpdateTheme laid there, in one step. Where a person changed,
// added or deleted files of the laid theme, nothing is done and each is named, as a
// [timeline.Problem].
func UpdateTheme(dir string, theme fs.FS) error {
	dir, err := absolute(dir)
	if err != nil {
		return err
	}
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("update theme: %w", err)
	}
	target := filepath.Join(dir, filepath.FromSlash(themeDir))
	if err := untouched(target); err != nil {
		return err
	}
	all, err := themeFiles(theme)
	if err != nil {
		return err
	}
	stage, err := newStaging(target)
	if err != nil {
		return err
	}
	made := &layout{dir: stage.site}
	for _, f := range all {
		if err := made.add(f.path, f.data, false); err != nil {
			return errors.Join(fmt.Errorf("update theme: %w", err), stage.remove())
		}
	}
	return errors.Join(stage.publish(), stage.remove())
}

// untouched refuses a theme folder that is not exactly as it was laid out.
func untouched(target string) error {
	if _, err := os.Stat(target); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	laid, err := laidOut(target)
	if err != nil {
		return err
	}
	found, err := inventoryOf(target)
	if err != nil {
		return fmt.Errorf("look at theme: %w", err)
	}
	var all []error
	touched := func(name, what string) {
		all = append(all, &timeline.Problem{Path: path.Join(themeDir, name), Message: what})
	}
	for _, f := range found {
		if passing(f.path) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(target, filepath.FromSlash(f.path)))
		if err != nil {
			return fmt.Errorf("look at theme: %w", err)
		}
		switch sum, ok := laid[f.path]; {
		case !ok:
			touched(f.path, "was added by hand; move it to "+f.path)
		case sum != sumOf(data):
			touched(f.path, "was changed by hand; move it to "+f.path+", where it takes the place of the theme's")
		}
		delete(laid, f.path)
	}
	for name := range laid {
		touched(name, "was deleted by hand; put it back, or move the theme away to have it replaced")
	}
	return errors.Join(timeline.Sorted(all)...)
}

// laidOut reads the sums of a theme's files as they were laid out, by path.
func laidOut(target string) (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(target, sumsName))
	if err != nil {
		return nil, &timeline.Problem{Path: themeDir, Message: "has no " + sumsName +
			", so it was not laid out by Dateline; move it away to have it replaced"}
	}
	sums := map[string]string{sumsName: sumOf(data)}
	for line := range strings.Lines(string(data)) {
		if sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			sums[name] = sum
		}
	}
	return sums, nil
}
