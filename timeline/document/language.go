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
const maxLanguageText = 4000

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

// script is a set of letters that speaks for a language.
type script struct {
	code    string
	letters *unicode.RangeTable // nil = those of some
	some    string
	weight  int
}

// scripts are tried in order. Letters that only one of several languages in a
// script has weigh more than those they share.
var scripts = []script{
	{code: "uk", some: "іїєґІЇЄҐ", weight: 20},
	{code: "ru", some: "ыэёъЫЭЁЪ", weight: 20},
	{code: "be", some: "ўЎ", weight: 60},
	{code: "ar", letters: unicode.Arabic, weight: 1},
	{code: "he", letters: unicode.Hebrew, weight: 1},
	{code: "el", letters: unicode.Greek, weight: 1},
	{code: "ko", letters: unicode.Hangul, weight: 1},
	{code: "ja", letters: unicode.Hiragana, weight: 5},
	{code: "ja", letters: unicode.Katakana, weight: 5},
	{code: "zh", letters: unicode.Han, weight: 1},
	{code: "hi", letters: unicode.Devanagari, weight: 1},
}

// byScript tells the languages that are alone in their script, near enough,
// and Ukrainian, Russian and Belarusian by the letters only one of them has.
// It is "" for Latin text.
func byScript(text string) string {
	letters := 0
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
		for _, s := range scripts {
			if s.letters != nil && unicode.Is(s.letters, r) || strings.ContainsRune(s.some, r) {
				counts[s.code] += s.weight
				break
			}
		}
	}
	best := ""
	for _, s := range scripts {
		if counts[s.code] > counts[best] {
			best = s.code
		}
	}
	if counts[best]*2 < letters {
		return ""
	}
	return best
}
