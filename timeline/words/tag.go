package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// tagger is prose's model, read on first use, with a lexicon of ours.
var tagger = sync.OnceValues(func() (*perceptron, map[string]string) {
	lexicon := make(map[string]string)
	lines("lexicon.txt", func(line string) {
		t, list, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(list) {
			lexicon[w] = t
		}
	})
	return readPerceptron(aptagmodel.English), lexicon
})

// Tag sets the part of speech of each token, the tokens being one sentence.
func Tag(tokens []Token) {
	if len(tokens) == 0 {
		return
	}
	given := make([]string, len(tokens))
	for i, t := range tokens {
		given[i] = spelled(t)
	}
	model, lexicon := tagger()
	for i, tag := range model.tagAll(given, lexicon) {
		tokens[i].Tag = tag
		if p := mark(tokens, i); p != "" {
			tokens[i].Tag = p
		}
	}
	mend(tokens)
}

// spelled is how the model, trained on newswire, has seen a token written.
func spelled(t Token) string {
	switch t.Text {
	case "“", "„", "«", "‘", "`":
		return "``"
	case "”", "»", "\"":
		return "''"
	case "–", "—", "―", "-":
		return "--"
	case "*", "•":
		return ":"
	}
	if strings.Contains(t.Text, "’") {
		return strings.ReplaceAll(t.Text, "’", "'")
	}
	return t.Text
}

// mark is the tag of a token that holds no letter, or "".
func mark(tokens []Token, i int) string {
	t := tokens[i]
	switch t.Text {
	case ",":
		return ","
	case ".", "!", "?", "…", "...", "....":
		return "."
	case ":", ";", "–", "—", "―", "-", "--", "---", "•", "*", "/":
		return ":"
	case "(", "[":
		return "("
	case ")", "]":
		return ")"
	case "“", "„", "«", "‘", "``", "`":
		return "``"
	case "”", "»", "''":
		return "''"
	case "\"":
		return straight(tokens, i)
	case "%":
		return "NN"
	case "$", "£", "€", "¥":
		return "$"
	case "'", "’":
		if i > 0 && tokens[i-1].End == t.Start && strings.HasSuffix(tokens[i-1].Lower, "s") && tokens[i-1].Word() {
			return "POS"
		}
		return straight(tokens, i)
	}
	if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsDigit(r) && !strings.ContainsFunc(t.Text, unicode.IsLetter) {
		return "CD"
	}
	return ""
}

// straight tells an opening straight quotation mark from a closing one: it
// opens when it touches the word after it and not the one before.
func straight(tokens []Token, i int) string {
	touchesNext := i+1 < len(tokens) && tokens[i+1].Start == tokens[i].End
	touchesLast := i > 0 && tokens[i-1].End == tokens[i].Start && tokens[i-1].Tag != "("
	if touchesNext && !touchesLast {
		return "``"
	}
	return "''"
}

// Guess tags tokens without a model, well enough to find names: capitalised
// words that are no common word as names, the rest by what they are written
// with.
func Guess(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		switch m := mark(tokens, i); {
		case m != "":
			t.Tag = m
		case Demonym(t.Text) != "":
			t.Tag = "JJ"
		case t.Capital() && !Stop(t.Lower):
			t.Tag = "NNP"
		case t.Is("'s") && i > 0 && tokens[i-1].End == t.Start:
			t.Tag = "POS"
		case Stop(t.Lower):
			t.Tag = "IN"
		default:
			t.Tag = "NN"
		}
	}
}
