package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// noun reads a noun phrase with all that goes with it. Before its verb (subject)
// every phrase behind the noun is the noun's; behind a verb only those that the
// noun asks for.
func (p *parser) noun(n int, role Role, subject bool) int {
	c := p.open(n, Noun, role)
	end := p.base(p.pos)
	if end <= p.pos {
		end = p.pos + 1
	}
	p.Nodes[c].Head = p.headOf(p.pos, end)
	p.pos = end
	if p.depth > maxDepth {
		p.Nodes[c].Unsure = true
		p.close(c)
		return c
	}
	for !p.done() {
		from := p.pos
		if !p.modifier(c, subject) || p.pos == from {
			break
		}
	}
	p.close(c)
	return c
}

// modifier reads one thing that goes with the noun phrase c. It reports false
// where there is none.
func (p *parser) modifier(c int, subject bool) bool {
	t := p.now()
	head := p.Items[p.Nodes[c].Head]
	frames := nounFrames(head.Lower)
	if head.Tag == "PRP" && !t.Is("who") && t.Tag != "CC" && t.Tag != "," {
		return false
	}
	switch {
	case t.Is("necessary", "possible", "available") && p.base(p.pos) <= p.pos:
		p.pos++ // "by any means necessary"
	case p.pastBehind(c, subject):
		p.loose(c, Relative)
	case t.Is("of"):
		return p.prep(c, Modifier) != 0
	case (t.Tag == "IN" || t.Tag == "TO" && p.group[p.pos] < 0) && frames.takes(t.Lower) && !p.subordinates(p.pos):
		return p.prep(c, Complement) != 0
	case t.Is("for", "from", "with", "at") && p.at(p.pos+1).Tag == "NNP" && p.someone(c):
		return p.prep(c, Modifier) != 0
	case t.Tag == "CC" || t.Is("as") && p.at(p.pos+1).Is("well"):
		return p.joined(c, subject)
	case t.Tag == ",":
		return p.nounComma(c, subject)
	case t.Is("that") && p.thatNoun(c, frames):
	case t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WP$" || t.Is("whose") || t.Is("where", "when", "why") && p.clauseAhead(p.pos+1) && (subject || t.Is("where")), t.Tag == "IN" && (p.at(p.pos+1).Is("which", "whom", "whose")):
		p.relative(c, Relative)
	case p.contact(c, subject):
		p.relativeBody(p.open(c, Clause, Relative), c)
	case p.group[p.pos] >= 0 && (p.Groups[p.group[p.pos]].Form != Finite || subject && p.idle(c, p.group[p.pos])):
		return p.reduced(c, subject)
	case subject && (t.Tag == "IN" && !t.Is("that") && (!p.subordinates(p.pos) || t.Is("since", "after", "before", "until") && !p.twoFinite(p.pos)) || t.Tag == "TO" || p.compound(p.pos) > 0 || prepositional(t.Token)):
		return p.prep(c, Modifier) != 0
	case subject && t.Tag == tagDate:
		p.leaf(c, Time, Adjunct, 1)
	case t.Tag == "JJ" && (p.at(p.pos+1).Tag == "IN" || p.at(p.pos+1).Tag == "TO") && p.base(p.pos) <= p.pos && subject:
		p.adjective(c, Relative)
	default:
		return false
	}
	return true
}

// someone reports whether the noun phrase c is a person by office or trade, whom
// a name behind a preposition tells the employer or home of, where a verb does
// not ask for that.
func (p *parser) someone(c int) bool {
	t := p.Items[p.Nodes[c].Head]
	person := words.Role(t.Lower) || words.Role(strings.TrimSuffix(t.Lower, "s")) || strings.HasSuffix(t.Lower, "man") || strings.HasSuffix(t.Lower, "woman") ||
		t.Tag == "NNP" && p.Nodes[c].Head > p.Nodes[c].First && p.Nodes[p.Nodes[c].Parent].Kind == Prep
	return person && !p.verbAbove(c).Has(Places|Two)
}

