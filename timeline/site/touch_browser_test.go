package site

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// phone makes the tab one of a phone that is used with fingers.
func (tb *tab) phone() {
	tb.Helper()
	points := int64(2)
	tb.do(func(ctx context.Context, page *chromedp.Target) (chromedp.Void, error) {
		screen := emulation.SetDeviceMetricsOverrideParams{Width: 390, Height: 844, DeviceScaleFactor: 2, Mobile: true}
		if _, err := cdp.Call(ctx, page, emulation.SetDeviceMetricsOverride, screen); err != nil {
			return chromedp.Void{}, err
		}
		touch := emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: points}
		_, err := cdp.Call(ctx, page, emulation.SetTouchEmulationEnabled, touch)
		return chromedp.Void{}, err
	})
}

type finger struct{ fromX, fromY, toX, toY float64 }

// fingers go from where they touch to where they let go, at the same time.
func (tb *tab) fingers(fingers ...finger) {
	tb.Helper()
	const steps = 12
	touch := func(kind input.DispatchTouchEventType, share float64) {
		var points []*input.TouchPoint
		for i, f := range fingers {
			if kind == input.DispatchTouchEventTypeTouchEnd {
				break
			}
			id := float64(i)
			points = append(points, &input.TouchPoint{X: f.fromX + (f.toX-f.fromX)*share, Y: f.fromY + (f.toY-f.fromY)*share, ID: &id})
		}
		tb.do(func(ctx context.Context, page *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, page, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return chromedp.Void{}, err
		}, chromedp.Sleep(16*time.Millisecond))
	}
	touch(input.DispatchTouchEventTypeTouchStart, 0)
	for i := 1; i <= steps && fingers[0] != (finger{fingers[0].fromX, fingers[0].fromY, fingers[0].fromX, fingers[0].fromY}); i++ {
		touch(input.DispatchTouchEventTypeTouchMove, float64(i)/steps)
	}
	touch(input.DispatchTouchEventTypeTouchEnd, 1)
}

// numbers evaluates an expression that gives a list of numbers.
func (tb *tab) numbers(expression string) []float64 {
	tb.Helper()
	list, err := chromedp.Run(tb.ctx, chromedp.Evaluate[[]float64](expression))
	if err != nil {
		tb.Fatal(err)
	}
	return list
}

func TestBrowserIsUsedWithFingers(t *testing.T) {
	tb := newTab(t)
	tb.phone()
	tb.open(published(t, harbour(t, ""), "/") + home)
	middle := tb.numbers(`(() => { const b = document.querySelector('.plot').getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()`)
	x, y := middle[0], middle[1]

	tb.fingers(finger{x - 30, y, x - 120, y}, finger{x + 30, y, x + 120, y})
	tb.becomes("two fingers come nearer", `location.search.includes('from=')`)
	near := tb.strings(`[location.search]`)[0]
	tb.fingers(finger{x + 80, y, x - 80, y})
	tb.becomes("one finger moves on", fmt.Sprintf(`location.search !== '%s' && new URLSearchParams(location.search).get('from') > new URLSearchParams('%s').get('from')`, near, strings.TrimPrefix(near, "?")))
	if at := tb.numbers(`[scrollY]`)[0]; at != 0 {
		t.Errorf("the page scrolled by %v", at)
	}
	tb.fingers(finger{x - 120, y, x - 30, y}, finger{x + 120, y, x + 30, y})
	tb.run(`document.querySelector('[data-do=fit]').click()`)
	tb.becomes("all again", `location.search === ''`)

	// A finger that goes up or down scrolls, wherever it begins, and moves nothing else.
	tb.fingers(finger{x, y, x, y - 120})
	tb.becomes("the page scrolls", `scrollY > 40 && location.search === ''`)
	tb.becomes("the line stays in sight", `(() => { const b = document.querySelector('.plot').getBoundingClientRect(); return b.top > -10 && b.bottom < 200; })()`)

	mark := tb.numbers(`(() => { const b = document.querySelector('.mark .body').getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()`)
	tb.fingers(finger{mark[0], mark[1], mark[0], mark[1]})
	tb.becomes("a tap selects", selected+` !== '' && location.hash === '#' + `+selected)
}
