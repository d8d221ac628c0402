package event

import (
	"strings"

	"dateline/timeline/words"
)

// A line is clean at a cut when nothing that is read as whole has its other half
// behind the cut. The checks here see such halves; where one fails, a shorter
// line or the quotation takes the title's place.

// clean reports whether the first n words leave no half of a word, of a
// quotation or of a clause behind them.
func (l *line) clean(n int) bool {
	return !l.parted(n) && !l.asksBehind(n) && !l.losesContent(n)
}

// parted reports whether the last of the first n words goes on right behind
// them with a hyphen or a slash: "pro- and anti-war", "4 p.m.-8 a.m.".
func (l *line) parted(n int) bool {
	at := l.words[n-1].token
	if at+1 >= len(l.a.tokens) || l.a.tokens[at].End != l.a.tokens[at+1].Start {
		return false
	}
	next := l.a.tokens[at+1].Text
	return len(next) > 0 && strings.ContainsAny(next[:1], `-/\`) && next != "--"
}

// asksBehind reports whether the first n words end with a verb whose object is
// the question right behind it: "it was hard to see | where it came from".
func (l *line) asksBehind(n int) bool {
	at := l.words[n-1].token
	if !strings.HasPrefix(l.a.tokens[at].Tag, "VB") {
		return false
	}
	for at++; at < len(l.a.tokens) && l.a.dated[at]; at++ {
	}
	if at >= len(l.a.tokens) {
		return false
	}
	t := l.a.tokens[at]
	return t.Is("what", "how", "why", "whether", "whom") || t.Is("where", "who") && l.a.tokens[at-1].Tag == "VB"
}

// losesContent reports whether the last verb of the first n words is one of
// saying or thinking whose clause has its own verb only behind them: "believed
// war | against the islands was illegal".
func (l *line) losesContent(n int) bool {
	for i := n - 1; i >= l.verb; i-- {
		g := l.a.opens[l.words[i].token]
		if g < 0 || l.a.groups[g].form != finite {
			continue
		}
		main := l.a.tokens[l.a.groups[g].main].Lower
		if !thinking[words.Lemma(main)] && words.Reporting(main) == words.ReportNone || l.a.groups[g].main >= l.words[n-1].token {
			return false
		}
		return nominal(l.a.tokens[min(l.a.groups[g].last, len(l.a.tokens)-1)]) && l.verbBeyond(n)
	}
	return false
}

// verbBeyond reports whether a finite verb stands behind the first n words of
// the line, before any comma.
func (l *line) verbBeyond(n int) bool {
	for i := n; i < len(l.words) && l.token(i).Tag != ","; i++ {
		if t := l.token(i); t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "CC" {
			return false
		}
		if g := l.a.opens[l.words[i].token]; g >= 0 && l.a.groups[g].form == finite {
			return true
		}
	}
	return false
}

// glued reports whether a date is written into one word with what stands beside
// it, "August/September", so that it cannot be left out without leaving a half.
func (a *analysis) glued(s stretch) bool {
	joint := func(i, j int) bool {
		if i < 0 || j >= len(a.tokens) || a.tokens[i].End != a.tokens[j].Start {
			return false
		}
		before, after := a.tokens[i].Text, a.tokens[j].Text
		return strings.ContainsAny(after[:1], `/\`) || strings.ContainsAny(before[len(before)-1:], `/\`)
	}
	return !s.empty() && (joint(s.first-1, s.first) || joint(s.last-1, s.last))
}

// pastBeforeQuestion sets right the verb of a sentence that was taken for a
// participle, though a question is its object: "condemned on Monday what …".
func (a *analysis) pastBeforeQuestion() {
	for i := 1; i < len(a.tokens); i++ {
		if a.tokens[i].Tag != "VBN" || !strings.HasPrefix(a.tokens[i-1].Tag, "NN") {
			continue
		}
		next := i + 1
		for next < len(a.tokens) && a.dated[next] {
			next++
		}
		if next < len(a.tokens) && next > i+1 && a.tokens[next].Tag == "WP" && a.tokens[next].Is("what") {
			a.tokens[i].Tag = "VBD"
		}
	}
}

// predicated is the subject of the clause before a relative clause that only
// says what the subject is: "Orlov is a diplomat | who was minister". It is
// empty where the clause before says anything else, or names nobody.
func (a *analysis) predicated(k int) stretch {
	if k == 0 || a.segments[k-1].verb < 0 || a.segments[k-1].tangled || a.segments[k-1].last != a.segments[k].first {
		return stretch{}
	}
	s := a.segments[k-1]
	g := a.groups[s.verb]
	if g.negated || g.passive || words.Lemma(a.tokens[g.main].Lower) != "be" || s.subject.empty() || g.last >= s.last || !a.tokens[g.last].Is("a", "an") {
		return stretch{}
	}
	for i := g.last; i < s.last; i++ {
		if !nominal(a.tokens[i]) {
			return stretch{}
		}
	}
	who := a.tokens[s.subject.first]
	if who.Is("he", "she") || a.tokens[s.subject.last-1].Tag == "NNP" && !a.joins(s.subject) {
		return s.subject
	}
	return stretch{}
}

// attributeAhead makes the clause behind a remark of who said it that clause's
// content: "However, Keller said Friday, the roads are open".
func (a *analysis) attributeAhead() {
	for k := 0; k+1 < len(a.segments); k++ {
		s, next := a.segments[k], &a.segments[k+1]
		if s.verb >= 0 {
			if k > 1 || !a.saysNoMore(s) || a.reportOf(s) != words.ReportSay && a.reportOf(s) != words.ReportFact {
				return
			}
			if next.mark == markComma && next.verb >= 0 && next.holds(next.subject.first) && !next.subject.empty() {
				next.mark = markComplement
			}
			return
		}
		if s.last-s.first > 3 || s.mark == markSpeech {
			return
		}
	}
}

// saysNoMore reports whether nothing but a date follows the verb of s.
func (a *analysis) saysNoMore(s segment) bool {
	if s.subject.empty() || s.after || !s.holds(s.subject.first) {
		return false
	}
	for i := a.groups[s.verb].last; i < s.last; i++ {
		if !a.dated[i] {
			return false
		}
	}
	return true
}
