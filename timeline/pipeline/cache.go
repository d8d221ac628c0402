package pipeline

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"sync"

	"dateline/timeline"
	"dateline/timeline/document"
)

// The cache holds what the stages before merge made of each document, so that
// a document that has not changed is not extracted again. It can be deleted at
// any time. An entry is named by everything that the result depends on: the
// document's bytes, its path and ID, and what sources.yaml says of it; a pack
// by the program that made it. What cannot be read is made again, and a run goes
// on without a cache that cannot be written.
//
// The version of a pack is the hash of the running program, which holds the
// code of every stage, the libraries' and all rules and lists. So nobody has to
// remember to count a number up, and an entry is never older than what reads it,
// in a working copy as in a release.
//
// A document's entry is in the pack that its path says, so that a change to
// one document rewrites one pack.
const packs = 16

// cachePays is the size in bytes of all documents from which on the cache is
// worth hashing the program for.
const cachePays = 1 << 20

// cache is the cache of one run. A nil cache holds nothing.
type cache struct {
	root    *os.Root
	version key
	packs   [packs]*pack
}

// openCache opens the cache in the folder dir for documents of so many bytes.
// It gives nil where no cache is wanted, or none would pay; one that is there
// from before is then emptied.
func openCache(dir string, size int64) (*cache, error) {
	if dir == "" {
		return nil, nil
	}
	if size < cachePays {
		return nil, emptyCache(dir)
	}
	version, err := program()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("create cache: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open cache: %w", err)
	}
	c := &cache{root: root, version: version}
	for i := range c.packs {
		c.packs[i] = openPack(root, packName(i), version)
	}
	return c, nil
}

func emptyCache(dir string) error {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open cache: %w", err)
	}
	defer root.Close()
	for i := range packs {
		if err := root.Remove(packName(i)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("empty cache: %w", err)
		}
	}
	return nil
}

func packName(i int) string { return fmt.Sprintf("extraction-%02d", i) }

// program is the hash of the running program: its code, the rules and the
// lists embedded in it.
var program = sync.OnceValues(func() (key, error) {
	name, err := os.Executable()
	if err != nil {
		return key{}, fmt.Errorf("find the program: %w", err)
	}
	f, err := os.Open(name)
	if err != nil {
		return key{}, fmt.Errorf("open the program: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return key{}, fmt.Errorf("read the program: %w", err)
	}
	return key(h.Sum(nil)), nil
})

// keyOf names what is made of a document.
func (c *cache) keyOf(f file, data []byte, known document.Metadata) key {
	if c == nil {
		return key{}
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %#v\n", f.path, f.id, known)
	h.Write(data)
	return key(h.Sum(nil))
}

// packOf is the index of the pack that a document's entry is in.
func packOf(f file) int { return int(sum(f.path) % packs) }

// find looks for what was made of a document before.
func (c *cache) find(f file, k key) (reading, bool) {
	if c == nil {
		return reading{}, false
	}
	data, ok := c.packs[packOf(f)].entry(k)
	if !ok {
		return reading{}, false
	}
	r := reading{key: k, cached: true}
	d := decoder{rest: string(data)}
	d.decode(reflect.ValueOf(&r.source).Elem())
	d.decode(reflect.ValueOf(&r.result).Elem())
	if d.err != nil || d.rest != "" || !r.sound(f) {
		return reading{}, false
	}
	return r, true
}

// sound reports whether a reading from the cache can be one of f at all, and
// holds what the stages after rely on.
func (r *reading) sound(f file) bool {
	if r.source.ID != f.id || r.source.Path != f.path {
		return false
	}
	inside := func(s timeline.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= r.source.Length }
	for _, p := range r.result.Proposals {
		if len(p.Citations) != 1 || p.Citations[0].Source != f.id || !inside(p.Citations[0].Position) || p.Place < 0 || p.Of < p.Place {
			return false
		}
	}
	for _, u := range r.result.Undated {
		if u.Source != f.id || !inside(u.Position) {
			return false
		}
	}
	return true
}

// save brings the cache in line with the readings, which are those of all
// files. Packs that hold just these already are left alone.
func (c *cache) save(files []file, readings []reading) error {
	if c == nil {
		return nil
	}
	var members [packs][]int
	for i, f := range files {
		if readings[i].err == nil {
			members[packOf(f)] = append(members[packOf(f)], i)
		}
	}
	var errs [packs]error
	var wait sync.WaitGroup
	for n := range packs {
		wait.Go(func() { errs[n] = c.savePack(n, members[n], readings) })
	}
	wait.Wait()
	return errors.Join(errs[:]...)
}

func (c *cache) close() {
	if c == nil {
		return
	}
	for _, p := range c.packs {
		p.close()
	}
	c.root.Close()
}

func (c *cache) savePack(n int, members []int, readings []reading) error {
	old := c.packs[n]
	current := len(old.entries) == len(members)
	for _, i := range members {
		current = current && readings[i].cached
	}
	if current {
		old.close()
		return nil
	}
	return writePack(c.root, packName(n), c.version, func(w *packWriter) error {
		defer old.close() // before it is replaced: some systems replace no open file
		var fresh []byte
		for _, i := range members {
			r := &readings[i]
			data, ok := old.entry(r.key)
			if !ok || !r.cached {
				fresh = encode(encode(fresh[:0], reflect.ValueOf(r.source)), reflect.ValueOf(r.result))
				data = fresh
			}
			if err := w.add(r.key, data); err != nil {
				return err
			}
		}
		return nil
	})
}
