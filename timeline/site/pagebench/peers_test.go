package pagebench

import (
	_ "embed"
	"encoding/json"
	"html/template"
	"net/http"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

var (
	//go:embed testdata/plain.html
	plainPage string
	//go:embed testdata/timelinejs.html
	timelineJSPage []byte
	//go:embed testdata/vis.html
	visPage []byte
)

// fact is one event as it is told to the other systems.
type fact struct {
	Title, When, Quote string
	Source, URL        string
	Tags               []string

	first, last edtf.Day // what the date spans; the same day where one end is open
	precision   edtf.Precision
}

func facts(c chronology) []fact {
	sources := map[string]timeline.Source{}
	for _, s := range c.Sources {
		sources[s.ID] = s
	}
	all := make([]fact, len(c.Events))
	for i, e := range c.Events {
		s := sources[e.Citations[0].Source]
		f := fact{
			Title: e.Title, When: e.When.String(), Quote: e.Citations[0].Quote,
			Source: s.Publisher, URL: s.URL, Tags: e.Tags, precision: e.When.Precision(),
		}
		var known bool
		if f.last, known = e.When.Last(); !known {
			f.last, _ = e.When.First()
		}
		if f.first, known = e.When.First(); !known {
			f.first = f.last
		}
		all[i] = f
	}
	return all
}

// plainList is the floor: the events as HTML, without script or style.
func plainList(tb testing.TB, c chronology) http.Handler {
	tb.Helper()
	var page strings.Builder
	list := template.Must(template.New("plain").Parse(plainPage))
	if err := list.Execute(&page, facts(c)); err != nil {
		tb.Fatal(err)
	}
	return fixed("text/html; charset=utf-8", []byte(page.String()))
}

// timelineJS gives TimelineJS each date to the precision that its format has.
func timelineJS(tb testing.TB, c chronology) http.Handler {
	tb.Helper()
	type text struct {
		Headline string `json:"headline"`
		Text     string `json:"text"`
	}
	type slide struct {
		Start map[string]int `json:"start_date"`
		End   map[string]int `json:"end_date,omitempty"`
		Text  text           `json:"text"`
	}
	var slides []slide
	for _, f := range facts(c) {
		s := slide{Start: parts(f.first, f.precision), Text: text{f.Title, f.html()}}
		if f.precision == edtf.PrecisionDay && f.last > f.first {
			s.End = parts(f.last, f.precision)
		}
		slides = append(slides, s)
	}
	return peer(tb, timelineJSPage, map[string]any{"events": slides})
}

func parts(day edtf.Day, precision edtf.Precision) map[string]int {
	y, m, d := day.Civil()
	switch {
	case precision >= edtf.PrecisionDay:
		return map[string]int{"year": y, "month": m, "day": d}
	case precision > edtf.PrecisionYear:
		return map[string]int{"year": y, "month": m}
	default:
		return map[string]int{"year": y}
	}
}

func (f fact) html() string {
	text := "<blockquote>" + template.HTMLEscapeString(f.Quote) + "</blockquote>"
	source := template.HTMLEscapeString(f.Source)
	if f.URL != "" {
		source = `<a href="` + template.HTMLEscapeString(f.URL) + `">` + source + "</a>"
	}
	return text + "<p>" + source + ", " + strings.Join(f.Tags, ", ") + "</p>"
}

// visTimeline gives vis-timeline a point in time, or a range where a date is
// an interval.
func visTimeline(tb testing.TB, c chronology, options map[string]any) http.Handler {
	tb.Helper()
	type item struct {
		ID      int    `json:"id"`
		Content string `json:"content"`
		Title   string `json:"title"`
		Start   string `json:"start"`
		End     string `json:"end,omitempty"`
	}
	var items []item
	for i, f := range facts(c) {
		it := item{ID: i, Content: template.HTMLEscapeString(f.Title), Title: f.html(), Start: f.first.String()}
		if f.precision == edtf.PrecisionDay && f.last > f.first {
			it.End = f.last.String()
		}
		items = append(items, it)
	}
	return peer(tb, visPage, map[string]any{"items": items, "options": options})
}

// peer serves a page, its data and the packages it takes scripts from.
func peer(tb testing.TB, page []byte, data any) http.Handler {
	tb.Helper()
	encoded, err := json.Marshal(data)
	if err != nil {
		tb.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/{$}", fixed("text/html; charset=utf-8", page))
	mux.Handle("/data.json", fixed("application/json", encoded))
	mux.Handle("/peers/", http.StripPrefix("/peers/", http.FileServer(http.Dir(modules()))))
	return mux
}

func fixed(contentType string, body []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" && strings.HasPrefix(contentType, "text/html") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", contentType)
		w.Write(body)
	})
}
