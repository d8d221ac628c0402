package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a sentence mark with what belongs to it: text[at:stop].
type mark struct {
	at, stop int
	rune     rune
}

// maxWord is how many bytes a word has that the rules look at.
const maxWord = 32

// ends decides whether a sentence ends with m.
func (p *paragraph) ends(m mark) bool {
	if !p.spaceAt(m.stop) {
		return p.glued(m)
	}
	next := p.skipSpace(m.stop)
	if next >= p.end {
		return true
	}
	word, follows := p.wordFrom(next)
	quoted := m.stop > m.at+1
	switch {
	case follows.lower:
		return false
	case m.rune == '!' || m.rune == '?':
		return !(quoted && p.saidSoon(next))
	case m.rune == '…' || p.dotsAt(m.at):
		return follows.letter && word != "I"
	case m.rune != '.':
		return true
	}
	return p.stopEnds(m, next, word, follows)
}

// stopEnds decides for a single full stop before the word that begins at next.
func (p *paragraph) stopEnds(m mark, next int, word string, f first) bool {
	before, from := p.wordBefore(m.at)
	if before == "" {
		return true
	}
	starts := f.letter && lexicon[word]&starter != 0
	class := lexicon[before]
	switch {
	case class&title != 0:
		return false
	case f.digit && (class&numbered != 0 || strings.HasSuffix(before, "str")):
		return false
	case class&numbered != 0 && romanNumeral(word):
		return false
	case class&month != 0:
		return !f.digit && lexicon[word]&month == 0
	case class&clock != 0:
		return lexicon[word]&(zone|month|weekday) == 0 && !p.zoneNamed(next)
	case class&never != 0:
		return false
	case class&open != 0 || dotted(before):
		return starts || f.letter && p.saidSoon(next)
	case ordinal(before):
		return p.ordinalEnds(from, next, word, f)
	case initial(before):
		return p.initialEnds(from, before, starts)
	}
	return true
}

// ordinalEnds decides for "24." before the word at next: a list number, a day
// before its month ("24. Februar"), a German ordinal ("das 2. Bataillon").
func (p *paragraph) ordinalEnds(from, next int, word string, f first) bool {
	if p.begins(from) {
		return false
	}
	if f.digit {
		n := 0
		for next+n < p.end && p.text[next+n] >= '0' && p.text[next+n] <= '9' {
			n++
		}
		return n != 4 && !(n <= 2 && next+n < p.end && p.text[next+n] == '.')
	}
	if lexicon[word]&month != 0 || lexicon[strings.ToLower(word)]&month != 0 {
		return false
	}
	prior, _ := p.wordBefore(trimRightSpace(p.text[p.start:from]) + p.start)
	return lexicon[prior]&article == 0
}

// initialEnds decides for a single capital letter and its stop: a name's
// initial, unless a word follows that begins sentences ("Plan B. The …").
func (p *paragraph) initialEnds(from int, letter string, starts bool) bool {
	if letter == "I" {
		return true
	}
	return starts && !p.begins(from)
}

// glued decides for a mark with no space behind it: "…the war.The army…".
func (p *paragraph) glued(m mark) bool {
	if m.rune != '.' && m.rune != '!' && m.rune != '?' {
		return false
	}
	before, from := p.wordBefore(m.at)
	if len(before) < 3 || strings.ContainsAny(before, ".@/") || !allLower(before) {
		return false
	}
	if r := runeBefore(p.text[:from], from); strings.ContainsRune("/.@_:=", r) {
		return false
	}
	word, f := p.wordFrom(m.stop)
	tail := p.text[min(m.stop+len(word), p.end):p.end]
	return f.letter && !f.lower && len(word) > 1 && allLower(word[1:]) &&
		lexicon[word]&domain == 0 && !strings.ContainsRune("./@_=:", runeAt(tail, 0))
}

// saidSoon reports whether a verb of saying is among the second to fourth
// words from i, as in `“Why?” Anna Kovač asked`.
func (p *paragraph) saidSoon(i int) bool {
	for n := 0; n < 4 && i < p.end; n++ {
		word, _ := p.wordFrom(i)
		if n > 0 && lexicon[word]&speech != 0 {
			return true
		}
		i += len(word)
		if i >= p.end || p.text[i] != ' ' {
			return false
		}
		i++
	}
	return false
}

// zoneNamed reports whether i begins a clock's zone in words: "Moscow time".
func (p *paragraph) zoneNamed(i int) bool {
	_, rest, ok := strings.Cut(p.text[i:min(i+2*maxWord, p.end)], " ")
	return ok && (strings.HasPrefix(rest, "time") || strings.HasPrefix(rest, "Time"))
}

// dotsAt reports whether the full stop at i is one of several in a row.
func (p *paragraph) dotsAt(i int) bool {
	return i+1 < p.end && p.text[i+1] == '.' || i > p.start && p.text[i-1] == '.'
}

// begins reports whether only white space and list signs stand before i in
// its line or its sentence.
func (p *paragraph) begins(i int) bool {
	for i > p.from && p.text[i-1] != '\n' {
		if strings.IndexByte(" \t(-*#>", p.text[i-1]) < 0 {
			return false
		}
		i--
	}
	return true
}

// first says what a word, or what stands in its place, begins with.
type first struct {
	letter, lower, digit bool
}

// wordFrom is the word at or soon after i, opening signs skipped.
func (p *paragraph) wordFrom(i int) (string, first) {
	rest := p.text[i:min(i+2*maxWord, p.end)]
	rest = strings.TrimLeft(rest, "\"'“‘„«»([{¿¡*_–—-•· ")
	n := 0
	for n < len(rest) && n < maxWord {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		n += size
	}
	r := runeAt(rest, 0)
	word := rest[:n]
	lower := unicode.IsLower(r) && !camel(word)
	return word, first{letter: n > 0, lower: lower, digit: unicode.IsDigit(r)}
}

// wordBefore is the word that ends before i, its inner stops, hyphens and
// apostrophes included, and where it begins.
func (p *paragraph) wordBefore(i int) (string, int) {
	from := i
	for from > p.start && i-from < maxWord {
		r, size := utf8.DecodeLastRuneInString(p.text[p.start:from])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) &&
			!strings.ContainsRune(".-'’&№", r) {
			break
		}
		from -= size
	}
	return p.text[from:i], from
}

// dotted reports whether w is letters with stops between: "U.S", "e.V".
func dotted(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case r == '.':
			letters = 0
		case unicode.IsLetter(r):
			letters++
		}
		if letters > 3 {
			return false
		}
	}
	return strings.Contains(w, ".") && unicode.IsLetter(runeAt(w, 0))
}

// ordinal reports whether w is one or two digits, or such with stops.
func ordinal(w string) bool {
	return len(w) > 0 && len(w) <= 5 && strings.Trim(w, "0123456789.") == "" &&
		(len(w) <= 2 || strings.Contains(w, "."))
}

// initial reports whether w is one capital letter.
func initial(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(r)
}

// romanNumeral reports whether w reads as a Roman number: "Art. IV".
func romanNumeral(w string) bool {
	return w != "" && strings.Trim(w, "IVXLC") == ""
}

// camel reports whether w has a capital inside, as brand names have.
func camel(w string) bool {
	return len(w) > 2 && len(w) <= 12 && w[1] >= 'A' && w[1] <= 'Z'
}

// allLower reports whether w is made of small letters only.
func allLower(w string) bool {
	for _, r := range w {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// trimRightSpace is the length of s without the white space at its end.
func trimRightSpace(s string) int {
	return len(strings.TrimRightFunc(s, unicode.IsSpace))
}
