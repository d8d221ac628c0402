package event

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/words"
)

// headlines are the ends of the headlines and captions without end mark that s
// begins with: a word is written large behind them as only the first of a
// sentence is.
func (x *extractor) headlines(sentence int, s string) []int {
	if years := yearsIn(s); years != nil {
		return years
	}
	var tokens []words.Token
	var out []int
	from := 0
	for i := 1; i < min(len(s), maxHeadline); i++ {
		if s[i-1] != ' ' && s[i-1] != '\n' || s[i] < 'A' || s[i] > 'Z' {
			continue
		}
		if updated(s[from : i-1]) {
			out, from = append(out, i), i
			continue
		}
		if before := s[:i-1]; before == "" || !lettered(before) {
			continue
		}
		if tokens == nil {
			end := min(len(s), 2*maxHeadline)
			tokens = words.Tokenize(s[:end], timeline.Span{End: end})
		}
		if count(s[from:i]) >= minHeadline && count(s[i:]) > minStory && x.startsStory(sentence, tokens, i) {
			out, from = append(out, i), i
		}
	}
	return out
}

// updated reports whether s ends with the brackets that open an entry of a live
// page: "… (Update 3:30 a.m. in Cairo)".
func updated(s string) bool {
	if !strings.HasSuffix(s, ")") {
		return false
	}
	open := strings.LastIndexByte(s, '(')
	return open > 0 && strings.HasPrefix(s[open:], "(Update")
}

// labelledYear is a year that leads an item of a chronology.
var labelledYear = regexp.MustCompile(`\s((?:1\d|20)\d\d):\s\p{Lu}`)

// yearsIn are the beginnings of the items of a chronology that stands in one
// line: "1920: The war ends 1931: The bridge opens 1939: …".
func yearsIn(s string) []int {
	if strings.Count(s, ": ") < 3 {
		return nil
	}
	var out []int
	for _, at := range labelledYear.FindAllStringSubmatchIndex(s, -1) {
		out = append(out, at[2])
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// minHeadline is how many words a headline has at least, maxHeadline how many
// bytes all that stands before the story has at most.
const (
	minHeadline = 3
	maxHeadline = 800
)

// startsStory reports whether the token at byte at of a passage, a capitalised
// word with a word right before it, begins a sentence.
func (x *extractor) startsStory(sentence int, tokens []words.Token, at int) bool {
	i := tokenAt(tokens, at)
	if i < minHeadline || i+2 >= len(tokens) || quotedBefore(tokens, i) {
		return false
	}
	t, before, next := tokens[i], tokens[i-1], tokens[i+1]
	if words.Stop(before.Lower) && !before.Capital() && !endings[before.Lower] && !(joining[t.Lower] && !next.Capital()) || strings.ToUpper(t.Text) == t.Text && len(t.Text) > 1 || next.Capital() && !pronouns[t.Lower] {
		return sentence < maxHeaded && !words.Stop(before.Lower) && startsWithName(tokens, i)
	}
	if t.Is("a") && kinds[before.Lower] {
		return false // "hepatitis A"
	}
	if openers[t.Lower] {
		return !before.Capital() || strongOpener(t, next)
	}
	if after := tokens[i+2]; !before.Capital() && len(next.Text) > 3 && (words.Role(next.Lower) || persons[next.Lower]) && after.Capital() && !agent(before.Lower) {
		return true // "… death | Pop star Michael …"
	}
	return sentence < maxHeaded && !before.Capital() && x.onlyHere(t) && !agent(before.Lower) && next.Word() && x.lowerCase(t.Lower)
}

// startsWithName reports whether token i begins a name that is told of, and not
// the name of whom the word before it describes: a headline's own name told
// again, or a person's behind a word that is none for a person.
func startsWithName(tokens []words.Token, i int) bool {
	t, before, next := tokens[i], tokens[i-1], tokens[i+1]
	if before.Capital() || agent(before.Lower) || i < minNamed || !next.Capital() || strings.ToUpper(next.Text) == next.Text {
		return false
	}
	for k := 0; k+2 < i; k++ {
		if tokens[k].Text == t.Text && tokens[k+1].Text == next.Text {
			return true
		}
	}
	return words.GivenName(t.Text) && i+2 < len(tokens) && (tokens[i+2].Tag == "," || tokens[i+2].Text == ",") && i+3 < len(tokens) && tokens[i+3].Is("the", "a", "an", "who")
}

// minNamed is how many tokens a headline has at least that a name alone ends.
const minNamed = 5

// agent reports whether a noun says what somebody is, so that a name can follow.
func agent(lower string) bool {
	if words.Role(lower) || persons[lower] {
		return true
	}
	for _, end := range [...]string{"er", "or", "ist", "man", "woman", "ian", "ant", "star", "ic", "al", "chief", "head"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// maxHeaded is in how many sentences from the beginning of a document a headline
// is looked for that only the document's own use of a word gives away.
const maxHeaded = 3

func tokenAt(tokens []words.Token, at int) int {
	for i, t := range tokens {
		if t.Start >= at {
			return i
		}
	}
	return len(tokens)
}

// quotedBefore reports whether a quotation is open before token i.
func quotedBefore(tokens []words.Token, i int) bool {
	open := false
	for _, t := range tokens[:i] {
		switch t.Text {
		case "“", "«", "„":
			open = true
		case "”", "»":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// openers are the words that a sentence begins with and that are part of no
// name by themselves.
var openers = wordSet(`the his her their its he she they it this these those there however within when while although despite as after since
	because if during in on at but it's a an both`)

// kinds are nouns that a letter tells apart.
var kinds = wordSet(`hepatitis vitamin influenza type group plan grade class team category level schedule stage part section appendix annex exhibit block
	figure table point list league series unit wing gate hall pier option`)

// joining are the openers that stand capitalised in no sentence's middle.
var joining = wordSet(`within when while although despite after since because however during`)

// pronouns are the openers that a name can follow.
var pronouns = wordSet(`his her their its he she they however when while although despite after since because during in on at but both`)

// endings are common words that a headline ends with.
var endings = wordSet(`over off out back down up again away on today tonight yesterday tomorrow now later too ago week month year years day night`)

// strongOpener reports whether a word that follows a name begins a sentence, and
// no more of the name.
func strongOpener(t, next words.Token) bool {
	switch t.Lower {
	case "the", "it", "he", "she", "they", "this", "however", "but", "their", "his", "her":
		return !next.Capital()
	case "in", "on", "at":
		return next.Text[0] >= '0' && next.Text[0] <= '9' || next.Is("the", "a", "an", "his", "her", "its", "their", "other", "another", "some", "many", "addition", "recent", "what", "one", "two")
	}
	return false
}

// onlyHere reports whether a word stands only once in the document, or at the
// beginning of sentences, with a capital letter.
func (x *extractor) onlyHere(t words.Token) bool {
	return len(t.Text) > 2 && strings.Count(x.doc.Text, " "+t.Text) <= 1
}

// lowerCase reports whether the document has a word in small letters elsewhere.
func (x *extractor) lowerCase(lower string) bool {
	rest := x.doc.Text
	for {
		i := strings.Index(rest, " "+lower)
		if i < 0 {
			return false
		}
		rest = rest[i+1+len(lower):]
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) {
			return true
		}
	}
}
