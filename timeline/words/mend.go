package words

import "strings"

// mend corrects what the model is known to get wrong in news: words that only
// ever are one thing, and participles and past tenses by the words before them.
func mend(tokens []Token) {
	loud := allCapitals(tokens)
	for i := range tokens {
		t := &tokens[i]
		switch {
		case !loud && t.Is("who", "us", "it") && len(t.Text) > 1 && strings.ToUpper(t.Text) == t.Text:
			t.Tag = "NNP" // the agency, the country, the trade
		case strings.HasPrefix(t.Tag, "VB") && t.Is("armed", "armored", "armoured", "united", "allied", "combined", "occupied", "elected") && i > 0 && i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].Tag, "NN") && (nounBefore(tokens[i-1]) || Demonym(tokens[i-1].Text) != "" || strings.HasPrefix(t.Lower, "armo")):
			t.Tag = "JJ"
		case t.known().is(isArabic), !loud && properName(tokens, i):
			t.Tag = "NNP"
		case t.Tag == "DT" && !determiners[t.Lower]:
			t.Tag = "NN"
		case t.Tag == "NN" && i > 0 && t.known().is(isIrregular) && !t.Capital() && !nounBefore(tokens[i-1]):
			t.Tag = "VBD"
		case t.Tag == "NN" && i > 0 && len(t.Lower) > 5 && strings.HasSuffix(t.Lower, "ed") && (tokens[i-1].Tag == "NN" || tokens[i-1].Tag == "NNS") && !t.Capital() &&
			(i+1 == len(tokens) || !strings.HasPrefix(tokens[i+1].Tag, "NN")):
			t.Tag = "VBD"
		case t.Tag == "-NONE-":
			t.Tag = "CD"
		case t.Is("is", "has", "does", "'s") && strings.HasPrefix(t.Tag, "V"), t.Is("isn't", "hasn't"):
			t.Tag = "VBZ"
		case t.Is("was", "were", "did", "had") && t.Tag != "VBN":
			t.Tag = "VBD"
		case t.Is("are", "am", "'re", "'ve") && t.Tag != "NN":
			t.Tag = "VBP"
		case t.Is("will", "would", "shall", "should", "could", "might", "must", "'ll", "cannot") && t.Tag != "NN":
			t.Tag = "MD"
		case t.Is("n't", "not"):
			t.Tag = "RB"
		case t.Is("has", "have", "had") && !strings.HasPrefix(t.Tag, "V"):
			t.Tag = map[string]string{"has": "VBZ", "have": "VBP", "had": "VBD"}[t.Lower]
		case t.Tag == "VBP" && i > 0 && i+1 < len(tokens) && strings.HasSuffix(t.Lower, "s") && !t.Capital() && strings.HasPrefix(tokens[i-1].Tag, "NN") && (tokens[i+1].Tag == "VBD" || tokens[i+1].Tag == "MD"):
			t.Tag = "NNS" // "police commandos found"
		case t.Tag == "VBZ" && doers(t.Lower) && i > 0 && i+2 < len(tokens) && tokens[i-1].Tag == "NN" && tokens[i+1].Is("it", "he", "she", "they", "we") && strings.HasPrefix(tokens[i+2].Tag, "VB"):
			t.Tag = "NNS" // "the mortgage lenders it regulates"
		case t.Is("said") && t.Tag != "VBN":
			t.Tag = "VBD"
		}
		mendVerb(tokens, i)
	}
	mendVerbless(tokens)
}

// mendVerbless looks for the verb of a sentence that seems to have none: what
// was taken for a plural noun before "to", an article or a possessive ("The
// team plans to …").
func mendVerbless(tokens []Token) {
	for _, t := range tokens {
		if t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" {
			return
		}
	}
	for i := 1; i+1 < len(tokens); i++ {
		before, next := tokens[i-1].Tag, tokens[i+1].Tag
		if tokens[i].Tag == "NNS" && (before == "NN" || before == "NNP") && (next == "TO" || next == "DT" || next == "PRP$") {
			tokens[i].Tag = "VBZ"
			return
		}
	}
}

// doers reports whether a word has the ending of those who do something.
func doers(word string) bool {
	switch word {
	case "offers", "considers", "remembers", "discovers", "delivers", "answers", "wonders":
		return false
	}
	return strings.HasSuffix(word, "ers") || strings.HasSuffix(word, "ors")
}

// stays are the verbs after which a past form is an adjective: "remain closed".
var stays = set(`stay remain become keep seem look lie sit stand`)

