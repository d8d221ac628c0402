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

// errStill says that a page drew its frames and nothing moved: the gesture is
// not one that it knows, and the measurement worth nothing.
var errStill = errors.New("the gesture moves nothing")

// gesture is what a reader's hand does. At is called with the progress from 0
// to 1; begin and end frame it. Ready comes before and is not measured. All but
// at may be nil.
type gesture struct {
	surface               string // what it is done on; near its middle, within the window
	ready, begin, at, end step
}

type step func(ctx context.Context, p point, progress float64) error

func (s step) take(ctx context.Context, p point, progress float64) error {
	if s == nil {
		return nil
	}
	return s(ctx, p, progress)
}

type point struct{ X, Y float64 }

// drag takes hold of the surface and moves it to and fro. Six turns of zoom come
// first: the whole extent has nowhere to move to.
func drag(surface string, zoom step) gesture {
	send := func(kind input.DispatchMouseEventType) step {
		return func(ctx context.Context, p point, progress float64) error {
			return mouseEvent{
				Type: kind, X: p.X + 300*math.Sin(2*math.Pi*progress), Y: p.Y,
				Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1,
			}.send(ctx)
		}
	}
	ready := func(ctx context.Context, p point, _ float64) error {
		for range 6 {
			if err := zoom(ctx, p, 0); err != nil {
				return err
			}
		}
		return nil
	}
	return gesture{
		surface: surface, ready: ready, begin: send(input.DispatchMouseEventTypeMousePressed),
		at: send(input.DispatchMouseEventTypeMouseMoved), end: send(input.DispatchMouseEventTypeMouseReleased),
	}
}

// control is the modifier that a trackpad sends with a pinch.
const control = 2

// turn turns the wheel, sideways and down, in each step of one half and back in
// those of the other.
func turn(x, y float64, modifiers int) step {
	return func(ctx context.Context, p point, progress float64) error {
		e := mouseEvent{
			Type: input.DispatchMouseEventTypeMouseWheel, X: p.X, Y: p.Y,
			DeltaX: x, DeltaY: y, Modifiers: modifiers,
		}
		if progress > 0.5 {
			e.DeltaX, e.DeltaY = -x, -y
		}
		return e.send(ctx)
	}
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
	Modifiers  int                          `json:"modifiers"`
	ClickCount int                          `json:"clickCount"`
}

func (e mouseEvent) send(ctx context.Context) error {
	dispatch := cdp.Command[mouseEvent, cdp.Empty]{Method: input.CommandDispatchMouseEvent}
	return chromedp.Do(ctx, command(dispatch, e))
}

func run(ctx context.Context, script string) error {
	return chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](script))
}

// motion is what a gesture cost.
type motion struct {
	Drawn   int     // frames
	Dropped float64 // the share of a 60 Hz screen's frames that were not drawn
	work    float64 // milliseconds of the main thread's processor time a frame
}

// perform does a gesture.
func (t *tab) perform(g gesture, moving string) (m motion, err error) {
	err = t.within(func(ctx context.Context) error {
		grip := fmt.Sprintf("dateline_bench.grip(%s)", quote(g.surface))
		at, err := chromedp.Run(ctx, chromedp.Evaluate[point](grip))
		if err != nil {
			return err
		}
		if err := g.ready.take(ctx, at, 0); err != nil {
			return err
		}
		m, err = g.measure(ctx, at, fmt.Sprintf("dateline_bench.where(%s)", quote(moving)))
		return err
	})
	return m, err
}

// measure plays g at a point and counts what it costs. Where is a script that
// tells where things are.
func (g gesture) measure(ctx context.Context, at point, where string) (m motion, err error) {
	before, err := chromedp.Run(ctx, chromedp.Evaluate[string](where))
	if err != nil {
		return m, err
	}
	began, err := threadTime(ctx)
	if err != nil {
		return m, err
	}
	if err := run(ctx, "dateline_bench.startFrames()"); err != nil {
		return m, err
	}
	moved, err := g.play(ctx, at, func() (bool, error) {
		now, err := chromedp.Run(ctx, chromedp.Evaluate[string](where))
		return now != before, err
	})
	if err != nil {
		return m, err
	}
	if m, err = chromedp.Run(ctx, chromedp.Evaluate[motion]("dateline_bench.stopFrames()")); err != nil {
		return m, err
	}
	if !moved && m.Dropped < 0.5 { // else it is slow
		return m, errStill
	}
	ended, err := threadTime(ctx)
	m.work = (ended - began) / float64(max(m.Drawn, 1))
	return m, err
}

// play plays g against the clock and looks, every tenth of the way, whether it
// has moved anything. A page that is slow to take a step skips the ones it
// missed.
func (g gesture) play(ctx context.Context, p point, look func() (bool, error)) (moved bool, err error) {
	if err := g.begin.take(ctx, p, 0); err != nil {
		return false, err
	}
	looked := 0.0
	for start := time.Now(); ; {
		progress := min(1, time.Since(start).Seconds()/gestureTime.Seconds())
		if err := g.at(ctx, p, progress); err != nil {
			return false, err
		}
		if !moved && progress > looked+0.1 {
			looked = progress
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
	return moved, g.end.take(ctx, p, 1)
}
