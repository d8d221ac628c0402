package event

import (
	"strings"

	"dateline/timeline/words"
)

// stretch is a run of tokens, last exclusive.
type stretch struct{ first, last int }

func (s stretch) empty() bool { return s.last <= s.first }

func (s stretch) holds(i int) bool { return s.first <= i && i < s.last }

// form is the form of a verb group.
type form uint8

const (
	finite     form = iota // "crossed", "has been closed", "will meet"
	infinitive             // "to cross"
	gerund                 // "crossing"
	participle             // "stationed"
)

// tense is when a finite verb group puts its action.
type tense uint8

const (
	present tense = iota
	past
	perfect
	future // will, is to, is set to
	modal  // may, would, could: not told as having happened
)

// group is a verb with its auxiliaries and the adverbs among them.
type group struct {
	stretch
	main    int // the token of the verb that carries the meaning
	form    form
	tense   tense
	passive bool
	negated bool
}

// verbGroups finds the verb groups of a tagged sentence, in order.
func verbGroups(tokens []words.Token) []group {
	var out []group
	for i := 0; i < len(tokens); {
		g, ok := verbGroup(tokens, i)
		if !ok {
			i++
			continue
		}
		out = append(out, g)
		i = g.last
	}
	return out
}

func verbGroup(tokens []words.Token, i int) (group, bool) {
	g := group{stretch: stretch{i, i + 1}, main: i}
	switch t := tokens[i]; t.Tag {
	case "MD":
		g.tense = modal
		if t.Is("will", "shall", "'ll", "wo") {
			g.tense = future
		}
	case "VBZ", "VBP":
		g.tense = present
	case "VBD":
		g.tense = past
	case "TO":
		at := skipAdverbs(tokens, i+1)
		if at >= len(tokens) || tokens[at].Tag != "VB" {
			return g, false
		}
		g.form, g.main, g.last = infinitive, at, at+1
	case "VBG":
		g.form = gerund
		if attributive(tokens, i) {
			return g, false
		}
	case "VBN":
		g.form = participle
		if attributive(tokens, i) {
			return g, false
		}
	default:
		return g, false
	}
	g.extend(tokens)
	return g, true
}

// attributive reports whether the participle at i stands before its noun, as an
// adjective does.
func attributive(tokens []words.Token, i int) bool {
	if i+1 >= len(tokens) || !strings.HasPrefix(tokens[i+1].Tag, "NN") && tokens[i+1].Tag != "JJ" {
		return false
	}
	if i == 0 {
		return false
	}
	switch last := tokens[i-1]; {
	case last.Tag == "DT", last.Tag == "PRP$", last.Tag == "JJ", last.Tag == "CD", last.Tag == "POS":
		return true
	case last.Tag == "IN" && tokens[i].Tag == "VBN", last.Tag == "CC" && tokens[i].Tag == "VBN":
		return true
	}
	return false
}

// extend takes the verbs that follow an auxiliary into the group.
func (g *group) extend(tokens []words.Token) {
	for {
		aux := tokens[g.main]
		at := skipAdverbs(tokens, g.last)
		if at >= len(tokens) || !follows(aux, tokens[at]) {
			break
		}
		switch {
		case words.Lemma(aux.Lower) == "have" && g.tense != modal && g.tense != future:
			if g.tense == present && g.form == finite {
				g.tense = perfect
			}
		case words.Lemma(aux.Lower) == "be" && tokens[at].Tag == "VBG" && g.tense == past:
		}
		g.passive = words.Lemma(aux.Lower) == "be" && tokens[at].Tag != "VBG"
		for _, t := range tokens[g.last:at] {
			g.negated = g.negated || negation(t)
		}
		g.main, g.last = at, at+1
	}
	g.toCome(tokens)
	if g.main > g.first && negation(tokens[g.main-1]) || g.last < len(tokens) && negation(tokens[g.last]) {
		g.negated = true
	}
}

// follows reports whether verb can stand after the auxiliary aux.
func follows(aux, verb words.Token) bool {
	switch {
	case aux.Tag == "MD":
		return strings.HasPrefix(verb.Tag, "VB")
	case words.Lemma(aux.Lower) == "be":
		return verb.Tag == "VBG" || verb.Tag == "VBN" || verb.Tag == "VBD" && !words.Irregular(verb.Lower)
	case words.Lemma(aux.Lower) == "have":
		return verb.Tag == "VBN" || verb.Tag == "VBD"
	case words.Lemma(aux.Lower) == "do":
		return verb.Tag == "VB" || verb.Tag == "VBP"
	case words.Lemma(aux.Lower) == "get":
		return verb.Tag == "VBN"
	}
	return false
}

// toCome marks the groups that speak of the future without will: "is to meet",
// "was due to end", "plans to".
func (g *group) toCome(tokens []words.Token) {
	at := skipAdverbs(tokens, g.last)
	if g.form != finite || at >= len(tokens) {
		return
	}
	if tokens[at].Tag == "TO" && at+1 < len(tokens) && strings.HasPrefix(tokens[at+1].Tag, "VB") {
		main := tokens[g.main]
		if words.Lemma(main.Lower) == "be" || main.Is("set", "expected", "scheduled", "due", "planned", "going", "slated", "poised", "plans", "intends", "hopes", "aims", "plan", "intend", "hope", "supposed", "meant") && g.tense != perfect {
			g.tense = comes(g.tense)
		}
		return
	}
	if tokens[g.main].Is("scheduled", "expected", "due", "planned", "slated") && g.passive || tokens[at].Is("due", "likely") && words.Lemma(tokens[g.main].Lower) == "be" {
		g.tense = comes(g.tense)
	}
}

func comes(t tense) tense {
	if t == present || t == perfect {
		return future
	}
	return modal
}

func negation(t words.Token) bool { return t.Is("not", "n't", "never") }

func skipAdverbs(tokens []words.Token, i int) int {
	for i < len(tokens) && (tokens[i].Tag == "RB" || tokens[i].Tag == "RBR" || tokens[i].Tag == "RBS") {
		i++
	}
	return i
}
