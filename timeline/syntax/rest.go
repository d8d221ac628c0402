package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// filled is what a verb has been given so far.
type filled struct {
	frames  Frame
	object  bool
	second  bool
	content bool // a clause that says what is said, wanted, seen
	pred    bool
}

// rest reads what follows the verb of clause n: its complements and adjuncts, up
// to where another clause goes on.
func (p *parser) rest(n int) {
	g := p.Groups[p.Nodes[n].Group]
	f := filled{frames: Frames(p.Items[g.Main].Lower)}
	if g.Passive || p.Nodes[n].Form == Participle && g.Form == Participle {
		f.object = !f.frames.Has(Two)
		f.frames &^= Copula
		if g.Form == Participle && p.at(g.First).Is("been") {
			f.object = false
		}
	}
	if f.frames.Has(Never) && !f.frames.Has(Copula|Needs) {
		f.object = true
	}
	for !p.done() {
		from := p.pos
		if !p.next(n, &f) || p.pos == from {
			return
		}
	}
}

// next reads one complement or adjunct. It reports false where the clause ends.
func (p *parser) next(n int, f *filled) bool {
	t := p.now()
	switch {
	case t.Tag == "." || t.Tag == ":" || t.Tag == "(" || t.Tag == ")", t.Tag == tagSpeech && f.content:
		return false
	case t.Tag == tagDate:
		p.leaf(n, Time, Adjunct, 1)
	case t.Tag == tagSpeech:
		f.content = true
		p.leaf(n, Speech, Object, 1)
	case t.Tag == ",":
		return p.comma(n, f)
	case t.Tag == "CC" && !t.Is("both", "either", "neither"):
		return p.conjunction(n, f)
	case p.now().Is("that", "whether", "if") && p.content(n, f), p.asked(n, f):
	case p.subordinates(p.pos):
		p.subordinate(n, Adjunct)
	case p.group[p.pos] >= 0 && !(adverbial(t.Tag)), adverbial(t.Tag) && p.nonfiniteAt(p.pos):
		return p.verbal(n, f)
	case t.Tag == "RP":
		p.leaf(n, Adverb, Complement, 1)
	case p.predicative(f):
		f.pred = true
		p.adjective(n, Complement)
	case p.base(p.pos) > p.pos:
		return p.nominal(n, f)
	case adverbial(t.Tag):
		p.leaf(n, Adverb, Adjunct, 1)
	case t.Is("that"):
		return false
	case p.compound(p.pos) > 0, t.Tag == "IN", t.Tag == "TO", prepositional(t.Token):
		p.complementPrep(n, f)
	case strings.HasPrefix(t.Tag, "JJ"):
		f.pred = true
		p.adjective(n, Complement)
	default:
		return false
	}
	return true
}

// predicative reports whether an adjective stands here that is no noun's.
func (p *parser) predicative(f *filled) bool {
	k := p.pos
	for adverbial(p.at(k).Tag) {
		k++
	}
	t := p.at(k)
	if !strings.HasPrefix(t.Tag, "JJ") && !(t.Tag == "VBN" && p.group[k] < 0) {
		return false
	}
	return p.base(p.pos) <= k+1 && p.base(k) <= k+1 && !(p.base(k) > k && !f.frames.Has(Copula) && !f.object)
}

// content reads a clause with "that" or "whether", where the verb or its
// predicate takes one.
func (p *parser) content(n int, f *filled) bool {
	if p.now().Is("if", "whether") && !f.frames.Has(Question) && !f.pred {
		return false
	}
	if p.now().Is("that") && (p.finiteAt(p.pos+1) || !f.frames.Has(That|Hears|Copula) && !p.clauseAhead(p.pos+1)) {
		return p.thatSubject(n, f)
	}
	f.content, f.object = true, true
	c := p.open(n, Clause, Complement)
	p.leaf(c, Link, Marker, 1)
	p.clause(c, Finite)
	p.close(c)
	return true
}

// thatSubject reads a clause whose subject is "that": "she said that was wrong".
func (p *parser) thatSubject(n int, f *filled) bool {
	if !p.finiteAt(p.pos+1) || !f.frames.Has(That|Hears) || f.content {
		return false
	}
	f.content, f.object = true, true
	c := p.open(n, Clause, Complement)
	p.clause(c, Finite)
	p.close(c)
	return true
}

// asked reads a clause or an infinitive that begins with a question word: "why
// it had closed", "how to open it".
func (p *parser) asked(n int, f *filled) bool {
	t := p.now()
	if !t.Is("what", "how", "why", "who", "where", "when", "which", "whom", "whatever", "whose") || t.Is("when", "where", "which", "who", "whose", "whom") && !f.frames.Has(Question) {
		return false
	}
	f.content, f.object = true, true
	c := p.open(n, Clause, Complement)
	p.leaf(c, Link, Marker, 1)
	if t.Is("how") && (adverbial(p.now().Tag) || strings.HasPrefix(p.now().Tag, "JJ")) {
		p.leaf(c, Link, Marker, 1)
	}
	p.asking(c)
	p.close(c)
	return true
}

