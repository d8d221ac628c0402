package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/words"
)

// A line is clean at a cut when nothing that is read as whole has its other half
// behind the cut. The checks here see such halves; where one fails, a shorter
// line or the quotation takes the title's place.

// clean reports whether the first n words leave no half of a word, of a
// quotation or of a clause behind them.
func (l *line) clean(n int) bool {
	return !l.parted(n) && !l.opensNoun(n) && !l.opensRange(n) && !l.runsOn(n) && !l.opensSubject(n) && !l.asksBehind(n) && !l.losesContent(n)
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

// opensSubject reports whether the first n words end with a pronoun that can only
// be the subject of what comes behind: "it has crept up, and now it".
func (l *line) opensSubject(n int) bool {
	i := l.lastWord(n)
	if i <= l.verb {
		return false
	}
	if before := l.token(i - 1); l.token(i).Is("it") {
		return before.Tag == "CC" || before.Tag == "," || before.Is("now", "then", "here", "so")
	}
	return l.token(i).Is("he", "she", "they", "we", "i")
}

// runsOn reports whether the first n words hold a verb that nothing joins to what
// stands before it, and that so belongs to a clause around them: "announced
// plans to cut jobs | include".
func (l *line) runsOn(n int) bool {
	for i := l.verb + 1; i < n; i++ {
		t, before := l.token(i), l.token(i-1)
		if t.Tag != "VB" && t.Tag != "VBP" && t.Tag != "VBZ" || before.Tag != "NNS" && before.Tag != "NNPS" {
			continue
		}
		if l.infinitiveBefore(i) && !l.asks(i) {
			return true
		}
	}
	return false
}

// asks reports whether a verb before word i can have a bare infinitive, or a
// clause of its own, after its object: "to help the boys learn".
func (l *line) asks(i int) bool {
	for i--; i >= 0; i-- {
		t := l.token(i)
		if t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WRB" || t.Tag == "IN" && (t.Is("that") || t.Is(subordinators...)) {
			return true
		}
		lemma := words.Lemma(t.Lower)
		if strings.HasPrefix(t.Tag, "VB") && (sending[lemma] || thinking[lemma] || words.Reporting(t.Lower) != words.ReportNone || t.Is("help", "let", "make", "have", "ensure", "demand")) {
			return i > 0 && i >= l.verb
		}
	}
	return false
}

// opensNoun reports whether the first n words end within a noun phrase or right
// behind the participle of one: "a transparent | and impartial inquiry", "the
// crowd gathered | in the square".
func (l *line) opensNoun(n int) bool {
	i := l.lastWord(n)
	if i <= l.verb {
		return false
	}
	before, next := l.token(i-1), l.words[n-1].token+1
	if before.Tag == "``" && l.token(n-1).Tag != "''" {
		return true // a quotation's first word alone
	}
	if lemma := words.Lemma(l.token(i).Lower); before.Tag == "CC" && (lemma == "be" || lemma == "have") {
		return true // "ran into a crowd and were"
	}
	switch l.token(i).Tag {
	case "JJ":
		return before.Is("a", "an")
	case "VBN":
		return n < len(l.words) && before.Tag == "NNS" && l.a.tokens[next].Tag == "IN"
	}
	return false
}

