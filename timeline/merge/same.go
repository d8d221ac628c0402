package merge

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// The thresholds of likeness: the cosine of the stemmed words' weights above
// which two proposals of compatible dates are one event, the lower one that a
// shared rare name makes do, and the higher one that is asked of two that are
// not about the same verb: an actor, a place and a day are shared by many
// events. So much more is asked for each thing that the two count otherwise.
const (
	alike      = 0.25
	alikeNamed = 0.15
	alikeMonth = 0.35 // where one is a month, and no rare name is shared
	alikeApart = 0.42
	alikeYear  = 0.55 // where one is a year, and there is no verb to go by
	disputed   = 0.2
)

// same reports whether two proposals tell the same event, and how alike their
// words are.
func (x *index) same(i, j int32) (float64, bool) {
	a, b := x.proposals[i], x.proposals[j]
	// Most pairs share a rare word and nothing else: what costs least is asked
	// first.
	c := x.cosine(i, j)
	if c < alikeNamed || sameSentence(a, b) || clash(a, b) {
		return c, false
	}
	if !compatible(a.When, b.When) {
		return 1, nextDay(a.When, b.When) && reprint(a, b)
	}
	if a.When.IsInterval() != b.When.IsInterval() && !a.Tells(b.Verb) && !b.Tells(a.Verb) {
		return c, false // what went on for a while, and what happened on one of its days
	}
	asked := x.asked(i, j)
	if c < asked {
		return c, false
	}
	return c, !x.rivals(i, j) && c >= min(1, asked+disputed*float64(x.disputes(i, j)))
}

// asked is how alike two proposals must be.
func (x *index) asked(i, j int32) float64 {
	a, b := x.proposals[i], x.proposals[j]
	told := !a.Foreign && !b.Foreign && !light[a.Verb] && !light[b.Verb] && (a.Tells(b.Verb) || b.Tells(a.Verb) || tellsLike(a, b.Verb) || tellsLike(b, a.Verb))
	switch gap := coarser(a.When, b.When); {
	case gap == 2 && (!told || a.Verb == "" || b.Verb == ""):
		return alikeYear
	case gap == 2 || !told:
		return alikeApart
	case gap == 1 && !x.shareRareName(i, j):
		return alikeMonth
	case gap == 1:
		return alike
	case x.shareRareName(i, j):
		return alikeNamed
	}
	return alike
}

// light are the verbs that say nothing of what happened.
var light = map[string]bool{"be": true, "have": true, "do": true}

// coarser is how coarse two dates are together: 0 a day and a day, or twice the
// same month; 1 a month or so for a day; 2 where one is a season or a year, in
// which so much happens that the date is little to go by.
func coarser(a, b edtf.Date) int {
	wide, narrow := extent(a), extent(b)
	if wide < narrow {
		wide, narrow = narrow, wide
	}
	switch {
	case wide > 45:
		return 2
	case wide > 3 && wide > narrow:
		return 1
	}
	return 0
}

// extent is how many days a date comprises.
func extent(d edtf.Date) int {
	first, ok1 := d.First()
	last, ok2 := d.Last()
	if !ok1 || !ok2 {
		return 0
	}
	return int(last-first) + 1
}

// sameSentence reports whether two facts come from one sentence of one
// document, which tells them apart on purpose.
func sameSentence(a, b *event.Proposal) bool {
	x, y := a.Citations[0], b.Citations[0]
	return x.Source == y.Source && x.Position == y.Position
}

// compatible reports whether two dates can be of one event: they are equal but
// for doubt, or one lies within the other. What goes on since a day is not what
// happened on it.
func compatible(a, b edtf.Date) bool {
	a, b = a.Plain(), b.Plain()
	if a == b || midnight(a, b) || midnight(b, a) {
		return true
	}
	if open(a) || open(b) {
		return false
	}
	return a.Contains(b) || b.Contains(a)
}

// reprint reports whether two documents published on different days tell one
// thing in the same words, its date too: “yesterday” was printed again the day
// after. It is the one case in which reports of two days are taken to be of one
// event, with a disagreement about the date. In the news that the thresholds
// were measured on, all such pairs were one event; of other pairs a day apart
// that are as alike as reports of one event are, two in three were not.
func reprint(a, b *event.Proposal) bool {
	x, y := a.Citations[0], b.Citations[0]
	if a.Published == b.Published || a.Published.IsZero() || b.Published.IsZero() || len(x.Expressions) == 0 || len(x.Expressions) != len(y.Expressions) {
		return false
	}
	for i := range x.Expressions {
		if x.Expressions[i].Text != y.Expressions[i].Text {
			return false
		}
	}
	return slices.Equal(values(x.Quote), values(y.Quote)) && copies(shingles(x.Quote), shingles(y.Quote))
}

// values are the numbers of a quotation. Those of a daily report differ where
// its words do not.
func values(quote string) []float64 {
	var out []float64
	for _, n := range numbersIn(tokenize(quote)) {
		out = append(out, n.value)
	}
	return out
}

// nextDay reports whether two dates are days, one right after the other.
func nextDay(a, b edtf.Date) bool {
	first, ok1 := a.First()
	other, ok2 := b.First()
	return ok1 && ok2 && extent(a) == 1 && extent(b) == 1 && (first-other == 1 || other-first == 1)
}

// midnight reports whether a is the first moment of a day and b the day before,
// whose last moment it is.
func midnight(a, b edtf.Date) bool {
	h, m, s, ok := a.Clock()
	day, dated := a.First()
	return ok && dated && h+m+s == 0 && !a.IsInterval() && (day-1).Date() == b
}

func open(d edtf.Date) bool {
	return d.OpenStart() || d.OpenEnd() || d.UnknownStart() || d.UnknownEnd()
}

// clash reports whether two proposals cannot be one event whatever their words:
// one denies what the other tells, two persons speak, or the verbs are
// different steps of one course of things.
func clash(a, b *event.Proposal) bool {
	if a.Negated != b.Negated && a.Verb == b.Verb {
		return true
	}
	if (a.Kind == timeline.KindDenial) != (b.Kind == timeline.KindDenial) {
		return true
	}
	if a.Kind == timeline.KindStatement && b.Kind == timeline.KindStatement && strangers(a, b) {
		return true
	}
	if a.Tells(b.Verb) && b.Tells(a.Verb) {
		return false
	}
	for _, step := range steps[a.Verb] {
		for _, other := range steps[b.Verb] {
			if step.course == other.course && step.at != other.at {
				return true
			}
		}
	}
	return false
}

// strangers reports whether two statements have different speakers.
func strangers(a, b *event.Proposal) bool {
	if len(a.Speakers) == 0 || len(b.Speakers) == 0 {
		for _, s := range append(a.Speakers, b.Speakers...) {
			if key := nameKey(s); slices.Contains(a.Names, key) && slices.Contains(b.Names, key) {
				return false // the one names whom the other lets speak
			}
		}
		return a.Voice != "" && b.Voice != "" && a.Voice != b.Voice
	}
	return nameKey(a.Speakers[0]) != nameKey(b.Speakers[0])
}