// thatNoun reads a clause with "that" behind the noun c: what it says ("the
// claim that …") or which it is ("the bridge that fell").
func (p *parser) thatNoun(c int, frames *nounFrame) bool {
	switch {
	case p.finiteAt(p.pos + 1):
		p.relative(c, Relative)
	case !p.clauseAhead(p.pos + 1):
		return false
	case frames != nil && frames.that:
		k := p.open(c, Clause, Complement)
		p.leaf(k, Link, Marker, 1)
		p.clause(k, Finite)
		p.close(k)
	default:
		if p.verbAbove(c).Has(Hears) || p.beneath(c).Has(That) {
			return false
		}
		p.relative(c, Relative)
	}
	return true
}

// beneath are the frames of the verb whose phrase with a preposition ends in
// node c: "said in a letter | that …".
func (p *parser) beneath(c int) Frame {
	for p.Nodes[c].Kind == Noun && p.Nodes[p.Nodes[c].Parent].Kind == Prep {
		prep := p.Nodes[c].Parent
		if c = p.Nodes[prep].Parent; p.Nodes[c].Kind == Clause {
			return p.verbAbove(prep)
		}
	}
	return 0
}

// verbAbove are the frames of the verb that governs node c.
func (p *parser) verbAbove(c int) Frame {
	up := p.Nodes[c].Parent
	if up == 0 || p.Nodes[up].Kind != Clause || p.Nodes[up].Group < 0 || p.Nodes[c].Role == Subject {
		return 0
	}
	return Frames(p.Items[p.Groups[p.Nodes[up].Group].Main].Lower)
}

// contact reports whether a relative clause without a pronoun begins here: "the
// boats | they had hired".
func (p *parser) contact(c int, subject bool) bool {
	t := p.now()
	if p.Items[p.Nodes[c].Head].Tag == "NNP" && !t.Is("he", "she", "they") || p.at(p.pos-1).Tag == tagDate {
		return false
	}
	if t.Tag != "PRP" && t.Tag != "DT" && t.Tag != "PRP$" && t.Tag != "NNP" || t.Is("it") && !subject && p.verbAbove(c) != 0 {
		return false
	}
	end := p.base(p.pos)
	if end <= p.pos || !p.finiteAt(end) {
		return false
	}
	if !subject && p.verbAbove(c).Has(Hears|That|Bare) {
		return false
	}
	return subject && p.secondFinite(end) || !subject
}

// secondFinite reports whether another finite verb follows the one at item i.
func (p *parser) secondFinite(i int) bool {
	i = p.skipAdverbs(i)
	for k := p.Groups[p.group[i]].Last; k < p.end; k++ {
		if g := p.group[k]; g >= 0 && p.Groups[g].Form == Finite {
			return true
		}
		if p.Items[k].Tag == ":" || p.Items[k].Tag == "." {
			return false
		}
	}
	return false
}

// relativeBehind reports whether the preposition or quantity at item k leads to
// a relative pronoun: "in which", "some of whom".
func (p *parser) relativeBehind(k int) bool {
	if p.at(k).Tag == "IN" {
		return p.at(k+1).Is("which", "whom", "whose")
	}
	return p.at(k+1).Is("of") && p.at(k+2).Is("which", "whom", "whose")
}

// relative reads a relative clause on node c.
func (p *parser) relative(c int, role Role) {
	r := p.open(c, Clause, role)
	for p.now().Tag == "IN" && !p.now().Is("that") || p.now().Is("some", "many", "most", "all", "one", "none") {
		p.leaf(r, Link, Marker, 1)
	}
	p.leaf(r, Link, Marker, 1)
	if p.at(p.pos-1).Is("whose") && p.base(p.pos) > p.pos {
		p.noun(r, Subject, true)
	}
	p.relativeBody(r, c)
}

// relativeBody reads a relative clause behind its pronoun and closes it.
func (p *parser) relativeBody(r, c int) {
	for p.now().Tag == "," && p.at(p.pos+1).Tag != "" && !p.finiteAt(p.pos+1) && p.at(p.pos-1).Tag != "" && p.Nodes[r].Last == 0 {
		break
	}
	if p.finiteAt(p.pos) {
		p.adverbs(r)
		p.verb(r, p.groupAt(p.skipAdverbs(p.pos)))
		p.rest(r)
	} else {
		p.clause(r, Finite)
	}
	p.Nodes[r].Form = Finite
	if p.Nodes[r].Group < 0 {
		p.Nodes[r].Unsure = true
	}
	p.close(r)
}

