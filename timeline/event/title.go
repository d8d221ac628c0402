package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/syntax"
	"dateline/timeline/words"
)

// reading is what a fact comes to.
type reading struct {
	title   string
	kind    timeline.Kind
	speaker string
	voice   string
	role    string
	doer    string
	verb    string
	negated bool
}

// read makes a title and tells kind and speaker of a fact.
func (x *extractor) read(f *fact) reading {
	if x.foreign {
		return x.readForeign(f)
	}
	a := f.analysis
	spans := []timeline.Span{x.mentions[f.mention].Outer}
	for _, o := range f.others {
		spans = append(spans, x.mentions[o].Outer)
	}
	if f.blurred || x.needsDate(f) {
		spans = nil // another date's clause: true only with its own date in it
	}
	a.leaveOut(spans)
	if !f.noun.empty() {
		if r := x.readNoun(f); count(r.title) > 1 {
			if t, ok := x.within(f); ok && count(r.title) < 4 {
				r.title = t
			}
			return r
		}
		a.leaveOut(nil) // "the vote": the clause around it, and its date, say which
	}
	k := f.segment
	v := x.voiceOf(f, k)
	r := reading{kind: x.kindOf(f, k, v), speaker: v.name, voice: a.headNoun(v.who), role: v.role}
	if k >= 0 && a.segments[k].verb >= 0 {
		doer := voice{who: a.segments[k].subject}
		x.identify(f, &doer)
		r.doer = doer.name
		g := a.groups[a.segments[k].verb]
		r.verb, r.negated = words.Lemma(a.tokens[g.main].Lower), g.negated
	}
	x.entitle(f, &r, v)
	return r
}

// entitle gives a reading its title: that of its clause, or else the quotation's
// own words.
func (x *extractor) entitle(f *fact, r *reading, v voice) {
	a, k := f.analysis, f.segment
	if k >= 0 && !x.bounds(f, r.negated) && !f.typed(a) {
		if t, ok := x.compressed(f, v); ok {
			r.title = t
		} else if t, ok := x.titleOf(f, k, v); ok && count(t) <= maxWords {
			r.title = t
		}
	}
	switch {
	case x.brief(f):
		r.title = capitalize(tidy(unled(x.wording(f))))
	case r.title == "" && f.entry:
		r.title = a.entryTitle()
	case r.title == "":
		r.title = x.quoted(f)
	}
	if t, ok := x.firstPerson(f, k, r.title); ok {
		r.title = t
		if name, ok := x.labelled(a); ok && r.speaker == "" {
			r.speaker = name
		}
	}
}

// bounds reports whether a clause that denies or demands holds only up to its
// date or from it on: "it may not open until July" does not say that it may not
// open, nor "it must be paid before July" that it was paid then.
func (x *extractor) bounds(f *fact, negated bool) bool {
	a := f.analysis
	outer := a.tokensOf(x.mentions[f.mention].Outer)
	if outer.empty() || !a.tokens[outer.first].Is("until", "till", "before", "after", "not") {
		return false
	}
	if negated || f.segment < 0 || a.segments[f.segment].verb < 0 {
		return negated
	}
	s := a.segments[f.segment]
	return a.groups[s.verb].tense == modal || !s.subject.empty() && a.tokens[s.subject.first].Is("no", "nobody", "nothing")
}

// titleOf makes the title of segment k by the kind of clause it is.
func (x *extractor) titleOf(f *fact, k int, v voice) (string, bool) {
	a := f.analysis
	s := a.segments[k]
	if s.mark == markSpeech {
		return x.spoken(f, a.speechText(s.stretch), v)
	}
	switch {
	case a.rumoured(k) || v.at != k-1 && a.untold(k):
		return "", false // its clause alone would be a fact
	case s.verb < 0 && !a.participleLed(k):
		return x.fragment(f)
	}
	switch l, ok, is := x.participleLine(f, k); {
	case is && !ok:
		return "", false
	case is:
		return x.finish(f, l, maxWords)
	case a.attributes(k):
		return x.attributed(f, k, v)
	}
	if v.at == k && k+1 < len(a.segments) {
		if t, ok, is := x.sayingNext(f, k, v); is {
			return t, ok
		}
	}
	if v.at >= 0 && v.at < k && (s.mark == markComplement && !a.ofNoun(s) || v.at+1 < k && a.segments[v.at+1].mark == markComplement && a.contentOf(v.at+1) == k) {
		return x.told(f, v.at, k, v)
	}
	if t, ok, is := x.supposed(f, k, v); is {
		return t, ok
	}
	l, ok := a.clause(k)
	if !ok {
		return "", false
	}
	if needsVoice(v.report) && v.at != k {
		return x.prefixed(f, l, v)
	}
	return x.finish(f, l, maxWords)
}

// sayingNext is the title of segment k, a verb of saying, where what is said
// follows it. It reports whether there is a title, and whether it is so.
func (x *extractor) sayingNext(f *fact, k int, v voice) (title string, ok, is bool) {
	a := f.analysis
	n := a.segments[k+1]
	switch {
	case k+2 < len(a.segments) && a.segments[k+2].mark == markSpeech && n.verb < 0 && a.tokens[n.body].Is("saying", "adding"):
		title, ok = x.spoken(f, a.speechText(a.segments[k+2].stretch), v) // "replied, saying: “…”"
		return title, ok, true
	case n.mark == markSpeech:
		title, ok = x.spoken(f, a.speechText(n.stretch), v)
		return title, ok, true
	case n.mark == markComplement && !a.ofNoun(n):
		if c := a.contentOf(k + 1); c >= 0 {
			title, ok = x.told(f, k, c, v)
			return title, ok, true
		}
	}
	return "", false, false
}

