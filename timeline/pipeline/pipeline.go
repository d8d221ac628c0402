// Package pipeline takes a folder of documents through the stages in order:
// document, sentence, dates, event, names, merge.
//
// Reading and extracting are pure functions of one document, so documents run
// in parallel; merging is the one barrier. It is the only package that knows
// all the stages.
package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/event"
	"dateline/timeline/merge"
	"dateline/timeline/names"
	"dateline/timeline/sentence"
)

// Options say which documents are read, and how.
type Options struct {
	// Documents is the folder of the documents and their sources.yaml.
	Documents string
	// Cache is a folder for what was extracted from each document, so that
	// one that has not changed is not extracted again; empty for none. It is
	// made where it is not there, used where it pays, and can be deleted at
	// any time.
	Cache string
	// Chronology is the folder whose content files hold a person's decisions on
	// which events are the same; empty for none.
	Chronology string
	// Aliases are what the user says of names.
	Aliases names.Aliases
	// Progress, if set, is told after each document how many of how many are
	// done. It is called from one goroutine at a time.
	Progress func(done, total int)
}

// Chronology is what the documents say.
type Chronology struct {
	Events  []timeline.Event
	Undated []timeline.Undated // in the order of Sources
	Sources []timeline.Source  // in the order of their paths
	// Problems are the documents and entries that could not be read, sorted;
	// everything else is here.
	Problems []error
	// Uncached says why the cache could not be used or written, nil where it
	// was, or was not wanted. Nothing else suffers from it but time.
	Uncached error
}

// Extract reads every document and gives the events they tell. It fails only
// when the folder itself cannot be read or ctx is cancelled. The documents are
// read one by one on each core, and their text is let go: what is kept grows
// with what they tell.
func Extract(ctx context.Context, o Options) (*Chronology, error) {
	defer runtime.KeepAlive(leeway())
	folder, err := open(o.Documents)
	if err != nil {
		return nil, err
	}
	defer folder.close()
	if folder.known == nil && len(folder.misstated) > 0 {
		// Without it most dates would be lost, and with them what is written.
		return nil, errors.Join(folder.misstated...)
	}
	var decisions []merge.Decision
	if o.Chronology != "" {
		if decisions, err = content.Decisions(o.Chronology); err != nil {
			return nil, err
		}
	}
	cache, uncached := openCache(o.Cache, folder.size())
	defer cache.close()
	readings, err := folder.readings(ctx, cache, o.Progress)
	if err != nil {
		return nil, err
	}
	uncached = cmp.Or(uncached, cache.save(folder.files, readings))
	unify(readings, o.Aliases)
	found := assemble(readings, decisions, append(folder.unread, folder.misstated...))
	found.Uncached = uncached
	return found, nil
}

// leeway is memory that is never touched, and so takes up none. Garbage is
// collected whenever it is as much as what is in use, which would be every few
// milliseconds as long as that is little.
func leeway() []byte { return make([]byte, 32<<20) }

// readings takes the documents of the folder, in their order, through the stages
// before merge.
func (f *folder) readings(ctx context.Context, cache *cache, progress func(done, total int)) ([]reading, error) {
	reader := &reader{f, sync.OnceValues(newFinders), cache, newTexts()}
	readings := reader.all(ctx, progress)
	return readings, ctx.Err()
}

// unify gives each person, organisation and place one name in all readings. It
// comes after the cache, which knows nothing of the other documents.
func unify(readings []reading, aliases names.Aliases) {
	results := make([]event.Result, len(readings))
	for i, r := range readings {
		results[i] = r.result // shares its proposals
	}
	names.Unify(results, aliases)
}

// reading is what the stages before merge give for one document.
type reading struct {
	source timeline.Source
	result event.Result
	err    error

	key    key  // in the cache
	cached bool // it is from there
}

