package words

import "github.com/kljensen/snowball/english"

// Stem is the stem of an English word, after Porter's second algorithm.
// Hyphens and case are as in the word.
func Stem(word string) string { return english.Stem(Fold(word), true) }

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
