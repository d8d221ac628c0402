package pagebench

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

// system is one way to show a chronology on a page.
type system struct {
	name    string
	handler func(testing.TB, chronology) http.Handler
	event   string  // selects what shows an event
	moving  string  // selects what moves under the gestures
	pan     gesture // along time
	zoom    gesture // into time and out again
}

// plain is what the others are measured against: scrolling it costs no script.
func plain() system {
	scroll := gesture{surface: "body", at: turn(0, 100, 0)}
	return system{
		name: "plain list", handler: plainList, event: ".event", moving: ".event",
		pan: scroll, zoom: scroll,
	}
}

// dateline is this repository's theme.
func dateline() system {
	return system{
		name: "Dateline",
		handler: func(tb testing.TB, c chronology) http.Handler {
			return http.FileServer(http.Dir(buildSite(tb, c)))
		},
		event: ".entry, .plot-drawing .label", moving: ".plot-drawing g *",
		pan:  drag(".plot", turn(0, -16, control)),
		zoom: gesture{surface: ".plot", at: turn(0, -6, control)}, // about 1.07 times a step, as vis-timeline
	}
}

// peers are the others, if their packages are there.
func peers() []system {
	if modules() == "" {
		return nil
	}
	vis := system{
		handler: func(tb testing.TB, c chronology) http.Handler { return visTimeline(tb, c, nil) },
		event:   ".vis-item .vis-item-content", moving: ".vis-item",
		pan:  drag(".vis-center", turn(0, -120, 0)),
		zoom: gesture{surface: ".vis-center", at: turn(0, -40, 0)},
	}
	clustered := vis
	vis.name, clustered.name = "vis-timeline", "vis-timeline clustered"
	clustered.handler = func(tb testing.TB, c chronology) http.Handler {
		return visTimeline(tb, c, map[string]any{"cluster": map[string]any{"maxItems": 1}})
	}
	return []system{
		{
			name: "TimelineJS", handler: timelineJS,
			event: ".tl-timemarker, .tl-headline", moving: ".tl-timemarker",
			pan:  gesture{surface: ".tl-timenav", at: turn(40, 0, 0)},
			zoom: click(".tl-menubar-button:has(.tl-icon-zoom-in)", ".tl-menubar-button:has(.tl-icon-zoom-out)"),
		},
		vis, clustered,
	}
}

// modules is the folder node_modules with the peers and axe-core, or nothing.
func modules() string {
	dir := os.Getenv("DATELINE_PEERS")
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "node_modules")
}
