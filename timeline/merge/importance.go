package merge

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// The parts of importance, each of which saturates so that no single one
// decides.
const (
	partDay      = 0.30 // how much its day is told of by all documents (day.go)
	partSources  = 0.25 // how many independent sources tell it: one 0, two 0.4, three 0.64 …
	partPosition = 0.15 // how early in its document it is told
	partKind     = 0.20 // what kind of happening it is
	partDate     = 0.10 // how finely it is dated
)

// importance is how much an event matters, in [0,1] to two decimals, and the
// same in words, the weightiest first.
func (g group) importance(d days, independent int) (float64, string) {
	best, at := -1.0, g.told[0]
	for _, p := range g.told {
		if w := partPosition*position(p) + partKind*weightOf(p.Kind) + partDate*specificity(p.When); w > best {
			best, at = w, p
		}
	}
	sources := 1 - math.Pow(0.6, float64(independent-1))
	told := math.Log1p(max(0, d.score[dayOf(g.told[0].When)])) / math.Log1p(max(d.most, fewTellings))
	total := min(1, best+partSources*sources+partDay*told)
	return math.Round(100*total) / 100, strings.Join([]string{
		toldBy(independent), d.toldOf(g.told[0].When), placed(at), dated(at.Kind, g.told[0].When),
	}, "; ")
}

// toldBy says how many sources tell an event by themselves.
func toldBy(independent int) string {
	if independent == 1 {
		return "told by one source"
	}
	return fmt.Sprintf("told by %d independent sources", independent)
}

// toldOf says how much the documents tell of a date.
func (d days) toldOf(when edtf.Date) string {
	t := d.tellings[dayOf(when)]
	return fmt.Sprintf("its date is told of in %s of %s", counted(t.sentences, "sentence"), counted(t.documents, "document"))
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// placed says where in its document a proposal is told.
func placed(p *event.Proposal) string {
	if p.Place == 0 {
		return "told in the first sentence"
	}
	return fmt.Sprintf("told in sentence %d of %d", p.Place+1, max(p.Of, p.Place+1))
}

// dated says what kind of happening it is, and how finely it is dated.
func dated(k timeline.Kind, when edtf.Date) string {
	what := map[timeline.Kind]string{
		timeline.KindStatement: "a statement", timeline.KindPlan: "a plan", timeline.KindDenial: "a denial",
	}[k]
	if what == "" {
		what = "an event"
	}
	return what + " dated " + fine(when)
}

func fine(d edtf.Date) string {
	switch p := d.Precision(); {
	case open(d):
		return "by one end of a stretch of time"
	case d.IsInterval():
		return "by a stretch of time"
	case p >= edtf.PrecisionDay:
		return "to the day"
	case p == edtf.PrecisionMonth:
		return "to the month"
	case p > edtf.PrecisionYear:
		return "to a part of the year"
	}
	return "to the year"
}

// fewTellings is the weight below which no day counts as much told of, however
// small the collection.
const fewTellings = 8

// position is 1 at the head of a document and falls towards its end.
func position(p *event.Proposal) float64 {
	if p.Of <= 1 {
		return 1
	}
	return 1 - 0.7*float64(p.Place)/float64(p.Of)
}

func weightOf(k timeline.Kind) float64 {
	switch k {
	case timeline.KindEvent:
		return 1
	case timeline.KindPlan:
		return 0.5
	}
	return 0.6
}

func specificity(d edtf.Date) float64 {
	switch p := d.Precision(); {
	case open(d):
		return 0.5
	case p >= edtf.PrecisionDay:
		return 1
	case p >= edtf.PrecisionMonth:
		return 0.7
	case p > edtf.PrecisionYear:
		return 0.5
	}
	return 0.3
}
