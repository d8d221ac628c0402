package document

import (
	"regexp"
	"strings"
)

const reasonAuthor = "about the author"

// biography is how a page says below its article who wrote it: a name, and what
// its bearer is by trade.
var biography = regexp.MustCompile(`^(?:About \w+: )?((?:\p{Lu}[\p{L}.'’-]*\s){1,4})(?:\([^)]{1,30}\)\s)?(?:(?:is|was|has been|works as|serves as|has reported|has written|has covered|has worked|joined|ist|es|è|est)\s|reports\s(?:on|from|for)\s|writes\s(?:on|about|for)\s|covers\s)`)

// trades are what authors are by their biographies.
var trades = wordSet("author correspondent reporter editor fellow columnist journalist writer professor contributor lecturer historian researcher producer novelist blogger freelance freelancer photographer reports writes covers reported written covered redakteur redakteurin journalist journalistin korrespondent korrespondentin autor autorin periodista redactor corresponsal")

// leaveOutAuthor leaves out the lines about the author that close an article.
// Where its author is known, it is the name they begin with; else they say that
// somebody is of the trade.
func leaveOutAuthor(blocks []block, all []traits, author string) {
	const most = 3
	for i, seen := len(blocks)-1, 0; i > 0 && seen < most; i-- {
		if blocks[i].reason != "" || blocks[i].text == "" {
			continue
		}
		seen++
		if t := all[i]; t.words > 90 || !t.prose {
			continue
		}
		if aboutAuthor(blocks[i].text, author) {
			blocks[i].reason = reasonAuthor
		}
	}
}

func aboutAuthor(s, author string) bool {
	if author != "" && strings.HasPrefix(s, author+" ") {
		return true
	}
	m := biography.FindStringSubmatch(s)
	if m == nil || countWords(m[1]) < 2 {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(fold(clip(s[len(strings.TrimSpace(m[1])):], 120))) {
		if trades[w] {
			return true
		}
		if n++; n > 12 {
			break
		}
	}
	return false
}
