package words

import (
	"strings"
	"sync/atomic"

	"github.com/kljensen/snowball/english"
)

// Stem is the stem of an English word, after Porter's second algorithm.
// Hyphens and case are as in the word.
func Stem(word string) string {
	word = Fold(word)
	last := &lastStems[hash(word)%uint32(len(lastStems))]
	if s := last.Load(); s != nil && s.word == word {
		return s.stem
	}
	word = strings.Clone(word) // not to hold on to the text it is from
	s := &stemmed{word, english.Stem(word, true)}
	last.Store(s)
	return s.stem
}

type stemmed struct{ word, stem string }

// lastStems are the last stems that were asked for: few words make up most of
// a text, and to look one up is ten times as fast as to cut it. What is in it
// changes no answer.
var lastStems [1 << 14]atomic.Pointer[stemmed]

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Stop reports whether a lower-cased word is too common to tell texts apart.
func Stop(word string) bool { return stops[word] }

var stops = set(`a about above after again against all also although am among an and another any are around as at
	away back be became because been before being between both but by came can cannot could did do does done down
	during each either else even ever every few first for from further gave get give go goes going got had has have
	having he her here hers herself him himself his how however i if in including instead into is it its itself just
	last later least less let like made make makes many may me meanwhile might more most much must my near never new
	next no nor not now of off often on once one only onto or other others our out over own per put rather said same
	say saying says second see seen several shall she should since so some still such take taken than that the their
	theirs them themselves then there these they this those though three through thus to together told too took toward
	towards two under until up upon us use used very via was way we well went were what when where whether which while
	who whole whom whose why will with within without would yet you your 's n't 're 've 'll 'd 'm
	january february march april may june july august september october november december
	jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
	monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
	day days week weeks month months year years morning afternoon evening night earlier ago`)
