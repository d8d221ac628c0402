package dates

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// class is a list of words that a pattern can ask for, with a value each.
type class uint8

// classSet is a set of classes.
type classSet [2]uint64

const maxClasses = 128

// has reports whether c is in the set.
func (s *classSet) has(c class) bool { return s[c/64]&(1<<(c%64)) != 0 }

// add puts c into the set.
func (s *classSet) add(c class) { s[c/64] |= 1 << (c % 64) }

// lexicon holds the words of a language: those of its lists and those that
// stand literally in its rules. It does not change once a language is loaded.
type lexicon struct {
	words     map[string]*word
	classes   map[string]class
	endings   []ending
	marks     [utf8.RuneSelf]classSet // of marks in ASCII
	wide      map[rune]classSet       // of marks beyond ASCII
	entries   []*word                 // in the order of their symbols, from firstWord on
	table     []slot                  // the words by their hash, open addressing; a power of two
	numerals  numeralClasses
	leans     leanClasses
	asides    asideClasses
	prefix    class // what may stand before a hyphen: "mid-", "post-"
	nationals [len(nationals)]class
	between   class // what may stand between a time of day and its day
}

// word is what is known of a word.
type word struct {
	symbol  symbol
	text    string
	classes classSet // by itself
	begins  classSet // by itself or as the first word of a phrase
	capital classSet // classes that it has only if it begins with a capital
	values  []sense
	phrases []phrase
}

// sense is the value of a word in a class.
type sense struct {
	class class
	value int32
}

// phrase is an entry of more than one word; rest follows the first. A "-" in
// it is a mark.
type phrase struct {
	class class
	value int32
	rest  []symbol
}

// ending gives words that are in no list a class by how they end.
type ending struct {
	class class
	text  string
}

// newLexicon gives an empty lexicon.
func newLexicon() *lexicon {
	return &lexicon{words: map[string]*word{}, classes: map[string]class{}, wide: map[rune]classSet{}}
}

// word gives the entry of a lower-cased word, made if there is none.
func (l *lexicon) word(text string) *word {
	w := l.words[text]
	if w == nil {
		w = &word{symbol: firstWord + symbol(len(l.words)), text: text}
		l.words[text] = w
		l.entries = append(l.entries, w)
	}
	return w
}

// key spells a word of at most maxKey ASCII letters, in five bits each.
type key uint64

const maxKey = 12

// spell adds a letter, of either case.
func (k key) spell(letter byte) key { return k<<5 | key(letter&0x1f) }

// slot is a place of the table.
type slot struct {
	key    key
	symbol symbol // symbolNone where it is free
}

// seal builds the table, once all words are known: those that have a key.
func (l *lexicon) seal() {
	size := 1
	for size < 4*len(l.words) {
		size *= 2
	}
	l.table = make([]slot, size)
	for _, w := range l.entries {
		var k key
		for i := range len(w.text) {
			k = k.spell(w.text[i])
		}
		if len(w.text) <= maxKey && isASCII(w.text) {
			*l.slot(k) = slot{k, w.symbol}
		}
	}
}

// slot gives the slot that holds a key, or is free for it.
func (l *lexicon) slot(k key) *slot {
	mask := uint64(len(l.table) - 1)
	for at := uint64(k) * 0x9e3779b97f4a7c15 >> 32; ; at++ {
		if s := &l.table[at&mask]; s.key == k || s.symbol == symbolNone {
			return s
		}
	}
}

// find gives the symbol of a word by its key.
func (l *lexicon) find(k key) symbol { return l.slot(k).symbol }

// isASCII reports whether a word has no letters beyond ASCII.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// known gives what is known of a token, nil if it is no word of the lexicon.
func (l *lexicon) known(t *token) *word {
	if t.symbol < firstWord {
		return nil
	}
	return l.entries[t.symbol-firstWord]
}

// has reports whether a token is a word of class c by itself.
func (l *lexicon) has(t *token, c class) bool {
	w := l.known(t)
	return w != nil && w.classes.has(c) && (t.capital || !w.capital.has(c))
}

// value is the value of a token that [lexicon.has] class c.
func (l *lexicon) value(t *token, c class) int32 { return l.known(t).value(c) }

// value is the word's value in a class that it has.
func (w *word) value(c class) int32 {
	for _, s := range w.values {
		if s.class == c {
			return s.value
		}
	}
	return 0
}

