package event

import (
	"strings"

	"dateline/timeline/words"
)

// excerpt is the fallback title: the words of the clause as they stand, its
// date left out, cut where a phrase ends and marked with “…” where it is cut.
// Segment k is the clause of the fact, -1 where none was found.
func (x *extractor) excerpt(f *fact, k int) (string, bool) {
	a := f.analysis
	if k < 0 || a.segments[k].verb < 0 || a.segments[k].mark == markSubordinate || a.segments[k].mark == markComplement || a.rumoured(k) || a.attributes(k) {
		k = a.governor(k)
	}
	if k < 0 {
		return "", false
	}
	l, ok := a.loose(k)
	if !ok {
		return "", false
	}
	return x.resolved(f, l).shortest(maxWords)
}

// shortest is the line clipped to at most limit words, with as much of its
// subject left out as lets it tell the most.
func (l *line) shortest(limit int) (string, bool) {
	best, far := "", 0
	for _, v := range [...]*line{l, l.withoutTitle(), l.withoutTitles(), l.shortSubject(false), l.withoutArticle()} {
		if t, n, ok := v.clipped(limit); ok && v.words[n-1].token > far {
			best, far = t, v.words[n-1].token
		}
	}
	return best, best != ""
}

// withoutTitles is the line with every person in its subject called by the name
// alone: "Clinton and Judeh spoke" for "Secretary Clinton and Minister Judeh".
func (l *line) withoutTitles() *line {
	drop := make([]bool, l.subject)
	dropped := 0
	for _, n := range l.a.names {
		last := 0
		for last < l.subject && l.words[last].token != n.Last-1 {
			last++
		}
		first := last - (n.Last - n.First) + 1
		if n.Role == "" || last >= l.subject || first <= 0 {
			continue
		}
		from := first
		for from > 0 && l.token(from-1).Tag != "CC" && l.token(from-1).Tag != "," {
			from--
		}
		short := *l
		short.words = l.words[from:]
		if from < first && short.titles(first-from) {
			for i := from; i < first; i++ {
				drop[i], dropped = true, dropped+1
			}
		}
	}
	short := *l
	short.words, short.subject, short.verb, short.list = nil, l.subject-dropped, l.verb-dropped, max(0, l.list-dropped)
	for i, w := range l.words {
		if i >= l.subject || !drop[i] {
			short.words = append(short.words, w)
		}
	}
	return &short
}

// governor is the clause that says what segment k tells, where one does, else
// the main clause, -1 for none.
func (a *analysis) governor(k int) int {
	if k > 0 && (a.segments[k].mark == markComplement || a.rumoured(k)) {
		for j := k - 1; j >= 0; j-- {
			if a.segments[j].verb >= 0 && a.segments[j].mark != markComplement {
				return j
			}
		}
	}
	return a.toldClause()
}

// withoutArticle is the line without the article it begins with, as headlines
// have it.
func (l *line) withoutArticle() *line {
	if l.subject < 2 || l.token(0).Tag != "DT" || !l.token(0).Is("the", "a", "an") {
		return l
	}
	short := *l
	short.words, short.subject, short.verb, short.list = l.words[1:], l.subject-1, l.verb-1, max(0, l.list-1)
	return &short
}

// toldClause is the main clause that says more than who spoke, -1 for none.
func (a *analysis) toldClause() int {
	for k := range a.segments {
		if a.independent(k) && !a.attributes(k) && !(a.reports(k) && a.hollow(k)) {
			return k
		}
	}
	return -1
}

// hollow reports whether nothing but a date or a place follows the verb of
// segment k, nor what was said behind it.
func (a *analysis) hollow(k int) bool {
	s := a.segments[k]
	if k+1 < len(a.segments) && (a.segments[k+1].mark == markComplement || a.segments[k+1].mark == markSpeech) {
		return false
	}
	for i := a.groups[s.verb].last; i < s.last; i++ {
		if t := a.tokens[i]; !a.dated[i] && t.Tag != "." && t.Tag != "," {
			return false
		}
	}
	return true
}

// loose is the line of segment k and of all that follows in its sentence. It
// makes no claim that its end is the end of the clause.
func (a *analysis) loose(k int) (*line, bool) {
	s := a.segments[k]
	if s.subject.empty() || s.after || s.mark == markRelative || a.tokens[s.subject.first].Is("that", "which", "who", "what") && s.subject.last-s.subject.first == 1 {
		return nil, false
	}
	g := a.groups[s.verb]
	l := &line{a: a, main: g}
	l.add(s.subject)
	l.subject = len(l.words)
	from := g.first
	if s.body <= s.subject.first && s.subject.last <= g.first {
		from = s.subject.last
	}
	l.add(stretch{from, g.last})
	l.verb = len(l.words)
	end := len(a.tokens)
	for j := k + 1; j < len(a.segments); j++ {
		if a.attributes(j) {
			end = max(g.last, a.segments[j].first-1)
			break
		}
	}
	if words.Lemma(a.tokens[g.main].Lower) == "be" && g.last < end && a.own[g.last] {
		// "The deadline is Friday": the date is what is said.
		for i := g.last; i < end && a.own[i]; i++ {
			l.words = append(l.words, word{token: i})
		}
	}
	l.add(stretch{g.last, end})
	l.dropCommas()
	return l, l.subject > 0
}

