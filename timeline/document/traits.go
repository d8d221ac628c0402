package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// traits is what is seen of one block before its place in the document is
// weighed.
type traits struct {
	folded  string // its beginning, as cues are written
	wording string // by which it is known again: folded, with the numbers of a sentence
	words   int
	prose   bool // reads as running text: a full sentence or a long stretch
	ends    bool // closes with a sentence mark
	findings
	dates    []calendarDate
	dateLine bool // says when it was published and little else
	nearDate bool // says little more than a date
	clock    bool // such a line with a time of day
	copyOf   int  // the first block with the same wording, or -1
	headline bool // reads as a headline: short, one line, no full stop
	capitals bool // has no small letter
	pointing bool // tells who is where in a picture
	credit   bool // closes with a picture's credit
	credited bool // … that says so: "Photo: …"
}

// The number of words at which text counts as running text.
const (
	proseWords = 4  // with a sentence mark at its end
	longWords  = 28 // without, but with marks inside
	denseWords = 10 // without, but with many small words
)

// traitsOf looks at every block.
func traitsOf(blocks []block, dayFirst bool) []traits {
	all := make([]traits, len(blocks))
	seen := make(map[string]int, len(blocks))
	for i, b := range blocks {
		t := &all[i]
		if t.copyOf = -1; b.reason != "" {
			continue
		}
		*t = look(b, dayFirst)
		if first, ok := seen[t.wording]; ok {
			t.copyOf = first
		} else if t.wording != "" {
			seen[t.wording] = i
		}
	}
	cutOff(all)
	return all
}

// cutOff takes the last block for running text if it looks like the beginning
// of a sentence: files are often cut off.
func cutOff(all []traits) {
	n := len(all)
	if n < 2 || !all[n-2].prose {
		return
	}
	if t := &all[n-1]; t.words >= 12 && !t.ends && t.cue == 0 && t.promos == 0 && !t.dateLine {
		t.prose, t.headline = true, false
	}
}

// maxCueText is how much of a block's beginning is searched for cues.
const maxCueText = 900

func look(b block, dayFirst bool) traits {
	t := traits{words: countWords(b.text), ends: endsSentence(b.text), copyOf: -1}
	t.folded = fold(clip(b.text, maxCueText))
	t.findings = cues.find(t.folded)
	if t.words <= 60 {
		t.dates = fullDates(b.text, dayFirst)
	}
	if len(t.dates) > 0 && t.words <= 30 {
		t.seeDateLine(b.text)
	}
	t.prose = t.ends && t.words >= proseWords || t.words >= longWords && sentenceLike(b.text) ||
		t.words >= denseWords && t.words <= 80 && smallWordShare(b.text) >= 0.4
	t.wording = t.folded
	if t.prose || len(t.dates) > 0 {
		t.wording += figures(b.text)
	}
	t.headline = headlineLike(b.text, t)
	t.capitals = t.words <= 30 && strings.ToUpper(b.text) == b.text && strings.ToLower(b.text) != b.text
	t.pointing = t.words <= 60 && pointsInto(b.text)
	t.credited = colonCredit(b.text)
	t.credit = t.credited || hasCredit(b.text) || t.prose && (describesPicture(t) || namesOnly(b.text, t.words))
	if t.dateLine || strings.Count(b.text, "»") > 1 || t.headline && t.cue&cueTeaser != 0 {
		t.prose = false
	}
	return t
}

// machinery reports whether a block is a line of a page's machinery.
func (t traits) machinery() bool {
	const any = cueComments | cueTail | cueTeaser | cueShare | cueJunk
	return t.cue&any != 0 && t.words <= 12 && (!t.prose || t.words <= 6)
}

// seeDateLine notes whether s says when the document was published and little
// else: the date alone, with its label, or with the author.
func (t *traits) seeDateLine(s string) {
	rest := restOfDate(s, t.dates)
	authored := authorIn(s) != ""
	labelled := lastLabel(s[:t.dates[0].Start]) != 0
	t.dateLine = rest == 0 || labelled && rest <= 40 || authored && rest <= 60
	clock := hasClock(s)
	t.nearDate = rest <= 8 && t.words <= 24 || clock && rest <= 40 && t.words <= 14 && !t.ends
	t.clock = clock && (t.dateLine || t.nearDate)
	if t.dateLine && (authored || labelled) {
		t.cue |= cueByline
	}
}

// byline reports whether a block names the author or the day and little else.
func (t traits) byline() bool {
	return t.cue&cueByline != 0 && (t.dateLine || t.words <= 7 && !t.prose && !t.ends)
}

// promo reports whether a block asks the reader for something, or states the
// law: wordings that do so are dense in it.
func (t traits) promo() bool {
	return t.promos > 0 && t.words <= 25 || t.promos > 1 && t.words <= t.promos*35
}

// caption reports whether a block is a picture's caption or credit.
func (t traits) caption() bool {
	return t.credit && t.words <= 70 || t.cue&cueCaption != 0 && t.words <= 45
}

// plain reports whether a block is a statement, and no question or cry.
func (t traits) plain() bool { return !t.ends }

// headlineLike reports whether s reads as a headline: one line that may ask
// or cry out, but states no full sentence.
func headlineLike(s string, t traits) bool {
	if t.words < 3 || t.words > 30 || t.dateLine || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") {
		return false
	}
	return !strings.Contains(s, ". ") && !strings.ContainsAny(clip(s, 1), "\"“”«„")
}

// similar reports whether two folded lines share at least three of four of
// their words.
func similar(a, b string) bool {
	words := strings.Fields(a)
	have := make(map[string]int, len(words))
	for _, w := range words {
		have[w]++
	}
	shared, n := 0, 0
	for w := range strings.FieldsSeq(b) {
		n++
		if have[w] > 0 {
			have[w]--
			shared++
		}
	}
	return shared*4 >= max(n, len(words))*3
}

// figures are the digits of a text, which folding does not tell apart.
func figures(s string) string {
	var digits []rune
	for _, r := range clip(s, maxCueText) {
		if r < utf8.RuneSelf && isDigit(byte(r)) || r >= utf8.RuneSelf && unicode.IsDigit(r) {
			digits = append(digits, r)
		}
	}
	return string(digits)
}

// clip is the beginning of s, at most n bytes, cut at a character.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// countWords counts words; in scripts without spaces two characters are one.
func countWords(s string) int {
	n, wide, inside := 0, 0, false
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' && inside:
		case r >= 0x2E80 && r <= 0x9FFF:
			wide++
			inside = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || inside && unicode.IsMark(r):
			if !inside {
				n++
			}
			inside = true
		case r == '\'' || r == '’' || r == '-':
		default:
			inside = false
		}
	}
	return n + wide/2
}

// endsSentence reports whether s closes with a sentence mark, closing signs
// and a reference in brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”’“»)]}*_」』")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？؟।۔", r)
}

// sentenceLike reports whether s has a sentence mark inside, or commas as
// running text has them.
func sentenceLike(s string) bool {
	return strings.Contains(s, ". ") || strings.Contains(s, ", ") || strings.ContainsAny(s, "。、，")
}

// clockWords stand beside a time of day.
var clockWords = wordSet("gmt utc bst est edt cst cdt mst mdt pst pdt cet cest eet eest msk ist hkt uhr am pm")

// hasClock reports whether s holds a time of day: "12:40", "0745 GMT".
func hasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) {
			return true
		}
	}
	number := false
	for w := range strings.FieldsSeq(s) {
		if number && clockWords[strings.ToLower(strings.Trim(w, ".,"))] {
			return true
		}
		number = isDigit(w[len(w)-1])
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
