package event

import (
	"strings"

	"dateline/timeline/words"
)

// mark says how a segment is joined to what stands before it.
type mark uint8

const (
	markStart       mark = iota // the sentence begins
	markComma                   // a comma
	markStrong                  // a semicolon, colon or dash
	markSubordinate             // after, when, because … with a clause
	markRelative                // which, who, that after a noun
	markComplement              // (that) after a verb of saying
	markCoordinate              // and, but … with a clause or a verb
	markSpeech                  // a quotation
	markAfterSpeech
)

// segment is what stands between two places where a clause or an aside can
// begin. Its verb group, if it has one, and its subject are found after the cut.
type segment struct {
	stretch
	mark    mark
	body    int     // the first token after the conjunction or pronoun
	verb    int     // index of its finite verb group, or -1
	tangled bool    // more than one finite verb: where a clause ends was not seen
	subject stretch // in the segment, or in an earlier one; empty where not found
	aux     stretch // the auxiliary it shares with the clause before ("was built and torn down")
	after   bool    // the subject stands after the verb ("said the minister")
}

// boundary is a place between two segments: the first ends before token end,
// the second begins at token start, its own words at token body.
type boundary struct {
	end, start, body int
	mark             mark
}

// cut divides the sentence into segments and gives each its verb and subject.
func (a *analysis) cut() {
	now, hasVerb := boundary{mark: markStart}, false
	turn := func(b boundary) {
		if b.end > now.start {
			a.segments = append(a.segments, segment{stretch: stretch{now.start, b.end}, mark: now.mark, body: min(now.body, b.end), verb: -1})
		}
		now, hasVerb = b, false
	}
	for i := 0; i < len(a.tokens); i++ {
		if a.aside[i] {
			continue
		}
		if k := a.speech[i]; k >= 0 {
			turn(boundary{i, i, i, markSpeech})
			i = a.speeches[k].last - 1
			turn(boundary{i + 1, i + 1, i + 1, markAfterSpeech})
			continue
		}
		if a.dated[i] {
			if hasVerb && i > 0 && !a.dated[i-1] && a.saysBefore(i) && a.verbAfterDate(i) {
				turn(boundary{i, i, i, markComplement}) // "says next year will be hard"
			}
			continue
		}
		afterDate := hasVerb && i > 0 && a.dated[i-1] && a.tokens[i].Capital() && a.startsNoun(i) && a.clauseAhead(i)
		if afterDate || a.runIn(i) && i > now.start {
			turn(boundary{i, i, i, markStrong}) // a heading and its story run into one
		}
		if hasVerb && a.resumes(i, now) {
			turn(boundary{i, i, i, markComma})
		} else if b := a.boundary(i, hasVerb); b.mark != markStart {
			turn(b)
		}
		if a.opens[i] >= 0 && a.groups[a.opens[i]].form == finite {
			hasVerb = true
		}
	}
	turn(boundary{end: len(a.tokens)})
	a.settle()
}

// settle gives the segments their verbs and subjects, and mends what the cut
// could not see.
func (a *analysis) settle() {
	a.findVerbs()
	a.reattach()
	a.resume()
	a.rescue()
	a.share()
	a.findSubjects()
	a.attributeAhead()
}

// boundary tells whether a new segment begins at token i; its mark is markStart
// where none does.
func (a *analysis) boundary(i int, hasVerb bool) boundary {
	t := a.tokens[i]
	switch {
	case a.indirectQuestion(i):
		return boundary{i, i, i + 1, markComplement}
	case t.Tag == "," && a.quoted[i]:
		if i+2 < len(a.tokens) && a.tokens[i+1].Tag == "''" && !a.dated[i+2] && a.clauseAhead(i+2) {
			return boundary{i + 2, i + 2, i + 2, markComma} // "a “very close future,” she said"
		}
		return boundary{}
	case t.Tag == ",":
		return boundary{i, i + 1, i + 1, markComma}
	case t.Tag == ":" && (i == 0 || i+1 == len(a.tokens) || a.tokens[i-1].End < t.Start || t.Text == ":" || t.Text == ";" || t.Text == "-"):
		return boundary{i, i + 1, i + 1, markStrong}
	case t.Is(subordinators...) && !(i > 0 && a.tokens[i-1].Is("such", "well", "much", "soon", "early")):
		body := i + 1
		if body < len(a.tokens) && a.tokens[body].Is("that") {
			body++
		}
		if a.clauseAhead(body) || a.participleAhead(body) || t.Is(conjunctions...) && a.asideAhead(body) || t.Is("after", "before", "while", "since", "when") && a.gerundAt(body) {
			return boundary{i, i, body, markSubordinate}
		}
	case t.Is("that") && t.Tag != "DT", t.Is("that") && i > 0 && words.Reporting(a.wordBefore(i).Lower) != words.ReportNone:
		return a.that(i)
	case t.Is("that") && hasVerb && i > 0 && a.verbAt(i+1) && (strings.HasPrefix(a.tokens[i-1].Tag, "NN") || a.dated[i-1]):
		return boundary{i, i, i + 1, markRelative}
	case t.Is("which", "who", "whom", "whose", "where") && a.finiteAhead(i+1):
		return boundary{i, i, i + 1, markRelative}
	case t.Tag == "CC" && t.Is("and", "but", "or", "nor", "yet") && hasVerb:
		return a.coordinate(i)
	}
	if i > 0 && (a.startsNoun(i) || t.Is("nearly", "almost", "about", "around", "roughly", "more", "at", "up")) && a.saysBefore(i) && a.clauseAhead(i) {
		return boundary{i, i, i, markComplement}
	}
	return a.contact(i, hasVerb)
}

