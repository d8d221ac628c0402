package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// clause reads what opens a clause, its subject, its verb and what follows.
func (p *parser) clause(n int, form Form) {
	if p.depth > maxDepth {
		p.Nodes[n].Unsure = true
		p.pos = p.end
		return
	}
	p.openings(n)
	if p.saidBefore(n) {
		return
	}
	if p.existential(n) {
		return
	}
	if p.now().Is("that", "this", "these", "those") && p.finiteAt(p.pos+1) {
		p.leaf(n, Noun, Subject, 1)
	} else if p.base(p.pos) > p.pos || p.now().Tag == "WP" || p.gerundSubject() {
		p.subject(n)
	} else if p.now().Tag == tagDate && p.finiteAt(p.pos+1) {
		s := p.leaf(n, Noun, Subject, 1) // "Friday promises to be hot"
		p.Nodes[s].Head = p.pos - 1
	}
	p.adverbs(n)
	p.parentheses(n)
	if p.now().Tag == "," && p.finiteAt(p.pos+1) && p.outer(n) && p.Find(n, Subject) != 0 {
		p.leaf(n, Link, Marker, 1)
		p.adverbs(n)
	}
	g := p.groupAt(p.pos)
	if g >= 0 && p.Groups[g].Form == Participle && p.active(n, g) {
		p.Groups[g].Form = Finite // a past tense that was taken for a participle
	}
	if g < 0 || p.Groups[g].Form != Finite {
		p.verbless(n, g)
		return
	}
	p.Nodes[n].Form = Finite
	p.Nodes[n].Unsure = p.Nodes[n].Unsure || p.inverted(p.Groups[g].First)
	p.verb(n, g)
	p.rest(n)
}

// active reports whether the participle of group g, behind the subject of clause
// n, can only be its verb: an object or a clause follows, or it never has one.
func (p *parser) active(n, g int) bool {
	x := p.Groups[g]
	if x.Main != x.First || p.Find(n, Subject) == 0 {
		return false
	}
	frames := Frames(p.Items[x.Main].Lower)
	k := x.Last
	if frames.Has(Never) && !frames.Has(Needs) || p.onlyVerb(n, g) {
		return true
	}
	if !p.anyFinite() && p.Items[p.Nodes[n].First].Tag == "DT" && !frames.Has(Needs) {
		return true // "The crowds swelled by the thousands."
	}
	for p.at(k).Tag == tagDate {
		k++
	}
	return p.base(k) > k && !p.measureAt(k) || p.at(k).Is("that") && frames.Has(That) || p.groupAt(k) >= 0 && p.Groups[p.groupAt(k)].Form == Ing && frames.Has(Gerund)
}

// anyFinite reports whether the sentence has a finite verb.
func (p *parser) anyFinite() bool {
	for _, g := range p.Groups {
		if g.Form == Finite {
			return true
		}
	}
	return false
}

func (p *parser) measureAt(k int) bool { return p.at(k).Tag == "CD" || p.at(k).Tag == "$" }

// existential reads "There", which stands for a subject that follows.
func (p *parser) existential(n int) bool {
	if !p.now().Is("there") || !p.finiteAt(p.pos+1) {
		return false
	}
	p.leaf(n, Noun, Subject, 1)
	p.verb(n, p.groupAt(p.skipAdverbs(p.pos)))
	p.rest(n)
	return true
}

// gerundSubject reports whether an -ing phrase begins here that is the subject
// of the verb behind it.
func (p *parser) gerundSubject() bool {
	g := p.groupAt(p.pos)
	if g < 0 || p.Groups[g].Form != Ing {
		return false
	}
	k := p.Groups[g].Last
	end := p.base(k)
	return end > k && p.subjectEnds(end) && p.at(end).Tag != ","
}

// subject reads the subject of clause n.
func (p *parser) subject(n int) {
	if g := p.groupAt(p.pos); g >= 0 && p.base(p.pos) <= p.pos {
		s := p.open(n, Clause, Subject)
		p.Nodes[s].Form = Ing
		p.verb(s, g)
		p.rest(s)
		p.close(s)
		return
	}
	if p.now().Tag == "WP" {
		p.free(n, Subject)
		return
	}
	p.noun(n, Subject, true)
}

