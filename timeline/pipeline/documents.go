package pipeline

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/document"
)

// MetadataFile is the file, at the top of the documents' folder, that records
// what is known about the documents beyond their own text.
const MetadataFile = "sources.yaml"

// folder is a folder of documents. Everything is read through an [os.Root],
// so that no link leads out of it.
type folder struct {
	root   *os.Root
	prefix string // how a user names the folder, for messages
	files  []file
	known  map[string]document.Metadata

	unread    []error // the files that cannot be documents
	misstated []error // what is wrong with the metadata file
}

// file is one document of a folder.
type file struct {
	path string // below the folder, slashes
	id   string // the path without its ending; with it where two differ only by that
}

// open lists the documents of the folder dir and reads its metadata file. What
// is wrong with single files is kept in the folder; it fails only where the
// folder itself cannot be read.
func open(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open documents: %w", err)
	}
	f := &folder{root: root, prefix: dir}
	note := func(name, message string) {
		f.unread = append(f.unread, &timeline.Problem{Path: f.named(name), Message: message})
	}
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			note(name, err.Error())
			return nil
		}
		return f.visit(name, entry, note)
	})
	if err != nil {
		f.close()
		return nil, fmt.Errorf("list documents: %w", err)
	}
	f.identify()
	f.known, err = f.metadata()
	f.misstated = timeline.Problems(err)
	return f, nil
}

func (f *folder) visit(name string, entry fs.DirEntry, note func(name, message string)) error {
	switch {
	case name == "." || name == MetadataFile:
		return nil
	case ignored(entry.Name()):
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir():
		return nil
	}
	if info, err := f.root.Stat(name); err != nil {
		note(name, "cannot be read: "+reason(err))
		return nil
	} else if !info.Mode().IsRegular() {
		return nil
	}
	switch {
	case document.IsDocument(name):
		f.files = append(f.files, file{path: name})
	case !companions[strings.ToLower(path.Ext(name))]:
		note(name, "this format is not read; save it as plain text (.txt) or Markdown (.md)")
	}
	return nil
}

// companions are the endings of files that may lie beside documents without
// being documents that somebody expects to be read.
var companions = func() map[string]bool {
	all := map[string]bool{}
	for _, ending := range strings.Fields(`.bib .css .csv .gif .jpeg .jpg .js .json .lock .log
		.mp3 .mp4 .png .sha256 .svg .toml .tsv .wav .webp .yaml .yml .zip`) {
		all[ending] = true
	}
	return all
}()

// ignored reports whether a file or folder is none of the documents: hidden,
// set aside with an underscore, or a README about the folder.
func ignored(name string) bool {
	stem := strings.TrimSuffix(name, path.Ext(name))
	return name[0] == '.' || name[0] == '_' || strings.EqualFold(stem, "README")
}

// reason is the last link of an error's chain: what went wrong, without the
// path, which the caller tells.
func reason(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}

// identify gives each file its source ID.
func (f *folder) identify() {
	slices.SortFunc(f.files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	stems := map[string]int{}
	for _, d := range f.files {
		stems[stem(d.path)]++
	}
	for i, d := range f.files {
		f.files[i].id = stem(d.path)
		if stems[stem(d.path)] > 1 {
			f.files[i].id = d.path
		}
	}
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// metadata reads the metadata file, if there is one, and reports entries that
// name no document.
func (f *folder) metadata() (map[string]document.Metadata, error) {
	data, err := f.root.ReadFile(MetadataFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	name := f.named(MetadataFile)
	if err != nil {
		return nil, &timeline.Problem{Path: name, Message: "cannot be read: " + reason(err)}
	}
	paths := make([]string, len(f.files))
	for i, d := range f.files {
		paths[i] = d.path
	}
	known, err := document.ReadMetadata(name, data)
	return known, errors.Join(err, document.CheckMetadata(name, data, paths))
}

// named is how messages call a file of the folder.
func (f *folder) named(name string) string { return path.Join(f.prefix, name) }

func (f *folder) close() { f.root.Close() }