// asking reads what follows a question word in clause c.
func (p *parser) asking(c int) {
	g := p.groupAt(p.pos)
	switch {
	case g >= 0:
		p.Nodes[c].Form = p.Groups[g].Form
		p.adverbs(c)
		p.verb(c, g)
		p.rest(c)
	case p.base(p.pos) > p.pos && p.groupAt(p.base(p.pos)) >= 0 && !p.finiteAt(p.base(p.pos)):
		p.leaf(c, Noun, Object, p.base(p.pos)-p.pos) // "which way to go"
		p.loose(c, Complement)
	default:
		p.clause(c, Finite)
	}
}

// verbal reads a clause that begins with its verb.
func (p *parser) verbal(n int, f *filled) bool {
	g := p.groupAt(p.pos)
	switch p.Groups[g].Form {
	case Finite:
		return p.verbalFinite(n, g, f)
	case Infinitive:
		return p.verbalInfinitive(n, f)
	case Ing:
		p.verbalIng(n, f)
	default:
		role := Adjunct
		if f.frames.Has(Copula | Predicate | ObjectGerund | Bare) {
			role = Complement
		}
		p.loose(n, role)
	}
	return true
}

// verbalFinite reads the finite verb group g where clause n, a relative one, has
// its verb already: "reforms that it said | would help".
func (p *parser) verbalFinite(n, g int, f *filled) bool {
	x := &p.Nodes[n]
	if x.Role != Relative && x.Role != Aside || !f.frames.Has(That) || f.content || x.Form != Finite || p.Find(n, Subject) == 0 || p.Groups[x.Group].Last != p.pos {
		return false
	}
	f.content = true
	c := p.open(n, Clause, Complement)
	p.verb(c, g)
	p.rest(c)
	p.close(c)
	return true
}

// verbalInfinitive reads an infinitive: what the verb asks for, else what it is
// done for.
func (p *parser) verbalInfinitive(n int, f *filled) bool {
	wanted := f.frames.Has(To|ObjectTo|Bare) || f.pred
	if p.now().Tag != "TO" && !f.frames.Has(Bare|To) {
		return false
	}
	if wanted && !f.content {
		f.content = true
		p.loose(n, Complement)
		return true
	}
	if p.Nodes[n].Role == Relative && (p.beneath(p.Nodes[n].Parent) | p.verbAbove(p.Nodes[n].Parent)).Has(ObjectTo) {
		return false // "called for the owners it named | to pay"
	}
	p.loose(n, Adjunct)
	return true
}

// verbalIng reads an -ing form: the object, what completes the verb, or what
// goes on beside it.
func (p *parser) verbalIng(n int, f *filled) {
	wanted := f.frames.Has(Gerund) && !f.object || f.frames.Has(ObjectGerund) && f.object || f.frames.Has(Copula)
	switch {
	case f.frames.Has(Needs) && !f.object && !f.frames.Has(Gerund|Copula):
		f.object = true
		p.loose(n, Object) // "banned smoking in the park"
	case wanted && !f.content:
		f.content = true
		p.loose(n, Complement)
	default:
		p.loose(n, Adjunct)
	}
}

// nonfiniteAt reports whether adverbs at item i lead to a participle or an -ing
// form: "papers allegedly relating to".
func (p *parser) nonfiniteAt(i int) bool {
	g := p.groupAt(i)
	return g >= 0 && (p.Groups[g].Form == Ing || p.Groups[g].Form == Participle)
}

// nominal reads a noun phrase behind the verb: an object, a predicate, the
// subject of a clause that completes the verb, or how much.
func (p *parser) nominal(n int, f *filled) bool {
	ahead := p.contentAhead() && !(p.inAsideOfSubject(n) && !p.twoFinite(p.pos))
	switch {
	case f.content && ahead:
		return false
	case ahead && f.frames.Has(That) && !f.content && (!f.object || f.frames.Has(Hears|Copula)) || ahead && f.frames.Has(Hears) && f.object && !f.content || ahead && f.pred && !f.content:
		f.content, f.object = true, true
		c := p.open(n, Clause, Complement)
		p.clause(c, Finite)
		p.close(c)
	case ahead && f.object:
		return false
	case !f.object || f.frames.Has(Copula) && !f.pred:
		if f.frames.Has(Copula) {
			f.pred = true
		}
		f.object = true
		p.noun(n, Object, false)
	case f.frames.Has(Two|Predicate|Hears) && !f.second:
		f.second = true
		p.noun(n, Object, false)
	case p.measures():
		a := p.open(n, Adverb, Adjunct)
		p.pos = p.base(p.pos)
		p.close(a)
	case p.now().Is("himself", "herself", "itself", "themselves", "each", "both", "all"):
		p.leaf(n, Adverb, Adjunct, p.base(p.pos)-p.pos)
	default:
		return false
	}
	return true
}

