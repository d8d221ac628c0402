package pipeline

import (
	"errors"
	"os"
	"path"
	"path/filepath"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/event"
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
	if err == nil {
		e := explanation
		e.Passed = append(event.PassedOver(e.Document, e.Sentences, e.Mentions), finders.leftOut(e.Document)...)
	}
	return explanation, folder.misstated, errors.Join(problems(err)...)
}

// leftOut finds the date expressions in what was left out of a document's text.
// They have the position of the block that holds them.
func (all finders) leftOut(doc *document.Document) []event.Passed {
	finder := all.forLanguage(doc.Source.Language)
	var out []event.Passed
	for _, d := range doc.Dropped {
		for _, m := range finder.Find(d.Text, dates.Context{Reference: doc.Source.Published}) {
			if m.Type == dates.ORDER {
				continue
			}
			out = append(out, event.Passed{
				Expression: timeline.Expression{Text: d.Text[m.Start:m.End], Position: d.Span},
				Reason:     "left out with its block: " + d.Reason,
			})
		}
	}
	return out
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
