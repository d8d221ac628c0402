package document

import (
	"slices"
	"strings"
	"unicode"

	"dateline/timeline/edtf"
)

// stated is what a document says about itself in so many words.
type stated struct {
	title, author, publisher, url, original, language string
	published                                         edtf.Date
	because                                           string // where published was found, in words
}

// readHead fills in what s does not say yet from the blocks above the article
// and below it: title, author, day of publication.
func (s *stated) readHead(blocks []block, all []traits, a article) {
	headline := a.headline(blocks, all)
	if headline >= 0 && s.title == "" {
		s.title = blocks[headline].text
		a.dropTitle(blocks, all, headline)
		s.publisher = first(s.publisher, siteName(blocks[0].text, s.title))
	}
	from := max(0, a.start-maxHead)
	if headline >= 0 && headline < a.start {
		from = headline + 1
	}
	h := head{from: from, to: min(a.start+maxInside, a.end), article: a}
	if s.published.IsZero() {
		s.published, s.because = h.published(blocks, all)
	}
	if s.author == "" {
		s.author = h.author(blocks)
	}
}

// How far from the article's first block its head is looked for, in blocks.
const (
	maxHead   = 16 // above
	maxInside = 5  // into it, where bylines stand below the standfirst
	maxFoot   = 14 // below the end
)

// headline is the index of the block that is the article's title, or -1.
func (a article) headline(blocks []block, all []traits) int {
	best, at, opening := 0, -1, a.start
	for opening < len(blocks) && blocks[opening].reason == reasonFront {
		opening++
	}
	for i := range blocks[:min(len(blocks), opening+3)] {
		if blocks[i].reason == reasonFront {
			continue
		}
		if i >= opening && (!a.page && i > opening || all[i].prose) {
			break
		}
		score := a.titleScore(blocks, all, i)
		if score > best {
			best, at = score, i
		}
	}
	return at
}

// titleScore weighs whether block i is the title: it is repeated, begins the
// document's first line, stands close above the article.
func (a article) titleScore(blocks []block, all []traits, i int) int {
	b, t := blocks[i], all[i]
	if b.kind == Heading && b.marked {
		return max(1, 40-10*b.level-i)
	}
	bad := cueShare | cueComments | cueTeaser | cueByline | cueCaption | cueTail
	if t.dateLine || t.words < 2 || t.words > 32 || b.kind == ListItem || strings.HasSuffix(b.text, ".") ||
		strings.HasSuffix(b.text, ":") || t.cue&bad != 0 && t.words < 6 || t.cue&cueByline != 0 && t.words < 13 || t.promos > 0 {
		return 0
	}
	if !a.page {
		if t.words <= 25 && !carriesDate(b.text) {
			return 1
		}
		return 0
	}
	score := 12 - (a.start-i)/2
	for k := i - 1; k >= max(0, a.start-maxHead); k-- {
		if all[k].dateLine && !dateBetween(all[min(i, a.start):a.start]) {
			score -= 8 // a title stands above the last byline
			break
		}
	}
	if t.words >= 4 {
		score += 8
	}
	if t.words >= 6 {
		score += 3
	}
	if i == 0 {
		score += 4
	}
	if t.credit || strings.Count(b.text, "»") > 1 {
		return 0
	}
	if t.copyOf >= 0 {
		score += 4
	}
	if i > 0 && strings.HasPrefix(all[0].folded, t.folded) && t.words >= 3 {
		score += 12
	}
	return max(score, 0)
}

// dateBetween reports whether one of the blocks is a date line.
func dateBetween(all []traits) bool {
	return slices.ContainsFunc(all, func(t traits) bool { return t.dateLine })
}

// dropTitle leaves the title out of the text, where it would only repeat what
// the source's title says, unless it carries a date.
func (a article) dropTitle(blocks []block, all []traits, i int) {
	for k := range blocks[:min(len(blocks), a.start+6)] {
		if all[k].folded == all[i].folded && !carriesDate(blocks[k].text) {
			blocks[k].reason = reasonTitle
		}
	}
	if blocks[i].reason == "" {
		blocks[i].kind = Heading
	}
}

// carriesDate reports whether s names a month beside a number.
func carriesDate(s string) bool {
	month, number := false, false
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		month = month || monthNames[strings.ToLower(w)] > 0
		number = number || isDigit(w[0])
	}
	return month && number || len(fullDates(s, false)) > 0
}

// siteName is what follows the title in the document's first line, as in
// "Dam breaks near Orlovac | The Valley Post".
func siteName(line, title string) string {
	rest, ok := strings.CutPrefix(line, title)
	if !ok {
		return ""
	}
	rest = strings.TrimSpace(rest)
	for _, sign := range [...]string{"|", "–", "—", "-", "·", "»", "::"} {
		if name, found := strings.CutPrefix(rest, sign+" "); found && countWords(name) <= 5 && name != "" {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

// head is the stretch of blocks in which a document names its day and author.
type head struct {
	from, to int
	article
}

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

// isAuthorLabel reports whether s is "By" or "Author:" alone.
func isAuthorLabel(s string) bool {
	return labelOf(strings.TrimSuffix(s, ":")) == labelAuthor
}

// authorIn is the name that follows "By" in a byline. The label may be glued
// to what stands before it, and the date to the name.
func authorIn(s string) string {
	for _, label := range [...]string{"Written by ", "Story by ", "By: ", "By ", "BY ", "by ", "Author: ", "Autor: ", "Autorin: ", "Автор: ", "Автор ", "Von ", "Par ", "Por ", "Di ", "От "} {
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