// assemble joins the readings of all documents; their order is the folder's.
func assemble(readings []reading, decisions []merge.Decision, faults []error) *Chronology {
	c := &Chronology{Events: []timeline.Event{}, Undated: []timeline.Undated{}, Sources: []timeline.Source{}}
	results := make([]event.Result, 0, len(readings))
	for _, r := range readings {
		if r.err != nil {
			faults = append(faults, problems(r.err)...)
			continue
		}
		r.source.Undated = r.result.Undated
		c.Sources = append(c.Sources, r.source)
		c.Undated = append(c.Undated, r.result.Undated...)
		results = append(results, r.result)
	}
	// By now much is kept and little is garbage: more of it may not gather.
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	events, contradictions := merge.Merge(results, decisions)
	c.Events = append(c.Events, events...)
	c.Problems = timeline.Sorted(append(faults, contradictions...))
	return c
}

// reader takes single documents through the stages.
type reader struct {
	folder  *folder
	finders func() (finders, error) // not needed where all is in the cache
	cache   *cache
	texts   *texts
}

// all reads the folder's documents on all cores, in the folder's order.
func (r *reader) all(ctx context.Context, progress func(done, total int)) []reading {
	total := len(r.folder.files)
	readings := make([]reading, total)
	var next, done atomic.Int64
	var telling sync.Mutex
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), total) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= total {
					return
				}
				readings[i] = r.read(r.folder.files[i])
				telling.Lock()
				if n := int(done.Add(1)); progress != nil {
					progress(n, total)
				}
				telling.Unlock()
			}
		})
	}
	workers.Wait()
	return readings
}

func (r *reader) read(f file) reading {
	name := r.folder.named(f.path)
	data, err := r.folder.read(f.path, name)
	if err != nil {
		return reading{err: err}
	}
	known := r.folder.known[f.path]
	key := r.cache.keyOf(f, data, known)
	found, ok := r.cache.find(f, key)
	if !ok {
		finders, err := r.finders()
		if err != nil {
			return reading{err: err}
		}
		e, err := finders.explain(f, name, data, known)
		if err != nil {
			return reading{err: err}
		}
		found = reading{source: e.Document.Source, result: e.Result, key: key}
	}
	r.texts.keep(reflect.ValueOf(&found.source).Elem())
	r.texts.keep(reflect.ValueOf(&found.result).Elem())
	return found
}

// Explanation is what every stage made of one document.
type Explanation struct {
	Document  *document.Document
	Sentences []timeline.Span
	Mentions  []dates.Mention
	Result    event.Result
	Passed    []event.Passed // date expressions without an event: first those of the text
}

// finders hold the compiled rules for dates by language.
type finders map[string]*dates.Finder

// fallback is the language whose rules read documents in a language that has
// none: numeric dates and years are alike in most.
const fallback = "en"

func newFinders() (finders, error) {
	all := finders{}
	for _, language := range dates.Languages() {
		finder, err := dates.New(language)
		if err != nil {
			return nil, fmt.Errorf("compile the rules for dates: %w", err)
		}
		all[language] = finder
	}
	return all, nil
}

func (all finders) forLanguage(language string) *dates.Finder {
	if finder := all[language]; finder != nil {
		return finder
	}
	return all[fallback]
}

// explain is the way of one document through the stages. A fault of ours that a
// document brings to light is a problem of that document: the others go on, and
// the run does not end well.
func (all finders) explain(f file, name string, data []byte, known document.Metadata) (e *Explanation, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			e, err = nil, &timeline.Problem{Path: name,
				Message: fmt.Sprintf("cannot be read, by a fault of Dateline that should be reported with the document: %v", fault)}
		}
	}()
	doc, err := document.Read(name, data, known)
	if err != nil {
		return nil, err
	}
	doc.Source.ID, doc.Source.Path = f.id, f.path
	sentences := sentence.Split(doc.Text)
	mentions := all.forLanguage(doc.Source.Language).Find(doc.Text, dates.Context{
		Reference: doc.Source.Published,
		Headings:  headings(doc),
	})
	return &Explanation{Document: doc, Sentences: sentences, Mentions: mentions, Result: event.Extract(doc, sentences, mentions)}, nil
}

// headings are the headings of a document, whose dates hold for what stands
// under them.
func headings(doc *document.Document) []dates.Heading {
	var all []dates.Heading
	for _, b := range doc.Blocks {
		if b.Kind == document.Heading {
			all = append(all, dates.Heading{Span: b.Span, Level: b.Level})
		}
	}
	return all
}
