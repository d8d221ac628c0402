// Package words holds what is known of words: how a sentence falls into tokens
// and parts of speech, what a word's stem is, which runs of words are names and
// which places they name, which verbs report speech, and what language a text
// is in.
//
// Everything here is said of a sentence alone; what a sentence means in its
// document is for the packages below. The lists are data (folder data), read
// once and never changed.
package words

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
)

//go:embed data/*.txt
var data embed.FS

// Token is a word or a mark of punctuation.
type Token struct {
	timeline.Span        // in the text it was cut from
	Text          string // as written
	Lower         string // lower-cased, with straight apostrophes
	Tag           string // part of speech, Penn Treebank; empty until tagged

	lexeme *lexeme // what is known of the word, once it was asked for
}

// Is reports whether the token's lower-cased text is one of words.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Lower == w {
			return true
		}
	}
	return false
}

// Capital reports whether the token begins with an upper-case letter.
func (t Token) Capital() bool {
	if t.Text != "" && t.Text[0] < utf8.RuneSelf {
		return 'A' <= t.Text[0] && t.Text[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// Word reports whether the token holds a letter or a digit.
func (t Token) Word() bool {
	if t.Text != "" && t.Text[0] < utf8.RuneSelf && wordRune(rune(t.Text[0])) {
		return true
	}
	return strings.ContainsFunc(t.Text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	})
}

// lines calls f with each line of an embedded list that is neither blank nor a
// comment.
func lines(name string, f func(line string)) {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic("words: " + err.Error())
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			f(line)
		}
	}
}

// Fold lower-cases s and makes its apostrophes straight: the form in which
// words are looked up.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

// folded reports whether s holds small ASCII letters and marks alone.
func folded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
