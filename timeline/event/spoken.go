package event

import (
	"strings"

	"dateline/timeline/words"
)

// spoken is the title of a direct quotation: the speaker, and of the words as
// many as make sense alone.
func (x *extractor) spoken(f *fact, said string, v voice) (string, bool) {
	said = strings.Trim(said, " ,.;:")
	if predicate(said) {
		return "", false // the quoted words go on a clause: the plan “means change”
	}
	limit, who := maxWords, ""
	if v.short != "" && count(v.short) <= 5 {
		limit, who = maxWords-count(v.short), v.short+": "
	}
	t := utterance(said, limit)
	return who + "“" + t + "”", t != ""
}

// predicate reports whether quoted words begin with a finite verb, whose subject
// stands before the quotation.
func predicate(said string) bool {
	tokens := words.Tokenize(said, spanOf(said))
	if len(tokens) > 6 {
		tokens = tokens[:6]
	}
	words.Tag(tokens)
	return len(tokens) > 1 && !tokens[0].Capital() && (tokens[0].Tag == "VBZ" || tokens[0].Tag == "VBD" || tokens[0].Tag == "MD") && !tokens[0].Is("'s")
}

// condition is the first segment that is a condition, -1 for none: without it
// the rest would say more than was said.
func (a *analysis) condition() int {
	for k := range a.segments {
		if a.conditional(k) {
			return k
		}
	}
	return -1
}

// conditional reports whether segment k is a condition: "if …", "in case …",
// "should …" at the beginning.
func (a *analysis) conditional(k int) bool {
	s := a.segments[k]
	first := a.tokens[s.first]
	return s.mark == markSubordinate && first.Is("if", "unless", "until") ||
		first.Is("should", "had", "were") && s.first == a.start() ||
		first.Is("in") && s.first+1 < s.last && a.tokens[s.first+1].Is("case")
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
