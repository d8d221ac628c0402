package site

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

//go:embed skeleton
var skeleton embed.FS

// NewOptions say what a new chronology is to be.
type NewOptions struct {
	Title string // "" takes the folder's name
	Theme fs.FS  // the folders of the theme
	Force bool   // fill a folder that holds something already, overwriting nothing
}

// New lays out a chronology of one's own in dir, which is made where it is not
// there: configuration, an empty folder of documents with a commented
// sources.yaml, the theme, a workflow that publishes to GitHub Pages, README and
// what Git has to know.
//
// A folder that holds anything but a Git repository is refused, with the names of
// what is there, unless Force is set; files that exist are never changed. When New
// fails, the files it made are gone again.
func New(dir string, opts NewOptions) error {
	dir, err := absolute(dir)
	if err != nil {
		return err
	}
	if opts.Theme == nil {
		return errors.New("make chronology: no theme given")
	}
	if !opts.Force {
		if err := vacant(dir); err != nil {
			return err
		}
	}
	all, err := opts.files(dir)
	if err != nil {
		return fmt.Errorf("make chronology: %w", err)
	}
	made := &layout{dir: dir}
	for _, f := range all {
		if err := made.add(f.path, f.data, opts.Force); err != nil {
			return errors.Join(fmt.Errorf("make chronology: %w", err), made.undo())
		}
	}
	return nil
}

// vacant refuses a folder that holds something.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("make chronology: %w", err)
	}
	var names []string
	for _, entry := range entries {
		if entry.Name() == ".git" {
			continue
		}
		if len(names) == 3 {
			names = append(names, "…")
			break
		}
		names = append(names, entry.Name())
	}
	if len(names) > 0 {
		return fmt.Errorf("make chronology: %s is not empty: it holds %s", dir, strings.Join(names, ", "))
	}
	return nil
}

// text is one file of a new chronology.
type text struct {
	path string // below the chronology, slashes
	data []byte
}

// files lists what New writes; a path that ends in a slash is an empty folder.
func (opts NewOptions) files(dir string) ([]text, error) {
	title := strings.Join(strings.Fields(opts.Title), " ")
	if title == "" {
		title = titleOf(filepath.Base(dir))
	}
	all := []text{{path: "content/"}}
	for _, f := range []struct{ from, to string }{
		{"hugo.yaml", "hugo.yaml"},
		{"README.md", "README.md"},
		{"gitignore", ".gitignore"},
		{"gitattributes", ".gitattributes"},
		{"seeds/sources.yaml", "seeds/sources.yaml"},
		{"workflows/pages.yml", ".github/workflows/pages.yml"},
	} {
		data, err := skeleton.ReadFile("skeleton/" + f.from)
		if err != nil {
			return nil, err
		}
		if f.to == "hugo.yaml" || f.to == "README.md" {
			if data, err = fill(data, title); err != nil {
				return nil, err
			}
		}
		all = append(all, text{f.to, data})
	}
	theme, err := themeFiles(opts.Theme)
	if err != nil {
		return nil, err
	}
	for _, f := range theme {
		all = append(all, text{path.Join(themeDir, f.path), f.data})
	}
	return all, nil
}

// fill puts the title into a file of the skeleton: quoted where the file is YAML.
func fill(data []byte, title string) ([]byte, error) {
	t, err := template.New("").Parse(string(data))
	if err != nil {
		return nil, err
	}
	quoted, err := yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: title})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, struct{ Title, Heading string }{strings.TrimSpace(string(quoted)), title})
	return out.Bytes(), err
}

// titleOf makes a title of a folder's name.
func titleOf(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) })
	title := strings.Join(words, " ")
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 || first == utf8.RuneError {
		return "Chronology"
	}
	return string(unicode.ToUpper(first)) + title[size:]
}

// layout writes files into a folder and remembers what it made.
type layout struct {
	dir  string
	made []string // files and folders, in the order they were made
}

// add writes one file; one that exists is kept where keep is set, else an error.
func (l *layout) add(name string, data []byte, keep bool) error {
	target := filepath.Join(l.dir, filepath.FromSlash(name))
	if strings.HasSuffix(name, "/") {
		return l.folder(target)
	}
	if err := l.folder(filepath.Dir(target)); err != nil {
		return err
	}
	f, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) && keep {
		return nil
	}
	if err != nil {
		return err
	}
	l.made = append(l.made, target)
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// folder makes a folder and those around it.
func (l *layout) folder(target string) error {
	err := os.Mkdir(target, 0o777)
	switch {
	case err == nil:
		l.made = append(l.made, target)
		return nil
	case errors.Is(err, fs.ErrExist):
		if info, err := os.Stat(target); err != nil || !info.IsDir() {
			return fmt.Errorf("%s is no folder", target)
		}
		return nil
	case errors.Is(err, fs.ErrNotExist) && filepath.Dir(target) != target:
		if err := l.folder(filepath.Dir(target)); err != nil {
			return err
		}
		return l.folder(target)
	}
	return err
}

// undo removes what was made, the last first; a folder that something else got
// into meanwhile stays.
func (l *layout) undo() error {
	var errs []error
	for i := len(l.made) - 1; i >= 0; i-- {
		errs = append(errs, os.Remove(l.made[i]))
	}
	return errors.Join(errs...)
}
