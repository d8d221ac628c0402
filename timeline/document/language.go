package document

import (
	_ "embed"
	"strings"
	"unicode"
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
const maxLanguageText = 20000

// language is the language of text as a two-letter code, or "" if that cannot
// be told: by its script where one language has it to itself, else by its
// commonest small words.
func language(text string) string {
	text = clip(text, maxLanguageText)
	if code := byScript(text); code != "" {
		return code
	}
	counts := make([]int, len(languageCodes))
	total := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		total++
		for _, k := range smallWords[strings.ToLower(w)] {
			counts[k]++
		}
	}
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

// byScript tells the languages that are alone in their script, near enough.
// Cyrillic letters that only one of Ukrainian and Russian has decide between
// these two.
func byScript(text string) string {
	var letters int
	counts := make(map[string]int)
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x250 {
			continue
		}
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
