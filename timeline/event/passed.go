package event

import (
	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
)

// Passed is a date expression that gave no event, and why.
type Passed struct {
	timeline.Expression
	Reason string // in words for a reader
}

// Why a date expression gives no event.
const (
	passedComparison  = "a comparison: it only measures something against that time"
	passedName        = "part of a name, or a number beside one"
	passedAddress     = "part of an address"
	passedAside       = "in brackets that tell no happening"
	passedHead        = "in the head of the page: a dateline or a time stamp"
	passedSigned      = "a title or a signature: it dates what was written"
	passedCaption     = "reads as the caption of a picture: in the present, with a full date at its end"
	passedNoun        = "goes with a noun that names no happening"
	passedCondition   = "in a condition"
	passedQuestion    = "in a question"
	passedHeading     = "in a heading: what stands under it tells what happened"
	passedSection     = "a heading: it dates what stands under it"
	passedTask        = "a note of something to do"
	passedFurniture   = "a part of the page, not of its story"
	passedBidding     = "tells the reader what to do"
	passedEntry       = "in an entry that has a date in front of it"
	passedEmpty       = "leads or heads an entry that tells no happening"
	passedRange       = "the other end of a range, which gives no event"
	passedLength      = "a length of time, not a point in it"
	passedSet         = "something that repeats"
	passedOrder       = "only puts one thing before or after another"
	passedNow         = "the present, whenever that is"
	passedWide        = "wider than a year"
	passedClock       = "only tells what time it is"
	passedAttribution = "only says who spoke; what was said stands elsewhere"
	passedTalk        = "said to who listens or reads, as people talk; it reports nothing that was done"
	passedPosts       = "in readers' comments"
	passedShouted     = "in capital letters, as posts and labels are"
	passedSubject     = "what the sentence says something of, not when something happened"
	passedVague       = "alludes to a happening without saying what it was"
	passedPointing    = "says what something told before it was, and nothing that happened"
	passedUnreal      = "what would have been, not what was"
	passedBox         = "in a box of facts, not in a sentence"
	passedNoClause    = "in no clause that tells a happening"
)

// pass notes why mention i gives no event; the first reason counts.
func (x *extractor) pass(i int, reason string) {
	if x.reasons == nil {
		x.reasons = make(map[int]string)
	}
	if x.reasons[i] == "" {
		x.reasons[i] = reason
	}
}

// PassedOver lists the date expressions of a document from which [Extract] makes
// neither an event nor an undated entry, in the order of the text.
func PassedOver(doc *document.Document, sentences []timeline.Span, mentions []dates.Mention) []Passed {
	x := newExtractor(doc, sentences, mentions)
	return x.passed(x.facts())
}

// passed lists the mentions that gave no event and stand in no list of what is
// undated, in the order of the text.
func (x *extractor) passed(facts []fact) []Passed {
	used := make([]bool, len(x.mentions))
	for _, f := range facts {
		used[f.mention] = true
		for _, o := range f.others {
			used[o] = true
		}
	}
	var out []Passed
	for i, m := range x.mentions {
		if used[i] {
			continue
		}
		out = append(out, Passed{
			Expression: timeline.Expression{Text: fold(x.doc.Text[m.Start:m.End]), Position: x.doc.Position(m.Span)},
			Reason:     x.whyPassed(i),
		})
	}
	return out
}

// whyPassed is the reason of a mention that gave no event: what it is by itself
// goes before where it stands.
func (x *extractor) whyPassed(i int) string {
	switch m := x.mentions[i]; {
	case m.Section.Len() > 0:
		return passedSection
	case m.Type == dates.SET:
		return passedSet
	case m.Type == dates.DURATION:
		return passedLength
	case m.Type == dates.ORDER:
		return passedOrder
	case m.Value == "PRESENT_REF":
		return passedNow
	case x.reasons[i] != "":
		return x.reasons[i]
	case m.Reason != "":
		return passedNoClause + "; and " + m.Reason
	case tooWide(m.When):
		return passedWide
	}
	return passedNoClause
}
