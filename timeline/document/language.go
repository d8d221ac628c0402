package document

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed languages.txt
var languagesFile string

// smallWords maps a word to the languages it is common in, as indexes into
// languageCodes.
var languageCodes, smallWords = readLanguages(languagesFile)

func readLanguages(file string) (codes []string, words map[string][]int) {
	words = make(map[string][]int)
	for line := range strings.Lines(file) {
		code, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(list) {
			words[w] = append(words[w], len(codes))
		}
		codes = append(codes, code)
	}
	return codes, words
}

// maxLanguageText is how much of a text its language is judged by, in bytes.
const maxLanguageText = 8000

// language is the language of text as a two-letter code, or "" if that cannot
// be told: by its script where one language has it to itself, else by its
// commonest small words.
func language(text string) string {
	text = clip(text, maxLanguageText)
	if code := byScript(text); code != "" {
		return code
	}
	counts, total := countSmallWords(text)
	best, second := 0, 0
	for k, n := range counts {
		switch {
		case n > counts[best]:
			best, second = k, counts[best]
		case k != best:
			second = max(second, n)
		}
	}
	if counts[best] < 3 || counts[best]*20 < total || counts[best]*4 < second*5 {
		return ""
	}
	return languageCodes[best]
}

// maxSmallWord is the length of the longest word in languages.txt, in bytes.
const maxSmallWord = 20

// countSmallWords counts the words of text, and for every language those that
// are common in it.
func countSmallWords(text string) (counts []int, total int) {
	counts = make([]int, len(languageCodes))
	var lower [maxSmallWord + utf8.UTFMax]byte
	n := 0
	flush := func() {
		if n > 0 {
			total++
		}
		if n > 0 && n <= maxSmallWord {
			for _, k := range smallWords[string(lower[:n])] {
				counts[k]++
			}
		}
		n = 0
	}
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			flush()
		case n <= maxSmallWord:
			n += utf8.EncodeRune(lower[n:], unicode.ToLower(r))
		}
	}
	flush()
	return counts, total
}

// smallWordShare is the part of the words of s that are small ones in the
// language that has most of them: low in headlines, high in running text.
func smallWordShare(s string) float64 {
	counts, total := countSmallWords(s)
	return float64(slices.Max(counts)) / float64(max(1, total))
}

// byScript tells the languages that are alone in their script, near enough.
// Cyrillic letters that only one of Ukrainian and Russian has decide between
// these two.
func byScript(text string) string {
	var letters int
	counts := make(map[string]int)
	for _, r := range text {
		if r < 0x250 {
			if r >= 'A' {
				letters++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case strings.ContainsRune("іїєґІЇЄҐ", r):
			counts["uk"] += 20
		case strings.ContainsRune("ыэёъЫЭЁЪ", r):
			counts["ru"] += 20
		case strings.ContainsRune("ўЎ", r):
			counts["be"] += 60
		case unicode.Is(unicode.Arabic, r):
			counts["ar"]++
		case unicode.Is(unicode.Hebrew, r):
			counts["he"]++
		case unicode.Is(unicode.Greek, r):
			counts["el"]++
		case unicode.Is(unicode.Hangul, r):
			counts["ko"]++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			counts["ja"] += 5
		case unicode.Is(unicode.Han, r):
			counts["zh"]++
		case unicode.Is(unicode.Devanagari, r):
			counts["hi"]++
		}
	}
	best := ""
	for _, code := range [...]string{"uk", "ru", "be", "ar", "he", "el", "ko", "ja", "zh", "hi"} {
		if counts[code] > counts[best] {
			best = code
		}
	}
	if counts[best]*2 < letters {
		return ""
	}
	return best
}
