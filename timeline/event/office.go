package event

import (
	"strings"

	"dateline/timeline/words"
)

// holders are the persons that a passage calls by their office alone, where the
// document gives it to one person only: "the Belarusian leader".
func (x *extractor) holders(a *analysis) []string {
	var out []string
	for i := a.head; i < len(a.tokens); i++ {
		end := a.office(i)
		if end == i {
			continue
		}
		if name, ok := x.people().holder(a.tokens[i+1 : end]); ok && strings.Contains(name, " ") {
			out = append(out, name)
		}
		i = end
	}
	return out
}

// office returns where the words of an office that begin at "the" end, i for
// none: the office of a head of state or government, with no name after it.
func (a *analysis) office(i int) int {
	if !a.tokens[i].Is("the") {
		return i
	}
	end, roles := i+1, 0
	for end < len(a.tokens) && (words.Demonym(a.tokens[end].Text) != "" || words.Role(a.tokens[end].Lower)) {
		if words.Role(a.tokens[end].Lower) {
			roles++
		}
		end++
	}
	if roles == 0 || !heads[a.tokens[end-1].Lower] && !(a.tokens[end-1].Is("minister") && a.tokens[end-2].Is("prime")) {
		return i
	}
	if end < len(a.tokens) && (strings.HasPrefix(a.tokens[end].Tag, "N") || a.tokens[end].Is("of", "and", "for") || a.tokens[end].Tag == "POS") {
		return i // "the president of the club", "the king's men", "the leader Roe"
	}
	return end
}
