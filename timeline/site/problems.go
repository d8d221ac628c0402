package site

import (
	"cmp"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/herrors"
	"github.com/gohugoio/hugo/common/loggers"

	"dateline/timeline"
)

// hugoLog gathers what Hugo logs, instead of printing it: some faults (a bad
// date, a reference to a page that is not there) are told nowhere else.
type hugoLog struct {
	dir string

	mu     sync.Mutex
	warned []string
	failed []string
}

func newHugoLog(dir string) *hugoLog {
	return &hugoLog{dir: dir}
}

// logger is a logger for Hugo that writes into l. Statements whose id is in
// ignored are dropped, as the hugo command drops them.
func (l *hugoLog) logger(ignored map[string]bool) loggers.Logger {
	return loggers.New(loggers.Options{
		Level:              logg.LevelWarn,
		DistinctLevel:      logg.LevelWarn,
		StdOut:             io.Discard,
		StdErr:             io.Discard,
		HandlerPost:        l.add,
		SuppressStatements: ignored,
	})
}

func (l *hugoLog) add(e *logg.Entry) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	into := &l.warned
	if e.Level >= logg.LevelError {
		into = &l.failed
	}
	if !slices.Contains(*into, e.Message) {
		*into = append(*into, e.Message)
	}
	return nil
}

// warnings returns what was warned of, paths relative to the site, sorted: pages
// are rendered in parallel, so the order of logging means nothing.
func (l *hugoLog) warnings() []error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []error
	for _, message := range l.warned {
		all = append(all, l.locate(message))
	}
	return inOrder(all)
}

// inOrder sorts errors and leaves out those that read alike.
func inOrder(all []error) []error {
	slices.SortFunc(all, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return slices.CompactFunc(timeline.Sorted(all), func(a, b error) bool { return a.Error() == b.Error() })
}

// failure is err and all errors logged so far as one error that joins a
// [timeline.Problem] for each, sorted, without repetition.
func (l *hugoLog) failure(err error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []error
	for _, message := range l.failed {
		all = append(all, l.locate(message))
	}
	for _, e := range leaves(err) {
		if len(all) > 0 && countsOnly.MatchString(e.Error()) {
			continue // what it counts is there already
		}
		all = append(all, l.problem(e))
	}
	return errors.Join(inOrder(all)...)
}

// countsOnly is Hugo's error for a build whose faults went to the log.
var countsOnly = regexp.MustCompile(`logged \d+ error\(s\)$`)

// leaves takes joined errors apart wherever in the chain they were joined.
func leaves(err error) []error {
	for e := err; e != nil; e = errors.Unwrap(e) {
		joined, ok := e.(interface{ Unwrap() []error })
		if !ok {
			continue
		}
		var all []error
		for _, part := range joined.Unwrap() {
			all = append(all, leaves(part)...)
		}
		return all
	}
	return []error{err}
}

// problem turns an error of Hugo's into one with a place. The innermost file is
// the one to mend: the outer ones only led to it.
func (l *hugoLog) problem(err error) error {
	if m := themeMissing.FindStringSubmatch(err.Error()); m != nil {
		return &timeline.Problem{Path: l.relative(m[1]), Message: "the configuration names this theme, but it is not there"}
	}
	files := herrors.UnwrapFileErrors(err)
	if len(files) == 0 {
		return l.locate(err.Error())
	}
	inner := files[len(files)-1]
	pos := inner.Position()
	message := inner.Error()
	if cause := errors.Unwrap(inner); cause != nil {
		message = cause.Error()
	}
	message = l.tidy(message)
	if page := rendering.FindStringSubmatch(err.Error()); page != nil {
		message += " (rendering " + l.relative(page[1]) + ")"
	}
	return &timeline.Problem{Path: l.relative(pos.Filename), Line: pos.LineNumber,
		Column: pos.ColumnNumber, Message: message}
}

// The folder of a theme that Hugo looked for.
var themeMissing = regexp.MustCompile(`module "[^"]+" not found in "([^"]+)"`)

// The page in whose rendering a template failed: a content file or a URL path.
var rendering = regexp.MustCompile(`render of "([^"]+)" failed`)

// Places as Hugo writes them in messages: "path:line:column", and the file of a
// bad date at the end.
var (
	placed = regexp.MustCompile(`"([^"\n]+?):(\d+)(?::(\d+))?"(:\s*)?`)
	named  = regexp.MustCompile(`: see (\S[^\n]*)$`)
)

// locate finds the place that a message names, the last one where it names
// several.
func (l *hugoLog) locate(message string) error {
	if m := named.FindStringSubmatchIndex(message); m != nil {
		return &timeline.Problem{Path: l.relative(message[m[2]:m[3]]), Message: l.tidy(message[:m[0]])}
	}
	found := placed.FindAllStringSubmatchIndex(message, -1)
	if len(found) == 0 {
		return errors.New(l.tidy(message))
	}
	m := found[len(found)-1]
	line, _ := strconv.Atoi(message[m[4]:m[5]])
	column := 0
	if m[6] >= 0 {
		column, _ = strconv.Atoi(message[m[6]:m[7]])
	}
	return &timeline.Problem{Path: l.relative(message[m[2]:m[3]]), Line: line, Column: column,
		Message: l.tidy(message[:m[0]] + message[m[1]:])}
}

// relative is path as the user would name it: from the site where it lies inside.
func (l *hugoLog) relative(path string) string {
	if rel, err := filepath.Rel(l.dir, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path
}

// What a message says twice: the position of a template error, and the lines of
// YAML under a YAML error, with a position counted from the front matter.
var (
	repeated = regexp.MustCompile(`template: [^:\n]+:\d+(:\d+)?: (executing "[^"]*" )?|\[\d+:\d+\] `)
	excerpt  = regexp.MustCompile(`(?m)^>? *\d+ \|.*$|^ *\^ *$`)
)

// tidy makes one line of a message of Hugo's, with paths relative to the site and
// without what the position tells already.
func (l *hugoLog) tidy(message string) string {
	message = excerpt.ReplaceAllString(message, "")
	message = repeated.ReplaceAllString(message, "")
	message = strings.ReplaceAll(message, l.dir+string(filepath.Separator), "")
	message = strings.ReplaceAll(message, "*hugolib.pageState", "page.Page")
	return strings.Join(strings.Fields(message), " ")
}