// intransitive past forms cannot stand after a noun as participles do.
var intransitive = set(`died arrived happened occurred resigned erupted emerged departed disappeared collapsed exploded vanished surrendered existed lasted remained persisted prevailed ensued survived`)

var determiners = set(`a an the this that these those all any another both each either every half neither no some such`)

// nounBefore reports whether a noun has to follow t: an article, a possessive,
// an adjective.
func nounBefore(t Token) bool {
	switch t.Tag {
	case "DT", "PRP$", "JJ", "POS", "IN", "CD":
		return true
	}
	return false
}

// allCapitals reports whether hardly a word of the sentence is in small letters.
func allCapitals(tokens []Token) bool {
	small := 0
	for _, t := range tokens {
		if t.Text == t.Lower && t.Word() {
			small++
		}
	}
	return small*3 < len(tokens)
}

// properName reports whether the word at i is capitalised though nothing but
// being a name makes it so.
func properName(tokens []Token, i int) bool {
	switch t := tokens[i]; t.Tag {
	case "JJ", "NN", "VB", "VBP":
		return i > 0 && t.Capital() && Demonym(t.Text) == "" && tokens[i-1].Word() && !strings.Contains(t.Text, "-") || i > 0 && strings.HasPrefix(t.Text, "Al-")
	}
	return false
}

// arabic reports whether a word is a name with its article in small letters:
// "al-Assad", "el-Sisi".
func arabic(word string) bool {
	i := strings.IndexByte(word, '-')
	if i < 2 || i > 3 || i+1 >= len(word) {
		return false
	}
	return word[:i] == strings.ToLower(word[:i]) && word[i+1] >= 'A' && word[i+1] <= 'Z'
}

// mendVerb sets a past form right by what stands before it.
func mendVerb(tokens []Token, i int) {
	t := &tokens[i]
	if i == 0 {
		return
	}
	last := tokens[i-1]
	if t.known().is(isParticiple) && t.Tag != "JJ" && !t.Capital() && !nounBefore(last) {
		t.Tag = "VBN"
		return
	}
	switch t.Tag {
	case "VBD", "VBN", "VB", "VBP":
		if t.Tag == "VBD" && stays[Lemma(last.Lower)] && strings.HasPrefix(last.Tag, "VB") {
			t.Tag = "JJ"
			return
		}
	case "NN", "JJ":
		// "to attack", "will strike": a bare form after to or a modal.
		if last.Tag == "MD" && !t.Capital() && Stem(t.Lower) != "" && !strings.HasSuffix(t.Lower, "ly") && t.Tag == "NN" {
			t.Tag = "VB"
		}
		return
	default:
		return
	}
	if t.Tag == "VBN" && intransitive[t.Lower] && auxiliary(tokens, i) == "" {
		t.Tag = "VBD"
		return
	}
	switch aux := auxiliary(tokens, i); {
	case t.Tag == "VBD" && aux != "" && !t.known().is(isIrregular):
		t.Tag = "VBN"
	case (t.Tag == "VBN" || t.Tag == "VB" || t.Tag == "VBP") && aux == "" && t.known().is(isIrregular):
		t.Tag = "VBD"
	case t.Tag == "VBP" && (last.Tag == "MD" || last.Tag == "TO" || caused(tokens, i)):
		t.Tag = "VB"
	}
}

// caused reports whether the verb at i is what somebody was seen or made to do:
// "saw its shares dive", "have all firms report".
func caused(tokens []Token, i int) bool {
	for j := i - 1; j >= 0 && i-j < 8; j-- {
		switch t := tokens[j]; {
		case strings.HasPrefix(t.Tag, "VB"):
			return j < i-1 && causing[Lemma(t.Lower)]
		case t.Tag == "DT", t.Tag == "PRP$", t.Tag == "PRP", t.Tag == "JJ", t.Tag == "POS", t.Tag == "CD", strings.HasPrefix(t.Tag, "NN"):
		default:
			return false
		}
	}
	return false
}

// causing are the verbs that a noun and a bare verb follow.
var causing = set(`see watch hear feel let make help have`)

// auxiliary is the form of be, have or get that governs the verb at i, or "".
func auxiliary(tokens []Token, i int) string {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch t := tokens[j]; {
		case t.Tag == "RB" || t.Tag == "RBR":
		case t.Is("be", "been", "being", "is", "are", "was", "were", "am", "'s", "'re", "have", "has", "had", "having", "'ve", "get", "got", "gets"):
			if t.Tag == "POS" {
				return ""
			}
			return t.Lower
		default:
			return ""
		}
	}
	return ""
}
