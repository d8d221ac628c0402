package site

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// stamp is what tells one state of a file from another without reading it.
type stamp struct {
	size     int64
	modified time.Time
}

// files are the stamps of some files, by path.
type files map[string]stamp

// state is what a preview depends on, at one moment.
type state struct {
	site   files // what Hugo builds from
	inputs files // what the caller's Rebuild reads
}

// watcher says when the files of a project change. What the operating system
// reports is only the occasion to look: whether something changed is decided by
// comparing states, so that files written by the build itself, touched without
// change, or reported twice cause nothing.
type watcher struct {
	dir             string   // the project
	sources, inputs []string // folders watched with all that is below, there or not
	notify          *fsnotify.Watcher
}

// quiet is how long nothing must happen before a change counts as finished, and
// patience how long that is waited for.
const (
	quiet    = 80 * time.Millisecond
	patience = time.Second
)

func newWatcher(dir string, sources, inputs []string) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch files: %w", err)
	}
	return &watcher{dir: dir, sources: sources, inputs: inputs, notify: notify}, nil
}

// scan returns the state of everything watched, and watches folders that are new.
func (w *watcher) scan() (state, error) {
	now := state{site: files{}, inputs: files{}}
	if err := w.flat(now.site); err != nil {
		return now, err
	}
	for _, folder := range w.sources {
		if err := w.deep(now.site, folder); err != nil {
			return now, err
		}
	}
	for _, folder := range w.inputs {
		if err := w.deep(now.inputs, folder); err != nil {
			return now, err
		}
	}
	return now, nil
}

// flat adds the configuration files in the project's own folder.
func (w *watcher) flat(now files) error {
	if err := w.add(w.dir); err != nil {
		return err
	}
	for _, name := range []string{"hugo", "config"} {
		for _, ending := range []string{".yaml", ".yml", ".toml", ".json"} {
			path := filepath.Join(w.dir, name+ending)
			if info, err := os.Stat(path); err == nil {
				now[path] = stamp{info.Size(), info.ModTime()}
			}
		}
	}
	return nil
}

// deep adds the files below a folder.
func (w *watcher) deep(now files, folder string) error {
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return nil // not there yet; the folder around it is watched
	}
	return filepath.WalkDir(real, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil // deleted meanwhile: the next look sees that
		}
		if path != real && passing(path) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			return w.add(path)
		}
		if info, err := entry.Info(); err == nil {
			now[path] = stamp{info.Size(), info.ModTime()}
		}
		return nil
	})
}

// add watches one folder. It is done at every look: watching twice is nothing, and
// a folder that was deleted and made again needs it.
func (w *watcher) add(folder string) error {
	err := w.notify.Add(folder)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return fmt.Errorf("watch %s: %w", folder, err)
}

// passing reports whether a file is of an editor's or a tool's passing use, or
// written by Hugo for editors.
func passing(path string) bool {
	name := filepath.Base(path)
	if name == ".git" || name == "node_modules" || name == "jsconfig.json" || name == "4913" {
		return true
	}
	for _, prefix := range []string{".#", "#", ".~", "~$", ".goutputstream", ".sb-", ".DS_Store"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	for _, suffix := range []string{"~", ".swp", ".swx", ".swo", ".tmp", ".bak", ".bck", ".part",
		".crdownload", "___jb_old___", "___jb_tmp___"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

// settle waits until a burst of events that has begun is over.
func (w *watcher) settle(done <-chan struct{}) {
	end := time.NewTimer(patience)
	defer end.Stop()
	for {
		pause := time.NewTimer(quiet)
		select {
		case <-w.notify.Events:
			pause.Stop()
			continue
		case <-pause.C:
		case <-end.C:
			pause.Stop()
		case <-done:
			pause.Stop()
		}
		return
	}
}

func (w *watcher) close() error { return w.notify.Close() }

// changes lists the paths that differ between two times, sorted.
func changes(before, after files) []string {
	var all []string
	for path, s := range after {
		if was, ok := before[path]; !ok || was.size != s.size || !was.modified.Equal(s.modified) {
			all = append(all, path)
		}
	}
	for path := range maps.Keys(before) {
		if _, ok := after[path]; !ok {
			all = append(all, path)
		}
	}
	slices.Sort(all)
	return all
}
