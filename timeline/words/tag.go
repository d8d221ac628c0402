package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// tagger is prose's model, read on first use, with a lexicon of ours.
var tagger = sync.OnceValue(func() *perceptron {
	lexicon := make(map[string]string)
	lines("lexicon.txt", func(line string) {
		t, list, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(list) {
			lexicon[w] = t
		}
	})
	return readPerceptron(aptagmodel.English, lexicon)
})

// Tag sets the part of speech of each token, the tokens being one sentence.
func Tag(tokens []Token) {
	if len(tokens) == 0 {
		return
	}
	model := tagger()
	sentence := make([]*spelling, len(tokens))
	for i := range tokens {
		sentence[i] = model.spellingOf(&tokens[i])
	}
	model.tagAll(sentence, func(i int, tag string) {
		tokens[i].Tag = tag
		if p := mark(tokens, i); p != "" {
			tokens[i].Tag = p
		}
	})
	mend(tokens)
}

// spellingOf is what the model knows of a token.
func (p *perceptron) spellingOf(t *Token) *spelling {
	l := t.known()
	s := l.spelling.Load()
	if s == nil {
		s = p.spell(spelled(l.text))
		l.spelling.Store(s)
	}
	return s
}

// spelled is how the model, trained on newswire, has seen a token written.
func spelled(word string) string {
	switch word {
	case "“", "„", "«", "‘", "`":
		return "``"
	case "”", "»", "\"":
		return "''"
	case "–", "—", "―", "-":
		return "--"
	case "*", "•":
		return ":"
	}
	return strings.ReplaceAll(word, "’", "'")
}

// mark is the tag of a token that holds no letter, or "".
func mark(tokens []Token, i int) string {
	t := &tokens[i]
	if c := t.Text[0]; 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
		return ""
	}
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
		if parted(tokens, i) {
			return "POS"
		}
		return straight(tokens, i)
	}
	if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsDigit(r) && !strings.ContainsFunc(t.Text, unicode.IsLetter) {
		return "CD"
	}
	return ""
}

// parted reports whether an apostrophe with a space on both sides is the
// genitive of the plural before it, as in tokenised text ("the workers ' pay"),
// and closes no quotation.
func parted(tokens []Token, i int) bool {
	if i == 0 || i+1 >= len(tokens) || tokens[i-1].End == tokens[i].Start || tokens[i+1].Start == tokens[i].End {
		return false
	}
	next, _ := utf8.DecodeRuneInString(tokens[i+1].Text)
	if !strings.HasSuffix(tokens[i-1].Lower, "s") || !tokens[i-1].Word() || !unicode.IsLower(next) {
		return false
	}
	for _, t := range tokens[:i] {
		if t.Text == "`" || t.Text == "‘" {
			return false
		}
	}
	return true
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
// with. Most words are small and have no part in a name, so nothing is looked
// up for them.
func Guess(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		switch m := mark(tokens, i); {
		case m != "":
			t.Tag = m
		case t.Is("'s") && i > 0 && tokens[i-1].End == t.Start:
			t.Tag = "POS"
		case !t.Capital():
			t.Tag = "NN"
		case t.known().demonym != "":
			t.Tag = "JJ"
		case t.known().is(isStop):
			t.Tag = "IN"
		default:
			t.Tag = "NNP"
		}
	}
}
