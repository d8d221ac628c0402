package event

import (
	"strings"

	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// prepCost is what is lost with the prepositional phrase c of node n.
func (s *sketch) prepCost(n, c int) int {
	x := &s.t.Nodes[c]
	t := s.t.Items[x.First]
	switch {
	case t.Is("of") && x.First > 0 && s.t.Items[x.First-1].Tag == "DATE":
		if s.own(x.First - 1) {
			return 1 // "on the last day | of the trial"
		}
		return 8
	case t.Is("of") && s.t.Nodes[n].Kind == syntax.Clause:
		return 95 // "convicted of theft"
	case t.Is("than", "without", "except", "unless", "like", "per", "instead", "rather", "only", "until", "till", "other", "not"):
		return never
	case t.Is("by"):
		if g := s.t.Nodes[n].Group; g >= 0 && s.t.Groups[g].Passive {
			return 62
		}
		return 55
	case t.Is("to") && s.rangeFrom(n, c), s.onlyBehind(n, x.First):
		return never
	}
	return s.prepositionCost(c) + s.leaningCost(n, x.First)
}

// prepositionCost is what the phrase c is worth by its preposition.
func (s *sketch) prepositionCost(c int) int {
	switch t := s.t.Items[s.t.Nodes[c].First]; {
	case t.Is("to", "into", "against", "as", "about"):
		return 60
	case t.Is("in", "at", "near", "on") && s.namesPlace(c):
		return 52
	case t.Is("between", "among"):
		return 75
	case t.Is("from", "for", "with", "on", "over", "through", "across"):
		return 48
	case t.Is("in"):
		return 44
	}
	return 42
}

// onlyBehind reports whether the phrase at item first stands right behind the
// participle of node n, which would say nothing alone: "gathered in the square".
func (s *sketch) onlyBehind(n, first int) bool {
	x := &s.t.Nodes[n]
	if x.Group < 0 || x.Role == syntax.Complement || x.Role == syntax.Object {
		return false
	}
	g := &s.t.Groups[x.Group]
	return g.Last == first && (g.Form == syntax.Participle || g.Form == syntax.Ing)
}

// leaningCost is how much more the phrase at item first is worth because node n
// leans on it.
func (s *sketch) leaningCost(n, first int) int {
	x, cost := &s.t.Nodes[n], 0
	if s.negated(n) {
		cost += 30
	}
	if x.Group >= 0 {
		if g := &s.t.Groups[x.Group]; s.behind(g.Last) == first && !g.Passive && g.Form == syntax.Finite && s.t.Find(n, syntax.Complement) == 0 {
			cost += 30 // right behind the verb: what it is done to
		}
	}
	if x.Kind == syntax.Noun && x.Head >= 0 && plainNoun(s.t.Items[x.Head].Token) {
		cost += 40
	}
	if s.verb(n) == "be" {
		cost += 15
	}
	return cost
}

// behind is item i, or the one behind the dates there.
func (s *sketch) behind(i int) int {
	for i < len(s.t.Items) && s.t.Items[i].Tag == "DATE" {
		i++
	}
	return i
}

// rangeFrom reports whether node c of n ends a range that a phrase with "from"
// begins which the verb needs: "rose from 9 to 11".
func (s *sketch) rangeFrom(n, c int) bool {
	for k := range s.t.Children(n) {
		if k == c {
			return false
		}
		if x := &s.t.Nodes[k]; x.Role == syntax.Complement && x.Kind == syntax.Prep && s.t.Items[x.First].Is("from") {
			return true
		}
	}
	return false
}

// ofCost is what is lost with "of …" behind the noun of n.
func (s *sketch) ofCost(n int) int {
	h := s.t.Items[s.t.Nodes[n].Head]
	switch {
	case plainNoun(h.Token), h.Tag == "CD", h.Tag == "DT", h.Tag == "PRP", strings.HasPrefix(h.Tag, "NNP"), h.Tag == "JJ", h.Is("percent", "%", "thousands", "hundreds", "dozens", "millions", "billions", "couple", "series", "set", "lot", "majority", "end", "start", "beginning", "head", "lack", "loss", "rate", "centre", "center", "middle", "midst", "brink", "verge", "risk", "site", "scene", "cause", "result", "focus", "sign", "threat", "state", "act", "wave", "cost", "price"):
		return never
	case s.t.Items[s.t.Nodes[n].First].Is("a", "an"), strings.HasPrefix(h.Tag, "NN") && s.t.Nodes[n].Head == s.t.Nodes[n].First:
		return never
	case s.placeOf(n):
		return 85
	case words.Role(h.Lower), words.Role(strings.TrimSuffix(h.Lower, "s")):
		return 80
	}
	return 92
}

// placeOf reports whether a body's or office's noun phrase ends in the place it
// is of: "the supreme court of India".
func (s *sketch) placeOf(n int) bool {
	x := &s.t.Nodes[n]
	return s.t.Items[x.Head].Is("court", "government", "parliament", "ministry", "army", "city", "town", "capital", "president", "king", "university", "bank", "province") && s.t.Items[x.Last-1].Tag == "NNP"
}

func (s *sketch) relativeCost(n, c int) int {
	h := s.t.Items[s.t.Nodes[n].Head]
	if plainNoun(h.Token) || h.Tag == "PRP" || h.Tag == "DT" || s.ordinal(n) || s.cleft(n) {
		return never
	}
	if s.t.Nodes[c].Form == syntax.Finite {
		if s.definite(n) {
			return 78
		}
		return 50
	}
	if s.definite(n) {
		return 76
	}
	return 54
}

// definite reports whether a noun phrase has an article and nothing else that
// says which it is.
func (s *sketch) definite(n int) bool {
	x := s.t.Nodes[n]
	return s.t.Items[x.First].Is("the", "those", "that", "these", "all", "any") && x.Head-x.First <= 2 && !strings.HasPrefix(s.t.Items[x.Head].Tag, "NNP")
}

// ordinal reports whether a noun phrase is the first, only or most of its kind.
func (s *sketch) ordinal(n int) bool {
	for i := s.t.Nodes[n].First; i < s.t.Nodes[n].Head; i++ {
		if t := s.t.Items[i]; t.Is("only", "first", "last", "second", "third", "no", "every", "any", "most", "same", "such", "all", "few", "kind") || t.Tag == "JJS" || t.Tag == "RBS" {
			return true
		}
	}
	return s.t.Items[s.t.Nodes[n].First].Is("no", "any", "few", "no")
}

// cleft reports whether a noun phrase stands behind "it was", so that what
// follows is what is said: "it was the mayor who …".
func (s *sketch) cleft(n int) bool {
	up := s.t.Nodes[n].Parent
	if up == 0 || s.verb(up) != "be" {
		return false
	}
	subject := s.t.Find(up, syntax.Subject)
	return subject != 0 && s.t.Items[s.t.Nodes[subject].First].Is("it", "this", "that", "there", "what")
}

func (s *sketch) coordinateCost(n, c int) int {
	x := &s.t.Nodes[c]
	if x.Kind == syntax.Clause {
		if s.otherDate(c) {
			return 2 // another fact
		}
		if s.t.Items[x.First].Is("or", "nor") || s.negated(n) || s.sharesObject(n, c) {
			return never
		}
		return 40
	}
	return never
}

// otherDate reports whether a date stands in node c that is not the title's own.
func (s *sketch) otherDate(c int) bool {
	for i := s.t.Nodes[c].First; i < s.t.Nodes[c].Last; i++ {
		if s.a.dated[s.t.Items[i].First] && !s.own(i) {
			return true
		}
	}
	return false
}

// contentCost is what is lost with what a noun takes after it.
func (s *sketch) contentCost(n, c int) int {
	x := &s.t.Nodes[c]
	h := s.t.Items[s.t.Nodes[n].Head]
	switch {
	case s.ordinal(n):
		return never
	case x.Kind == syntax.Clause && x.Form == syntax.Finite, h.Is("attempt", "attempts", "failure", "refusal", "threat", "claims", "claim", "ability", "right", "effort", "efforts", "bid"):
		return never
	case x.Kind == syntax.Clause:
		return 94
	case s.t.Items[x.First].Is("on", "for", "against", "with", "to") && !strings.HasPrefix(h.Tag, "NNP"):
		return 90
	}
	return 72
}
