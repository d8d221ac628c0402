package document

import (
	"sort"

	"dateline/timeline"
)

// run maps a stretch of derived text to the text it was made from: count
// units of textUnit bytes each stand for count units of fileUnit bytes. Plain
// copies have units 1:1, ASCII from UTF-16 1:2, Cyrillic from Windows-1251
// 2:1; what was replaced as a whole ("&amp;" by "&") is one unit.
type run struct {
	text, file         int // where it begins
	textUnit, fileUnit int
	count              int
}

func (r run) textEnd() int { return r.text + r.textUnit*r.count }
func (r run) fileEnd() int { return r.file + r.fileUnit*r.count }

// offsets maps derived text to its origin; runs are in order on both sides.
// What no run covers (the blank lines between blocks) lies between its
// neighbours.
type offsets []run

// span is the origin of s. It is monotone in both ends.
func (o offsets) span(s timeline.Span) timeline.Span {
	start := o.start(s.Start)
	if s.End <= s.Start {
		return timeline.Span{Start: start, End: start}
	}
	return timeline.Span{Start: start, End: max(start, o.end(s.End))}
}

// start is where the unit begins that holds the byte at i.
func (o offsets) start(i int) int {
	k := sort.Search(len(o), func(k int) bool { return o[k].textEnd() > i })
	switch {
	case k == len(o) && k == 0:
		return 0
	case k == len(o):
		return o[k-1].fileEnd()
	case i < o[k].text && k == 0:
		return o[k].file
	case i < o[k].text:
		return o[k-1].fileEnd()
	}
	r := o[k]
	return r.file + (i-r.text)/r.textUnit*r.fileUnit
}

// end is where the unit ends that holds the byte before i.
func (o offsets) end(i int) int {
	k := sort.Search(len(o), func(k int) bool { return o[k].textEnd() >= i })
	switch {
	case k == len(o) && k == 0:
		return 0
	case k == len(o):
		return o[k-1].fileEnd()
	case i <= o[k].text && k == 0:
		return o[k].file
	case i <= o[k].text:
		return o[k-1].fileEnd()
	}
	r := o[k]
	units := (i - r.text + r.textUnit - 1) / r.textUnit
	return r.file + units*r.fileUnit
}

// add appends the mapping of textLen derived bytes at text to fileLen bytes
// at file. Equal lengths map byte by byte.
func (o offsets) add(text, textLen, file, fileLen int) offsets {
	r := run{text: text, file: file, textUnit: textLen, fileUnit: fileLen, count: 1}
	if textLen == fileLen {
		r.textUnit, r.fileUnit, r.count = 1, 1, textLen
	}
	if n := len(o); n > 0 {
		last := &o[n-1]
		if last.textUnit == r.textUnit && last.fileUnit == r.fileUnit &&
			last.textEnd() == text && last.fileEnd() == file {
			last.count += r.count
			return o
		}
	}
	return append(o, r)
}

// concat appends p, whose text begins at shift.
func (o offsets) concat(p offsets, shift int) offsets {
	for _, r := range p {
		r.text += shift
		o = append(o, r)
	}
	return o
}
