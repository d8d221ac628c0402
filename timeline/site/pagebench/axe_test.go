package pagebench

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// violations is what axe-core finds wrong with a page.
type violations struct {
	checked    bool // false without axe-core
	unfinished bool
	Kinds      int
	Nodes      int
	Rules      []string // with the number of nodes each
}

func (v violations) String() string {
	switch {
	case v.unfinished:
		return "> 60 s"
	case !v.checked:
		return "–"
	}
	return fmt.Sprintf("%d (%d)", v.Kinds, v.Nodes)
}

// nodes is how many elements have a violation, not a number where unknown.
func (v violations) nodes() float64 {
	if !v.checked || v.unfinished {
		return math.NaN()
	}
	return float64(v.Nodes)
}

const axeRun = `axe.run(document, {resultTypes: ['violations']}).then(result => ({
	Kinds: result.violations.length,
	Nodes: result.violations.reduce((n, v) => n + v.nodes.length, 0),
	Rules: result.violations.map(v => v.id + ' ' + v.nodes.length),
}))`

// audit loads the page in a colour scheme and runs axe-core on it, if it is
// there.
func audit(tb testing.TB, s system, from *server, scheme string) (v violations) {
	tb.Helper()
	axe, err := os.ReadFile(filepath.Join(modules(), "axe-core", "axe.min.js"))
	if modules() == "" || err != nil {
		return violations{}
	}
	t := openTab(tb, s.event, scheme)
	defer t.cancel()
	_, err = t.open(from.URL)
	if err == nil {
		err = t.within(func(ctx context.Context) error {
			if err := run(ctx, string(axe)+";0"); err != nil {
				return err
			}
			v, err = chromedp.Run(ctx, chromedp.Evaluate[violations](axeRun, chromedp.EvalAwaitPromise))
			return err
		})
	}
	v.checked = true
	v.unfinished = value(tb, s.name, "axe", 0, err) > 0
	return v
}
