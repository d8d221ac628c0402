// Package dates finds the date expressions of a text and resolves them: which
// words name a time, which time they mean where they stand, and why.
//
// It works in two steps that are kept apart. Rules, which are data in one
// folder per language, say only what the words say: "February 24" is month 2,
// day 24; "four days later" is something plus four days. Resolution then
// decides, from the publication date, the tense, and the dates told before,
// what that means, and writes down its reason in words.
package dates

import (
	"sync"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Type is the TIMEX3 type of a mention.
type Type string

// The types. ORDER is none of TIMEX3's: words that put one event before or
// after another without telling a time ("shortly after").
const (
	DATE     Type = "DATE"
	TIME     Type = "TIME"
	DURATION Type = "DURATION"
	SET      Type = "SET"
	ORDER    Type = "ORDER"
)

// Anchor says what a mention was resolved against.
type Anchor int

// The anchors.
const (
	Absolute  Anchor = iota // the words name the date by themselves, or nothing does
	Reference               // the publication date
	Told                    // a date told before it
)

// Mention is one date expression of a text and what it means there.
type Mention struct {
	timeline.Span               // TimeML extent: without preposition, with "the" and "early"
	Outer         timeline.Span // with its preposition and range words
	Text          string
	Type          Type
	Value, Mod    string    // TIMEX3
	When          edtf.Date // zero where the mention has no date
	Because       string    // why it means that, in words for a reader
	Reason        string    // why it has no date, or no complete one, in words
	Rule          string    // the name of the rule that found it
	Anchor        Anchor
	Pair          int // index of the other end of its range, or -1
	// Section is what stands under the heading that the mention dates, up to
	// the next heading of its level; empty where it dates none.
	Section timeline.Span
}

// Context is what is known about a text.
type Context struct {
	// Reference is the publication date. It may be coarse ("2024-07"),
	// doubtful ("2022-10-13~") or absent.
	Reference edtf.Date
	// Headings are the headings of the text as far as its format tells them,
	// in order. Lines that Markdown marks, and lines that hold nothing but a
	// date, count without being named.
	Headings []Heading
}

// Finder finds and resolves the dates of texts in one language. It can be used
// by several goroutines at once.
type Finder struct {
	lang     *language
	cascades sync.Pool // of *cascade, whose buffers are worth keeping
}

// New gives a finder for a language, by its ISO 639-1 code. The error says
// that there are no rules for it.
func New(code string) (*Finder, error) {
	l, err := load(code)
	if err != nil {
		return nil, err
	}
	return &Finder{lang: l}, nil
}

// Find gives the mentions of text in order. They are disjoint and lie inside
// the text. Any text will do, in time proportional to its length.
func (f *Finder) Find(text string, ctx Context) []Mention {
	c, ok := f.cascades.Get().(*cascade)
	if !ok {
		c = newCascade(f.lang)
	}
	defer f.cascades.Put(c)
	c.passage.text = text
	defer func() { c.passage.text = "" }()
	raw := c.found[:0]
	for pos := 0; pos < len(text); {
		pos = c.run(pos)
		for i := range c.passage.found {
			fd := &c.passage.found[i]
			if fd.pair >= 0 {
				fd.pair += int32(len(raw))
			}
		}
		raw = append(raw, c.passage.found...)
	}
	c.settleHolidays(raw)
	if len(raw) <= maxKept {
		c.found = raw
	}
	return newResolver(text, ctx, raw).resolve(raw)
}
