// Package timeline holds the plain data that the stages hand on: events, the
// citations they rest on, and the sources cited.
//
// Nothing here reads, guesses or renders. A [Span] counts UTF-8 bytes, end
// exclusive; dates are EDTF (package edtf).
package timeline

import (
	"encoding/json"
	"fmt"

	"dateline/timeline/edtf"
)

// Span is a stretch of bytes, End exclusive. It is written as [start, end].
type Span struct {
	Start, End int
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// MarshalJSON writes s as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]int{s.Start, s.End})
}

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("read span: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Kind says what sort of happening an event is.
type Kind string

// The kinds of event.
const (
	KindEvent     Kind = "event"     // it happened
	KindStatement Kind = "statement" // somebody said it; the saying is what is dated
	KindPlan      Kind = "plan"      // it was to happen after the document was written
	KindDenial    Kind = "denial"    // somebody denied it
)

// Basis says what an event's date rests on.
type Basis string

// The bases of a date.
const (
	BasisExpression  Basis = "expression"  // a date expression in the quotation
	BasisPublication Basis = "publication" // the document's publication date: its lead
	BasisEditor      Basis = "editor"      // a person entered the event
)

// Status is where an event stands in review.
type Status string

// The states of review.
const (
	StatusProposed Status = "proposed"
	StatusAccepted Status = "accepted"
	StatusRejected Status = "rejected"
)

// Event is one happening with everything it rests on.
type Event struct {
	ID         string    `json:"id"` // a letter and 15 hexadecimal digits
	When       edtf.Date `json:"when"`
	Title      string    `json:"title"`
	Kind       Kind      `json:"kind"`
	Basis      Basis     `json:"basis"`
	Status     Status    `json:"status"`
	Importance float64   `json:"importance"` // in [0,1], two decimals
	// ImportanceBecause says, in words, what the importance is made of.
	ImportanceBecause string   `json:"importance_because,omitempty"`
	Speakers          []string `json:"speakers"`
	People            []string `json:"people"`
	Organisations     []string `json:"organisations"`
	Places            []string `json:"places"`
	Tags              []string `json:"tags"`
	// Independent is how many sources tell the event by themselves: copies of
	// one report count once.
	Independent   int            `json:"independent,omitempty"`
	Citations     []Citation     `json:"citations"`
	Disagreements []Disagreement `json:"disagreements,omitempty"`
	Related       []Relation     `json:"related,omitempty"`
	// Same and Different are IDs of events that a person has said are this one,
	// or are not. No stage sets them.
	Same      []string `json:"same,omitempty"`
	Different []string `json:"different,omitempty"`
}

// Disagreement is one thing about an event that its sources tell differently.
type Disagreement struct {
	About    string    `json:"about"`    // what they differ on, in words: "date", "people killed"
	Accounts []Account `json:"accounts"` // two or more, in the order of the citations
}

// Account is what some sources of an event say where others say otherwise.
type Account struct {
	Value   string   `json:"value"`   // as the sources have it: "at least 12"; a date in EDTF
	Sources []string `json:"sources"` // IDs
}

// Relation joins an event to another.
type Relation struct {
	Event string  `json:"event"` // its ID
	As    Outcome `json:"as"`
}

// Outcome is what one event is to another that announced it, or the reverse.
type Outcome string

// The outcomes: what a plan came to, and which plan an event was announced by.
const (
	OutcomeDone      Outcome = "done"      // the plan's event, as it happened
	OutcomeNotDone   Outcome = "not done"  // the report that the plan's event did not happen
	OutcomeAnnounced Outcome = "announced" // the plan that told of this before its day
)

// MarshalJSON writes e with empty lists for those that are nil, so that who
// reads it need not tell null from [].
func (e Event) MarshalJSON() ([]byte, error) {
	type plain Event
	for _, list := range []*[]string{&e.Speakers, &e.People, &e.Organisations, &e.Places, &e.Tags} {
		if *list == nil {
			*list = []string{}
		}
	}
	if e.Citations == nil {
		e.Citations = []Citation{}
	}
	return json.Marshal(plain(e))
}

// Citation is the evidence one source gives for an event.
type Citation struct {
	Source      string       `json:"source"`   // a Source's ID
	Quote       string       `json:"quote"`    // exact clean text, white space folded
	Position    Span         `json:"position"` // of Quote, in the file as read
	Expressions []Expression `json:"expressions"`
	When        edtf.Date    `json:"when"`
	Because     string       `json:"because"` // why this date, in words
	// CopyOf is the source among the event's citations whose words these are,
	// but for changes.
	CopyOf string `json:"copy_of,omitempty"`
}

// MarshalJSON writes c with an empty list of expressions for none.
func (c Citation) MarshalJSON() ([]byte, error) {
	type plain Citation
	if c.Expressions == nil {
		c.Expressions = []Expression{}
	}
	return json.Marshal(plain(c))
}

// Expression is a date expression inside a citation's quotation.
type Expression struct {
	Text     string `json:"text"`
	Position Span   `json:"position"` // in the file as read
}

// Undated is something a source tells with a time that cannot be resolved.
type Undated struct {
	Source      string       `json:"source"`
	Quote       string       `json:"quote"`
	Position    Span         `json:"position"`
	Expressions []Expression `json:"expressions"`
	Reason      string       `json:"reason"` // why it has no date, in words
}

// Source is one document and what is known about it.
type Source struct {
	ID        string    `json:"id"`   // path below the documents' folder, without its ending
	Path      string    `json:"path"` // path below the documents' folder, slashes
	Title     string    `json:"title"`
	Author    string    `json:"author,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	URL       string    `json:"url,omitempty"`      // where this very text was published
	Original  string    `json:"original,omitempty"` // where it first appeared
	Note      string    `json:"note,omitempty"`
	Published edtf.Date `json:"published,omitzero"`
	// PublishedBecause says where Published was found.
	PublishedBecause string    `json:"published_because,omitempty"`
	SHA256           string    `json:"sha256"` // of the bytes read, hexadecimal
	Length           int       `json:"length"` // bytes read
	Language         string    `json:"language,omitempty"`
	Undated          []Undated `json:"undated,omitempty"`
}