// dropCommas takes out the commas that a date left behind a conjunction: "said
// that, the bridge".
func (l *line) dropCommas() {
	kept := l.words[:0]
	for i, w := range l.words {
		if i > 0 && l.a.tokens[w.token].Tag == "," && w.token > kept[len(kept)-1].token+1 {
			if last := l.a.tokens[kept[len(kept)-1].token]; last.Tag == "IN" || last.Tag == "CC" || last.Is("that") {
				continue
			}
		}
		kept = append(kept, w)
	}
	l.words = kept
}

// clipped is the line whole, or its longest beginning of at most limit words
// that ends where a phrase does, with “…” behind it; and how many of its words
// that are.
func (l *line) clipped(limit int) (string, int, bool) {
	if t := l.text(len(l.words)); count(t) <= limit && l.closes(l.lastWord(len(l.words)), len(l.words)) && !l.wantsContent(len(l.words)) {
		return t, len(l.words), true
	}
	for _, how := range [...]struct{ hard, aimless bool }{{false, false}, {true, false}, {true, true}} {
		for n := min(len(l.words)-1, limit*tokensAWord); n > l.verb; n-- {
			last := l.lastWord(n)
			if !l.pauses(n, how.hard) || !l.closes(last, n) || l.token(last).Is(hanging...) || l.opensClause(n) || l.wantsContent(n) || l.openPair(n) {
				continue
			}
			if !how.aimless && l.wantsAim(n) {
				continue
			}
			if t := l.ellipsis(n); count(t) <= limit {
				return t, n, true
			}
		}
	}
	return "", 0, false
}

// rounds reports whether the first n words are a clause that is as true without
// the rest, so that nothing needs to mark the cut.
func (l *line) rounds(n int) bool {
	if l.token(0).Tag == "PRP" || l.token(n).Is("that", "since", "than") {
		return false
	}
	for i := range n {
		if l.token(i).Tag == "," && i >= l.subject {
			return false // a list, or an aside that does not end
		}
		if l.token(i).Is("not", "n't", "never", "no", "nobody", "none", "nothing", "only", "few", "little") {
			return false // what it denies may come behind the cut
		}
	}
	said := words.Reporting(l.a.tokens[l.main.main].Lower) != words.ReportNone
	return !said && l.main.tense != modal && l.severable(n, false) && l.complete(n) && !l.wantsAim(n)
}

// hanging are words that a phrase does not end with, whatever they are tagged.
var hanging = strings.Fields("because that just even only right so as if when while than both such like aside according until")

// ellipsis renders the first n words with “…” behind them, inside a quotation
// that is cut.
func (l *line) ellipsis(n int) string {
	open := false
	for i := range n {
		if t := l.token(i); t.Tag == "``" || t.Tag == "''" {
			open = t.Tag == "``"
		}
	}
	if !open && l.rounds(n) {
		return l.text(n)
	}
	if !open {
		return l.text(n) + "…"
	}
	cut := *l
	cut.words = append(l.words[:n:n], word{token: l.words[n-1].token, text: ellipsisQuote})
	return cut.text(n + 1)
}

// ellipsisQuote ends a quotation that is cut short.
const ellipsisQuote = "…”"

// lastWord is the last of the first n words that is no mark.
func (l *line) lastWord(n int) int {
	i := n - 1
	for i > 0 && (l.token(i).Tag == "," || l.token(i).Tag == "." || l.token(i).Tag == "''" || l.token(i).Tag == ":") {
		i--
	}
	return i
}

// pauses reports whether a phrase can end before word n; a hard pause may part a
// noun from its genitive.
func (l *line) pauses(n int, hard bool) bool {
	t, before := l.token(n), l.token(n-1)
	switch t.Tag {
	case ",", ":", "WDT", "WP", "WRB", ".":
		return true
	case "IN", "TO":
		if t.Tag == "TO" && !hard && before.Tag == "JJ" && n+1 < len(l.words) && l.token(n+1).Tag == "VB" {
			return false // "it was hard | to see"
		}
		if t.Is("of") && strings.HasPrefix(before.Tag, "NNP") || t.Tag == "TO" && before.Is("up", "down", "in", "due", "according") {
			return false // "Bank | of Chile", "lived up | to it"
		}
		return n > l.verb+1 && (hard || !t.Is("of", "than", "per")) && !l.a.quantifies(l.words[n].token)
	case "CC":
		return n > l.verb+1 && (hard || !strings.HasPrefix(before.Tag, "NNP"))
	case "VBG", "VBN":
		return strings.HasPrefix(before.Tag, "NN") && l.a.opens[l.words[n].token] >= 0
	}
	return false
}

