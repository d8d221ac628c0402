package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// Group is a verb with its auxiliaries and the adverbs and dates among them.
type Group struct {
	First, Last int // its items
	Main        int // the item of the verb that carries the meaning
	Form        Form
	Passive     bool
	Negated     bool
	Modal       bool // may, would, could, will
}

// findGroups finds the verb groups, in order.
func (p *parser) findGroups() {
	p.group = make([]int, len(p.Items)+1)
	for i := range p.group {
		p.group[i] = -1
	}
	for i := 0; i < len(p.Items); {
		g, ok := p.groupFrom(i)
		if !ok {
			i++
			continue
		}
		p.group[i] = len(p.Groups)
		p.Groups = append(p.Groups, g)
		i = g.Last
	}
}

func (p *parser) groupFrom(i int) (Group, bool) {
	g := Group{First: i, Last: i + 1, Main: i}
	switch t := p.Items[i]; t.Tag {
	case "MD":
		g.Modal = true
	case "VBZ", "VBP", "VBD":
	case "TO":
		at := p.skipAdverbs(i + 1)
		if at >= len(p.Items) || p.Items[at].Tag != "VB" && p.Items[at].Tag != "VBP" {
			return g, false
		}
		g.Form, g.Main, g.Last = Infinitive, at, at+1
	case "VB":
		g.Form = Infinitive
	case "VBG":
		if p.attributive(i) || prepositional(t.Token) {
			return g, false
		}
		g.Form = Ing
	case "VBN":
		if p.attributive(i) {
			return g, false
		}
		g.Form = Participle
	default:
		return g, false
	}
	p.extend(&g)
	if g.Modal && g.Main == g.First {
		return g, g.Main+1 < len(p.Items) // "would" alone: an ellipsis
	}
	return g, true
}

// prepositional reports whether a word with the ending of a verb stands for a
// preposition.
func prepositional(t words.Token) bool {
	return t.Is("according", "including", "regarding", "concerning", "pending", "barring", "excluding", "following")
}

// extend takes the verbs that follow an auxiliary into the group.
func (p *parser) extend(g *Group) {
	for {
		aux := p.Items[g.Main]
		at := p.skipAdverbs(g.Last)
		if at >= len(p.Items) || !follows(aux.Token, p.Items[at].Token) {
			break
		}
		if at > g.Last && aux.Tag != "MD" && !aux.Is("be", "been", "being", "is", "are", "was", "were", "am", "'s", "'re", "has", "have", "had", "'ve", "do", "does", "did") {
			break
		}
		if p.Items[at].Tag == "VBG" && at+1 < len(p.Items) && words.Lemma(aux.Lower) == "be" && p.nominalGerund(at) {
			break
		}
		lemma := words.Lemma(aux.Lower)
		g.Passive = (lemma == "be" || lemma == "get") && p.Items[at].Tag != "VBG"
		for k := g.Last; k < at; k++ {
			g.Negated = g.Negated || negation(p.Items[k].Token)
		}
		g.Main, g.Last = at, at+1
	}
	if g.Last < len(p.Items) && negation(p.Items[g.Last].Token) {
		g.Negated = true
		g.Last++
	}
}

// nominalGerund reports whether the -ing form at i is a noun's modifier and no
// verb: "was working capital".
func (p *parser) nominalGerund(i int) bool { return false }

func negation(t words.Token) bool { return t.Is("not", "n't", "never") }

// follows reports whether verb can stand after the auxiliary aux.
func follows(aux, verb words.Token) bool {
	if !strings.HasPrefix(verb.Tag, "VB") {
		return false
	}
	if aux.Tag == "MD" {
		return verb.Tag == "VB" || verb.Tag == "VBP"
	}
	switch words.Lemma(aux.Lower) {
	case "be":
		return verb.Tag == "VBG" || verb.Tag == "VBN" || verb.Tag == "VBD" && !words.Irregular(verb.Lower)
	case "have":
		return verb.Tag == "VBN" || verb.Tag == "VBD"
	case "do":
		return verb.Tag == "VB" || verb.Tag == "VBP"
	case "get":
		return verb.Tag == "VBN"
	}
	return false
}

// skipAdverbs passes over the adverbs and dates from item i on.
func (p *parser) skipAdverbs(i int) int {
	for i < len(p.Items) && (adverbial(p.Items[i].Tag) || p.Items[i].Tag == tagDate) {
		i++
	}
	return i
}

func adverbial(tag string) bool { return tag == "RB" || tag == "RBR" || tag == "RBS" }

// attributive reports whether the participle at i stands before its noun, as an
// adjective does.
func (p *parser) attributive(i int) bool {
	if i+1 >= len(p.Items) {
		return false
	}
	next := p.Items[i+1].Tag
	if !strings.HasPrefix(next, "NN") && next != "JJ" && !(next == "VBG" || next == "VBN" || next == "CC") {
		return false
	}
	if i == 0 || p.Items[i-1].Tag == tagDate || p.Items[i-1].Tag == ":" {
		return p.Items[i].Tag == "VBN" && strings.HasPrefix(next, "NN") && p.leadsSubject(i+1)
	}
	last := p.Items[i-1]
	if p.Items[i].Tag == "VBG" && next == "NNS" && last.Is("that", "because", "when", "as", "while", "if") && p.leadsSubject(i+1) {
		return true // "that emerging markets will"
	}
	switch last.Tag {
	case "DT", "PRP$", "JJ", "POS", "JJS", "JJR":
		if next == "CC" || next == "VBG" || next == "VBN" {
			return i+2 < len(p.Items) && last.Tag != "JJ" && p.bareNounAfter(i+1)
		}
		return !last.Is("all", "both", "that", "this") || p.Items[i].Tag == "VBN"
	case "CD":
		return strings.HasPrefix(next, "NN")
	case "NN":
		return last.Is("percent", "%") && next == "NN"
	case "VBG", "VBD", "VB":
		return p.Items[i].Tag == "VBN" && strings.HasPrefix(next, "NN") && words.Lemma(last.Lower) != "be" && words.Lemma(last.Lower) != "have" && words.Lemma(last.Lower) != "get"
	case "IN", "CC", "RB":
		return p.Items[i].Tag == "VBN" && strings.HasPrefix(next, "NN") && !(last.Tag == "RB")
	}
	return false
}

// leadsSubject reports whether a finite verb follows the nouns from item i on
// with no comma between, so that they are its subject: "Leaked papers show".
func (p *parser) leadsSubject(i int) bool {
	between := false
	for k := i; k < min(i+14, len(p.Items)); k++ {
		t := p.Items[k]
		between = between || t.Is("between")
		switch t.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case ",":
			if !between {
				return false
			}
		case ":", ".":
			return false
		}
	}
	return false
}

// bareNounAfter reports whether a noun ends the modifiers from item i on:
// "beaten and bloodied men".
func (p *parser) bareNounAfter(i int) bool {
	for k := i; k < min(i+4, len(p.Items)); k++ {
		switch t := p.Items[k].Tag; {
		case strings.HasPrefix(t, "NN"):
			return true
		case t == "CC" || t == "JJ" || t == "VBN" || t == "VBG":
		default:
			return false
		}
	}
	return false
}
