package pipeline

import (
	"errors"
	"os"
	"path"
	"path/filepath"

	"dateline/timeline/document"
)

// Explain takes one document through the stages and keeps what each made of
// it. What is known of the document is looked up in the sources.yaml of its
// folder or of one above; override, where it has values, goes before it.
// What is wrong with sources.yaml does not keep the document from being read;
// it comes second.
func Explain(name string, override document.Metadata) (*Explanation, []error, error) {
	folder, below, err := openAround(name)
	if err != nil {
		return nil, nil, err
	}
	defer folder.close()
	data, err := folder.read(below, name)
	if err != nil {
		return nil, nil, err
	}
	finders, err := newFinders()
	if err != nil {
		return nil, nil, err
	}
	known := folder.known[below]
	if !override.Published.IsZero() {
		known.Published = override.Published
		known.PublishedUnknown = false
	}
	explanation, err := finders.explain(folder.find(below), name, data, known)
	return explanation, folder.misstated, errors.Join(problems(err)...)
}

// openAround opens the folder that the document belongs to, and gives the
// document's path below it: the nearest folder with a metadata file, else the
// document's own, which is not listed, for it may be any folder.
func openAround(name string) (f *folder, below string, err error) {
	whole, err := filepath.Abs(name)
	if err != nil {
		return nil, "", err
	}
	shown, below := filepath.Dir(name), filepath.Base(whole)
	for dir := filepath.Dir(whole); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, MetadataFile)); err == nil {
			f, err := open(shown)
			return f, below, err
		}
		if dir == filepath.Dir(dir) {
			f, err := openFolder(filepath.Dir(name))
			return f, filepath.Base(whole), err
		}
		shown, below = filepath.Join(shown, ".."), path.Join(filepath.Base(dir), below)
	}
}

// find is the document called so, or one of that name alone where the folder
// does not list it (a file that is set aside).
func (f *folder) find(name string) file {
	for _, d := range f.files {
		if d.path == name {
			return d
		}
	}
	return file{path: name, id: stem(name)}
}