// free reads a clause that stands for a noun: "what they found".
func (p *parser) free(n int, role Role) {
	c := p.open(n, Clause, role)
	p.leaf(c, Link, Marker, 1)
	if p.finiteAt(p.pos) {
		p.adverbs(c)
		p.verb(c, p.groupAt(p.pos))
		p.rest(c)
	} else {
		p.clause(c, Finite)
	}
	p.close(c)
}

// verbless ends a clause in which no finite verb was found: g is the group at
// the current item, if any.
func (p *parser) verbless(n, g int) {
	p.Nodes[n].Form = Verbless
	if g < 0 {
		return
	}
	p.Nodes[n].Form = p.Groups[g].Form
	p.verb(n, g)
	p.rest(n)
}

// parentheses reads asides between commas that stand between a subject and its
// verb and belong to neither: ", however,", ", without naming anyone,".
func (p *parser) parentheses(n int) {
	for p.now().Tag == "," {
		k := p.overAside(p.pos)
		if k <= p.pos+2 || !p.finiteAt(k) {
			return
		}
		p.leaf(n, Link, Marker, 1)
		kind := Prep
		if adverbial(p.now().Tag) && p.pos+2 == k {
			kind = Adverb
		}
		a := p.open(n, kind, Aside)
		p.Nodes[a].Head = p.pos
		p.pos = k - 1
		p.close(a)
		p.leaf(n, Link, Marker, 1)
		p.adverbs(n)
	}
}

func (p *parser) skipDates(i int) int {
	for p.at(i).Tag == tagDate {
		i++
	}
	return i
}

// openings reads what stands before the subject of clause n.
func (p *parser) openings(n int) {
	for !p.done() {
		from := p.pos
		t := p.now()
		switch {
		case t.Tag == ",", t.Tag == "CC" && !p.Items[p.pos].Is("both", "either", "neither"), t.Tag == "UH":
			p.leaf(n, Link, Marker, 1)
		case t.Tag == tagDate && !p.finiteAt(p.pos+1):
			p.leaf(n, Time, Opening, 1)
		case t.Is("there") && p.finiteAt(p.pos+1):
		case adverbial(t.Tag) && p.base(p.pos) <= p.pos+1:
			p.leaf(n, Adverb, Opening, 1)
		case p.subordinates(p.pos):
			p.subordinate(n, Opening)
		case p.compound(p.pos) > 0, t.Tag == "IN" && p.base(p.pos) <= p.pos, t.Tag == "TO" && p.group[p.pos] < 0, prepositional(t.Token):
			p.opening = true
			p.prep(n, Opening)
			p.opening = false
		case p.openingVerb():
			p.loose(n, Opening)
		case t.Tag == "JJ" && p.base(p.pos) <= p.pos && (p.at(p.pos+1).Tag == "IN" || p.at(p.pos+1).Tag == "TO" || p.at(p.pos+1).Tag == ","):
			p.adjective(n, Opening)
		}
		if p.pos == from {
			return
		}
	}
}

// openingVerb reports whether a participle, an -ing form or an infinitive opens
// the clause: "To save money, …", "Citing rising costs, …".
func (p *parser) openingVerb() bool {
	g := p.groupAt(p.pos)
	return g >= 0 && p.Groups[g].Form != Finite && !p.gerundSubject() && (p.Groups[g].Form != Infinitive || p.now().Tag == "TO")
}

// loose reads a clause without a subject of its own: an infinitive, a
// participle, an -ing form.
func (p *parser) loose(n int, role Role) int {
	c := p.open(n, Clause, role)
	p.adverbs(c)
	g := p.groupAt(p.pos)
	p.Nodes[c].Form = p.Groups[g].Form
	p.verb(c, g)
	p.rest(c)
	p.close(c)
	return c
}

// subordinators are the words that join a clause as an adjunct, some of which
// are prepositions too.
func (p *parser) subordinates(i int) bool {
	t := p.at(i)
	switch {
	case t.Is("if", "unless", "although", "though", "whereas", "lest", "whenever", "wherever"):
		return true
	case t.Is("when", "where", "while", "once", "because", "whether") && !p.at(i+1).Is("of"):
		return t.Is("when", "while", "whether") || p.clauseAhead(i+1) || t.Is("because")
	case t.Is("until", "till") && p.at(i+1).Is("after", "before", "when"):
		return p.clauseAhead(i + 2)
	case t.Is("than"):
		return p.base(i+1) > i+1 && p.finiteAt(p.base(i+1))
	case t.Is("so") && p.base(i) <= i+1:
		return p.clauseAhead(i + 1)
	case t.Is("after", "before", "since", "until", "till", "as"):
		if g := p.groupAt(i + 1); g >= 0 && p.Groups[g].Form == Ing && !t.Is("as") {
			return true
		}
		return p.clauseNear(i + 1)
	case t.Is("so", "now", "provided", "given", "assuming", "except") && p.at(i+1).Is("that"), t.Is("even") && p.at(i+1).Is("if", "though", "as", "when", "before", "after"), t.Is("just", "only", "shortly", "soon", "months", "weeks", "hours", "immediately", "except") && p.at(i+1).Is("as", "after", "before", "when", "because") && p.clauseAhead(i+2):
		return true
	case t.Is("as") && p.at(i+2).Is("as"):
		return p.clauseAhead(i + 3)
	}
	return false
}

