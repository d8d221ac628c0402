package dates

// numeralForm is a way of writing numbers. How the words of a language make
// them is in its lists: num (ones to ninety-nine), scale (hundred, thousand),
// ord, ordsuffix, fraction, and numand for the word that may stand between;
// group and decimal list the marks inside numbers.
type numeralForm uint8

const (
	formCount   numeralForm = iota + 1 // 3, 2.5, 2 1/2, twenty-five; in thousandths
	formOrdinal                        // 3rd, third, twenty-first, and plain 3
	formRank                           // the same without plain 3
	formSpelled                        // a year in words: nineteen ninety-seven
)

var numeralForms = map[string]numeralForm{
	"count": formCount, "ordinal": formOrdinal, "rank": formRank, "spelled": formSpelled,
}

// numeralClasses are the classes that numbers in words are made of.
type numeralClasses struct {
	num, scale, and, ord, suffix, fraction, group, decimal class
}

// numeralClasses finds the classes by their names in the lists.
func (l *lexicon) numeralClasses() numeralClasses {
	return numeralClasses{l.class("num"), l.class("scale"), l.class("numand"),
		l.class("ord"), l.class("ordsuffix"), l.class("fraction"),
		l.class("group"), l.class("decimal")}
}

// numeral reads a number at token i; next is i where there is none.
func (p *passage) numeral(form numeralForm, i int) (v int32, next int) {
	switch form {
	case formCount:
		return p.count(i)
	case formSpelled:
		return p.spelled(i)
	}
	return p.ordinal(i, form == formOrdinal)
}

// maxCount is the largest count whose thousandths fit into a field.
const maxCount = 2_000_000

// count reads a count, in thousandths.
func (p *passage) count(i int) (int32, int) {
	t := &p.tokens[i]
	if t.kind != kindNumber {
		v, next := p.cardinal(i)
		if next == i || v > maxCount {
			return 0, i
		}
		return v * 1000, next
	}
	if t.digits > 7 {
		return 0, i
	}
	v, next := int64(t.num), i+1
	for p.group(next) { // 1,000
		v, next = v*1000+int64(p.tokens[next+1].num), next+2
	}
	if v > maxCount {
		return 0, i
	}
	if f, end := p.decimals(next); end > next {
		return int32(v*1000) + f, end
	}
	if f, end := p.fraction(next); end > next {
		return int32(v*1000) + f, end
	}
	return int32(v * 1000), next
}

// glued reports whether token i is of kind k and no white space precedes it.
func (p *passage) glued(i int, k kind) bool {
	return i < len(p.tokens) && p.tokens[i].kind == k && !p.tokens[i].spaced
}

// gluedMark reports whether token i is the mark r and no white space precedes
// it.
func (p *passage) gluedMark(i int, r rune) bool {
	return p.glued(i, kindMark) && p.tokens[i].mark == r
}

// gluedOf reports whether token i is a mark of class c and no white space
// precedes it.
func (p *passage) gluedOf(i int, c class) bool {
	return p.glued(i, kindMark) && p.lex.markIs(p.tokens[i].mark, c)
}

// group reports whether ",000" stands at token i.
func (p *passage) group(i int) bool {
	return p.gluedOf(i, p.lex.numerals.group) && p.glued(i+1, kindNumber) && p.tokens[i+1].digits == 3
}

// decimals reads ".25" after a whole number.
func (p *passage) decimals(i int) (int32, int) {
	if !p.gluedOf(i, p.lex.numerals.decimal) || !p.glued(i+1, kindNumber) || p.tokens[i+1].digits > 3 {
		return 0, i
	}
	f := p.tokens[i+1].num
	for range 3 - p.tokens[i+1].digits {
		f *= 10
	}
	return f, i + 2
}

