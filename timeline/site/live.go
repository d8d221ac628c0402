package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"

	"dateline/timeline"
)

// version is one state of the preview: a site that was built, and what is wrong
// with its sources since.
type version struct {
	number   int
	root     *os.Root // the site; nil before the first build that succeeds
	problems []problem
}

// problem is an error as the browser shows it.
type problem struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

// shown turns errors into what the browser shows, place and message apart.
func shown(errs []error) []problem {
	all := []problem{}
	for _, err := range errs {
		var p *timeline.Problem
		if !errors.As(err, &p) {
			all = append(all, problem{Message: err.Error()})
			continue
		}
		place, message := p.Error(), p.Message
		all = append(all, problem{strings.TrimSuffix(place, ": "+message), message})
	}
	return all
}

// live holds the current version and tells the browsers of every new one.
type live struct {
	session string // tells this server's versions from those of one before it

	mu      sync.Mutex
	current version
	changed chan struct{} // closed when current is replaced
}

func newLive(session string) *live {
	return &live{session: session, changed: make(chan struct{})}
}

// now is the current version and a channel that closes when it is over.
func (l *live) now() (version, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.current, l.changed
}

// set makes v current.
func (l *live) set(v version) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.current = v
	close(l.changed)
	l.changed = make(chan struct{})
}

// name is what a page and its server call a version.
func (l *live) name(v version) string {
	return l.session + "-" + strconv.Itoa(v.number)
}

// events streams the versions to one browser, as server-sent events, until the
// browser or the server goes away.
func (l *live) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		v, over := l.now()
		data, err := json.Marshal(struct {
			Version  string    `json:"version"`
			Problems []problem `json:"problems"`
		}{l.name(v), v.problems})
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "event: site\ndata: %s\n\n", data); err != nil {
			return
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-over:
		case <-r.Context().Done():
			return
		}
	}
}
