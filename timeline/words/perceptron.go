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
// to the tokens around them. The sums are the same, in the same order, so the
// tags are the library's. Features are numbers in lists without pointers, so
// that the garbage collector has nothing to follow in the model.
type perceptron struct {
	classes []string
	numbers []int    // of the tags of the classes
	rows    []uint32 // feature i has weights[rows[i]:rows[i+1]]
	weights []weight
	only    map[string]uint8  // the class of words that have but one
	lexicon map[string]string // tags that go before the model's

	bias  int32
	first [256]int32       // by the first byte
	words map[string]int32 // in wordFeatures, whose first is that of unknown words
	ends  map[string]int32 // in endFeatures, whose first is that of unknown ends
	tags  map[string]int   // from 1

	wordFeatures []wordFeatures
	endFeatures  []endFeatures
	edges        [4]*spelling // what stands before a sentence, and after it
	after        []tagged     // for a word, by the tag before it; chains, ended by the first

	before [maxTags]int32 // by the tag before
	second [maxTags]int32 // by the tag before that
	both   [maxTags][maxTags]int32
}

// maxTags is more than the tags there are; the number 0 is that of all that
// no feature names.
const maxTags = 64

// weight is what a feature adds to the score of a class.
type weight struct {
	class uint8
	value float32
}

// wordFeatures are the features of a word as the model spells it. Feature 0,
// like the number of an unknown tag, stands for none: see readPerceptron.
type wordFeatures struct {
	at    [5]int32 // for the token 2 before it, 1 before, itself, 1 after, 2 after
	after int32    // for itself, the head of a chain
}

// tagged is a feature that needs a tag, and the next of its word.
type tagged struct {
	tag     int32
	feature int32
	next    int32
}

// endFeatures are the features of a word's last three bytes: for the token
// before it, itself, and the token after.
type endFeatures [3]int32

// readPerceptron reads a model in the format that prose v3 describes in its
// package internal/flat. The model is compiled in, so what is wrong with it is
// a fault of the program.
func readPerceptron(data []byte, lexicon map[string]string) *perceptron {
	p := &perceptron{
		only: map[string]uint8{}, tags: map[string]int{}, lexicon: lexicon,
		words: map[string]int32{}, ends: map[string]int32{},
		wordFeatures: make([]wordFeatures, 1), endFeatures: make([]endFeatures, 1), after: make([]tagged, 1),
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
	// A first row without weights makes room for the feature 0.
	p.rows = append([]uint32{0}, r.numbers(features+1)...)
	classes, values := r.take(pairs), r.numbers(pairs)
	for i, class := range classes {
		p.weights = append(p.weights, weight{class, math.Float32frombits(values[i])})
	}
	for range r.number() {
		word := r.string()
		p.only[word] = r.take(1)[0]
	}
	for i := range features {
		p.add(int32(i+1), names[ends[i]:ends[i+1]])
	}
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
// word "the" gives to the token after it.
func (p *perceptron) add(feature int32, name string) {
	what, value, _ := strings.Cut(name, " ")
	kind, value, _ := strings.Cut(value, " ")
	place := map[string]int{"i-2": -2, "i-1": -1, "i": 0, "i+1": 1, "i+2": 2}[what]
	switch kind {
	case "":
		p.bias = feature
	case "pref1":
		p.first[value[0]] = feature
	case "word":
		entry(p.words, &p.wordFeatures, value).at[2-place] = feature
	case "suffix":
		entry(p.ends, &p.endFeatures, value)[1-place] = feature
	case "tag":
		if place == -1 {
			p.before[p.tag(value)] = feature
		} else {
			p.second[p.tag(value)] = feature
		}
	case "tag+i-2": // i tag+i-2 tag VBD DT
		value = strings.TrimPrefix(value, "tag ")
		before, second, _ := strings.Cut(value, " ")
		p.both[p.tag(before)][p.tag(second)] = feature
	case "tag+i": // i-1 tag+i word DT city
		tag, word, _ := strings.Cut(strings.TrimPrefix(value, "word "), " ")
		w := entry(p.words, &p.wordFeatures, word)
		p.after = append(p.after, tagged{int32(p.tag(tag)), feature, w.after})
		w.after = int32(len(p.after) - 1)
	default:
		panic("words: a feature of an unknown kind: " + name)
	}
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
