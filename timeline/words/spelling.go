package words

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Canonical is the spelling that stands for all spellings of a word or name of
// one word, lower-cased and without accents: "kiev" and "Kyiv" are both "kyiv".
func Canonical(word string) string { return lexemeOf(word).canonical }

// canonical is the same of a word that is folded.
func canonical(f string) string {
	if c, ok := spellings()[f]; ok {
		return c
	}
	if isASCII(f) {
		return ending(f)
	}
	f = Plain(f)
	if c, ok := spellings()[f]; ok {
		return c
	}
	return ending(f)
}

// Plain takes the accents off a text's letters.
func Plain(s string) string {
	if isASCII(s) {
		return s
	}
	out, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		return s
	}
	return letters.Replace(out)
}

var letters = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "ß", "ss", "æ", "ae", "ı", "i")

// ending evens out how the end of a Slavic name is written in Latin letters:
// -skyi, -skiy, -skij and -ski are all -sky.
func ending(f string) string {
	for _, e := range [...]string{"skyy", "skyi", "skiy", "skij", "skyj", "skii"} {
		if strings.HasSuffix(f, e) {
			return f[:len(f)-len(e)] + "sky"
		}
	}
	return f
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

var spellings = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	lines("spellings.txt", func(line string) {
		f := strings.Fields(Fold(line))
		for _, w := range f {
			m[w] = f[0]
		}
	})
	for _, p := range places().list {
		if strings.Contains(p.Name, " ") {
			continue
		}
		for _, other := range p.Other {
			if !strings.Contains(other, " ") && p.Latitude != 0 {
				m[Fold(other)] = Fold(p.Name)
			}
		}
	}
	return m
})
