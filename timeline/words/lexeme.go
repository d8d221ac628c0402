package words

import (
	"slices"
	"strings"
	"sync/atomic"
)

// lexeme is what is known of a word by itself, as it is written. Few words make
// up most of a text, and a document asks for the same dozen things of each, so
// what the lists say of a word is looked up together and remembered.
type lexeme struct {
	text, lower string
	canonical   string // see Canonical
	demonym     string // see Demonym
	place       int32  // in the gazetteer, -1 for none
	traits      traits

	spelling atomic.Pointer[spelling] // for the tagger, when it was first asked for
	term     atomic.Pointer[string]   // see Term, when it was first asked for
}

// traits are the lists that hold a word.
type traits uint16

const (
	isStop traits = 1 << iota
	isCalendar
	isRole
	isOrganisation
	isFirstName
	isCompound         // says something about a name: see compound
	isArabic           // a name with its article: see arabic
	isIrregular        // see Irregular
	isParticiple       // see Participle
	opensOrganisations // the first word of a known organisation's name
	opensPlaces        // the first word of places' names that have several
)

func (l *lexeme) is(t traits) bool { return l.traits&t != 0 }

// lexemes are the words that were asked for last, each in the place that its
// hash says, or in the one beside it. What is in it changes no answer.
var lexemes [1 << 15]atomic.Pointer[lexeme]

// maxLexeme is the length in bytes of the longest words that are remembered.
const maxLexeme = 40

// lexemeOf is what is known of a word.
func lexemeOf(word string) *lexeme {
	if len(word) > maxLexeme {
		return newLexeme(word)
	}
	at := hash(word) % uint32(len(lexemes))
	last, before := &lexemes[at], &lexemes[at^1]
	l := last.Load()
	if l != nil && l.text == word {
		return l
	}
	if other := before.Load(); other != nil && other.text == word {
		return other
	}
	before.Store(l)                    // a rare word does not drive out a common one
	l = newLexeme(strings.Clone(word)) // not to hold on to the text it is from
	last.Store(l)
	return l
}

func newLexeme(word string) *lexeme {
	l := &lexeme{text: word, lower: Fold(word), place: -1, demonym: places().demonyms[word]}
	l.canonical = canonical(l.lower)
	plain := Plain(l.lower)
	if i, ok := places().index[plain]; ok {
		l.place = int32(i)
	}
	lists := nameLists()
	for _, trait := range [...]struct {
		traits
		holds bool
	}{
		{isStop, stops[l.lower]},
		{isCalendar, calendar[strings.TrimSuffix(l.lower, ".")]},
		{isRole, lists.roles[plain]},
		{isOrganisation, lists.organisations[l.lower]},
		{isFirstName, lists.firstNames[plain] || lists.firstNames[l.canonical]},
		{isCompound, compound(l.lower)},
		{isArabic, arabic(word)},
		{isIrregular, Irregular(l.lower)},
		{isParticiple, Participle(l.lower)},
		{opensOrganisations, organisations().opens[plain]},
		{opensPlaces, places().opens(plain + " ")},
	} {
		if trait.holds {
			l.traits |= trait.traits
		}
	}
	return l
}

// opens reports whether a place's key begins with prefix.
func (g *gazetteer) opens(prefix string) bool {
	i, _ := slices.BinarySearch(g.keys, prefix)
	return i < len(g.keys) && strings.HasPrefix(g.keys[i], prefix)
}

// known is what is known of a token's word.
func (t *Token) known() *lexeme {
	if t.lexeme == nil {
		t.lexeme = lexemeOf(t.Text)
	}
	return t.lexeme
}

// Term is the form in which two documents' words are compared: without the
// differences of spelling, inflection, and noun from adjective of a country.
func (t *Token) Term() string {
	l := t.known()
	if term := l.term.Load(); term != nil {
		return *term
	}
	term := l.canonical
	if l.demonym != "" {
		term = Canonical(l.demonym)
	}
	term = Stem(term)
	l.term.Store(&term)
	return term
}
