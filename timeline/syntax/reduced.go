package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// plainPast reports whether the verb group at item k is one word that may be a
// participle as well as a past tense, and has no object behind it.
func (p *parser) plainPast(k int) bool {
	if k >= p.end || p.group[k] < 0 {
		return false
	}
	g := p.Groups[p.group[k]]
	t := p.at(k)
	if g.Form != Finite || g.First != g.Main || g.Last != k+1 || t.Tag != "VBD" || words.Irregular(t.Lower) {
		return false
	}
	frames := Frames(t.Lower)
	return !frames.Has(Never|Copula) && !p.reporting(p.group[k]) && p.base(k+1) <= k+1
}

// pastBehind reports whether what looks like a past tense right behind the noun
// c is a participle of it, and makes it one: the clause has its verb, and c is
// what that is done to. "They froze the assets | held abroad".
func (p *parser) pastBehind(c int, subject bool) bool {
	if subject || !p.plainPast(p.pos) || p.at(p.pos+1).Tag != "IN" && p.at(p.pos+1).Tag != "TO" {
		return false
	}
	up := c
	for up != 0 && p.Nodes[up].Kind != Clause {
		if p.Nodes[up].Role == Subject || p.Nodes[up].Role == Opening {
			return false
		}
		up = p.Nodes[up].Parent
	}
	if up == 0 || p.Nodes[up].Role == Relative || p.Nodes[up].Group < 0 || Frames(p.Items[p.Groups[p.Nodes[up].Group].Main].Lower).Has(That|Hears|Bare) {
		return false
	}
	p.Groups[p.group[p.pos]].Form = Participle
	return true
}

// formed reports whether a noun phrase begins at item k that has a participle
// which looks like a past tense behind it, and makes it one: a comma follows, and
// the verb of what the phrase is an apposition to. "The council, a body formed
// in May, and …".
func (p *parser) formed(k int) bool {
	e := p.base(k)
	if e <= k || !p.plainPast(e) || !p.at(k).Is("a", "an") {
		return false
	}
	i := p.skipAdverbs(e + 1)
	for range 3 {
		if (p.at(i).Tag == "IN" || p.at(i).Tag == "TO") && p.base(i+1) > i+1 {
			i = p.skipAdverbs(p.base(i + 1))
		}
	}
	if p.at(i).Tag != "," || !p.verbBehindComma(i) {
		return false
	}
	p.Groups[p.group[e]].Form = Participle
	return true
}

// verbBehindComma reports whether a finite verb stands right behind a comma, the
// one at item i or a later one.
func (p *parser) verbBehindComma(i int) bool {
	for ; i < p.end; i++ {
		if p.Items[i].Tag == ":" {
			return false
		}
		if p.Items[i].Tag == "," && p.finiteAt(i+1) {
			return true
		}
	}
	return false
}

// onlyVerb reports whether the participle of group g is the last verb of a main
// clause n that has its subject: a past tense that was taken for a participle.
func (p *parser) onlyVerb(n, g int) bool {
	x := p.Groups[g]
	if p.Nodes[n].Parent != 0 || p.Nodes[n].Role != None || x.First != x.Main || !strings.HasSuffix(p.Items[x.Main].Lower, "ed") || p.at(x.Last).Is("by") {
		return false
	}
	for k := x.Last; k < p.end; k++ {
		if i := p.group[k]; i >= 0 && p.Groups[i].Form == Finite {
			return false
		}
	}
	return !Frames(p.Items[x.Main].Lower).Has(Needs)
}
