package event

import (
	"strings"

	"dateline/timeline/words"
)

// placed says where, if the title has room for it and the sentence told it
// apart from the clause: "In Lima, crowds gathered", "in Latvia, where riots
// broke out".
func (l *line) placed(title string, limit int) string {
	k := l.segment()
	if k < 0 || strings.HasSuffix(title, "…") {
		return title
	}
	for _, s := range l.a.whereabouts(k, l) {
		where := &line{a: l.a}
		where.add(s)
		t := uncapitalizeFirst(where.plain(len(where.words)))
		if n := count(t); n > 1 && count(title)+n <= limit && !strings.Contains(title, lastWord(t)) {
			return title + " " + t
		}
	}
	return title
}

// segment is the one whose verb is the line's, -1 for none.
func (l *line) segment() int {
	for k, s := range l.a.segments {
		if s.verb >= 0 && l.a.groups[s.verb].first == l.main.first {
			return k
		}
	}
	return -1
}

// whereabouts are the phrases that say where clause k happened, from the longest
// to the shortest.
func (a *analysis) whereabouts(k int, l *line) []stretch {
	s := a.segments[k]
	if s.first < len(a.tokens) && a.tokens[s.first].Is("where") && s.first > 0 {
		n := a.nounBefore(s.first)
		if !n.empty() && n.first > 0 && a.tokens[n.first-1].Is(locating...) && a.holdsPlace(n) {
			return []stretch{{n.first - 1, n.last}}
		}
		return nil
	}
	if k == 0 || s.mark != markComma || l.hasObject() {
		return nil
	}
	front := a.segments[k-1]
	first := a.past(front.body, front.last)
	if front.verb >= 0 || front.mark != markStart || first >= front.last || !a.tokens[first].Is(locating...) || a.dated[first] || !a.holdsPlace(front.stretch) {
		return nil
	}
	out := []stretch{a.trim(stretch{first, front.last})}
	for i := front.last - 1; i > first; i-- {
		if a.tokens[i].Is(locating...) && a.holdsPlace(stretch{i, front.last}) && !a.dated[i] {
			out = append(out, a.trim(stretch{i, front.last})) // "in a suburb in Lima": in Lima
			break
		}
	}
	return out
}

// locating are the prepositions that say where.
var locating = strings.Fields("in at near outside inside")

// hasObject reports whether a noun stands right behind the line's verb, which
// a place added to the end could be taken to belong to; of what was said, the
// place is the speaker's.
func (l *line) hasObject() bool {
	if words.Reporting(l.a.tokens[l.main.main].Lower) != words.ReportNone {
		return true
	}
	for i := l.verb; i < len(l.words); i++ {
		switch t := l.token(i); t.Tag {
		case "RB", "RP":
		default:
			return nominal(t) || t.Tag == "TO" || t.Tag == "VBN" || t.Tag == "VBG"
		}
	}
	return false
}

// holdsPlace reports whether s names a place.
func (a *analysis) holdsPlace(s stretch) bool {
	for _, n := range a.names {
		if n.First >= s.first && n.Last <= s.last && n.Kind == words.PlaceName {
			return true
		}
	}
	return false
}

// uncapitalizeFirst begins a phrase with a small letter, its first word being a
// preposition.
func uncapitalizeFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// within is the title of the clause around a noun whose happening is dated,
// where the clause happened in its course: "the mayor lost his seat in the 2006
// election". It reports false where it did not, or another date is the clause's.
func (x *extractor) within(f *fact) (string, bool) {
	a := f.analysis
	k := f.segment
	if k < 0 || a.segments[k].verb < 0 || f.mention < 0 {
		return "", false
	}
	s, at := a.segments[k], f.noun.first
	if at > 0 && a.tokens[at].Tag != "IN" {
		at--
	}
	g := a.groups[s.verb]
	if !s.holds(at) || at < g.last || !a.tokens[at].Is("in", "at", "during") || g.tense != past || g.negated || a.datedIn(s.stretch) {
		return "", false
	}
	v := x.voiceOf(f, k)
	if v.report != words.ReportNone {
		return "", false
	}
	a.leaveOut(nil)
	t, ok := x.titleOf(f, k, v)
	return t, ok && count(t) <= maxWords
}
