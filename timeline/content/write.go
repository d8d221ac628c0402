package content

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync"
	"sync/atomic"
)

// write is a file to be written, and what is to be done about its outcome.
type write struct {
	name string
	data []byte
	done func(error)
}

func (u *update) write(name string, data []byte, done func(error)) {
	u.writes = append(u.writes, write{name, data, done})
}

// flush writes the files, several at a time, for most of the time goes into
// waiting until the disk has them. The outcomes are dealt with in order.
func (u *update) flush() {
	const writers = 8
	errs := make([]error, len(u.writes))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(writers, len(u.writes)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(u.writes); i = int(next.Add(1)) - 1 {
				errs[i] = u.shelf.write(u.writes[i].name, u.writes[i].data)
			}
		})
	}
	wait.Wait()
	for i, w := range u.writes {
		w.done(errs[i])
	}
}

// write puts a file in the place of an older one at once, so that whoever
// reads meanwhile, or after a crash, finds one or the other whole.
func (s *shelf) write(name string, data []byte) error {
	target := path.Join(s.schema.folder, name)
	mode := fs.FileMode(0o644)
	if info, err := s.root.Lstat(target); err == nil {
		mode = info.Mode().Perm()
	} else if err := s.root.MkdirAll(path.Dir(target), 0o755); err != nil {
		return fmt.Errorf("create folder: %w", err)
	}
	temporary := path.Join(path.Dir(target), ".dateline-"+rand.Text()+".tmp")
	f, err := s.root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("create temp file: %w", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = s.root.Rename(temporary, target)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", target, err), s.root.Remove(temporary))
	}
	return nil
}

func (s *shelf) remove(name string) error {
	if err := s.root.Remove(path.Join(s.schema.folder, name)); err != nil {
		return fmt.Errorf("remove: %w", err)
	}
	return nil
}