// opensRange reports whether "from" stands in the first n words and its "to"
// behind them: "rose from 71 percent | of what was made | to 115".
func (l *line) opensRange(n int) bool {
	for i := n - 1; i >= l.verb; i-- {
		if l.token(i).Is("to") {
			return false
		}
		if !l.token(i).Is("from") {
			continue
		}
		for ; n+1 < len(l.words) && l.token(n).Tag != ","; n++ {
			if next := l.token(n + 1); l.token(n).Is("to") && (next.Tag == "CD" || next.Tag == "$") {
				return true
			}
		}
	}
	return false
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
			if k > 1 || s.mark == markSubordinate || a.tokens[a.groups[s.verb].main].Is("told") || !a.saysNoMore(s) || a.reportOf(s) != words.ReportSay && a.reportOf(s) != words.ReportFact {
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

// brief reports whether a fact told by a participle is best told by its whole
// sentence, which is no longer than a title: "the system, set up in 2003, lets
// people vote by post" says more than "system set up".
func (x *extractor) brief(f *fact) bool {
	a := f.analysis
	if f.entry || f.segment < 0 || a.segments[f.segment].verb >= 0 || a.segments[f.segment].mark != markComma || count(x.wording(f)) > maxWords {
		return false
	}
	for _, s := range a.segments {
		if s.mark == markSpeech {
			return false
		}
		if s.verb >= 0 && s.mark != markRelative && s.mark != markSubordinate && a.participleLed(f.segment) {
			return !a.pronounSubject(s.subject)
		}
	}
	return false
}

// headed reports whether a story begins at token i right behind its heading or a
// caption with no mark at its end: a word written large that is part of no name,
// behind one written small ("time to pay Within hours of the vote …").
func (a *analysis) headed(i int) bool {
	t := a.tokens[i]
	if i < a.head+3 || i+1 >= len(a.tokens) || !t.Capital() || a.quoted[i] || a.tokens[i+1].Capital() || len(t.Text) > 1 && strings.ToUpper(t.Text) == t.Text {
		return false
	}
	if before := a.tokens[i-1]; before.Capital() || a.dated[i-1] || before.End >= t.Start || !lettered(before.Text) {
		return false
	}
	return t.Is("the", "his", "her", "their", "its", "he", "she", "they", "it", "this", "these", "there",
		"however", "within", "when", "while", "although", "despite", "as", "after", "since", "because", "if", "during", "in")
}

// lettered reports whether s ends with a letter or a figure.
func lettered(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// overDoer takes whose work a noun is, or what it is about, together with the
// noun: "the report by the board, published …".
func (a *analysis) overDoer(n stretch) stretch {
	if n.first < 2 || !a.tokens[n.first-1].Is("by", "on", "about", "into", "against") {
		return n
	}
	if wide := a.nounBefore(n.first - 1); !wide.empty() && wide.last == n.first-1 {
		return stretch{wide.first, n.last}
	}
	return n
}

// ageOf reports whether what looks like a subject is the age of the one named
// before it: "the woman, 35, described".
func (a *analysis) ageOf(s stretch) bool {
	return s.last-s.first == 1 && s.first > 1 && a.tokens[s.first].Tag == "CD" && a.tokens[s.first-1].Tag == "," &&
		s.last < len(a.tokens) && a.tokens[s.last].Tag == "," && strings.HasPrefix(a.tokens[s.first-2].Tag, "NN")
}

// untold reports whether segment k is what somebody did not say or is not known.
func (a *analysis) untold(k int) bool {
	if k == 0 || a.segments[k].mark != markComplement || a.segments[k-1].verb < 0 {
		return false
	}
	return a.groups[a.segments[k-1].verb].negated
}

// particles are prepositions that can be the last word of a verb: "fell through".
var particles = map[string]bool{"up": true, "down": true, "out": true, "off": true, "through": true, "over": true,
	"away": true, "back": true, "along": true, "apart": true, "under": true, "around": true}

// particle reports whether word i belongs to the verb before it and governs
// nothing: only the end of the clause or a date comes behind.
func (l *line) particle(i int) bool {
	if i == 0 || !particles[l.token(i).Lower] || !strings.HasPrefix(l.token(i-1).Tag, "VB") {
		return false
	}
	next := l.words[i].token + 1
	return next >= len(l.a.tokens) || l.a.dated[next] || l.a.tokens[next].Tag == "." || l.a.tokens[next].Tag == ","
}

// bodies are the words that the names of bodies go on from: "Centre for …".
var bodies = lemmas(`agency alliance association authority campaign center centre coalition commission committee conference council
	court department foundation front fund institute league ministry movement network office organisation organization party school
	society union`)

// insideName reports whether the preposition at word n stands in the name of a
// body: "International Organization | for Migration".
func (l *line) insideName(n int) bool {
	before := l.token(n - 1)
	return n+1 < len(l.words) && strings.HasPrefix(before.Tag, "NNP") && strings.HasPrefix(l.token(n+1).Tag, "NNP") &&
		bodies[words.Lemma(before.Lower)]
}
