package words

import "strings"

// spelling is a word as the model spells it, with all that the model knows of
// it whatever stands around it.
type spelling struct {
	tag   string // of a word that needs no context
	fixed bool   // it needs none
	tagNo int    // of tag
	word  wordFeatures
	end   endFeatures
	start [maxTags]float32 // the scores of its own features, which go before all others
}

// spell looks a word up.
func (p *perceptron) spell(word string) *spelling {
	s := p.near(normal(word))
	s.tag, s.fixed = p.tagOf(word)
	s.tagNo = p.tags[s.tag]
	if s.fixed {
		return s
	}
	for _, f := range [...]feature{p.bias, p.endFeatures[p.ends[lastThree(word)]][1], p.first[word[0]]} {
		p.addWeights(f, &s.start)
	}
	return s
}

// near is a word as those around it see it.
func (p *perceptron) near(word string) *spelling {
	return &spelling{word: p.wordFeatures[p.words[word]], end: p.endFeatures[p.ends[lastThree(word)]]}
}

// tagAll sets the tags of the words of one sentence, by the sentence.
func (p *perceptron) tagAll(sentence []*spelling, set func(i int, tag string)) {
	two, one := p.edges[0], p.edges[1]
	before, second := p.tags["-START-"], p.tags["-START2-"]
	at := func(i int) *spelling {
		if i < len(sentence) {
			return sentence[i]
		}
		return p.edges[2+i-len(sentence)]
	}
	var scores [maxTags]float32
	for i, self := range sentence {
		tag, number := self.tag, self.tagNo
		if !self.fixed {
			scores = self.start
			p.score(&scores, [5]*spelling{two, one, self, at(i + 1), at(i + 2)}, before, second)
			class := best(scores[:len(p.classes)])
			tag, number = p.classes[class], p.numbers[class]
		}
		set(i, tag)
		two, one = one, self
		before, second = number, before
	}
}

// tagOf is the tag of a word that needs no context.
func (p *perceptron) tagOf(word string) (string, bool) {
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
	if tag, ok := p.lexicon[word]; ok {
		return tag, true
	}
	if tag, ok := p.lexicon[strings.ToLower(word)]; ok {
		return tag, true
	}
	if class, ok := p.only[word]; ok {
		return p.classes[class], true
	}
	return "", false
}

// score adds up the weights of a token's features after those that scores
// begins with, in the order of the library, so that the sums are rounded alike.
func (p *perceptron) score(scores *[maxTags]float32, around [5]*spelling, before, second int) {
	two, one, self, next, last := around[0], around[1], around[2], around[3], around[4]
	var withTag feature
	for _, t := range p.after[self.word.firstAfter:self.word.lastAfter] {
		if t.tag == before {
			withTag = t.feature
		}
	}
	for _, f := range [...]feature{
		p.before[before], p.second[second], p.both[before][second],
		self.word.at[2], withTag,
		one.word.at[3], one.end[2], two.word.at[4],
		next.word.at[1], next.end[0], last.word.at[0],
	} {
		p.addWeights(f, scores)
	}
}

// addWeights adds the weights of a feature to the scores of the classes.
func (p *perceptron) addWeights(f feature, scores *[maxTags]float32) {
	for _, w := range p.weights[f.first:f.last] {
		scores[w.class%maxTags] += w.value
	}
}

// best is the first class with the highest score.
func best(scores []float32) int {
	best, most := 0, scores[0]
	for class, score := range scores {
		if score > most {
			best, most = class, score
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
