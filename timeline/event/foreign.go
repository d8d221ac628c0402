package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/document"
)

// A document in a language whose grammar is not known gives an event for each
// date in it as well, but nothing is taken from a sentence by the rules of
// another language: its title is the beginning of the quotation, word for word,
// nobody is said to have spoken, and its kind rests on its date alone.

// foreign reports whether the grammar of a document's language is not known;
// a language that nobody could tell is read as English.
func foreign(doc *document.Document) bool {
	language, _, _ := strings.Cut(strings.ToLower(doc.Source.Language), "-")
	return language != "" && language != "en"
}

// foreignFacts are the facts of a sentence whose grammar is not known.
func (x *extractor) foreignFacts(sentence int, passage timeline.Span, first, last int) []fact {
	a := x.analysed(passage)
	reason := ""
	switch {
	case strings.HasSuffix(x.doc.Text[passage.Start:passage.End], "?"):
		reason = passedQuestion
	case x.heading(passage):
		reason = passedHeading
	}
	var out []fact
	for i := first; i < last; i++ {
		m := x.mentions[i]
		f := fact{sentence: sentence, passage: passage, analysis: a, mention: i, segment: -1}
		switch {
		case reason != "":
			x.pass(i, reason)
			continue
		case m.Section.Len() > 0:
			continue
		case !x.datable(m):
			if f.reason = x.unresolved(m); f.reason == "" {
				continue
			}
		case m.Pair >= first && m.Pair < i:
			x.pass(i, passedRange)
			continue
		case m.Pair > i && m.Pair < last:
			f.others = []int{m.Pair}
		}
		out = x.addForeign(out, f)
	}
	return out
}

// addForeign adds a fact to those of its sentence, or its date to the fact that
// has the same.
func (x *extractor) addForeign(facts []fact, f fact) []fact {
	for k := range facts {
		o := &facts[k]
		if o.reason == "" && f.reason == "" && x.mentions[o.mention].When == x.mentions[f.mention].When {
			o.others = append(o.others, f.mention)
			return facts
		}
	}
	return append(facts, f)
}

// readForeign reads a fact whose grammar is not known.
func (x *extractor) readForeign(f *fact) reading {
	return reading{title: opening(x.quote(f.passage)), kind: x.kindByDate(f)}
}

// opening is a text of at most maxWords words: the whole, or its beginning up to
// a comma that leaves at least half, or else up to the last word there is room
// for.
func opening(s string) string {
	fields := strings.Fields(s)
	if len(fields) <= maxWords {
		return capitalize(strings.TrimRight(s, "."))
	}
	n := maxWords
	for i := maxWords - 1; i >= maxWords/2; i-- {
		if strings.HasSuffix(fields[i], ",") {
			n = i + 1
			break
		}
	}
	return capitalize(strings.TrimRight(strings.Join(fields[:n], " "), " ,;:–—-")) + "…"
}