// read adds a list file. A line "class NAME" begins a class, "class NAME
// capital" one whose words count only with a capital; then each line is
// "VALUE: words, more words". "ending TEXT" gives the class to all lower-case
// words that end so, "mark X" to the character X. "#" begins a comment.
func (l *lexicon) read(data string) error {
	var c class
	var capital, begun bool
	for n, line := range splitLines(data) {
		if line == "" {
			continue
		}
		head, rest, _ := strings.Cut(line, " ")
		switch {
		case head == "class":
			name, flag, _ := strings.Cut(strings.TrimSpace(rest), " ")
			if len(l.classes) == maxClasses {
				return fmt.Errorf("%d: more than %d classes", n, maxClasses)
			}
			c, begun, capital = l.class(name), true, flag == "capital"
		case !begun:
			return fmt.Errorf("%d: no class begun", n)
		case head == "ending":
			l.endings = append(l.endings, ending{c, strings.TrimSpace(rest)})
		case head == "mark":
			l.mark(c, strings.TrimSpace(rest))
		default:
			if err := l.entry(c, capital, line); err != nil {
				return fmt.Errorf("%d: %w", n, err)
			}
		}
	}
	return nil
}

// mark gives a character a class.
func (l *lexicon) mark(c class, text string) {
	for _, r := range text {
		if r = unify(r); r < utf8.RuneSelf {
			l.marks[r].add(c)
			continue
		}
		set := l.wide[r]
		set.add(c)
		l.wide[r] = set
	}
}

// markIs reports whether a character is of class c.
func (l *lexicon) markIs(r rune, c class) bool {
	if r < utf8.RuneSelf {
		return l.marks[r].has(c)
	}
	set := l.wide[r]
	return set.has(c)
}

// marked reports whether a class has characters.
func (l *lexicon) marked(c class) bool {
	for i := range l.marks {
		if l.marks[i].has(c) {
			return true
		}
	}
	for _, set := range l.wide {
		if set.has(c) {
			return true
		}
	}
	return false
}

// class gives the number of a class, made if there is none.
func (l *lexicon) class(name string) class {
	c, ok := l.classes[name]
	if !ok {
		c = class(len(l.classes))
		l.classes[name] = c
	}
	return c
}

// entry reads a line "VALUE: words, more words".
func (l *lexicon) entry(c class, capital bool, line string) error {
	code, list, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("no colon in %q", line)
	}
	value, err := parseValue(strings.TrimSpace(code))
	if err != nil {
		return err
	}
	for text := range strings.SplitSeq(list, ",") {
		parts := strings.Fields(marks.Replace(text))
		if len(parts) == 0 {
			return fmt.Errorf("empty word in %q", line)
		}
		if err := l.add(c, value, capital, parts); err != nil {
			return err
		}
	}
	return nil
}

// marks parts words from the marks inside them, as scanning does.
var marks = strings.NewReplacer("-", " - ", "'", " ' ", ".", " . ")

// add enters a word, or a phrase under its first word.
func (l *lexicon) add(c class, value int32, capital bool, parts []string) error {
	w := l.word(strings.ToLower(parts[0]))
	w.begins.add(c)
	if capital {
		w.capital.add(c)
	}
	if len(parts) == 1 {
		w.classes.add(c)
		w.values = append(w.values, sense{c, value})
		return nil
	}
	rest := make([]symbol, len(parts)-1)
	for i, p := range parts[1:] {
		switch {
		case isLetters(p):
			rest[i] = l.word(strings.ToLower(p)).symbol
		case len(p) == 1:
			rest[i] = markSymbol(rune(p[0]))
		default:
			return fmt.Errorf("neither a word nor a mark: %q", p)
		}
	}
	w.phrases = append(w.phrases, phrase{c, value, rest})
	return nil
}

// parseValue reads a number, a holiday ("12-25", "easter-2", "thursday4-11"), a
// code, or "-" for none.
func parseValue(s string) (int32, error) {
	if s == "-" || s == "" {
		return 0, nil
	}
	if v, ok := codes[s]; ok {
		return v, nil
	}
	if v, err := strconv.ParseInt(s, 10, 32); err == nil {
		return int32(v), nil
	}
	if v, ok := parseHoliday(s); ok {
		return v, nil
	}
	return 0, fmt.Errorf("unknown value %q", s)
}

// splitLines gives the lines of a data file with their numbers, without
// comments and surrounding space.
func splitLines(data string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(data) {
			n++
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
				line = ""
			}
			if !yield(n, line) {
				return
			}
		}
	}
}
