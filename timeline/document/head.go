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
		s.author = first(h.author(blocks), h.bareAuthor(blocks, all, headline))
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
		if i >= opening && (!a.page && i > opening && !(i == opening+1 && all[opening].dateLine) || all[i].prose) {
			break
		}
		score := a.titleScore(blocks, all, i)
		if score > best {
			best, at = score, i
		}
	}
	if a.standsUnder(blocks, all, at) {
		at--
	}
	return at
}

// standsUnder reports whether block i, taken for the title, is the standfirst
// under it: a line that is longer than the one right above, which may be a title
// itself.
func (a article) standsUnder(blocks []block, all []traits, i int) bool {
	if i < 1 || !a.page || blocks[i].kind == Heading || all[i].copyOf >= 0 || strings.HasPrefix(all[0].folded, all[i].folded) {
		return false
	}
	b, t := blocks[i-1], all[i-1]
	if t.capitals || all[i].words < 7 || i > 1 && all[i-2].words > 2 && !all[i-2].dateLine {
		return false // a section, a short title, one teaser of several
	}
	return t.words >= 3 && t.words <= 14 && t.words < all[i].words && t.cue == 0 && !t.clock && b.reason != reasonFront && mayBeTitle(b, t) &&
		!strings.ContainsAny(b.text, "|»•0123456789")
}

// titleScore weighs whether block i is the title: it is repeated, begins the
// document's first line, stands close above the article and above the byline.
func (a article) titleScore(blocks []block, all []traits, i int) int {
	b, t := blocks[i], all[i]
	switch {
	case onlyDate(b.text):
		return 0 // what stands under it needs it
	case b.kind == Heading && b.marked:
		return max(1, 40-10*b.level-i)
	case !mayBeTitle(b, t):
		return 0
	case !a.page && t.words <= 25 && !carriesDate(b.text):
		return 1
	case !a.page:
		return 0
	}
	score := 12 - (a.start-i)/2
	if a.belowByline(all, i) {
		score -= 8
	}
	if t.words >= 4 {
		score += 8
	}
	if t.words >= 6 {
		score += 3
	}
	if t.copyOf >= 0 {
		score += 4
	}
	switch {
	case i == 0:
		score += 4
	case t.words >= 3 && strings.HasPrefix(all[0].folded, t.folded):
		score += 12
	}
	return max(score, 0)
}

// mayBeTitle reports whether nothing speaks against a block as a title.
func mayBeTitle(b block, t traits) bool {
	const machinery = cueShare | cueComments | cueTeaser | cueCaption | cueTail
	switch {
	case strings.IndexFunc(b.text, unicode.IsLetter) < 0:
		return false
	case t.dateLine, t.credit, t.promos > 0, b.kind == ListItem, t.words < 2, t.words > 32:
		return false
	case t.cue&machinery != 0 && t.words < 6, t.cue&cueByline != 0 && t.words < 13:
		return false
	}
	return !strings.HasSuffix(b.text, ".") && !strings.HasSuffix(b.text, ":") && strings.Count(b.text, "»") < 2
}

// belowByline reports whether all date lines of the page's head stand above
// block i, where no title stands.
func (a article) belowByline(all []traits, i int) bool {
	dated := func(t traits) bool { return t.dateLine }
	from := min(max(0, a.start-maxHead), i)
	return slices.ContainsFunc(all[from:i], dated) && !slices.ContainsFunc(all[min(i, a.start):a.start], dated)
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
