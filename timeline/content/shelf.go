package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"dateline/timeline"
)

// shelf is one folder of content files with its record.
type shelf struct {
	root    *os.Root // of the chronology: nothing outside it is read or written
	dir     string   // of the chronology, as the user names it
	schema  *schema
	record  []byte // as it was read
	entries []*entry
	files   []*file // in the order of their names
	slots   []*slot
}

// file is a content file that is there.
type file struct {
	name string // below the shelf's folder, slashes
	path string // as the user would name it
	data []byte
	page *page // once parsed
	err  error // why it cannot be read and must be left alone
}

// load reads the record and the files, and joins them.
func (s *shelf) load() error {
	if err := s.readRecord(); err != nil {
		return err
	}
	if err := s.walk(); err != nil {
		return err
	}
	s.attach()
	return nil
}

// named gives a file of the shelf as the user would name it.
func (s *shelf) named(name string) string {
	return filepath.Join(s.dir, filepath.FromSlash(s.schema.folder), filepath.FromSlash(name))
}

// walk reads the content files, in folders inside the shelf's too, for a
// person may order them so. Section pages are no content of ours.
func (s *shelf) walk() error {
	err := fs.WalkDir(s.root.FS(), s.schema.folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == s.schema.folder:
			return nil
		case err != nil:
			return err
		case d.IsDir() || !strings.HasSuffix(name, ".md"),
			strings.HasPrefix(path.Base(name), "_index."), strings.HasPrefix(path.Base(name), "."):
			return nil
		}
		f := &file{name: strings.TrimPrefix(name, s.schema.folder+"/")}
		f.path = s.named(f.name)
		s.files = append(s.files, f)
		if !d.Type().IsRegular() {
			f.err = &timeline.Problem{Path: f.path, Message: "is no regular file, and so left alone"}
			return nil
		}
		if f.data, err = s.root.ReadFile(name); err != nil {
			f.err = &timeline.Problem{Path: f.path, Message: "cannot be read: " + reason(err)}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("read content: %w", err)
	}
	return nil
}

// reason gives an error of the file system without the path, which the
// message around it has.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// parse takes the file apart, once.
func (f *file) parse() {
	if f.page == nil && f.err == nil {
		f.page, f.err = parsePage(f.path, f.data)
	}
}

// idLine finds the id in a file that cannot be parsed.
var idLine = regexp.MustCompile(`(?m)^id:[ \t]*["']?([^"'\s]+)["']?[ \t]*\r?$`)

// id gives the id that the file states, "" where there is none.
func (f *file) id() string {
	if f.parse(); f.err == nil {
		return newDecoder(f.page, f.name).text(f.page.root, "id")
	}
	if found := idLine.FindSubmatch(f.data); found != nil {
		return string(found[1])
	}
	return ""
}
