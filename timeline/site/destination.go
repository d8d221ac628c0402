package site

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2"
)

// destination is a folder that a build may replace.
type destination struct {
	path       string // absolute, symbolic links resolved
	configured bool   // it is the publishDir of the configuration, inside the project
	records    string // the file that remembers the other destinations
}

// recordsDir is the folder, in the project, of what may be deleted at any time.
const recordsDir = ".dateline"

// destination decides where the site goes and refuses a folder that holds
// anything but a site: replacing is deleting.
func (p *project) destination(chosen string) (destination, error) {
	configured := filepath.Clean(p.configs.Base.PublishDir)
	if chosen == "" {
		chosen = configured
	}
	path, err := resolve(p.join(chosen))
	if err != nil {
		return destination{}, fmt.Errorf("find destination: %w", err)
	}
	if err := p.apart(path); err != nil {
		return destination{}, err
	}
	usual, err := resolve(p.join(configured))
	dest := destination{
		path:       path,
		configured: err == nil && usual == path && filepath.IsLocal(configured),
		records:    filepath.Join(p.dir, recordsDir, "destinations"),
	}
	return dest, dest.replaceable()
}

// join is path as Hugo takes it: from the project's folder.
func (p *project) join(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(p.dir, path)
}

// resolve follows the symbolic links of the part of path that exists.
func resolve(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%s is a symbolic link to nothing", path)
	}
	parent, name := filepath.Split(filepath.Clean(path))
	if parent == path {
		return path, nil
	}
	real, err = resolve(filepath.Clean(parent))
	return filepath.Join(real, name), err
}

// apart refuses a path that holds the project, or one of the folders that the
// project is made of.
func (p *project) apart(path string) error {
	root, err := resolve(p.dir)
	if err != nil {
		return fmt.Errorf("find site: %w", err)
	}
	if within(path, root) {
		return fmt.Errorf("refuse destination %s: the site's own sources are in it", path)
	}
	for _, source := range p.sources() {
		source, err := resolve(source)
		if err != nil || within(source, path) || within(path, source) {
			return fmt.Errorf("refuse destination %s: it belongs to the site's sources", path)
		}
	}
	return nil
}

// sources lists the folders that the project is made of, those that Hugo mounts
// among them, whether they exist or not.
func (p *project) sources() []string {
	var all []string
	for _, name := range []string{"seeds", "config", "content", "layouts", "assets", "static", "i18n",
		"data", "archetypes", ".git", ".github", recordsDir, p.configs.Base.ResourceDir} {
		all = append(all, p.join(name))
	}
	for _, module := range p.configs.Modules {
		for _, mount := range module.Mounts() {
			source := mount.Source
			if !filepath.IsAbs(source) {
				source = filepath.Join(module.Dir(), source)
			}
			all = append(all, source)
		}
	}
	return all
}

// within reports whether path is root or lies below it.
func within(root, path string) bool {
	rel, err := filepath.Rel(root, path)
	return err == nil && filepath.IsLocal(rel)
}

// replaceable refuses a destination that holds files which no build put there.
func (d destination) replaceable() error {
	info, err := os.Lstat(d.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look at destination: %w", err)
	case !info.IsDir():
		return fmt.Errorf("refuse destination %s: it is a file", d.path)
	}
	if _, err := os.Lstat(filepath.Join(d.path, ".git")); err == nil {
		return fmt.Errorf("refuse destination %s: it is a Git repository, which replacing it would delete", d.path)
	}
	if d.configured {
		return nil
	}
	found, err := inventoryOf(d.path)
	if err != nil {
		return fmt.Errorf("look at destination: %w", err)
	}
	if len(found) == 0 {
		return nil
	}
	records, err := d.read()
	if err != nil {
		return err
	}
	if records[d.path] != found.sum() {
		return fmt.Errorf("refuse destination %s: it holds files that are not from a build of this site "+
			"(%s, for one); empty it first or choose another", d.path, found[0].path)
	}
	return nil
}

// record remembers what was put into a destination, for the next build to
// recognise it. The configured destination needs no record.
func (d destination) record(files inventory) error {
	if d.configured {
		return nil
	}
	records, err := d.read()
	if err != nil {
		return err
	}
	records[d.path] = files.sum()
	var text strings.Builder
	for _, path := range slices.Sorted(maps.Keys(records)) {
		fmt.Fprintf(&text, "%s  %s\n", records[path], path)
	}
	if err := os.MkdirAll(filepath.Dir(d.records), 0o777); err != nil {
		return fmt.Errorf("record destination: %w", err)
	}
	if err := renameio.WriteFile(d.records, []byte(text.String()), 0o666); err != nil {
		return fmt.Errorf("record destination: %w", err)
	}
	return nil
}

// read returns the sums recorded, by path.
func (d destination) read() (map[string]string, error) {
	data, err := os.ReadFile(d.records)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read destinations: %w", err)
	}
	records := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if sum, path, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			records[path] = sum
		}
	}
	return records, nil
}

// file is one entry below a folder that is no folder itself.
type file struct {
	path string // slashes
	size int64
}

// inventory lists the files below a folder, sorted by path.
type inventory []file

func inventoryOf(dir string) (inventory, error) {
	var all inventory
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		all = append(all, file{filepath.ToSlash(rel), info.Size()})
		return err
	})
	slices.SortFunc(all, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	return all, err
}

// sum is the SHA-256 of names and sizes, hexadecimal.
func (files inventory) sum() string {
	hash := sha256.New()
	for _, f := range files {
		fmt.Fprintf(hash, "%q %d\n", f.path, f.size)
	}
	return hex.EncodeToString(hash.Sum(nil))
}