// subordinate reads an adverbial clause with the words that join it.
func (p *parser) subordinate(n int, role Role) {
	c := p.open(n, Clause, role)
	for range 3 {
		p.leaf(c, Link, Marker, 1)
		if !p.now().Is("that", "if", "though", "as", "when", "before", "after", "because") || p.now().Is("that") && p.finiteAt(p.pos+1) {
			if !(p.at(p.pos+1).Is("as") && p.at(p.pos-1).Is("as")) {
				break
			}
		}
	}
	g := p.groupAt(p.pos)
	switch {
	case g >= 0 && p.Groups[g].Form != Finite && !p.gerundSubject():
		p.Nodes[c].Form = p.Groups[g].Form
		p.adverbs(c)
		p.verb(c, g)
		p.rest(c)
	default:
		p.clause(c, Finite)
		if p.Nodes[c].Group < 0 {
			p.Nodes[c].Form = Verbless
		}
	}
	p.close(c)
	if role == Opening && p.now().Tag == "," {
		p.leaf(n, Link, Marker, 1)
	}
}

// saidBefore reads a clause that says who spoke, where a quotation opened it:
// “…”, said the mayor. It reports whether it was one.
func (p *parser) saidBefore(n int) bool {
	if p.now().Tag != tagSpeech {
		return false
	}
	p.leaf(n, Speech, Object, 1)
	for p.now().Tag == "," {
		p.leaf(n, Link, Marker, 1)
	}
	if g := p.groupAt(p.pos); g >= 0 && p.Groups[g].Form == Finite && p.reporting(g) {
		p.Nodes[n].Form = Finite
		p.verb(n, g)
		p.adverbs(n)
		if p.base(p.pos) > p.pos {
			p.noun(n, Subject, false)
		}
		p.rest(n)
		return true
	}
	return false
}

// said reports whether item i begins the words that say who spoke: "the mayor
// said", "said the mayor".
func (p *parser) said(i int) bool {
	if g := p.groupAt(i); g >= 0 && p.Groups[g].Form == Finite && p.reporting(g) {
		return p.base(p.Groups[g].Last) > p.Groups[g].Last && !p.clauseAhead(p.Groups[g].Last)
	}
	k := p.base(i)
	for range 3 {
		if k > i && (p.at(k).Tag == "IN" && !p.at(k).Is("that") || p.at(k).Tag == "CC") && p.base(k+1) > k+1 {
			k = p.base(k + 1)
		}
	}
	if k <= i {
		return false
	}
	if p.at(k).Tag == "," && p.overAside(k) > k {
		k = p.overAside(k)
	}
	g := p.groupAt(p.skipDates(k))
	if g < 0 || p.Groups[g].Form != Finite || !p.reporting(g) || p.Groups[g].Passive {
		return false
	}
	return p.quiet(p.Groups[g].Last)
}

// quiet reports whether nothing but a date, a place or a mark stands behind the
// verb of saying that ends before item i.
func (p *parser) quiet(i int) bool {
	i = p.skipAdverbs(i)
	for range 4 {
		t := p.at(i)
		switch {
		case t.Tag == "" || t.Tag == "." || t.Tag == "," || t.Tag == ":":
			return true
		case t.Tag == tagDate:
			i++
		case (t.Tag == "IN" && !t.Is("that", "if") || t.Tag == "TO") && p.base(i+1) > i+1:
			i = p.base(i + 1)
		case strings.HasPrefix(t.Tag, "NN") && p.base(i) > i && words.Reporting(p.at(i-1).Lower) != words.ReportNone && p.at(i-1).Is("told"):
			i = p.base(i)
		default:
			return false
		}
	}
	return false
}
