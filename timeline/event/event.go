// Package event turns dated sentences into proposed events: which date
// expressions tell a happening, who did what in few words, who says so, and the
// quotation it rests on.
//
// There is no model behind it but the tagger's. Of a sentence that holds a date,
// what the page ran into it is set aside (story.go), and how the document speaks
// decides whether it tells anything (register.go). The sentence is parsed
// (package syntax), and the clause that the date belongs to is the event
// (dated.go). Its words are the title: what may be missing is left out, the
// cheapest loss first, until twelve words remain (sketch.go, cost.go). Where the
// parse is unsure, the title comes from segments between marks and conjunctions
// (segment.go, shorten.go), and at last from the quotation's own words
// (excerpt.go): nothing is told that the document does not say.
package event

import (
	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
)

// Proposal is an event as one document tells it, with exactly one citation, and
// what merging needs to know of it.
type Proposal struct {
	timeline.Event
	Voice   string   // what a speaker without a name is: "minister"
	Role    string   // the office the passage gives its speaker: "foreign minister"
	Doer    string   // the name of whom the clause tells something of, where it has one
	Verb    string   // lemma of the verb of the clause; empty for a noun's happening
	Verbs   []string // lemmas of all verbs in the quotation
	Negated bool     // the clause denies its verb
	Foreign bool     // the grammar of its language is not known, and so no verb is
	Terms   []string // canonical stems of title and quotation, stop words left out
	Names   []string // canonical words of the names in the quotation
	Place   int      // of the sentence in its document, from 0
	Of      int      // sentences in the document
	Lead    bool     // told in the document's first sentence

	Published edtf.Date // the document's publication date, zero for none
}

// Result is what one document gives.
type Result struct {
	Proposals []Proposal
	Undated   []timeline.Undated
}

// Extract proposes the events of a document: one for each dated fact in it, or
// its lead at its publication date when it holds none. Sentences and mentions
// are those of doc.Text, in order. It is a pure function of its arguments.
func Extract(doc *document.Document, sentences []timeline.Span, mentions []dates.Mention) Result {
	x := newExtractor(doc, sentences, mentions)
	var out Result
	for _, f := range x.facts() {
		if f.reason != "" {
			out.Undated = append(out.Undated, x.undated(f))
			continue
		}
		out.Proposals = append(out.Proposals, x.proposal(f))
	}
	if len(out.Proposals) == 0 && !doc.Source.Published.IsZero() {
		if p, ok := x.lead(); ok {
			out.Proposals = append(out.Proposals, p)
		}
	}
	return out
}

// extractor holds a document while its events are told apart.
type extractor struct {
	doc       *document.Document
	sentences []timeline.Span
	mentions  []dates.Mention
	foreign   bool           // the grammar of its language is not known
	known     *people        // read when first needed
	speaks    *register      // read when first needed
	sections  timeline.Span  // what stands under all headings that are dates
	reasons   map[int]string // why a mention gives no event
}

func newExtractor(doc *document.Document, sentences []timeline.Span, mentions []dates.Mention) *extractor {
	return &extractor{doc: doc, sentences: sentences, mentions: mentions, foreign: foreign(doc)}
}

func (x *extractor) people() *people {
	if x.known == nil {
		x.known = readNames(x.doc.Text, x.sentences)
	}
	return x.known
}

// fact is one dated happening told in one sentence.
type fact struct {
	sentence int           // index of the sentence that holds the date
	passage  timeline.Span // what is quoted: the sentence, or all of a quotation
	analysis *analysis     // of the passage
	mention  int           // index of the mention that dates it
	others   []int         // mentions that help to say the same date: the range's other end
	segment  int           // index of the clause, -1 where the sentence has none
	noun     stretch       // the noun phrase whose happening is dated, instead of a clause
	blurred  bool          // another date in the same clause has the better claim to it
	reason   string        // why it has no date; empty for events
	entry    bool          // all of the analysis is what the date tells, and the date no part of it
	item     bool          // … and it stands in a list or behind its date
	above    string        // the heading that tells the date, where the passage does not
}