var subordinators = strings.Fields("after before when while as because since although though if unless until once whereas whether so where")

// conjunctions are the subordinators that are no prepositions.
var conjunctions = strings.Fields("when while because although though if where")

// asideAhead reports whether a noun phrase, an aside between commas and a finite
// verb follow from token i on: "when Keller, the mayor, resigned".
func (a *analysis) asideAhead(i int) bool {
	noun, commas := false, 0
	for end := min(i+25, len(a.tokens)); i < end; i++ {
		t := a.tokens[i]
		switch {
		case t.Tag == ":" || a.speech[i] >= 0:
			return false
		case t.Tag == ",":
			commas++
			if commas == 2 {
				return noun && a.verbAt(i+1)
			}
		case commas == 0 && a.verbAt(i):
			return false
		case strings.HasPrefix(t.Tag, "NN"):
			noun = true
		}
	}
	return false
}

// indirectQuestion reports whether the word at i begins what somebody explained
// or asked: "explained why …".
func (a *analysis) indirectQuestion(i int) bool {
	if !a.tokens[i].Is("why", "how", "whether", "what", "if") {
		return false
	}
	before := a.wordBefore(i)
	asks := words.Reporting(before.Lower) != words.ReportNone || asking[words.Lemma(before.Lower)]
	return asks && strings.HasPrefix(before.Tag, "VB") && a.finiteAhead(i+1)
}

// asking are verbs, beside those of saying, that an indirect question follows.
var asking = lemmas(`decide determine know wonder consider discuss learn understand ask see`)

// thinking are verbs, beside those of saying, that a clause can follow with no
// "that" before it.
var thinking = lemmas(`assume hope fear know feel suspect mean ensure realize realise hear pretend imagine doubt wish propose suggest demand`)

// that begins a relative clause after a noun, and a complement elsewhere.
func (a *analysis) that(i int) boundary {
	if g, ok := a.groupAt(i + 1); ok && g.form == finite {
		return boundary{i, i, i + 1, markRelative}
	}
	before := a.wordBefore(i)
	if i+1 >= len(a.tokens) || a.tokens[i+1].Tag == "." {
		return boundary{} // "about half that"
	}
	if a.tokens[i].Tag == "DT" && i > 0 && a.tokens[i-1].Tag == "NNS" && !a.clauseAhead(i+1) {
		return boundary{} // "four times that number"
	}
	if i+1 < len(a.tokens) && a.speech[i+1] >= 0 {
		return boundary{} // the quotation is the complement
	}
	said := strings.HasPrefix(before.Tag, "VB") && words.Reporting(before.Lower) != words.ReportNone || a.saidSomewhere(i)
	if !a.clauseAhead(i+1) && !said && (i+1 >= len(a.tokens) || a.tokens[i+1].Tag != ",") {
		return boundary{}
	}
	if before.Tag == "," || before.Tag == "''" {
		before = a.wordBefore(i - 1)
	}
	if strings.HasPrefix(before.Tag, "NN") && !a.reportedNoun(i) {
		return boundary{i, i, i + 1, markRelative}
	}
	return boundary{i, i, i + 1, markComplement}
}

// reportedNoun reports whether "that" at i tells what was said, not which thing
// is meant: after "the claim", or where the last verb is one of saying.
func (a *analysis) reportedNoun(i int) bool {
	if a.wordBefore(i).Is(contentNouns...) {
		return true
	}
	for k := i - 1; k >= 0 && a.tokens[k].Tag != ","; k-- {
		if a.opens[k] >= 0 && (a.groups[a.opens[k]].form == finite || a.groups[a.opens[k]].form == participle) {
			switch words.Reporting(a.tokens[a.groups[a.opens[k]].main].Lower) {
			case words.ReportNone, words.Plan, words.Ask:
				if a.groups[a.opens[k]].form == participle {
					continue // "told the stranded crews that"
				}
				return false
			}
			return true
		}
	}
	return false
}

// contentNouns are followed by what they say: "the claim that …".
var contentNouns = strings.Fields(`rumor rumour suggestion suggestions theory suspicion suspicions prediction predictions claim claims report reports news fear fears allegation allegations evidence fact hope hopes sign signs
	announcement statement statements warning warnings belief possibility chance rumors rumours accusation accusations speculation concern concerns idea notion view`)