// fraction reads " 1/2" and the sign "½" after a whole number.
func (p *passage) fraction(i int) (int32, int) {
	if p.glued(i, kindMark) || i < len(p.tokens) && p.tokens[i].kind == kindMark {
		switch p.tokens[i].mark {
		case '½':
			return 500, i + 1
		case '¼':
			return 250, i + 1
		case '¾':
			return 750, i + 1
		}
	}
	if i+2 < len(p.tokens) && p.tokens[i].kind == kindNumber && p.gluedMark(i+1, '/') && p.glued(i+2, kindNumber) {
		a, b := p.tokens[i].num, p.tokens[i+2].num
		if p.tokens[i].digits == 1 && p.tokens[i+2].digits == 1 && a < b {
			return a * 1000 / b, i + 3
		}
	}
	return 0, i
}

// cardinal reads a whole number in words.
func (p *passage) cardinal(i int) (int32, int) {
	c := &p.lex.numerals
	total, part, next := int32(0), int32(0), i
	scale := int32(maxCount) // each must be smaller than the one before
	for k := i; k < len(p.tokens); {
		t := &p.tokens[k]
		p.steps++
		switch {
		case p.is(k, c.num):
			v := p.lex.value(t, c.num)
			if part%100 != 0 && (part%10 != 0 || v > 9) || part%10 != 0 {
				return total + part, next
			}
			part += v
		case next > i && p.is(k, c.scale):
			switch v := p.lex.value(t, c.scale); {
			case v == 100 && part < 100:
				part *= 100
			case v > 100 && v < scale && part > 0:
				total, part, scale = total+part*v, 0, v
			default: // "a thousand thousand": another number
				return total + part, next
			}
		case next > i && p.joins(k):
			k++
			continue
		default:
			return total + part, next
		}
		k++
		next = k
		if total+part > maxCount {
			return 0, i
		}
	}
	return total + part, next
}

// is reports whether token i is a word of class c by itself.
func (p *passage) is(i int, c class) bool {
	return i >= 0 && i < len(p.tokens) && p.lex.has(&p.tokens[i], c)
}

// joins reports whether token i stands between two words of one number: a
// hyphen, or "and".
func (p *passage) joins(i int) bool {
	c := &p.lex.numerals
	if p.gluedMark(i, '-') {
		return p.glued(i+1, kindWord) && p.is(i+1, c.num)
	}
	return p.is(i, c.and) && p.is(i-1, c.scale) && p.is(i+1, c.num)
}

// ordinal reads a position; plain allows a bare number.
func (p *passage) ordinal(i int, plain bool) (int32, int) {
	c := &p.lex.numerals
	t := &p.tokens[i]
	if t.kind == kindNumber {
		if p.glued(i+1, kindWord) && p.is(i+1, c.suffix) {
			return t.num, i + 2
		}
		if plain && t.digits <= 2 {
			return t.num, i + 1
		}
		return 0, i
	}
	if p.is(i, c.ord) {
		return p.lex.value(t, c.ord), i + 1
	}
	if p.is(i, c.num) && p.gluedMark(i+1, '-') && p.glued(i+2, kindWord) && p.is(i+2, c.ord) {
		tens, ones := p.lex.value(t, c.num), p.lex.value(&p.tokens[i+2], c.ord)
		if tens%10 == 0 && ones < 10 {
			return tens + ones, i + 3
		}
	}
	return 0, i
}

// spelled reads a year in words: "nineteen ninety-seven", "two thousand five".
func (p *passage) spelled(i int) (int32, int) {
	c := &p.lex.numerals
	if !p.is(i, c.num) {
		return 0, i
	}
	hundreds := p.lex.value(&p.tokens[i], c.num)
	if hundreds < 10 {
		v, next := p.cardinal(i)
		if v >= 1000 && v < 2200 {
			return v, next
		}
		return 0, i
	}
	if hundreds > 21 || !p.is(i+1, c.num) {
		return 0, i
	}
	v, next := p.cardinal(i + 1)
	if v < 10 || v > 99 {
		return 0, i
	}
	return hundreds*100 + v, next
}
