package words

import (
	"encoding/binary"
	"math"
	"strings"
)

// perceptron is the averaged perceptron of prose's tagger, laid out for speed.
// The library looks for each of fourteen features of a token by name in one
// sorted list, which took a third of all extraction. Here a word, its ending
// and the tags before it are looked up once, and hold the features they give
// to the tokens around them; the weights of a word's features lie side by side,
// for what takes time is to fetch them from memory. The sums are the same, in
// the same order, so the tags are the library's. There are no pointers in the
// model, so that the garbage collector has nothing to follow.
type perceptron struct {
	classes []string
	numbers []int // of the tags of the classes
	weights []weight
	only    map[string]uint8  // the class of words that have but one
	lexicon map[string]string // tags that go before the model's

	bias  feature
	first [256]feature     // by the first byte
	words map[string]int32 // in wordFeatures, whose first is that of unknown words
	ends  map[string]int32 // in endFeatures, whose first is that of unknown ends
	tags  map[string]int   // from 1

	wordFeatures []wordFeatures
	endFeatures  []endFeatures
	edges        [4]*spelling // what stands before a sentence, and after it
	after        []tagged     // for a word, by the tag before it

	before [maxTags]feature // by the tag before
	second [maxTags]feature // by the tag before that
	both   [maxTags][maxTags]feature
}

// maxTags is more than the tags there are; the number 0 is that of all that
// no feature names.
const maxTags = 64

// feature is one of a token, by its weights: model.weights[first:last]. One
// that the model does not know has none.
type feature struct{ first, last uint32 }

// weight is what a feature adds to the score of a class.
type weight struct {
	class uint8
	value float32
}

// wordFeatures are the features of a word as the model spells it.
type wordFeatures struct {
	at                    [5]feature // for the token 2 before it, 1 before, itself, 1 after, 2 after
	firstAfter, lastAfter uint32     // for itself: model.after[firstAfter:lastAfter]
}

// tagged is a feature that needs a tag.
type tagged struct {
	tag int
	feature
}

// endFeatures are the features of a word's last three bytes: for the token
// before it, itself, and the token after.
type endFeatures [3]feature

// readPerceptron reads a model in the format that prose v3 describes in its
// package internal/flat. The model is compiled in, so what is wrong with it is
// a fault of the program.
func readPerceptron(data []byte, lexicon map[string]string) *perceptron {
	p := &perceptron{
		only: map[string]uint8{}, tags: map[string]int{}, lexicon: lexicon,
		words: map[string]int32{}, ends: map[string]int32{},
		wordFeatures: make([]wordFeatures, 1), endFeatures: make([]endFeatures, 1),
	}
	r := modelReader(data)
	if string(r.take(8)) != "PROSETAG" || r.number() != 1 {
		panic("words: not a model of version 1")
	}
	for range r.number() {
		p.classes = append(p.classes, r.string())
	}
	features, pairs := r.number(), r.number()
	names := string(r.take(r.number()))
	ends := r.numbers(features + 1)
	rows := r.numbers(features + 1)
	classes, values := r.take(pairs), r.numbers(pairs)
	for i, class := range classes {
		p.weights = append(p.weights, weight{class, math.Float32frombits(values[i])})
	}
	for range r.number() {
		word := r.string()
		p.only[word] = r.take(1)[0]
	}
	after := make(map[string][]tagged)
	for i := range features {
		p.add(feature{rows[i], rows[i+1]}, names[ends[i]:ends[i+1]], after)
	}
	p.lay(after)
	for _, class := range p.classes {
		p.numbers = append(p.numbers, p.tags[class])
	}
	for i, edge := range [...]string{"-START-", "-START2-", "-END-", "-END2-"} {
		p.edges[i] = p.near(edge)
	}
	return p
}

// tag is the number of a tag, which it is given if it has none.
func (p *perceptron) tag(name string) int {
	n, ok := p.tags[name]
	if !ok {
		n = len(p.tags) + 1
		p.tags[name] = n
	}
	return n
}

// add puts a feature where it is looked for: "i-1 word the" is one that the
// word "the" gives to the token after it. Those of a word that need a tag are
// gathered by the word.
func (p *perceptron) add(f feature, name string, after map[string][]tagged) {
	what, value, _ := strings.Cut(name, " ")
	kind, value, _ := strings.Cut(value, " ")
	place := map[string]int{"i-2": -2, "i-1": -1, "i": 0, "i+1": 1, "i+2": 2}[what]
	switch kind {
	case "":
		p.bias = f
	case "pref1":
		p.first[value[0]] = f
	case "word":
		entry(p.words, &p.wordFeatures, value).at[2-place] = f
	case "suffix":
		entry(p.ends, &p.endFeatures, value)[1-place] = f
	case "tag":
		if place == -1 {
			p.before[p.tag(value)] = f
		} else {
			p.second[p.tag(value)] = f
		}
	case "tag+i-2": // i tag+i-2 tag VBD DT
		value = strings.TrimPrefix(value, "tag ")
		before, second, _ := strings.Cut(value, " ")
		p.both[p.tag(before)][p.tag(second)] = f
	case "tag+i": // i-1 tag+i word DT city
		tag, word, _ := strings.Cut(strings.TrimPrefix(value, "word "), " ")
		entry(p.words, &p.wordFeatures, word)
		after[word] = append(after[word], tagged{p.tag(tag), f})
	default:
		panic("words: a feature of an unknown kind: " + name)
	}
}

// lay puts the weights of what is asked for together beside each other.
func (p *perceptron) lay(after map[string][]tagged) {
	weights := make([]weight, 0, len(p.weights))
	move := func(all ...*feature) {
		for _, f := range all {
			first := len(weights)
			weights = append(weights, p.weights[f.first:f.last]...)
			*f = feature{uint32(first), uint32(len(weights))}
		}
	}
	move(&p.bias)
	for i := range p.first {
		move(&p.first[i])
	}
	for i := range p.before {
		move(&p.before[i], &p.second[i])
		for k := range p.both[i] {
			move(&p.both[i][k])
		}
	}
	for i := range p.endFeatures {
		e := &p.endFeatures[i]
		move(&e[0], &e[1], &e[2])
	}
	for word, i := range p.words {
		w := &p.wordFeatures[i]
		move(&w.at[0], &w.at[1], &w.at[2], &w.at[3], &w.at[4])
		w.firstAfter = uint32(len(p.after))
		for _, t := range after[word] {
			move(&t.feature)
			p.after = append(p.after, t)
		}
		w.lastAfter = uint32(len(p.after))
	}
	p.weights = weights
}

// entry is what all has for a key, which is made where it is not there.
func entry[V any](index map[string]int32, all *[]V, key string) *V {
	i, ok := index[key]
	if !ok {
		i = int32(len(*all))
		index[key], *all = i, append(*all, *new(V))
	}
	return &(*all)[i]
}

// modelReader reads little-endian numbers, and strings.
type modelReader []byte

func (r *modelReader) take(n int) []byte {
	taken := (*r)[:n]
	*r = (*r)[n:]
	return taken
}

func (r *modelReader) number() int { return int(binary.LittleEndian.Uint32(r.take(4))) }

func (r *modelReader) numbers(n int) []uint32 {
	all := make([]uint32, n)
	for i := range all {
		all[i] = uint32(r.number())
	}
	return all
}

func (r *modelReader) string() string {
	return string(r.take(int(binary.LittleEndian.Uint16(r.take(2)))))
}
