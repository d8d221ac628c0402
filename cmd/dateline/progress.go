package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress tells on stderr how far a long task is: a bar on a terminal, a
// plain line now and then elsewhere, nothing for what takes under a second.
type progress struct {
	to    io.Writer
	what  string
	fancy bool
	bar   *progressbar.ProgressBar
	due   time.Time // when the next line is to be printed
}

const (
	patience  = time.Second     // shorter tasks show nothing
	lineEvery = 5 * time.Second // between plain lines
)

func newProgress(to io.Writer, what string) *progress {
	return &progress{to: to, what: what, fancy: isTerminal(to), due: time.Now().Add(patience)}
}

// isTerminal reports whether w shows bars: a terminal, unless NO_COLOR is set.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// update tells that done of total are done; a total of 0 is not known.
func (p *progress) update(done, total int) {
	if p.bar == nil && time.Now().Before(p.due) {
		return
	}
	if !p.fancy {
		of := " so far"
		if total > 0 {
			of = fmt.Sprintf(" of %d", total)
		}
		fmt.Fprintf(p.to, "%s: %d%s\n", p.what, done, of)
		p.due = time.Now().Add(lineEvery)
		return
	}
	if p.bar == nil {
		if total == 0 {
			total = -1
		}
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.to),
			progressbar.OptionSetDescription(p.what),
			progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionFullWidth())
	}
	_ = p.bar.Set(done)
}

// clear removes the bar, so that what is printed next stands alone.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
