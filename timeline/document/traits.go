package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// traits is what is seen of one block before its place in the document is
// weighed.
type traits struct {
	folded   string // its beginning, as cues are written
	words    int
	prose    bool // reads as running text: a full sentence or a long stretch
	ends     bool // closes with a sentence mark
	cue      cue
	promos   int // wordings that ask the reader for something or state the law
	dates    []calendarDate
	dateLine bool // says when it was published and little else
	clock    bool // such a line with a time of day
	again    bool // a block with the same wording came before
}

// The number of words at which text counts as running text.
const (
	proseWords = 7  // with a sentence mark at its end
	longWords  = 28 // without
)

// traitsOf looks at every block.
func traitsOf(blocks []block, dayFirst bool) []traits {
	all := make([]traits, len(blocks))
	seen := make(map[string]bool, len(blocks))
	for i, b := range blocks {
		t := &all[i]
		*t = look(b, dayFirst)
		if t.folded != "" {
			t.again = seen[t.folded]
			seen[t.folded] = true
		}
	}
	return all
}

// maxCueText is how much of a block's beginning is searched for cues.
const maxCueText = 900

func look(b block, dayFirst bool) traits {
	t := traits{words: countWords(b.text), ends: endsSentence(b.text)}
	t.folded = fold(clip(b.text, maxCueText))
	t.cue, t.promos = cues.find(t.folded)
	if t.words <= 40 {
		t.dates = fullDates(b.text, dayFirst)
	}
	rest := restOfDate(b.text, t.dates)
	labelled := t.cue&cueByline != 0 && t.words <= 30
	if len(t.dates) > 0 && t.words <= 30 {
		t.dateLine = rest <= 8 || labelled && (rest <= 60 || !t.ends)
		t.clock = t.dateLine && hasClock(b.text)
	}
	t.prose = t.ends && t.words >= proseWords || t.words >= longWords && sentenceLike(b.text)
	if t.dateLine {
		t.prose = false
	}
	return t
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

// hasClock reports whether s holds a time of day: "12:40", "6.30 pm".
func hasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