// ofNoun reports whether a complement is a noun's and no verb's of saying.
func (a *analysis) ofNoun(s segment) bool {
	before := a.wordBefore(s.first)
	return a.tokens[s.first].Is("that") && before.Is(contentNouns...) && !before.Is("statement", "statements", "report", "reports")
}

// coordinate tells whether the conjunction at i joins a new clause, or a new
// verb to the same subject, and not two nouns.
func (a *analysis) coordinate(i int) boundary {
	body := i + 1
	if g, ok := a.groupAt(body); ok && (g.form == finite || g.form == participle) {
		return boundary{i, i, body, markCoordinate}
	}
	if a.clauseAhead(body) && !a.describesAhead(body) {
		return boundary{i, i, body, markCoordinate}
	}
	return boundary{}
}

// describesAhead reports whether token i begins a prepositional phrase and the
// next verb can be a participle in it: "and in the vote planned for May".
func (a *analysis) describesAhead(i int) bool {
	if i >= len(a.tokens) || a.tokens[i].Tag != "IN" || a.dated[i] {
		return false
	}
	for i++; i < len(a.tokens); i++ {
		if g := a.opens[i]; g >= 0 {
			return a.reduced(a.groups[g])
		}
		if !nominal(a.tokens[i]) {
			return false
		}
	}
	return false
}

// clauseAhead reports whether a subject and its finite verb follow from token i
// on, with no mark between that would end the clause first.
func (a *analysis) clauseAhead(i int) bool {
	noun := false
	for ; i < len(a.tokens); i++ {
		t := a.tokens[i]
		switch {
		case a.dated[i] || a.aside[i]:
			continue
		case a.speech[i] >= 0, t.Tag == ",", t.Tag == ":", t.Is("which", "who", "that", "because", "although") && noun:
			return false
		case t.Tag == "CC" && a.verbAt(i+1):
			return false
		case a.opens[i] >= 0 && a.groups[a.opens[i]].form == finite:
			return noun
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP", t.Tag == "DT", t.Tag == "EX", t.Tag == "CD":
			noun = true
		}
	}
	return false
}

// finiteAhead reports whether a finite verb follows before the next comma.
func (a *analysis) finiteAhead(i int) bool {
	for ; i < len(a.tokens) && a.tokens[i].Tag != ":"; i++ {
		if a.opens[i] >= 0 && a.groups[a.opens[i]].form == finite && !a.dated[i] {
			return true
		}
		if a.tokens[i].Tag == "," && !a.dated[i] {
			return false
		}
	}
	return false
}

// participleAhead reports whether a noun and what looks like a participle, but
// must be its past tense, make a clause from token i on: "after the Japanese
// landed in Malaya".
func (a *analysis) participleAhead(i int) bool {
	noun := false
	for ; i < len(a.tokens); i++ {
		t := a.tokens[i]
		if g := a.opens[i]; g >= 0 && noun {
			v := a.groups[g]
			return v.form == participle && v.main == v.first && v.last < len(a.tokens) && (a.tokens[v.last].Tag == "IN" || a.dated[v.last]) && !a.tokens[v.last].Is("by")
		}
		if !nominal(t) || a.dated[i] {
			return false
		}
		noun = noun || t.Tag == "DT" || strings.HasPrefix(t.Tag, "NN")
	}
	return false
}

func (a *analysis) verbAt(i int) bool {
	g, ok := a.groupAt(i)
	return ok && g.form == finite
}

func (a *analysis) gerundAt(i int) bool {
	g, ok := a.groupAt(i)
	return ok && g.form == gerund
}

// wordBefore is the last token before i that is no part of a date.
func (a *analysis) wordBefore(i int) words.Token {
	for i--; i >= 0; i-- {
		if !a.dated[i] {
			return a.tokens[i]
		}
	}
	return words.Token{}
}

// saysBefore reports whether a finite verb of saying ends just before token i.
func (a *analysis) saysBefore(i int) bool {
	for i--; i >= 0 && a.dated[i]; i-- {
	}
	if i >= 0 && a.tokens[i].Is("hopeful", "confident", "sure", "certain", "optimistic", "afraid") {
		return true
	}
	if i < 0 || !strings.HasPrefix(a.tokens[i].Tag, "VB") {
		return false
	}
	if thinking[words.Lemma(a.tokens[i].Lower)] {
		return true
	}
	switch words.Reporting(a.tokens[i].Lower) {
	case words.ReportSay, words.ReportFact, words.Claim, words.Warn:
		return !a.tokens[i].Is("told", "tell", "tells", "reported", "described", "quoted", "cited")
	}
	return false
}

func (a *analysis) startsNoun(i int) bool {
	switch t := a.tokens[i]; t.Tag {
	case "DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "EX", "VBG":
		return true
	}
	return false
}
