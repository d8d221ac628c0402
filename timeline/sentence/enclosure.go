package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
)

// How long a stretch is still taken as one unit, in bytes. Longer ones are
// more often a missing closing sign, or a speech that is better cut.
const (
	maxParenthesis = 600  // (…) and […]
	maxQuotation   = 1200 // with words around it that belong to it
	maxFreeQuote   = 240  // standing alone
	maxOpen        = 8    // signs open at once
)

// enclosures finds the quotations and parentheses of text[start:] that are
// not cut into sentences: outermost, disjoint, in order. A span runs from the
// opening sign to before the closing one. Signs without a partner count for
// nothing, so a forgotten quote does no harm beyond its paragraph.
func enclosures(text string, start int) []timeline.Span {
	var found []timeline.Span
	var open [maxOpen]opening
	depth := 0
	for i := start; i < len(text); {
		c := text[i]
		if !encloses[c] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if from := closedBy(text, i, r, size, open[:depth]); from >= 0 {
			o := open[from]
			depth = from
			if staysWhole(text, start, o, i, size) {
				for len(found) > 0 && found[len(found)-1].Start > o.at {
					found = found[:len(found)-1]
				}
				found = append(found, timeline.Span{Start: o.at, End: i})
			}
		} else if opens(text, start, i, r, size) {
			depth = drop(open[:depth], r)
			if depth == maxOpen {
				depth = copy(open[:], open[1:])
			}
			open[depth] = opening{at: i, sign: r}
			depth++
		}
		i += size
	}
	return found
}

// opening is an opening sign whose partner has not come yet.
type opening struct {
	at   int
	sign rune
}

// encloses holds the first bytes of all opening and closing signs.
var encloses = [256]bool{
	'"': true, '(': true, ')': true, '[': true, ']': true,
	0xC2: true, // « »
	0xE2: true, // “ ” „ ‘ ’ ‹ ›
	0xE3: true, // 「 」
	0xEF: true, // （ ）
}

// partners says which signs close an opening one, languages mixed: “…” is
// English, „…“ German, »…« German books, «…» French and Russian.
var partners = map[rune]string{
	'(': ")", '[': "]", '（': "）", '「': "」", '『': "』",
	'"': "\"", '“': "”", '„': "“”", '«': "»", '»': "«", '‘': "’", '‹': "›",
}

// closedBy is the index in open of the sign that r closes, or -1.
func closedBy(text string, i int, r rune, size int, open []opening) int {
	for k := len(open) - 1; k >= 0; k-- {
		if !strings.ContainsRune(partners[open[k].sign], r) {
			continue
		}
		switch r {
		case '"', '«': // the sign opens as well: it closes only after a word
			if unicode.IsSpace(runeBefore(text, i)) {
				return -1
			}
		case '’': // an apostrophe unless the word ends with it
			if unicode.IsLetter(runeAt(text, i+size)) {
				return -1
			}
		}
		return k
	}
	return -1
}

// opens reports whether the sign r at i opens something.
func opens(text string, start, i int, r rune, size int) bool {
	if _, ok := partners[r]; !ok {
		return false
	}
	if r != '«' && unicode.IsSpace(runeAt(text, i+size)) {
		return false
	}
	switch r {
	case '"', '«', '»', '‘':
		before := runeBefore(text, i)
		return i == start || unicode.IsSpace(before) || strings.ContainsRune("([—–-“„", before)
	}
	return true
}

// drop forgets an opening of the same sign: what is opened again was never
// closed. It returns the new depth.
func drop(open []opening, sign rune) int {
	for k, o := range open {
		if o.sign == sign && sign != '(' && sign != '[' {
			return k
		}
	}
	return len(open)
}

// staysWhole reports whether what o opened and the sign at i closes is kept
// in one sentence: a parenthesis always, a quotation when words of the same
// sentence stand before or after it (`he said: “…”`, `“…,” he said`).
func staysWhole(text string, start int, o opening, i, size int) bool {
	n := i - o.at
	switch o.sign {
	case '(', '[', '（':
		return n <= maxParenthesis
	}
	if n <= maxFreeQuote {
		return true
	}
	return n <= maxQuotation && (continuesAfter(text, i, size) || beginsInside(text[start:o.at]))
}

// continuesAfter reports whether the sentence goes on after the closing
// quote at i.
func continuesAfter(text string, i, size int) bool {
	if r := runeBefore(text, i); r == ',' || unicode.IsLetter(r) {
		return true
	}
	rest := strings.TrimLeft(text[i+size:], " ,–—-")
	return unicode.IsLower(runeAt(rest, 0))
}

// beginsInside reports whether a quotation after before begins in the middle
// of a sentence.
func beginsInside(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	last := runeBefore(before, len(before))
	return last != utf8.RuneError && !strings.ContainsRune(marks+closing, last)
}

// runeAt is the rune at i, or a space at the end.
func runeAt(text string, i int) rune {
	if i >= len(text) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}

// runeBefore is the rune that ends before i; RuneError at the beginning.
func runeBefore(text string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r
}
