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
	for i := g.last; i < len(a.tokens); i++ {
		switch t := a.tokens[i]; {
		case a.dated[i], !t.Word(), t.Tag == "IN", t.Tag == "DT", t.Tag == "RB", t.Is(venues...):
		default:
			return false
		}
	}
	return saying[words.Lemma(a.tokens[g.main].Lower)]
}

// saying are the verbs that say nothing without what was said.
var saying = lemmas(`say tell add state explain remark reply respond comment note declare insist write post tweet continue claim`)

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
