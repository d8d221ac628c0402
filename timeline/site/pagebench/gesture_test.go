package pagebench

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// A gesture lasts as long on every page, in steps as often as a screen draws.
const (
	gestureTime = 2 * time.Second
	stepTime    = 16 * time.Millisecond
)

// errStill says that a gesture moved nothing: the measurement is worth nothing.
var errStill = errors.New("the gesture moves nothing")

// gesture is what a reader's hand does. At is called with the progress from 0
// to 1; begin and end frame it and may be nil.
type gesture struct {
	surface        string // what it is done on; its middle, within the window
	begin, at, end func(ctx context.Context, p point, progress float64) error
}

type point struct{ X, Y float64 }

// drag takes hold of the surface and moves it to and fro.
func drag(surface string) gesture {
	send := func(kind input.DispatchMouseEventType) func(context.Context, point, float64) error {
		return func(ctx context.Context, p point, progress float64) error {
			return mouseEvent{
				Type: kind, X: p.X + 300*math.Sin(2*math.Pi*progress), Y: p.Y,
				Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1,
			}.send(ctx)
		}
	}
	return gesture{surface, send(input.DispatchMouseEventTypeMousePressed), send(input.DispatchMouseEventTypeMouseMoved), send(input.DispatchMouseEventTypeMouseReleased)}
}

// wheel turns the wheel over the surface: in for one half, out for the other.
func wheel(surface string) gesture { return turn(surface, -40) }

// scroll turns the wheel over the page: down for one half, up for the other.
func scroll() gesture { return turn("body", 100) }

func turn(surface string, delta float64) gesture {
	at := func(ctx context.Context, p point, progress float64) error {
		way := delta
		if progress > 0.5 {
			way = -delta
		}
		return mouseEvent{Type: input.DispatchMouseEventTypeMouseWheel, X: p.X, Y: p.Y, DeltaY: way}.send(ctx)
	}
	return gesture{surface: surface, at: at}
}

// click presses one button for one half and the other for the other, four
// times a second.
func click(in, out string) gesture {
	pressed := -1
	at := func(ctx context.Context, _ point, progress float64) error {
		n := int(progress * gestureTime.Seconds() * 4)
		if n == pressed {
			return nil
		}
		pressed = n
		button := in
		if progress > 0.5 {
			button = out
		}
		return run(ctx, fmt.Sprintf("document.querySelector(%s).click()", quote(button)))
	}
	return gesture{surface: "body", at: at}
}

// mouseEvent is what Input.dispatchMouseEvent takes. The generated type leaves
// out a delta of zero, which the wheel must have.
type mouseEvent struct {
	Type       input.DispatchMouseEventType `json:"type"`
	X          float64                      `json:"x"`
	Y          float64                      `json:"y"`
	DeltaX     float64                      `json:"deltaX"`
	DeltaY     float64                      `json:"deltaY"`
	Button     input.MouseButton            `json:"button,omitempty"`
	Buttons    int                          `json:"buttons"`
	ClickCount int                          `json:"clickCount"`
}

func (e mouseEvent) send(ctx context.Context) error {
	command := cdp.Command[mouseEvent, cdp.Empty]{Method: input.CommandDispatchMouseEvent}
	return chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, command, e)
		return err
	}))
}

func run(ctx context.Context, script string) error {
	return chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](script))
}

// perform does a gesture and returns the share of frames that the page dropped
// meanwhile.
func (t *tab) perform(g gesture, moving string) (dropped float64, err error) {
	err = t.within(func(ctx context.Context) error {
		where := fmt.Sprintf("dateline_bench.where(%s)", quote(moving))
		before, err := chromedp.Run(ctx, chromedp.Evaluate[string](where))
		if err != nil {
			return err
		}
		at, err := chromedp.Run(ctx, chromedp.Evaluate[point](middle(g.surface)))
		if err != nil {
			return err
		}
		if err := run(ctx, "dateline_bench.startFrames()"); err != nil {
			return err
		}
		moved, err := g.play(ctx, at, func() (bool, error) {
			now, err := chromedp.Run(ctx, chromedp.Evaluate[string](where))
			return now != before, err
		})
		if err != nil {
			return err
		}
		if !moved {
			return errStill
		}
		dropped, err = chromedp.Run(ctx, chromedp.Evaluate[float64]("dateline_bench.stopFrames()"))
		return err
	})
	return dropped, err
}

// middle is a script for the middle of what can be seen of the surface.
func middle(surface string) string {
	return fmt.Sprintf(`(() => {
		const box = document.querySelector(%s).getBoundingClientRect()
		return {
			X: (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
			Y: (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
		}
	})()`, quote(surface))
}

// play plays g against the clock and looks once, midway, whether it moved
// anything. A page that is slow to take a step skips the ones it missed.
func (g gesture) play(ctx context.Context, p point, look func() (bool, error)) (moved bool, err error) {
	if g.begin != nil {
		if err := g.begin(ctx, p, 0); err != nil {
			return false, err
		}
	}
	looked := false
	for start := time.Now(); ; {
		progress := min(1, time.Since(start).Seconds()/gestureTime.Seconds())
		if err := g.at(ctx, p, progress); err != nil {
			return false, err
		}
		if !looked && progress > 0.3 {
			looked = true
			if moved, err = look(); err != nil {
				return false, err
			}
		}
		if progress == 1 {
			break
		}
		if err := chromedp.Do(ctx, chromedp.Sleep(stepTime-time.Since(start)%stepTime)); err != nil {
			return false, err
		}
	}
	if g.end != nil {
		return moved, g.end(ctx, p, 1)
	}
	return moved, nil
}