// contentAhead reports whether the noun phrase here is the subject of a finite
// verb.
func (p *parser) contentAhead() bool {
	k := p.base(p.pos)
	return p.finiteAt(k) || p.simpleSubject(k)
}

// simpleSubject reports whether what stands between item k and the next finite
// verb is only phrases, so that the noun phrase before k is its subject, and no
// relative clause.
func (p *parser) simpleSubject(k int) bool {
	for range 6 {
		if p.finiteAt(k) {
			return true
		}
		t := p.at(k)
		switch {
		case (t.Tag == "IN" || t.Tag == "TO" || t.Tag == "CC") && !t.Is("that", "if", "because", "as", "after", "before", "since", "when", "while", "than") && p.base(k+1) > k+1:
			k = p.base(k + 1)
		case t.Tag == tagDate:
			k++
		case t.Tag == "PRP" && p.finiteAt(k+1):
			k = p.Groups[p.group[p.skipAdverbs(k+1)]].Last
			for p.at(k).Tag == tagDate || adverbial(p.at(k).Tag) || p.at(k).Tag == "RP" || p.at(k).Tag == "IN" && p.base(k+1) <= k+1 {
				k++
			}
			return p.finiteAt(k)
		case t.Tag == "," && p.at(k+1).Is("such", "including", "like"):
			return p.finiteAt(p.overAside(k))
		default:
			return false
		}
	}
	return false
}

// measures reports whether the noun phrase here says how much or how often.
func (p *parser) measures() bool {
	end := p.base(p.pos)
	head := p.at(end - 1)
	if head.Is("percent", "%", "times", "time", "points", "way", "cents", "miles", "kilometres", "kilometers", "meters", "metres", "hours", "days", "weeks", "months", "years", "home", "more", "less", "himself", "herself", "itself", "themselves", "today", "abroad", "north", "south", "east", "west", "first", "dollars") {
		return true
	}
	for k := p.pos; k < end; k++ {
		if p.at(k).Tag == "CD" || p.at(k).Tag == "$" {
			return true
		}
	}
	return false
}

// complementPrep reads a prepositional phrase, and tells whether the verb needs
// it.
func (p *parser) complementPrep(n int, f *filled) {
	t := p.now()
	c := p.prep(n, Adjunct)
	if c == 0 {
		return
	}
	needs := f.frames.Has(Places) && f.object && !t.Is("by", "after", "before", "during", "despite", "amid", "since", "until") ||
		f.frames.Has(Goes) && !t.Is("by", "after", "before", "during", "despite", "amid", "since", "until", "because") ||
		f.frames.Has(As) && t.Is("as") || f.frames.Has(Copula) && !f.pred && !f.object
	if needs && !f.second {
		p.Nodes[c].Role = Complement
		f.second = true
		if f.frames.Has(Copula) {
			f.pred = true
		}
	}
}

// adjective reads an adjective with what completes it: "due to open", "unhappy
// with the vote", "sure that it was right".
func (p *parser) adjective(n int, role Role) {
	a := p.open(n, Adj, role)
	for adverbial(p.now().Tag) {
		p.pos++
	}
	for {
		p.Nodes[a].Head = p.pos
		p.pos++
		if (p.now().Tag == "CC" || p.now().Tag == ",") && (strings.HasPrefix(p.at(p.pos+1).Tag, "JJ") || p.at(p.pos+1).Tag == "RB" && p.at(p.pos+2).Tag == "JJ") && p.base(p.pos+1) <= p.pos+1 {
			p.pos++
			for adverbial(p.now().Tag) {
				p.pos++
			}
			continue
		}
		break
	}
	head := p.Items[p.Nodes[a].Head]
	f := filled{frames: That | Question, pred: true, object: true}
	switch t := p.now(); {
	case t.Tag == "TO" && p.group[p.pos] >= 0:
		p.loose(a, Complement)
	case t.Is("that", "whether") && p.content(a, &f):
	case t.Tag == "TO", t.Tag == "IN" && !p.subordinates(p.pos) && !t.Is("by", "after", "before", "during") && p.compound(p.pos) == 0:
		p.prep(a, Complement)
	case t.Is("than"):
		p.prep(a, Complement)
	}
	_ = words.Lemma(head.Lower)
	p.close(a)
}