// reduced reads a participle, an -ing form or an infinitive behind its noun:
// "troops stationed there", "the decision to leave".
func (p *parser) reduced(c int, subject bool) bool {
	g := p.group[p.pos]
	form := p.Groups[g].Form
	up := p.verbAbove(c)
	frames := nounFrames(p.Items[p.Nodes[c].Head].Lower)
	switch form {
	case Infinitive:
		if p.now().Tag != "TO" {
			return false
		}
		if frames != nil && frames.to && !up.Has(ObjectTo) {
			p.loose(c, Complement)
			return true
		}
		if subject || p.ordinal(c) && !up.Has(ObjectTo) {
			p.loose(c, Relative)
			return true
		}
		return false
	case Ing:
		if up.Has(ObjectGerund) || !subject && p.Nodes[c].Role == Object && up != 0 {
			return false
		}
	case Participle:
		if subject && p.relativeAbove(c) && g == p.group[p.pos] && p.Groups[g].First == p.Groups[g].Main {
			p.Groups[g].Form = Finite // "the villages that the army abandoned"
			return false
		}
		if up.Has(Predicate) || subject && !p.finiteBehind(p.Groups[g].Last) {
			return false
		}
	}
	p.loose(c, Relative)
	return true
}

// relativeAbove reports whether c is the subject of a relative clause that has
// its pronoun and no verb yet.
func (p *parser) relativeAbove(c int) bool {
	up := p.Nodes[c].Parent
	return up != 0 && p.Nodes[c].Role == Subject && (p.Nodes[up].Role == Relative || p.Nodes[up].Role == Aside) && p.Nodes[up].Group < 0 && !p.Items[p.Nodes[up].First].Is("whose")
}

// idle makes a participle of a past tense that lacks the object it needs while
// another verb follows for the subject: "the clerk accused of theft was freed". It
// reports whether it did.
func (p *parser) idle(c, g int) bool {
	x := &p.Groups[g]
	v := p.Items[x.Main]
	frames := Frames(v.Lower)
	if p.relativeAbove(c) || x.Main != x.First || v.Tag != "VBD" || words.Irregular(v.Lower) || !frames.Has(Needs) || frames.Has(Acts|Never|That|To) || p.base(x.Last) > x.Last {
		return false
	}
	t := p.at(x.Last)
	if t.Tag != "IN" && t.Tag != tagDate && t.Tag != "TO" || t.Is("that") || !p.finiteBehind(x.Last) {
		return false
	}
	x.Form = Participle
	return true
}

// ordinal reports whether the noun phrase c is the first, last or only one.
func (p *parser) ordinal(c int) bool {
	for k := p.Nodes[c].First; k < p.Nodes[c].Head; k++ {
		if p.Items[k].Is("first", "second", "third", "last", "only", "next") || p.Items[k].Tag == "JJS" {
			return true
		}
	}
	return false
}

// twoFinite reports whether two finite verbs follow item i before a halt.
func (p *parser) twoFinite(i int) bool {
	n := 0
	for k := i; k < p.end && k < i+40 && p.Items[k].Tag != ":" && p.Items[k].Tag != ","; k++ {
		if n == 1 && p.Items[k].Tag == "CC" {
			return false
		}
		if g := p.group[k]; g >= 0 && p.Groups[g].Form == Finite {
			n++
		}
	}
	return n > 1
}

// finiteBehind reports whether a finite verb follows, before the sentence makes a
// halt, that is not one of a clause which begins behind item i.
func (p *parser) finiteBehind(i int) bool {
	begun := 0
	for k := i; k < p.end && k < i+40; k++ {
		t := p.Items[k]
		switch {
		case t.Tag == ":":
			return false
		case t.Tag == "WDT", t.Tag == "WP", t.Tag == "WRB", t.Is("that", "because", "if", "although", "though", "while", "whether"), p.subordinates(k) && t.Tag == "IN":
			begun++
		}
		if g := p.group[k]; g >= 0 && p.Groups[g].Form == Finite {
			if begun == 0 {
				return true
			}
			begun--
		}
	}
	return false
}
