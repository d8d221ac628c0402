package document

import (
	"fmt"
	"strings"

	"dateline/timeline/edtf"
)

// How good a stated date is as the day of publication, best last.
const (
	rankNone = iota
	rankUpdated
	rankPlain
	rankPublished
)

// maxNear is how many blocks above the article a date counts that is not
// alone on its line, or stands above what was taken for the title.
const maxNear = 6

// published finds the day of publication and says where: a date called so
// goes before one that only stands in the head, and that before the date of
// an update. Of two alike the one nearer to the article counts. Dates below
// the article count only if they are called so, for a page's foot and its
// teasers are full of others.
func (h head) published(blocks []block, all []traits) (edtf.Date, string) {
	best, date, because := rankNone, edtf.Date{}, ""
	dateLines := 0
	for i, t := range all {
		if rank, _ := statedDate(blocks[i].text, t); t.dateLine && rank == rankPlain {
			dateLines++
		}
	}
	take := func(i int, place string, least int) bool {
		rank, d := statedDate(blocks[i].text, all[i])
		if rank == rankPlain && !h.page && dateLines > 1 {
			return false // a chronology's headings
		}
		if rank < least || rank < best || rank == best && place != "above" {
			return rank > rankNone
		}
		best, date, because = rank, d, where(blocks[i].text, all[i], place, rank)
		return true
	}
	for i := h.from; i < h.to; i++ {
		if all[i].dateLine && (i < h.start || !all[i].ends) {
			if take(i, "above", rankUpdated) && blocks[i].reason == "" {
				blocks[i].reason = reasonByline
			}
		}
	}
	if best == rankNone && h.page {
		for i := max(0, h.start-maxNear); i < h.start; i++ {
			if t := all[i]; t.dateLine || len(t.dates) == 1 && t.words <= 14 && !t.prose && !t.caption() {
				take(i, "above", rankUpdated)
			}
		}
	}
	if best < rankPublished {
		for i := max(h.end-2, h.to); i < min(len(blocks), h.end+maxFoot); i++ {
			if all[i].dateLine {
				take(i, "below", rankPublished)
			}
		}
	}
	return date, because
}

// statedDate is the best date of a line, and how good it is: each date is
// judged by the last label before it.
func statedDate(s string, t traits) (rank int, date edtf.Date) {
	from := 0
	for _, d := range t.dates {
		r := rankPlain
		switch lastLabel(s[from:d.Start]) {
		case labelPublished:
			r = rankPublished
		case labelUpdated:
			r = rankUpdated
		}
		if r > rank {
			rank, date = r, d.date
		}
		from = d.End
	}
	return rank, date
}

// lastLabel is the last label of a date among the words of s.
func lastLabel(s string) (last label) {
	before := ""
	for w := range strings.FieldsSeq(fold(s)) {
		for _, l := range [...]label{labels[w], labels[before+"_"+w]} {
			if l == labelPublished || l == labelUpdated {
				last = l
			}
		}
		before = w
	}
	return last
}

// where says in words where a date was found.
func where(s string, t traits, place string, rank int) string {
	quoted := "“" + s + "”"
	if len(s) > 60 && len(t.dates) > 0 {
		quoted = "“" + s[t.dates[0].Start:t.dates[0].End] + "”"
	}
	what := "stated " + place + " the article: "
	if authorIn(s) != "" {
		what = "stated in the byline: "
		quoted = "“" + s[t.dates[0].Start:t.dates[0].End] + "”"
	}
	if rank == rankUpdated {
		return fmt.Sprintf("%s%s, the date of an update; no other is stated", what, quoted)
	}
	return what + quoted
}
