package event

import "strings"

// spoken is the title of a direct quotation: the speaker, and of the words as
// many as make sense alone.
func (x *extractor) spoken(f *fact, said string, v voice) (string, bool) {
	said = strings.Trim(said, " ,.;:")
	limit, who := maxWords, ""
	if v.short != "" && count(v.short) <= 5 {
		limit, who = maxWords-count(v.short), v.short+": "
	}
	if s := firstSentence(said); count(s) <= limit {
		return who + "“" + s + "”", true
	}
	inner := analyse(said, spanOf(said), nil)
	for k, s := range inner.segments {
		if s.verb < 0 {
			continue
		}
		l, ok := inner.clause(k)
		if ok && s.mark != markSubordinate && s.mark != markRelative && s.mark != markComplement && inner.condition() < 0 {
			if t, ok := l.fit(limit); ok {
				return who + "“" + t + "”", true
			}
		}
		break
	}
	return who + "“" + inner.beginning(inner.opening(), limit) + "…”", true
}

// condition is the first segment that is a condition, -1 for none: without it
// the rest would say more than was said.
func (a *analysis) condition() int {
	for k, s := range a.segments {
		if s.mark == markSubordinate && a.tokens[s.first].Is("if", "unless", "until") || a.tokens[s.first].Is("in") && s.first+1 < s.last && a.tokens[s.first+1].Is("case") {
			return k
		}
	}
	return -1
}

// speechText is what stands between the quotation marks of s.
func (a *analysis) speechText(s stretch) string {
	if !s.empty() && a.tokens[s.first].Tag == "``" {
		s.first++
	}
	if !s.empty() && a.tokens[s.last-1].Tag == "''" {
		s.last--
	}
	return a.string(s)
}

func firstSentence(s string) string {
	for _, end := range [...]string{". ", "! ", "? "} {
		if i := strings.Index(s, end); i > 0 && !abbreviated(s[:i+1]) {
			s = s[:i]
		}
	}
	return s
}

// fragment is the title of a passage that has no verb, as the entries of a
// list of dates have none.
func (x *extractor) fragment(f *fact) (string, bool) {
	a := f.analysis
	l := &line{a: a}
	l.add(stretch{0, len(a.tokens)})
	t := l.text(len(l.words))
	return t, t != "" && count(t) <= maxWords && a.hasNoun(stretch{0, len(a.tokens)})
}
