package site

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/edtf"
)

var edgesDir = flag.String("edges", "", "build the chronologies at the edges below this folder, to look at (TestEdges)")

// edge is a chronology of a kind that layouts are seldom drawn for.
type edge struct {
	language string // of the site; "" is English
	events   []timeline.Event
	sources  []timeline.Source
}

// edges are the chronologies at the edges, by name.
func edges() map[string]edge {
	return map[string]edge{
		"none":        {},
		"one":         told("2019-04-02"),
		"crowd":       crowd(),
		"hour":        hour(),
		"ages":        told("-9700", "-2560", "-0752", "-0043-03-15", "0476", "1066-10-14", "1492-10-12", "1789-07-14", "18XX", "1969-07-20", "2019-04-02", "2024"),
		"future":      told("2019-04-02", "2100", "2455-06", "3000", "Y12024", "Y170000002"),
		"long":        long(),
		"unlinked":    unlinked(),
		"arabic":      arabic(),
		"cjk":         cjk(),
		"tags":        tags(),
		"unpublished": unpublished(),
		"undated":     told("XXXX-06-29", "XXXX-12-24", ""),
	}
}

// told is a chronology of plain events, one a date, told in turn by two papers.
func told(dates ...string) edge {
	e := edge{sources: []timeline.Source{paper("gazette", "The Harbour Gazette"), paper("bulletin", "Works Bulletin")}}
	happenings := []string{"The crane is lifted", "A storm takes the beacon", "The council votes for the second berth", "Ferries call every week", "The old mole is built"}
	for n, date := range dates {
		when := edtf.Date{}
		if date != "" {
			when = edtf.MustParse(date)
		}
		title := happenings[n%len(happenings)]
		e.events = append(e.events, happening(n, when, title, title+", as the harbour-master wrote down that evening.", e.sources[n%2].ID))
	}
	return e
}

func paper(id, name string) timeline.Source {
	return timeline.Source{
		ID: id, Path: id + ".txt", Title: "What the harbour did that year", Author: "Bo Lind", Publisher: name,
		URL: "https://example.org/" + id, Published: edtf.MustParse("2019-06-03"), PublishedBecause: "given in sources.yaml",
		Language: "en", SHA256: strings.Repeat("0", 64), Length: 10_000,
	}
}

func happening(n int, when edtf.Date, title, quote, source string) timeline.Event {
	kinds := []timeline.Kind{timeline.KindEvent, timeline.KindStatement, timeline.KindEvent, timeline.KindPlan, timeline.KindEvent, timeline.KindDenial}
	return timeline.Event{
		ID: fmt.Sprintf("e%015x", n+1), When: when, Title: title, Kind: kinds[n%len(kinds)],
		Basis: timeline.BasisExpression, Status: timeline.StatusProposed, Importance: float64(n*37%100) / 100,
		Citations: []timeline.Citation{{
			Source: source, Quote: quote, When: when, Because: "the day is told in full",
			Position: timeline.Span{Start: 100, End: 100 + len(quote)},
		}},
	}
}

// crowd is 200 events on one day.
func crowd() edge {
	dates := make([]string, 200)
	for i := range dates {
		dates[i] = "2019-04-02"
	}
	return told(dates...)
}

// hour is all in one hour.
func hour() edge {
	var dates []string
	for minute := 2; minute < 60; minute += 3 {
		dates = append(dates, fmt.Sprintf("2019-04-02T05:%02d", minute))
	}
	return told(dates...)
}

// long has titles of 400 characters, one of them a single word, and names,
// quotations and addresses to match.
func long() edge {
	e := told("2019-04-02", "2019-04-05", "2019-05", "2019-09-12/2019-09-16")
	sentence := strings.Repeat("the harbour board, after a debate that nobody who was there will forget, put off what it had put off before; ", 20)
	for i := range e.events {
		e.events[i].Title = "T" + sentence[1:400]
		e.events[i].Citations[0].Quote = "T" + sentence[1:2000]
		e.events[i].Speakers = []string{"Her Excellency the Right Honourable " + strings.Repeat("Ada Berg von und zu ", 8)}
		e.events[i].Tags = []string{strings.Repeat("unbreakable", 12)}
	}
	e.events[1].Title = strings.Repeat("Dampfschifffahrt", 25)
	e.events[1].Citations[0].Quote = strings.Repeat("Dampfschifffahrt", 40)
	e.sources[0].Title = sentence[:400]
	e.sources[0].Publisher = "The " + strings.Repeat("Amalgamated ", 15) + "Gazette"
	e.sources[0].URL = "https://example.org/" + strings.Repeat("deeper/", 40) + strings.Repeat("x", 200)
	return e
}

// unlinked has sources without any address.
func unlinked() edge {
	e := told("2019-04-02", "2019-04-05", "2019-05", "2019-21", "2019-09-12/2019-09-16")
	for i := range e.sources {
		e.sources[i].URL, e.sources[i].Original = "", ""
	}
	return e
}