// quoted is the quotation cut to a title's length, where a phrase ends if it
// can be.
func (x *extractor) quoted(f *fact) string {
	whole := x.wording(f)
	if h := f.analysis.head; h > 0 && h < len(f.analysis.tokens) {
		whole = fold(x.doc.Text[f.analysis.tokens[h].Start:f.passage.End])
	}
	if x.anchors(f) {
		f.analysis.leaveOut(nil)
	}
	t, ok := x.excerpt(f, f.segment)
	if ok && (count(whole) > maxWords || !strings.HasSuffix(t, "…")) {
		return t
	}
	if count(whole) <= maxWords {
		return capitalize(tidy(unled(whole)))
	}
	return capitalize(balance(f.analysis.beginning(f.analysis.opening(), maxWords))) + "…"
}

// anchors reports whether the words of a sentence are true only with their date:
// "may not open until July", "nothing since the flood of 2013".
func (x *extractor) anchors(f *fact) bool {
	outer := f.analysis.tokensOf(x.mentions[f.mention].Outer)
	return !outer.empty() && f.analysis.tokens[outer.first].Is("until", "till", "before", "of", "since", "by", "than")
}

// unled is a sentence without the conjunction that it begins with.
func unled(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	switch strings.ToLower(first) {
	case "and", "but", "so", "or":
		return rest
	}
	return s
}

// opening is the token that an excerpt of the passage begins with: that of the
// main clause where only a subordinate clause or a phrase stands before it.
func (a *analysis) opening() int {
	k := a.toldClause()
	if k <= 0 || a.segments[k].after || a.segments[k].subject.first < a.head {
		return a.head
	}
	for j := range k {
		s := a.segments[j]
		if a.conditional(j) {
			continue
		}
		if s.verb >= 0 && s.mark != markSubordinate || a.hasFinite(s.stretch) && s.mark != markSubordinate {
			return a.head
		}
	}
	return a.segments[k].subject.first
}

// hasFinite reports whether a word that can only be a finite verb stands in s.
func (a *analysis) hasFinite(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if t := a.tokens[i]; !a.dated[i] && (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "MD") {
			return true
		}
	}
	return false
}

// beginning is as much of the passage from token first on as makes at most limit
// words and ends where a phrase does.
func (a *analysis) beginning(first, limit int) string {
	if len(a.tokens) == 0 {
		return ""
	}
	for first < len(a.tokens) && (a.tokens[first].Is("and", "but", "so", "yes", "well", "thus", "or") || !a.tokens[first].Word() && a.tokens[first].Tag != "``" && a.tokens[first].Tag != "$") {
		first++
	}
	if first >= len(a.tokens) {
		first = 0
	}
	for _, told := range [...]bool{true, false} {
		for _, hard := range [...]bool{false, true} {
			if s := a.breath(first, limit, hard, told); s != "" {
				return s
			}
		}
	}
	f := strings.Fields(a.text[a.tokens[first].Start:a.tokens[len(a.tokens)-1].End])
	return strings.Join(f[:min(limit, len(f))], " ")
}

// breath is the longest stretch of text from token first on that has at most
// limit words and ends with a phrase, "" for none. One that tells has a verb.
func (a *analysis) breath(first, limit int, hard, tells bool) string {
	best := ""
	for i := first + 1; i < len(a.tokens); i++ {
		s := fold(a.text[a.tokens[first].Start:a.tokens[i-1].End])
		if count(s) > limit {
			break
		}
		if count(s) >= min(5, limit/2) && a.breathes(i, hard) && (!tells || a.hasFinite(stretch{first, i})) {
			best = s
		}
	}
	return best
}

// breathes reports whether a phrase ends before token i of the text; a hard end
// may part a noun from what belongs to it.
func (a *analysis) breathes(i int, hard bool) bool {
	before, t := a.tokens[i-1], a.tokens[i]
	switch before.Tag {
	case "IN", "DT", "CC", "JJ", "PRP$", "MD", "TO", "WDT", "WP", "WRB", "POS", "$", "VBZ", "VBP":
		return false
	}
	if !before.Word() || before.Is(hanging...) {
		return false
	}
	if before.Tag == "VB" && transitive[words.Lemma(before.Lower)] {
		return false // "and put | in place"
	}
	switch t.Tag {
	case "TO":
		return hard || !strings.HasPrefix(before.Tag, "VB")
	case ",", "IN", "CC", ":", "WDT", "WP", ".":
		return hard || !t.Is("of", "than", "per")
	}
	return hard && strings.HasPrefix(before.Tag, "NN") && !nominal(t)
}
