package event

import (
	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// compressed is the title of the clause that holds the fact's date: what the
// sentence says of it, shortened by leaving out what is not needed. It reports
// false where the parse is not sure or nothing true is short enough.
func (x *extractor) compressed(f *fact, v voice) (string, bool) {
	a := f.analysis
	t := a.parse()
	c := x.dateClause(f)
	if c == 0 {
		return "", false
	}
	n := &t.Nodes[c]
	if n.Role == syntax.Attribution {
		return x.compressedSaid(f, c, v)
	}
	if n.Unsure || n.Group < 0 {
		return "", false
	}
	if n.Form == syntax.Participle {
		return x.reducedTitle(f, c)
	}
	s, ok := x.sketchOf(f, c)
	if !ok {
		return "", false
	}
	if x.quotes(c, t) || s.hollow(c) {
		return "", false
	}
	if who := t.Find(c, syntax.Attribution); who != 0 && needsVoice(v.report) {
		return x.behindSpeaker(f, s, v, s.mainToken(who))
	}
	if emerging[s.verb(c)] || s.datedCleft(c) {
		if title, ok := x.contentAlone(f, c, v); ok {
			return title, true
		}
	}
	if title, ok := x.fitted(f, s, maxWords); ok {
		return title, true
	}
	return x.contentAlone(f, c, v)
}

// sketchOf is the sketch of clause c with its subject.
func (x *extractor) sketchOf(f *fact, c int) (*sketch, bool) {
	s := f.analysis.newSketch()
	s.keepDates = f.blurred || x.needsDate(f) || x.gerundDated(f, c) || x.compared(f)
	if s.keepDates {
		f.analysis.leaveOut(nil)
	}
	n := &s.t.Nodes[c]
	s.role, s.at = n.Role, c
	switch n.Role {
	case syntax.Relative, syntax.Aside:
		if !s.relative(c) {
			return nil, false
		}
	case syntax.Coordinate:
		if !s.coordinate(c) {
			return nil, false
		}
	case syntax.Adjunct, syntax.Opening:
		if s.t.Items[n.First].Is("if", "unless", "lest", "whether", "so", "provided") {
			return nil, false
		}
		s.clause(c)
	default:
		s.clause(c)
	}
	s.titles()
	if subject := s.t.Find(c, syntax.Subject); subject != 0 && s.t.Nodes[subject].Kind == syntax.Noun && !s.numbers(subject, n.Group) {
		return nil, false
	}
	return s, s.subject > 0 && s.whole(c)
}

// conditional reports whether a condition stands before the subject of clause c.
func (s *sketch) conditional(c int) bool {
	for k := range s.t.Children(c) {
		if x := &s.t.Nodes[k]; x.Role == syntax.Opening && x.Kind != syntax.Time && s.cost(c, k) >= never {
			return true
		}
	}
	return false
}

// coordinate adds a predicate that shares its subject with the clause before it.
func (s *sketch) coordinate(c int) bool {
	up := s.t.Nodes[c].Parent
	for s.t.Nodes[up].Role == syntax.Coordinate && s.t.Nodes[up].Kind == syntax.Clause {
		up = s.t.Nodes[up].Parent
	}
	subject := s.t.Find(up, syntax.Subject)
	if subject == 0 {
		if r := s.t.Nodes[up].Role; r != syntax.Relative && r != syntax.Aside || !s.antecedent(up) {
			return false
		}
	} else {
		s.add(s.t.Nodes[subject].First, s.t.Nodes[subject].Last)
		s.weigh(subject)
	}
	s.subject = len(s.pieces)
	if s.t.Nodes[c].Form != syntax.Finite {
		g := s.t.Groups[s.t.Nodes[up].Group]
		s.add(g.First, g.Main)
	}
	s.add(s.verbStart(c), s.t.Nodes[c].Last)
	s.weigh(c)
	return true
}

// verbStart is the item where a clause goes on behind its conjunction or pronoun.
func (s *sketch) verbStart(c int) int {
	at := s.t.Nodes[c].First
	for k := range s.t.Children(c) {
		if x := &s.t.Nodes[k]; x.Kind != syntax.Link || x.First != at {
			break
		} else {
			at = x.Last
		}
	}
	return at
}

// whole reports whether clause c has what its verb needs.
func (s *sketch) whole(c int) bool {
	n := &s.t.Nodes[c]
	g := s.t.Groups[n.Group]
	frames := syntax.Frames(s.t.Items[g.Main].Lower)
	if o := s.t.Find(c, syntax.Object); o != 0 && s.t.Items[s.t.Nodes[o].Head].Is(contentNouns...) && s.t.Find(o, syntax.Complement) == 0 && s.that(o) {
		return false // "rejected claims on Monday that …"
	}
	if n.Form != syntax.Finite || g.Passive {
		return true
	}
	if !frames.Has(syntax.Needs|syntax.Copula) || frames.Has(syntax.Acts|syntax.Never|syntax.Goes) {
		return true
	}
	for k := range s.t.Children(c) {
		switch x := &s.t.Nodes[k]; {
		case x.Role == syntax.Object, x.Role == syntax.Complement, x.Kind == syntax.Adj, x.Kind == syntax.Adverb && x.First >= g.Last, x.Kind == syntax.Prep && (frames.Has(syntax.Copula) || x.First == g.Last && s.t.Items[x.First].Is("to", "on", "for", "with", "into", "off", "out", "over", "against")):
			return true
		}
	}
	return n.Role == syntax.Relative || n.Role == syntax.Aside
}

// that reports whether "that" stands somewhere behind node o, and not in it.
func (s *sketch) that(o int) bool {
	for _, t := range s.t.Items[s.t.Nodes[o].Last:] {
		if t.Is("that") {
			return true
		}
	}
	return false
}

// clauseLine is the line of the sketch that knows its verb.
func (s *sketch) clauseLine() *line {
	l := s.line()
	l.main = s.group(s.a)
	for i, w := range l.words {
		if i >= l.subject && w.token < l.main.last {
			l.verb = i + 1
		}
	}
	return l
}

// group is the verb group of the sketch's clause as the analysis has it.
func (s *sketch) group(a *analysis) group {
	g := s.t.Groups[s.t.Nodes[s.at].Group]
	if k := a.opens[s.t.Items[g.First].First]; k >= 0 {
		return a.groups[k]
	}
	return group{}
}

// fitted renders a sketch in at most limit words, its pronoun given the name it
// can only mean.
func (x *extractor) fitted(f *fact, s *sketch, limit int) (string, bool) {
	if !s.fit(limit) {
		return "", false
	}
	l := x.resolved(f, s.clauseLine())
	if !x.speakable(f, l) {
		return "", false
	}
	title := l.text(len(l.words))
	if r := s.role; (r == syntax.Adjunct || r == syntax.Opening) && l.subject == 1 && l.words[0].text == "" && l.token(0).Is("he", "she", "it", "they") {
		return "", false // whom it means, the clause around it says
	}
	if over := count(title) - limit; over > 0 && s.fit(limit-over) {
		name := l.words[0].text // longer than its pronoun: the rest makes room
		l = s.clauseLine()
		l.words[0].text = name
		title = l.text(len(l.words))
	}
	if count(title) > limit {
		l = s.clauseLine()
		title = l.text(len(l.words))
	}
	title = l.placed(title, limit)
	return title, count(title) > 1
}

// quotes reports whether a quotation is what clause c tells, in it or behind its
// colon.
func (x *extractor) quotes(c int, t *syntax.Tree) bool {
	for k := range t.Children(c) {
		if t.Nodes[k].Kind == syntax.Speech {
			return true
		}
	}
	for i := t.Nodes[c].Last; i < len(t.Items); i++ {
		switch t.Items[i].Tag {
		case ",", ":", ".":
		default:
			return t.Items[i].Tag == "SPEECH"
		}
	}
	return false
}

// hollow reports whether clause c says that something was said and not what.
func (s *sketch) hollow(c int) bool {
	g := s.t.Groups[s.t.Nodes[c].Group]
	frames := syntax.Frames(s.t.Items[g.Main].Lower)
	switch words.Reporting(s.t.Items[g.Main].Lower) {
	case words.ReportNone, words.Ask, words.Plan, words.Deny:
		return false
	}
	for k := range s.t.Children(c) {
		x := &s.t.Nodes[k]
		if x.First < g.Last {
			continue
		}
		if x.Role == syntax.Object && !frames.Has(syntax.Hears) || x.Role == syntax.Complement && x.Kind != syntax.Adverb || x.Kind == syntax.Prep && s.t.Items[x.First].Is("of", "about", "against", "for") {
			return false
		}
	}
	return frames.Has(syntax.That) && !g.Passive
}

// compressedSaid is the title of what a clause is about that says who said it.
func (x *extractor) compressedSaid(f *fact, c int, v voice) (string, bool) {
	t := f.analysis.parse()
	up := t.Nodes[c].Parent
	if up == 0 || t.Nodes[up].Unsure || t.Nodes[up].Group < 0 {
		return "", false
	}
	s, ok := x.sketchOf(f, up)
	if !ok {
		return "", false
	}
	return x.behindSpeaker(f, s, v, s.mainToken(c))
}

// mainToken is the token of the verb of clause c, -1 for none.
func (s *sketch) mainToken(c int) int {
	if h := s.t.Nodes[c].Head; h >= 0 {
		return s.t.Items[h].First
	}
	return -1
}

// behindSpeaker is a sketch behind the name of who says so.
func (x *extractor) behindSpeaker(f *fact, s *sketch, v voice, said int) (string, bool) {
	if v.short == "" || count(v.short) > 5 || v.at >= 0 && f.analysis.groups[f.analysis.segments[v.at].verb].main != said {
		if needsVoice(v.report) {
			return "", false
		}
		return x.fitted(f, s, maxWords)
	}
	title, ok := x.fitted(f, s, maxWords-count(v.short))
	if ok {
		return capitalize(v.short) + ": " + title, true
	}
	if needsVoice(v.report) {
		return "", false
	}
	return x.fitted(f, s, maxWords)
}

// contentAlone is the title of what somebody is reported to say in clause c,
// where there is no room for the words that say who.
func (x *extractor) contentAlone(f *fact, c int, v voice) (string, bool) {
	t := f.analysis.parse()
	g := t.Groups[t.Nodes[c].Group]
	if words.Reporting(t.Items[g.Main].Lower) == words.ReportNone && !emerging[words.Lemma(t.Items[g.Main].Lower)] && words.Lemma(t.Items[g.Main].Lower) != "be" || g.Negated || g.Modal {
		return "", false
	}
	content := t.Find(c, syntax.Complement)
	for content != 0 && !(t.Nodes[content].Kind == syntax.Clause && t.Nodes[content].Form == syntax.Finite && t.Nodes[content].Group >= 0) {
		content = t.Nodes[content].Next
	}
	if content == 0 || t.Items[t.Nodes[content].First].Is("whether", "if", "why", "how", "what") {
		return "", false
	}
	s := f.analysis.newSketch()
	s.at = content
	s.clause(content)
	if s.subject == 0 || !s.whole(content) || t.Nodes[content].Unsure || f.analysis.tokens[t.Items[s.pieces[0].first].First].Tag == "PRP" {
		return "", false
	}
	return x.behindSpeaker(f, s, v, t.Items[g.Main].First)
}