// unpublished has sources of which nobody knows when they were published.
func unpublished() edge {
	e := told("2019-04-02", "2019-04-05", "2019-05", "2019-21", "2019-10-01~", "2019-11/..")
	for i := range e.sources {
		e.sources[i].Published, e.sources[i].PublishedBecause = edtf.Date{}, ""
		e.sources[i].Undated = []timeline.Undated{{
			Source: e.sources[i].ID, Quote: "Work went on in the following weeks.", Position: timeline.Span{Start: 300, End: 336},
			Expressions: []timeline.Expression{{Text: "the following weeks", Position: timeline.Span{Start: 316, End: 335}}},
			Reason:      "“the following weeks” needs a publication date",
		}}
	}
	return e
}

// tags has 300 of them, and 60 people and places.
func tags() edge {
	dates := make([]string, 60)
	for i := range dates {
		dates[i] = edtf.DayOf(2019, 1, 1+6*i).Date().String()
	}
	e := told(dates...)
	for i := range e.events {
		for n := range 5 {
			e.events[i].Tags = append(e.events[i].Tags, fmt.Sprintf("berth %d", 5*i+n))
		}
		e.events[i].Tags = append(e.events[i].Tags, "harbour")
		e.events[i].People = []string{fmt.Sprintf("Keeper %d", i)}
		e.events[i].Places = []string{fmt.Sprintf("Quay %d", i), "North Quay"}
	}
	return e
}

// arabic is written from right to left, with Latin names and figures in it.
func arabic() edge {
	e := told("2019-04-02", "2019-04-09", "2019-05", "2019-21", "2019-09-12/2019-09-16", "2019-10-01~", "2019-11/..")
	titles := []string{"رفع الرافعة الجديدة في الرصيف الشمالي", "مدير الميناء: «سنفتتح في الموعد»", "مجلس المدينة يصوت على الرصيف الثاني (B2) بـ 12 صوتا", "شركة Works Bulletin تنشر حسابات الميناء لعام 2018"}
	for i := range e.events {
		e.events[i].Title = titles[i%len(titles)]
		e.events[i].Speakers = []string{"آدا برغ"}
		e.events[i].Places = []string{"الرصيف الشمالي"}
		e.events[i].Citations[0].Quote = titles[i%len(titles)] + "، كما كتب مدير الميناء Bo Lind في دفتره مساء ذلك اليوم."
		e.events[i].Citations[0].Because = "اليوم مذكور كاملا"
	}
	e.sources[0].Publisher, e.sources[0].Title, e.sources[0].Language = "جريدة الميناء", "الرافعة في مكانها", "ar"
	e.language = "ar"
	return e
}

// cjk is Chinese, Japanese and Korean, which set no space between words.
func cjk() edge {
	e := told("2019-04-02", "2019-04-09", "2019-05", "2019-21", "2019-09-12/2019-09-16", "2019-10-01~")
	titles := []string{"港口北码头新起重机今天上午吊装完毕市议会随后就第二泊位进行表决", "港湾長「予定どおり開港する、雨が降ろうと風が吹こうと」と述べる", "항만청은 제2부두 공사가 늦어지고 있다는 보도를 부인했다"}
	languages := []string{"zh", "ja", "ko"}
	e.sources = nil
	for i, language := range languages {
		s := paper(language, []string{"港口日报", "港湾新聞", "항만일보"}[i])
		s.Title, s.Language = titles[i], language
		e.sources = append(e.sources, s)
	}
	for i := range e.events {
		e.events[i].Title = titles[i%3]
		e.events[i].Citations[0].Quote = strings.Repeat(titles[i%3], 3) + "。"
		e.events[i].Citations[0].Source = languages[i%3]
	}
	return e
}

// build writes the chronology and publishes it; its folder is new.
func (e edge) build(t *testing.T, dir string) string {
	t.Helper()
	chronologyOf(t, dir)
	if e.language != "" {
		config := must(readFile(filepath.Join(dir, "hugo.yaml")))
		write(t, filepath.Join(dir, "hugo.yaml"), strings.Replace(config, "defaultContentLanguage: en", "defaultContentLanguage: "+e.language, 1))
	}
	if _, err := content.Write(dir, e.events, e.sources); err != nil {
		t.Fatal(err)
	}
	result := build(t, Options{Dir: dir})
	for _, warning := range result.Warnings {
		t.Errorf("warning: %v", warning)
	}
	return result.Destination
}

// TestEdges builds the chronologies at the edges. To look at them:
//
//	go test ./timeline/site -run 'TestEdges$' -args -edges /tmp/edges
func TestEdges(t *testing.T) {
	dir := *edgesDir
	if dir == "" {
		dir = t.TempDir()
	}
	for name, e := range edges() {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(dir, name)
			if err := os.RemoveAll(folder); err != nil {
				t.Fatal(err)
			}
			home := document(t, filepath.Join(e.build(t, folder), "index.html"))
			if shown := having(home, "event"); len(shown) != len(e.events) {
				t.Errorf("%d events shown, want %d", len(shown), len(e.events))
			}
			if empty := having(home, "empty"); (len(empty) == 1) != (len(e.events) == 0) {
				t.Errorf("%d notices that there is no event, of %d", len(empty), len(e.events))
			}
		})
	}
}
