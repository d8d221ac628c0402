package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/timeline"
	"dateline/timeline/document"
)

// Explain takes one document through the stages and keeps what each made of
// it. What is known of the document is looked up in the sources.yaml of its
// folder or of one above; override, where it has values, goes before it.
// What is wrong with sources.yaml does not keep the document from being read;
// it comes second.
func Explain(name string, override document.Metadata) (*Explanation, []error, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, &timeline.Problem{Path: name, Message: "cannot be read: " + reason(err)}
	}
	root, below, err := documentsOf(name)
	if err != nil {
		return nil, nil, err
	}
	folder, err := open(root)
	if err != nil {
		return nil, nil, err
	}
	defer folder.close()
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
	return explanation, folder.misstated, err
}

// documentsOf is the folder that the document belongs to, and its path below
// it: the nearest one with a metadata file, else the document's own.
func documentsOf(name string) (root, below string, err error) {
	name, err = filepath.Abs(name)
	if err != nil {
		return "", "", err
	}
	own := filepath.Dir(name)
	for dir := own; ; dir = filepath.Dir(dir) {
		_, err := os.Stat(filepath.Join(dir, MetadataFile))
		if err == nil {
			below, err := filepath.Rel(dir, name)
			return dir, filepath.ToSlash(below), err
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", "", err
		}
		if dir == filepath.Dir(dir) {
			return own, filepath.Base(name), nil
		}
	}
}

// find is the document at path, or one of that path alone where the folder
// does not list it (a file that is set aside).
func (f *folder) find(path string) file {
	for _, d := range f.files {
		if d.path == path {
			return d
		}
	}
	return file{path: path, id: stem(path)}
}
