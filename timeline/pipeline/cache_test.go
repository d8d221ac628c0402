package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// chronology is a folder of documents for a test, with a cache beside it.
type chronology struct {
	*testing.T
	documents, cache string
}

func newChronology(t *testing.T, documents int) chronology {
	dir := t.TempDir()
	c := chronology{t, filepath.Join(dir, "seeds"), filepath.Join(dir, ".dateline", "cache")}
	metadata := ""
	for i := range documents {
		name := fmt.Sprintf("%02d.txt", i)
		c.write(name, fmt.Sprintf("The harbour of Oakport was closed on %d May 2021. The mayor, Ada Quill, said on Tuesday that ship number %d had run aground. Shortly after, it was towed away.\n", i%28+1, i))
		metadata += fmt.Sprintf("%s: {published: 2021-06-%02d}\n", name, i%28+1)
	}
	c.write(MetadataFile, metadata)
	return c
}

func (c chronology) write(name, text string) {
	c.Helper()
	name = filepath.Join(c.documents, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		c.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		c.Fatal(err)
	}
}

// read extracts with the cache, however small the documents are, and gives
// the result and how many documents came from the cache.
func (c chronology) read() (result string, cached int) {
	c.Helper()
	folder, err := open(c.documents)
	if err != nil {
		c.Fatal(err)
	}
	defer folder.close()
	cache, err := openCache(c.cache, cachePays)
	if err != nil {
		c.Fatal(err)
	}
	defer cache.close()
	readings, err := folder.readings(c.Context(), cache, nil)
	if err != nil {
		c.Fatal(err)
	}
	if err := cache.save(folder.files, readings); err != nil {
		c.Fatal(err)
	}
	for _, r := range readings {
		if r.cached {
			cached++
		}
	}
	return encoded(c.T, assemble(readings, nil, nil)), cached
}

func encoded(t *testing.T, c *Chronology) string {
	t.Helper()
	data, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// uncached is the result without a cache.
func (c chronology) uncached() string {
	c.Helper()
	found, err := Extract(c.Context(), Options{Documents: c.documents})
	if err != nil {
		c.Fatal(err)
	}
	found.Problems = nil
	return encoded(c.T, found)
}

// check reads twice and checks the results, and how many documents came from
// the cache the first time; the second time it is all of them.
func (c chronology) check(cached, all int) {
	c.Helper()
	want := c.uncached()
	for _, n := range []int{cached, all} {
		got, found := c.read()
		if diff := cmp.Diff(want, got); diff != "" {
			c.Errorf("the cache changed the result (-without +with):\n%s", diff)
		}
		if found != n {
			c.Errorf("%d documents came from the cache, want %d", found, n)
		}
	}
}

func TestUnchangedDocumentsComeFromTheCache(t *testing.T) {
	c := newChronology(t, 40)
	c.check(0, 40)
	t.Run("changed", func(t *testing.T) {
		c.T = t
		c.write("07.txt", "Nothing was closed on 3 May 2021. Not even the harbour.\n")
		c.check(39, 40)
	})
	t.Run("renamed", func(t *testing.T) {
		c.T = t
		if err := os.Rename(filepath.Join(c.documents, "08.txt"), filepath.Join(c.documents, "new.txt")); err != nil {
			t.Fatal(err)
		}
		c.check(39, 40)
	})
	t.Run("known otherwise", func(t *testing.T) {
		c.T = t
		data, err := os.ReadFile(filepath.Join(c.documents, MetadataFile))
		if err != nil {
			t.Fatal(err)
		}
		c.write(MetadataFile, strings.Replace(string(data), "2021-06-10", "2021-07-10", 1))
		c.check(39, 40)
	})
	t.Run("gone", func(t *testing.T) {
		c.T = t
		for _, name := range []string{"01.txt", "02.txt"} {
			if err := os.Remove(filepath.Join(c.documents, name)); err != nil {
				t.Fatal(err)
			}
		}
		c.check(38, 38)
		if n := c.entries(); n != 38 {
			t.Errorf("the cache holds %d entries for 38 documents", n)
		}
	})
	t.Run("deleted", func(t *testing.T) {
		c.T = t
		if err := os.RemoveAll(filepath.Dir(c.cache)); err != nil {
			t.Fatal(err)
		}
		c.check(0, 38)
	})
}

func (c chronology) entries() int {
	c.Helper()
	cache, err := openCache(c.cache, cachePays)
	if err != nil {
		c.Fatal(err)
	}
	defer cache.close()
	n := 0
	for _, p := range cache.packs {
		n += len(p.entries)
	}
	return n
}

func TestCacheOfAnotherProgramIsNotUsed(t *testing.T) {
	c := newChronology(t, 20)
	c.check(0, 20)
	for name, data := range c.packFiles() {
		c.writePack(name, strings.Replace(data, data[len(packMagic):packHeader], strings.Repeat("x", packHeader-len(packMagic)), 1))
	}
	c.check(0, 20)
}

func TestSmallChronologiesHaveNoCache(t *testing.T) {
	c := newChronology(t, 20)
	c.check(0, 20)
	if _, err := Extract(t.Context(), Options{Documents: c.documents, Cache: c.cache}); err != nil {
		t.Fatal(err)
	}
	if left := c.packFiles(); len(left) > 0 {
		t.Errorf("%d packs are left", len(left))
	}
}

// packFiles are the files of the cache by name.
func (c chronology) packFiles() map[string]string {
	c.Helper()
	names, err := filepath.Glob(filepath.Join(c.cache, "*"))
	if err != nil {
		c.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			c.Fatal(err)
		}
		files[name] = string(data)
	}
	return files
}

