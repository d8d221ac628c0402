package document

import (
	"regexp"
	"strings"
	"unicode"
)

// author finds who wrote the document in the lines of its head.
func (h head) author(blocks []block) string {
	for i := h.from; i < h.to; i++ {
		text := blocks[i].text
		if len(text) > maxDateLine {
			continue
		}
		if name := authorIn(text); name != "" {
			return name
		}
		if isAuthorLabel(text) && i+1 < h.to {
			if name := names(blocks[i+1].text); name != "" {
				return name
			}
		}
	}
	return ""
}

// bareNames are one or two names and nothing else, as they stand between a
// headline and its date.
var bareNames = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}'’-]+(?:\s(?:and|und|y|et|&)\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}'’-]+)?$`)

// bareAuthor is the name on a line of its own right below the title and right
// above the date.
func (h head) bareAuthor(blocks []block, all []traits, headline int) string {
	for i := headline + 1; headline >= 0 && i <= headline+3 && i+1 < len(blocks); i++ {
		if all[i].dateLine {
			break
		}
		if all[i].cue == 0 && all[i+1].dateLine && len(blocks[i].text) < 60 && bareNames.MatchString(blocks[i].text) {
			return blocks[i].text
		}
	}
	return ""
}

// isAuthorLabel reports whether s is "By" or "Author:" alone.
func isAuthorLabel(s string) bool {
	return labelOf(strings.TrimSuffix(s, ":")) == labelAuthor
}

// authorIn is the name that follows "By" in a byline. The label may be glued
// to what stands before it, and the date to the name.
func authorIn(s string) string {
	for _, label := range [...]string{"Written by ", "Story by ", "By: ", "By ", "BY ", "by ", "Author: ", "Text: ", "Text by ", "Text by: ", "Words: ", "Words by ", "Autor: ", "Autorin: ", "Автор: ", "Автор ", "Von ", "Par ", "Por ", "Di ", "От "} {
		i := strings.Index(s, label)
		if i < 0 {
			continue
		}
		if i > 0 && !bylineBefore(s[:i], label) {
			continue
		}
		rest := s[i+len(label):]
		if dates := fullDates(rest, false); len(dates) > 0 {
			rest = rest[:dates[0].Start]
		}
		if name := names(rest); name != "" {
			return name
		}
	}
	return ""
}

// bylineBefore reports whether a byline's label may follow before: a name
// glued to it ("Ana PopBy "), a separator, a time or a date.
func bylineBefore(before, label string) bool {
	last := before[len(before)-1]
	if label[0] == 'B' && (last >= 'a' && last <= 'z') {
		return true
	}
	trimmed := strings.TrimRight(before, " ")
	return strings.HasSuffix(trimmed, "|") || strings.HasSuffix(trimmed, "-") || strings.HasSuffix(trimmed, "•") ||
		len(trimmed) > 0 && (isDigit(trimmed[len(trimmed)-1]) || strings.HasSuffix(strings.ToLower(trimmed), "m")) && len(fullDates(before, false)) > 0
}

// maxName is how many words all the names of a byline may have.
const maxName = 14

// names is the name or the names that s begins with, or "" if it begins with
// something else.
func names(s string) string {
	if i := strings.IndexAny(s, "|•·@(</\t0123456789"); i >= 0 {
		s = s[:i]
	}
	for _, stop := range [...]string{" - ", " – ", " — ", " on ", " for ", " in ", "Published", "Updated", "Posted", " am ", " le ", " el "} {
		s, _, _ = strings.Cut(s, stop)
	}
	s = strings.Trim(s, " ,.;:-–—")
	var kept []string
	words := 0
	for part := range strings.SplitSeq(s, ",") {
		part = strings.TrimSpace(part)
		if words > 0 && !personal(part) {
			break
		}
		if !nameLike(part) {
			return ""
		}
		kept = append(kept, part)
		words += countWords(part)
	}
	if words > maxName {
		return ""
	}
	return strings.Join(kept, ", ")
}

// personal reports whether s has at least two words and not only capitals, as
// a second author has and a news agency has not.
func personal(s string) bool {
	return strings.Contains(s, " ") && nameLike(s) && strings.ToUpper(s) != s
}

// nameParticles may stand in a name in small letters.
var nameParticles = wordSet("de da do dos du des del della di van von der den ten ter la le el al bin ibn abu y e and und et і и та & zu af")

// nameLike reports whether all words of s begin with a capital, but for
// particles, and none is the name of a month.
func nameLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 9 {
		return false
	}
	for _, w := range words {
		r := []rune(w)[0]
		if nameParticles[strings.ToLower(w)] {
			continue
		}
		if !unicode.IsUpper(r) && !unicode.In(r, unicode.Han, unicode.Arabic, unicode.Hebrew) || monthNames[strings.ToLower(w)] > 0 && len(words) == 1 {
			return false
		}
	}
	return unicode.IsUpper([]rune(words[0])[0]) || len(words) > 1
}
