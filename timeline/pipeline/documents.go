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
	"syscall"
	"unicode/utf8"

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
	id   string // the path without its ending; with it where that is not the file's alone
	size int64  // in bytes, when it was listed
}

// openFolder opens the folder dir without looking into it.
func openFolder(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open documents: %w", err)
	}
	return &folder{root: root, prefix: dir}, nil
}

// open lists the documents of the folder dir and reads its metadata file. What
// is wrong with single files is kept in the folder; it fails only where the
// folder itself cannot be read.
func open(dir string) (*folder, error) {
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	if err := f.list(); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

// list finds the documents and reads the metadata file.
func (f *folder) list() error {
	note := func(name, message string) {
		f.unread = append(f.unread, &timeline.Problem{Path: f.named(name), Message: message})
	}
	err := fs.WalkDir(f.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			note(name, "cannot be read: "+reason(err))
			return nil
		}
		return f.visit(name, entry, note)
	})
	if err != nil {
		return fmt.Errorf("list documents: %w", err)
	}
	f.identify()
	f.known, err = f.metadata()
	f.misstated = problems(err)
	return nil
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
	info, err := f.stat(name)
	if err != nil {
		note(name, "cannot be read: "+reason(err))
		return nil
	}
	if !info.Mode().IsRegular() {
		return nil
	}
	switch {
	case document.IsDocument(name) && !utf8.ValidString(name):
		note(name, "the name is not in UTF-8; rename it")
	case document.IsDocument(name):
		f.files = append(f.files, file{path: name, size: info.Size()})
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

// stat describes a file. A link is followed, and one that cannot be is told
// apart from a file that cannot be read.
func (f *folder) stat(name string) (fs.FileInfo, error) {
	info, err := f.root.Stat(name)
	if err == nil {
		return info, nil
	}
	if link, e := f.root.Lstat(name); e != nil || link.Mode()&fs.ModeSymlink == 0 || errors.Is(err, fs.ErrPermission) {
		return nil, err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("it is a link to nothing")
	case errors.Is(err, syscall.ELOOP):
		return nil, errors.New("it is a link that leads back to itself")
	}
	return nil, errors.New("it is a link that leads out of the folder")
}

// read gives the bytes of a file, which messages call shown. A pipe, which
// might never end, and what is too large are refused beforehand.
func (f *folder) read(name, shown string) ([]byte, error) {
	info, err := f.stat(name)
	switch {
	case err != nil:
	case info.IsDir():
		err = errors.New("it is a folder")
	case !info.Mode().IsRegular():
		err = errors.New("it is no file")
	case info.Size() > document.MaxSize:
		err = fmt.Errorf("it has %d bytes; at most %d are read", info.Size(), document.MaxSize)
	default:
		var data []byte
		if data, err = f.root.ReadFile(name); err == nil {
			return data, nil
		}
	}
	return nil, &timeline.Problem{Path: shown, Message: "cannot be read: " + reason(err)}
}

// reason is the last link of an error's chain: what went wrong, without the
// path, which the caller tells.
func reason(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}

// problems takes an error apart into the problems joined in it, each once.
func problems(err error) []error {
	return slices.CompactFunc(timeline.Problems(err), func(a, b error) bool { return a.Error() == b.Error() })
}

// identify gives each file its source ID. The path without its ending is not
// taken where another file has the same, or is called just that: x.md beside
// x.txt, and x.txt.md beside it.
func (f *folder) identify() {
	slices.SortFunc(f.files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	claims := map[string]int{}
	for _, d := range f.files {
		claims[stem(d.path)]++
		claims[d.path]++
	}
	for i, d := range f.files {
		f.files[i].id = stem(d.path)
		if claims[stem(d.path)] > 1 {
			f.files[i].id = d.path
		}
	}
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// metadata reads the metadata file, if there is one, and reports entries that
// name no document.
func (f *folder) metadata() (map[string]document.Metadata, error) {
	if _, err := f.root.Lstat(MetadataFile); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	name := f.named(MetadataFile)
	data, err := f.read(MetadataFile, name)
	if err != nil {
		return nil, err
	}
	paths := make([]string, len(f.files))
	for i, d := range f.files {
		paths[i] = d.path
	}
	known, err := document.ReadMetadata(name, data)
	return known, errors.Join(err, document.CheckMetadata(name, data, paths))
}

// size is how many bytes the documents have together.
func (f *folder) size() int64 {
	n := int64(0)
	for _, d := range f.files {
		n += d.size
	}
	return n
}

// named is how messages call a file of the folder.
func (f *folder) named(name string) string { return path.Join(f.prefix, name) }

func (f *folder) close() { f.root.Close() }
