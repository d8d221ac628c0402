package dates

import (
	"sort"

	"dateline/timeline"
)

// Some holidays fall on another day in each country. Their code is nationalBase
// plus the index, in nationals, of the class that lists the words that tell the
// country, each with the day that is kept there.
const nationalBase = 300_000

var nationals = [...]string{"victory", "independence", "republic"}

// nationalClasses finds these classes by their names.
func (l *lexicon) nationalClasses() (all [len(nationals)]class) {
	for i, name := range nationals {
		all[i] = l.class(name)
	}
	return all
}

// isNational reports whether s names a holiday whose country is not known yet.
func (s *said) isNational() bool { return s.is(fieldHoliday) && s.v[fieldHoliday] >= nationalBase }

// nation is a word that tells the country, and the holiday kept there.
type nation struct {
	span    timeline.Span
	holiday int32
}

// settleHolidays gives the holidays that are not the same everywhere the day of
// the country named nearest to them. The text is read once more only if there
// are such holidays.
func (c *cascade) settleHolidays(raw []finding) {
	var named [len(nationals)][]nation
	var read [len(nationals)]bool
	for i := range raw {
		s := &raw[i].said
		if !s.isNational() {
			continue
		}
		k := s.v[fieldHoliday] - nationalBase
		if !read[k] {
			named[k], read[k] = c.nations(c.lex.nationals[k]), true
		}
		if n := nearest(named[k], raw[i].span.Start); n != nil {
			s.set(fieldHoliday, n.holiday)
			raw[i].nation = n.span
		}
	}
}

// nations gives the words of the text that are of a class, in order.
func (c *cascade) nations(of class) []nation {
	p := &c.passage
	var all []nation
	for pos := 0; pos < len(p.text); {
		pos = p.fill(pos)
		for i := range p.words {
			if t := &p.words[i]; p.lex.has(t, of) {
				all = append(all, nation{timeline.Span{Start: t.start, End: t.end}, p.lex.value(t, of)})
			}
		}
	}
	return all
}

// nearest gives the word nearest to a byte of the text, the one before where
// two are as near, or nil.
func nearest(all []nation, pos int) *nation {
	i := sort.Search(len(all), func(i int) bool { return all[i].span.Start > pos })
	switch {
	case len(all) == 0:
		return nil
	case i == len(all), i > 0 && pos-all[i-1].span.End <= all[i].span.Start-pos:
		return &all[i-1]
	}
	return &all[i]
}
