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

// finding is the best date found so far for the day of publication.
type finding struct {
	rank    int
	date    edtf.Date
	because string
}

// published finds the day of publication and says where: a date called so
// goes before one that only stands in the head, and that before the date of
// an update. Of two alike the one nearer to the article counts. Dates below
// the article count only if they are called so, for a page's foot and its
// teasers are full of others.
func (h head) published(blocks []block, all []traits) (edtf.Date, string) {
	var f finding
	chronology := !h.page && plainDateLines(blocks, all) > 1
	for i := h.from; i < h.to; i++ {
		t := all[i]
		if !t.dateLine || i >= h.start && t.ends {
			continue
		}
		if f.take(blocks[i], t, "above", chronology) && blocks[i].reason == "" {
			blocks[i].reason = reasonByline
		}
	}
	for i := max(0, h.start-maxNear); h.page && f.rank == rankNone && i < h.start; i++ {
		if t := all[i]; t.dateLine || len(t.dates) == 1 && t.words <= 14 && !t.prose && !t.caption() {
			f.take(blocks[i], t, "above", false)
		}
	}
	for i := max(0, len(blocks)-2); !h.page && f.rank == rankNone && i < len(blocks); i++ {
		// A note says below its text when it was last changed.
		if rank, date := statedDate(blocks[i].text, all[i]); rank == rankUpdated && len(all[i].dates) == 1 && all[i].words <= 12 {
			f = finding{rank: rank, date: date, because: where(blocks[i].text, all[i], "below", rank)}
			blocks[i].reason = reasonByline
		}
	}
	for i := max(h.end-2, h.to); f.rank < rankPublished && i < min(len(blocks), h.end+maxFoot); i++ {
		if all[i].dateLine {
			f.take(blocks[i], all[i], "below", true)
		}
	}
	if f.rank == rankNone && !h.page && !chronology {
		f = writtenOn(blocks, all)
	}
	return f.date, f.because
}

// take weighs the dates of block b and reports whether it is one that dates
// the document. With labelled it must be called the day of publication.
func (f *finding) take(b block, t traits, place string, labelled bool) bool {
	rank, date := statedDate(b.text, t)
	switch {
	case rank == rankNone, labelled && rank == rankPlain, place == "below" && rank < rankPublished:
		return false
	case rank < f.rank, rank == f.rank && place == "below":
		return true
	}
	*f = finding{rank: rank, date: date, because: where(b.text, t, place, rank)}
	return true
}

// plainDateLines counts the lines that are a date and do not say of what: in
// a note several of them are the headings of a chronology.
func plainDateLines(blocks []block, all []traits) int {
	n := 0
	for i, t := range all {
		if rank, _ := statedDate(blocks[i].text, t); t.dateLine && rank == rankPlain {
			n++
		}
	}
	return n
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
		if w == "next" || w == "nächste" || w == "nächster" || w == "próxima" {
			return 0 // "Date of next meeting: …"
		}
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
