package words

import "strings"

// near is a token as those around it see it.
type near struct {
	word *wordFeatures
	end  *endFeatures
}

var (
	unknownWord wordFeatures
	unknownEnd  endFeatures
)

// tagAll gives the tags of the tokens of one sentence, spelled as the model
// has seen them. Words in the lexicon have the tag it says.
func (p *perceptron) tagAll(tokens []string, lexicon map[string]string) []string {
	n := len(tokens)
	around := make([]near, n+4)
	around[0], around[1] = p.near("-START-"), p.near("-START2-")
	around[n+2], around[n+3] = p.near("-END-"), p.near("-END2-")
	for i, t := range tokens {
		around[i+2] = p.near(normal(t))
	}
	tags := make([]string, n)
	scores := make([]float32, len(p.classes))
	before, second := p.tags["-START-"], p.tags["-START2-"]
	for i, t := range tokens {
		tag, ok := p.fixed(t, lexicon)
		if !ok {
			clear(scores)
			p.score(scores, t, around[i:i+5], before, second)
			tag = p.classes[best(scores)]
		}
		tags[i] = tag
		before, second = p.tags[tag], before
	}
	return tags
}

func (p *perceptron) near(word string) near {
	n := near{&unknownWord, &unknownEnd}
	if w, ok := p.words[word]; ok {
		n.word = w
	}
	if e, ok := p.ends[lastThree(word)]; ok {
		n.end = e
	}
	return n
}

// fixed is the tag of a word that needs no context.
func (p *perceptron) fixed(word string, lexicon map[string]string) (string, bool) {
	switch {
	case word == "":
		return "", true
	case word == "-":
		return "-", true
	case word == "0", word == "*":
		return "-NONE-", true // a trace in the treebank
	case word[0] == '@':
		return "NN", true
	}
	if tag, ok := lexicon[word]; ok {
		return tag, true
	}
	if tag, ok := lexicon[strings.ToLower(word)]; ok {
		return tag, true
	}
	tag, ok := p.only[word]
	return tag, ok
}

// score adds up the weights of a token's features, in the order of the
// library, so that the sums are rounded alike.
func (p *perceptron) score(scores []float32, word string, around []near, before, second int) {
	two, one, self, next, last := around[0], around[1], around[2], around[3], around[4]
	own := unknownEnd[1]
	if e, ok := p.ends[lastThree(word)]; ok {
		own = e[1]
	}
	withTag := int32(0)
	for _, t := range self.word.after {
		if t.tag == before {
			withTag = t.feature
		}
	}
	for _, feature := range [...]int32{
		p.bias, own, p.first[word[0]],
		p.before[before], p.second[second], p.both[before][second],
		self.word.at[2], withTag,
		one.word.at[3], one.end[2], two.word.at[4],
		next.word.at[1], next.end[0], last.word.at[0],
	} {
		for _, w := range p.weights[p.rows[feature]:p.rows[feature+1]] {
			scores[w.class] += w.value
		}
	}
}

// best is the first class with the highest score.
func best(scores []float32) int {
	best := 0
	for class, score := range scores {
		if score > scores[best] {
			best = class
		}
	}
	return best
}

// normal is the form of a word under which the model knows it.
func normal(word string) string {
	switch {
	case word == "":
		return ""
	case word[0] != '-' && strings.IndexByte(word, '-') >= 0:
		return "!HYPHEN"
	case len(word) == 4 && digits(strings.TrimLeft(word[:1], "+-")+word[1:]):
		return "!YEAR"
	case '0' <= word[0] && word[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(word)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func lastThree(s string) string { return s[max(0, len(s)-3):] }
