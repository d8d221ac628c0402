package site

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	gocmp "github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what was announced to testdata/walk.txt")

// steps are the keys by their names in testdata/walk.txt.
var steps = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Home": kb.Home, "End": kb.End,
	"→": kb.ArrowRight, "←": kb.ArrowLeft, "Page ↓": kb.PageDown, "Page ↑": kb.PageUp,
}

// TestBrowserIsWalkedThroughByKeyboardAndScreenReader takes the steps of
// testdata/walk.txt, each a key or words to write, and compares what a screen
// reader is told of where the focus then is. -update writes what is told.
func TestBrowserIsWalkedThroughByKeyboardAndScreenReader(t *testing.T) {
	const script = "testdata/walk.txt"
	tb := newTab(t)
	tb.looks(&emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	tb.do(chromedp.EmulateViewport(1280, 800))
	tb.open(published(t, harbour(t, ""), "/") + home)
	want := must(readFile(script))
	var got strings.Builder
	for line := range strings.Lines(want) {
		line = strings.TrimSuffix(line, "\n")
		key, _, found := strings.Cut(line, " | ")
		if !found {
			fmt.Fprintln(&got, line)
			continue
		}
		tb.strike(key)
		fmt.Fprintf(&got, "%s | %s\n", key, tb.focused())
	}
	if *update {
		if err := os.WriteFile(script, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := gocmp.Diff(want, got.String()); diff != "" {
		t.Errorf("walk (-want +got):\n%s", diff)
	}
}

// strike presses a key, or writes words. A key that means something to the page
// is not written as well, as the events of chromedp would have it.
func (tb *tab) strike(name string) {
	tb.Helper()
	if key, ok := steps[name]; ok {
		tb.do(chromedp.KeyEvent(key))
	} else {
		for _, r := range name {
			down := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: string(r), Text: string(r)}
			tb.do(func(ctx context.Context, page *chromedp.Target) (chromedp.Void, error) {
				_, err := cdp.Call(ctx, page, input.DispatchKeyEvent, down)
				return chromedp.Void{}, err
			})
		}
	}
	tb.do(chromedp.Sleep(100 * time.Millisecond))
}

// focused is what a screen reader is told of the element that has the focus:
// role, name, value, states and description.
func (tb *tab) focused() string {
	tb.Helper()
	nodes, err := chromedp.Run(tb.ctx, func(ctx context.Context, page *chromedp.Target) ([]*accessibility.Node, error) {
		tree, err := cdp.Call(ctx, page, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		return tree.Nodes, err
	})
	if err != nil {
		tb.Fatal(err)
	}
	told := "nothing"
	for _, n := range nodes {
		if has(n, "focused") && said(n.Role) != "RootWebArea" {
			told = announced(n, tb.strings(`[document.activeElement.getAttribute('aria-valuetext') ?? '']`)[0])
		}
	}
	return told
}

func has(n *accessibility.Node, property string) bool {
	for _, p := range n.Properties {
		if string(p.Name) == property && said(p.Value) == "true" {
			return true
		}
	}
	return false
}

// announced is a node in words; a value that is given in words is in the page and
// not in the tree.
func announced(n *accessibility.Node, value string) string {
	parts := []string{said(n.Role) + " “" + said(n.Name) + "”"}
	if value = cmp.Or(value, said(n.Value)); value != "" {
		parts = append(parts, "= "+value)
	}
	for _, state := range []string{"expanded", "pressed", "modal"} {
		if has(n, state) {
			parts = append(parts, state)
		}
	}
	if description := said(n.Description); description != "" {
		parts = append(parts, "("+description+")")
	}
	return strings.Join(parts, " ")
}

func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var value any
	if err := json.Unmarshal(v.Value, &value); err != nil || value == nil {
		return ""
	}
	return strings.Join(strings.Fields(fmt.Sprint(value)), " ")
}
