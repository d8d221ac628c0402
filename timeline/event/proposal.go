package event

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/edtf"
	"dateline/timeline/words"
)

// ID is the identity of an event: the quotation it first rested on and its
// date, so that neither file names nor the other documents change it. Where two
// events would have the same, the later asks for the next turn.
func ID(quote string, when edtf.Date, turn int) string {
	s := quote + "\n" + when.String()
	sum := sha256.Sum256([]byte(s))
	for range turn {
		sum = sha256.Sum256(sum[:])
	}
	return "e" + hex.EncodeToString(sum[:])[:15]
}

func (x *extractor) proposal(f fact) Proposal {
	m := x.mentions[f.mention]
	r := x.read(&f)
	who := x.named(f.analysis)
	c := timeline.Citation{
		Source: x.doc.Source.ID, Quote: x.quote(f.passage), Position: x.doc.Position(f.passage),
		Expressions: x.expressions(f), When: x.when(f), Because: f.because(m.Because),
	}
	p := Proposal{
		Event: timeline.Event{
			ID: ID(c.Quote, c.When, 0), When: c.When, Title: r.title, Kind: r.kind,
			Basis: timeline.BasisExpression, Status: timeline.StatusProposed,
			People: who.people, Organisations: who.organisations, Places: who.places, Citations: []timeline.Citation{c},
		},
		Verb: r.verb, Negated: r.negated, Voice: r.voice, Role: r.role, Doer: r.doer,
		Place: f.sentence, Of: len(x.sentences), Lead: f.sentence == 0,
		Published: x.doc.Source.Published,
	}
	if r.speaker != "" {
		p.Speakers = []string{r.speaker}
		switch {
		case x.people().holds(r.speaker):
			p.People = add(p.People, r.speaker)
		case organisationSpeaks(r.speaker):
			p.Organisations = add(p.Organisations, x.people().organisation(r.speaker))
		}
	}
	p.Terms, p.Names = x.terms(f.analysis)
	p.Foreign = x.foreign
	if !x.foreign {
		p.Verbs = f.analysis.verbs()
	}
	return p
}

// when is the date of a fact; both ends of a range give one interval.
func (x *extractor) when(f fact) edtf.Date {
	when := x.mentions[f.mention].When
	for _, o := range f.others {
		if x.mentions[o].When == when || x.mentions[f.mention].Pair != o {
			continue
		}
		if start, _, ok := when.Interval(); !ok || start.IsZero() {
			if i := edtf.NewInterval(when, x.mentions[o].When); !i.IsZero() {
				return i
			}
		}
	}
	return when
}

func (x *extractor) quote(s timeline.Span) string { return fold(x.doc.Text[s.Start:s.End]) }

// expressions are the date expressions of a fact in the order of the text.
func (x *extractor) expressions(f fact) []timeline.Expression {
	at := append([]int{f.mention}, f.others...)
	for i := range at {
		for k := i; k > 0 && at[k] < at[k-1]; k-- {
			at[k], at[k-1] = at[k-1], at[k]
		}
	}
	var out []timeline.Expression
	for _, i := range at {
		m := x.mentions[i]
		out = append(out, timeline.Expression{Text: fold(x.doc.Text[m.Start:m.End]), Position: x.doc.Position(m.Span)})
	}
	return out
}

func (x *extractor) undated(f fact) timeline.Undated {
	return timeline.Undated{
		Source: x.doc.Source.ID, Quote: x.quote(f.passage), Position: x.doc.Position(f.passage),
		Expressions: x.expressions(f), Reason: f.reason,
	}
}

// terms are what merging compares: the stems of the passage's words, and the
// words of its names in their canonical spelling. Dates are left out, as they
// are compared for themselves.
func (x *extractor) terms(a *analysis) (terms, names []string) {
	for _, n := range a.names {
		for _, t := range a.tokens[n.First:n.Last] {
			if key := words.Canonical(t.Text); t.Word() && !words.Stop(t.Lower) && !slices.Contains(names, key) && len(key) > 1 {
				names = append(names, key)
			}
		}
	}
	for i, t := range a.tokens {
		if t.Word() && !a.dated[i] && !words.Stop(t.Lower) {
			terms = append(terms, t.Term())
		}
	}
	return terms, names
}

// verbs are the lemmas of the passage's verbs, each once.
func (a *analysis) verbs() []string {
	var out []string
	for _, g := range a.groups {
		if l := words.Lemma(a.tokens[g.main].Lower); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// Tells reports whether a verb, by its lemma, is the proposal's own or stands in
// its quotation. A proposal of a noun's happening has no verb and tells any.
func (p *Proposal) Tells(verb string) bool {
	return p.Verb == "" || verb == "" || p.Verb == verb || slices.Contains(p.Terms, words.Stem(verb)) || slices.Contains(p.Verbs, verb)
}

// lead is the event of a document that holds none: its first sentence, at its
// publication date.
func (x *extractor) lead() (Proposal, bool) {
	for i, s := range x.sentences {
		passage := x.passage(i)
		if x.heading(trimSpace(x.doc.Text, s)) {
			continue
		}
		a := analyse(x.doc.Text, x.story(i, passage), nil)
		f := fact{sentence: i, passage: passage, analysis: a, mention: -1, segment: a.mainClause()}
		if f.segment < 0 || a.question() || count(x.quote(passage)) < 6 {
			continue
		}
		return x.leadProposal(f), true
	}
	return Proposal{}, false
}

func (x *extractor) leadProposal(f fact) Proposal {
	published := x.doc.Source.Published
	x.mentions = append(x.mentions[:len(x.mentions):len(x.mentions)], dates.Mention{When: published, Pair: -1, Because: leadReason})
	f.mention = len(x.mentions) - 1
	p := x.proposal(f)
	p.Basis = timeline.BasisPublication
	p.Citations[0].Expressions = nil
	return p
}

// leadReason is the reason of a lead's date.
const leadReason = "the document's lead sentence, placed at its publication date"

// mainClause is the first clause that is no subordinate one, -1 for none.
func (a *analysis) mainClause() int {
	for k := range a.segments {
		if a.independent(k) {
			return k
		}
	}
	return -1
}

// independent reports whether segment k is a clause that leans on no other.
func (a *analysis) independent(k int) bool {
	s := a.segments[k]
	return s.verb >= 0 && !s.subject.empty() && s.mark != markSubordinate && s.mark != markRelative && s.mark != markComplement
}