// participleLine is the line of the participle that a date goes with instead of
// the finite verb of segment k: one that leads the segment, or stands after its
// noun. It reports whether there is such a participle, and whether it makes a
// line.
func (x *extractor) participleLine(f *fact, k int) (l *line, ok, is bool) {
	a := f.analysis
	date := a.tokensOf(x.mentions[f.mention].Outer).first
	if a.segments[k].verb < 0 {
		if g, found := a.reducedBefore(k, date); found {
			if l, ok = a.reducedLine(k, g, date); ok {
				return l, true, true // "explored in a study published in May"
			}
		}
		l, ok = a.participial(k)
		return l, ok, true
	}
	if f.entry {
		return nil, false, false
	}
	if g, found := a.reducedBefore(k, date); found {
		l, ok = a.reducedLine(k, g, date)
		return l, ok, ok
	}
	return nil, false, false
}

// needsVoice reports whether a title without its speaker would say more than
// the sentence does.
func needsVoice(r words.Report) bool {
	return r == words.Claim || r == words.Deny || r == words.Warn
}

// finish resolves the line's pronouns and fits it to limit words.
func (x *extractor) finish(f *fact, l *line, limit int) (string, bool) {
	l = x.resolved(f, l)
	if !x.speakable(f, l) {
		return "", false
	}
	t, ok := l.fit(limit)
	if !ok {
		return "", false
	}
	return l.placed(t, limit), true
}

// resolved gives a pronoun that is the subject the name it can only mean.
func (x *extractor) resolved(f *fact, l *line) *line {
	if l.subject < 1 || l.words[0].text != "" || l.subject > 1 && l.token(0).Tag != "PRP$" {
		return l
	}
	if len(l.words) > 1 && strings.HasPrefix(l.token(1).Text, "'") && l.token(0).Tag != "PRP$" {
		return l // "he'd": a name would not take the rest on
	}
	at := l.words[0].token
	name, ok := x.pronoun(f, stretch{at, at + 1})
	if !ok {
		if l.words[0].text, ok = x.thing(f, l); !ok {
			l.words[0].text = ""
		}
		return l
	}
	l.words[0].text = called(name)
	if l.token(0).Tag == "PRP$" {
		l.words[0].text += "’s"
	}
	return l
}

// speakable reports whether the line's subject says who, if only by a pronoun.
func (x *extractor) speakable(f *fact, l *line) bool {
	return l.subject > 0 && !l.token(0).Is("what", "who", "which", "whoever", "whatever")
}

func (a *analysis) pronounSubject(s stretch) bool {
	return s.last-s.first == 1 && a.tokens[s.first].Is("he", "she", "it", "they")
}

// readNoun reads a fact whose happening a noun names. Where the noun is all
// there is, the date stays with it: "September 11 attacks" is a name.
func (x *extractor) readNoun(f *fact) reading {
	a := f.analysis
	s := f.noun
	for s.first < s.last && (a.tokens[s.first].Tag == "DT" || a.tokens[s.first].Tag == "PRP$" || a.tokens[s.first].Tag == "IN" || a.tokens[s.first].Tag == "POS") {
		s.first++
	}
	l := x.nounLine(f, s)
	r := reading{kind: x.kindByDate(f), title: l.text(len(l.words))}
	if count(r.title) < 2 && !s.empty() {
		r.title = capitalize(a.string(s))
	}
	if count(r.title) > maxWords {
		r.title = x.quoted(f)
	}
	return r
}

// nounLine is the line of the noun phrase s that names a dated happening, with
// what belongs to it, as far as a title has room.
func (x *extractor) nounLine(f *fact, s stretch) *line {
	a := f.analysis
	date := a.tokensOf(x.mentions[f.mention].Span)
	k := a.newSketch()
	first, last := k.t.ItemAt(s.first), k.t.ItemAt(s.last-1)+1
	if n := k.t.At(first, func(n *syntax.Node) bool { return n.Kind == syntax.Noun && n.Head >= 0 && n.Head < last }); n != 0 && k.t.Nodes[n].Last >= last-1 {
		k.weigh(n)
		last = max(last, k.t.Nodes[n].Last)
	}
	k.add(first, last)
	if !k.fit(maxWords) {
		k = a.newSketch()
		k.add(first, k.t.ItemAt(s.last-1)+1)
	}
	l := k.line()
	kept := l.words[:0]
	for _, w := range l.words {
		if i := w.token; i >= s.first && !date.holds(i) && !a.own[i] && !(i == date.last && a.tokens[i].Tag == "POS") {
			kept = append(kept, w)
		}
	}
	for len(kept) > 0 && (a.tokens[kept[0].token].Tag == "POS" || a.tokens[kept[0].token].Tag == "CC" || a.tokens[kept[0].token].Tag == ",") {
		kept = kept[1:]
	}
	l.words = kept
	return l
}
