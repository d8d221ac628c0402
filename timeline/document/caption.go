package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// credits are the words that begin a picture's credit, and the agencies that
// stand alone in one.
var credits = wordSet("image images photo photos picture photograph pic credit file ap epa afp reuters getty foto fotos bild crédit фото video illustration map courtesy via screenshot")

// maxCredit is how far from a block's end its credit is looked for, in bytes.
const maxCredit = 160

// hasCredit reports whether s closes as captions do: "(Image: EPA)", "[AFP]",
// "/ Reuters", "| Getty Images", "Credit: Jan Kos".
func hasCredit(s string) bool {
	if n := len(s) - maxCredit; n > 0 {
		s = strings.ToValidUTF8(s[n:], "")
	}
	s = strings.TrimRight(s, " .")
	i := -1
	switch {
	case strings.HasSuffix(s, ")"):
		i = strings.LastIndexByte(s, '(')
	case strings.HasSuffix(s, "]"):
		i = strings.LastIndexByte(s, '[')
	default:
		if colonCredit(s) || agencyAlone(s) {
			return true
		}
		i = max(strings.LastIndex(s, " /"), strings.LastIndex(s, " |")) + 1
	}
	if i <= 0 && !strings.HasPrefix(s, "(") || len(s)-i > 80 || countWords(s[i:]) > 9 {
		return false
	}
	word, _, _ := strings.Cut(fold(s[i+1:]), " ")
	return credits[word]
}

// colonCredit reports whether s closes with "Credit: …" or the like. The word
// may be glued to the caption's last one.
func colonCredit(s string) bool {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || len(s)-i > 60 || strings.Contains(s[i:], ". ") {
		return false
	}
	word := s[:i]
	word = word[1+strings.LastIndexFunc(word, unicode.IsSpace):]
	if k := strings.LastIndexFunc(word, unicode.IsUpper); k >= 0 && strings.ToUpper(word) != word {
		word = word[k:]
	}
	return credits[strings.ToLower(word)]
}

// photoAgencies are the names that stand alone behind a caption's full stop.
var photoAgencies = wordSet("AP AFP EPA EFE Reuters REUTERS Getty DPA dpa TASS Xinhua Alamy Shutterstock Bloomberg PA ANSA UPI")

// agencyAlone reports whether s closes with an agency's name after a full stop:
// "Police detain a man in Lviv. AP".
func agencyAlone(s string) bool {
	i := strings.LastIndex(s, ". ")
	if i < 0 || len(s)-i > 40 {
		return false
	}
	name, _, _ := strings.Cut(s[i+2:], "/")
	name = strings.TrimSuffix(strings.TrimSuffix(name, " Photo"), " Images")
	return photoAgencies[name]
}

// pictureVerbs are the verbs by which captions describe what is to be seen.
var pictureVerbs = wordSet("poses pose speaks speak looks look stands stand walks walk gestures gesture celebrates celebrate waves wave holds hold arrives arrive attends attend listens listen watches watch greets greet shakes shake sits sit reacts passes pass puts drives rides leaves leave throws runs runs carries carry inspect inspects pictured")

// places are the words that tell who is where in a picture.
var places = wordSet("left right center centre background foreground front back l r c")

// pointsInto reports whether s tells in brackets who or what is where in a
// picture: "(left)", "(at right; …)", "(pictured)".
func pointsInto(s string) bool {
	for {
		_, rest, ok := strings.Cut(s, "(")
		if !ok {
			return false
		}
		inside, after, ok := strings.Cut(rest, ")")
		if !ok {
			return false
		}
		words := strings.Fields(fold(clip(inside, 40)))
		for _, w := range words[:min(len(words), 2)] {
			if places[w] || w == "pictured" {
				return len(words) <= 3 || strings.Contains(inside, ";")
			}
		}
		s = after
	}
}

// joints are the small words that stand between names in captions.
var joints = wordSet("and or in at of the a an on with from by to for und mit in im am von et avec à de du des la le les y con en el del e com em da do і з у в й та и с на ca c")

// namesOnly reports whether s is made of names, joints and a year, as short
// captions are: "Ana Pop and Jan Kos in 2002." Sentences have a verb.
func namesOnly(s string, words int) bool {
	if words < 3 || words > 14 || !mayHoldDate(s) {
		return false
	}
	names := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.Trim(w, ".,;:()'’“”\"")
		switch first, _ := utf8.DecodeRuneInString(w); {
		case unicode.IsUpper(first):
			names++
		case unicode.IsLetter(first) && !joints[w]:
			return false
		}
	}
	return names >= 2
}

// describesPicture reports whether a block reads as the description of a
// picture: in the present tense, with a full date or with who stands where.
func describesPicture(t traits) bool {
	if t.words > 60 {
		return false
	}
	verb, place := t.pointing, 0
	if t.pointing {
		place = 2
	}
	for w := range strings.FieldsSeq(t.folded) {
		switch {
		case w == "said" || w == "says" || w == "told" || w == "added" || w == "i":
			return false
		case pictureVerbs[w]:
			verb = true
		case places[w]:
			place++
		}
	}
	return verb && (len(t.dates) > 0 || place > 1)
}