func (c chronology) writePack(name, data string) {
	c.Helper()
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		c.Fatal(err)
	}
}

func TestDamagedCacheIsMadeAgain(t *testing.T) {
	c := newChronology(t, 24)
	c.check(0, 24)
	want := c.uncached()
	for _, damage := range []struct {
		name string
		do   func(data string, at int) string
	}{
		{"a bit", func(data string, at int) string { return data[:at] + string(data[at]^0x10) + data[at+1:] }},
		{"cut off", func(data string, at int) string { return data[:at] }},
		{"gap", func(data string, at int) string { return data[:at] + data[min(at+3, len(data)):] }},
		{"zeros", func(data string, at int) string { return data[:at] + strings.Repeat("\x00", len(data)-at) }},
		{"doubled", func(data string, at int) string { return data[:at] + data }},
	} {
		t.Run(damage.name, func(t *testing.T) {
			c.T = t
			for part := range 3 {
				for i, name := range slices.Sorted(maps.Keys(c.packFiles())) {
					data := c.packFiles()[name]
					c.writePack(name, damage.do(data, 1+(len(data)-2)*(16*part+i)/48))
				}
				if got, found := c.read(); got != want || found == 24 {
					t.Errorf("%d documents came from the damaged cache; the result changed: %v", found, got != want)
				}
			}
			c.check(24, 24)
		})
	}
}

func TestCacheCanBeSharedByTwoRuns(t *testing.T) {
	c := newChronology(t, 30)
	want := c.uncached()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got, _ := c.read(); got != want {
				t.Error("the cache changed the result")
			}
		})
	}
	wait.Wait()
	if got, _ := c.read(); got != want {
		t.Error("the cache changed the result")
	}
}

func TestCacheThatCannotBeWrittenCostsNothingElse(t *testing.T) {
	for name, spoil := range map[string]func(c chronology) error{
		"a file where a folder should be": func(c chronology) error {
			return errors.Join(os.MkdirAll(filepath.Dir(c.cache), 0o777), os.WriteFile(c.cache, nil, 0o666))
		},
		"a folder where a file should be": func(c chronology) error {
			return os.MkdirAll(filepath.Join(c.cache, packName(3)+".new"), 0o777)
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := newChronology(t, 20)
			c.write("gulls.txt", strings.Repeat("Nobody counted the gulls over the harbour.\n", cachePays/40))
			want := c.uncached()
			if err := spoil(c); err != nil {
				t.Fatal(err)
			}
			found, err := Extract(t.Context(), Options{Documents: c.documents, Cache: c.cache})
			if err != nil {
				t.Fatal(err)
			}
			if found.Uncached == nil {
				t.Error("nothing says that the cache could not be written")
			}
			found.Problems, found.Uncached = nil, nil
			if diff := cmp.Diff(want, encoded(t, found)); diff != "" {
				t.Errorf("the result changed (-want +got):\n%s", diff)
			}
		})
	}
}

// A disk that is full in the middle of a pack leaves the old pack, and nothing
// beside it that takes room.
func TestPackThatCannotBeFinishedLeavesTheOldOne(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	full := errors.New("no space left on device")
	for _, fails := range []bool{false, true} {
		err := writePack(root, "pack", key{1}, func(w *packWriter) error {
			if err := w.add(key{2}, []byte(fmt.Sprint(fails))); err != nil || !fails {
				return err
			}
			return full
		})
		if errors.Is(err, full) != fails {
			t.Error(err)
		}
	}
	p := openPack(root, "pack", key{1})
	defer p.close()
	if data, ok := p.entry(key{2}); !ok || string(data) != "false" {
		t.Errorf("the pack holds %q", data)
	}
	if _, err := root.Stat("pack.new"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a half-written pack is left over: %v", err)
	}
}
