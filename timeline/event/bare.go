package event

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/words"
)

// attribution reports whether the whole passage only says who spoke, and when
// and where: "The president said in a statement on Friday." What was said stands
// in the sentence before or after it.
func (a *analysis) attribution() bool {
	at := -1
	for k, s := range a.segments {
		first := a.tokens[s.first]
		leads := s.verb >= 0 || a.dated[s.first] || first.Tag == "IN" || first.Tag == "RB" || first.Tag == "CC" || k > 0
		if s.mark == markSpeech || s.verb >= 0 && at >= 0 || !leads {
			return false
		}
		if s.verb >= 0 {
			at = k
		}
	}
	if at < 0 || a.segments[at].subject.empty() || mine(a.string(a.segments[at].subject)) {
		return false
	}
	for _, t := range a.tokens {
		if t.Tag == "``" || t.Tag == "''" || t.Is("i", "we", "you") {
			return false
		}
	}
	g := a.groups[a.segments[at].verb]
	if r := a.reportOf(a.segments[at]); r != words.ReportSay && r != words.Claim && r != words.Warn || g.passive || g.form != finite {
		return false
	}
	listens := listening[words.Lemma(a.tokens[g.main].Lower)]
	for i := g.last; i < len(a.tokens); i++ {
		switch t := a.tokens[i]; {
		case listens && (nominal(t) || t.Is("of")) && !t.Is(contentNouns...):
		case a.dated[i], !t.Word(), t.Tag == "IN", t.Tag == "DT", t.Tag == "RB", t.Is(venues...):
		default:
			return false
		}
	}
	return listens || saying[words.Lemma(a.tokens[g.main].Lower)]
}

// saying are the verbs that say nothing without what was said.
var saying = lemmas(`say tell add state explain remark reply respond comment note declare insist write post tweet continue claim`)

// clock reports whether the clause of segment k only tells what time it is, and
// its date is the answer: "it is Friday in Cairo", "it's 7:37 p.m. right now".
func (a *analysis) clock(k int, date stretch) bool {
	if i := date.first - 1; i > 0 && a.tokens[i].Is("s") && a.tokens[i-1].Is("it") {
		return true // the apostrophe was lost
	}
	if k < 0 || a.segments[k].verb < 0 {
		return false
	}
	s := a.segments[k]
	g := a.groups[s.verb]
	if !a.itself(s.subject) || words.Lemma(a.tokens[g.main].Lower) != "be" || g.tense == past {
		return false
	}
	i := g.last
	for i < len(a.tokens) && (a.tokens[i].Tag == "RB" || a.tokens[i].Tag == "IN" && !a.dated[i]) && !date.holds(i) {
		i++
	}
	if i < len(a.tokens) && a.tokens[i].Tag == "CD" && strings.Contains(a.tokens[i].Text, ":") {
		return true
	}
	return date.holds(i) && (date.last >= len(a.tokens) || !a.tokens[date.last].Is("that", "when"))
}

// quotesNext reports whether a quotation follows right behind the verb g of s, a
// comma or a colon between: "the sign read: “…”", "they taunted, “…”".
func (a *analysis) quotesNext(s segment, g group) bool {
	i := g.last
	for i < len(a.tokens) && (a.dated[i] || a.tokens[i].Tag == "RB") {
		i++
	}
	return g.form == finite && i+1 < len(a.tokens) && (a.tokens[i].Tag == "," || a.tokens[i].Tag == ":") && a.speech[i+1] >= 0 && a.tokens[i+1].Tag == "``"
}

// saidSomewhere reports whether nothing but where or when it was said stands
// between a verb of saying and token i: "said in an interview | that her".
func (a *analysis) saidSomewhere(i int) bool {
	for k := i - 1; k > 0; k-- {
		t := a.tokens[k]
		if strings.HasPrefix(t.Tag, "VB") && !a.dated[k] {
			next := a.tokens[k+1]
			return saying[words.Lemma(t.Lower)] && t.Tag != "VBG" && (next.Tag == "IN" || next.Tag == "TO" || a.dated[k+1])
		}
		if !a.dated[k] && !nominal(t) && t.Tag != "IN" && t.Tag != "TO" {
			return false
		}
	}
	return false
}

// parenthetical reports whether segment j only says, between commas, who says or
// thinks what stands around it: "the dam, I think, will hold".
func (a *analysis) parenthetical(j int) bool {
	s := a.segments[j]
	if j == 0 || j+1 >= len(a.segments) || s.mark != markComma || s.verb < 0 || a.segments[j+1].mark != markComma {
		return false
	}
	g := a.groups[s.verb]
	lemma := words.Lemma(a.tokens[g.main].Lower)
	if s.last-s.first > 6 || g.form != finite || !thinking[lemma] && !saying[lemma] && words.Reporting(lemma) != words.ReportSay {
		return false
	}
	for i := g.last; i < s.last; i++ {
		if !a.dated[i] && a.tokens[i].Tag != "RB" {
			return false
		}
	}
	return true
}

// venues are the words for where, and to whom, somebody speaks.
var venues = strings.Fields(`statement interview speech address letter email e-mail press news conference briefing release note message television radio
	televised telephone phone reporters journalists report blog tweet post twitter facebook video website site`)

// withSaid is the passage of sentence i and the quotation beside it that it
// belongs to: the one before that ends with it, or the one that it announces.
func (x *extractor) withSaid(i int) (timeline.Span, bool) {
	own := trimSpace(x.doc.Text, x.sentences[i])
	if i > 0 {
		before := x.passage(i - 1)
		if s := x.doc.Text[before.Start:before.End]; quotedAt(s, false) {
			return timeline.Span{Start: before.Start, End: own.End}, true
		}
	}
	if i+1 < len(x.sentences) {
		after := x.passage(i + 1)
		if s := x.doc.Text[after.Start:after.End]; quotedAt(s, true) && after.Start >= own.End {
			return timeline.Span{Start: own.Start, End: after.End}, true
		}
	}
	return own, false
}

// quotedAt reports whether s begins, or else ends, with a quotation mark.
func quotedAt(s string, begins bool) bool {
	if begins {
		return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«") || strings.HasPrefix(s, "„")
	}
	return strings.HasSuffix(s, "”") || strings.HasSuffix(s, "\"") || strings.HasSuffix(s, "»")
}
