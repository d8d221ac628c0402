package merge

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// token is a word of a quotation without the marks around it.
type token struct {
	text, lower string
	end         bool // a mark follows that ends a clause or an item
}

// tokenize cuts a quotation into words. Hyphens between words part them, so
// that "eighty-four" is two; those beside digits do not ("34-year-old").
func tokenize(s string) []token {
	var out []token
	for _, f := range strings.Fields(s) {
		word := strings.TrimFunc(f, func(r rune) bool { return unicode.IsPunct(r) && r != '%' })
		word = strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
		if word == "" {
			if len(out) > 0 {
				out[len(out)-1].end = true
			}
			continue
		}
		unquoted := strings.TrimRight(f, `"'”’»`)
		end := strings.IndexAny(unquoted, ",;:.!?)") == len(unquoted)-1
		parts := []string{word}
		if strings.IndexFunc(word, unicode.IsDigit) < 0 {
			parts = strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '‑' })
		}
		for _, p := range parts {
			out = append(out, token{p, strings.ToLower(p), false})
		}
		if len(out) > 0 {
			out[len(out)-1].end = end
		}
	}
	return out
}

// number is an amount in a quotation: what it can be at least and at most, and
// the words it stands in.
type number struct {
	low, high   float64
	value       float64
	first, last int    // tokens, last exclusive, with the words that hedge it
	unit        string // "%", a currency, or none
}

// contradicts reports whether two numbers cannot both be true of one thing.
func (n number) contradicts(o number) bool { return n.high < o.low || o.high < n.low }

var units = numerals(`zero one two three four five six seven eight nine ten eleven twelve thirteen
	fourteen fifteen sixteen seventeen eighteen nineteen`, 0, 1)

var tens = numerals("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)

func numerals(words string, from, step float64) map[string]float64 {
	m := make(map[string]float64)
	for i, w := range strings.Fields(words) {
		m[w] = from + step*float64(i)
	}
	return m
}

var scales = map[string]float64{
	"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"mn": 1e6, "bn": 1e9, "dozen": 12,
}

// vague are the nouns that say an order of magnitude.
var vague = map[string][2]float64{
	"dozens": {24, 99}, "scores": {40, 199}, "hundreds": {200, 999}, "thousands": {2e3, 9999}, "millions": {2e6, 9.99e6},
}

// numberAt reads the number that begins at token i, without what hedges it.
func numberAt(ts []token, i int) (number, bool) {
	if n, ok := vagueAt(ts, i); ok {
		return n, true
	}
	n, ok := digitsAt(ts, i)
	if !ok {
		if n, ok = wordsAt(ts, i); !ok {
			return number{}, false
		}
	}
	for n.last < len(ts) && !ts[n.last-1].end && scales[ts[n.last].lower] > 1 {
		scale := scales[ts[n.last].lower]
		n.value, n.low, n.high, n.last = n.value*scale, n.low*scale, n.high*scale, n.last+1
		if n.low == n.high {
			n = n.within(scale / 2)
		}
	}
	return n, true
}

// within widens a number by what rounding may have taken from it, but never by
// more than a twentieth.
func (n number) within(slack float64) number {
	slack = min(slack, n.value/20)
	n.low, n.high = n.value-slack, n.value+slack
	return n
}

func vagueAt(ts []token, i int) (number, bool) {
	at, factor := i, 1.0
	if i+2 < len(ts) && ts[i+1].lower == "of" && (ts[i].lower == "tens" || ts[i].lower == "hundreds") {
		factor = map[string]float64{"tens": 10, "hundreds": 100}[ts[i].lower]
		at = i + 2
	}
	v, ok := vague[ts[at].lower]
	if !ok || factor > 1 && v[0] < 2e3 {
		return number{}, false
	}
	return number{low: v[0] * factor, high: v[1] * factor * 1.01, value: v[0] * factor, first: i, last: at + 1}, true
}

// digitsAt reads a number in digits, with its currency or percent sign.
func digitsAt(ts []token, i int) (number, bool) {
	n := number{first: i, last: i + 1}
	text := ts[i].text
	for _, sign := range [...]string{"US$", "$", "€", "£", "¥", "₹", "₽", "₴"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			text, n.unit = rest, strings.TrimPrefix(sign, "US")
		}
	}
	if rest, ok := strings.CutSuffix(text, "%"); ok {
		text, n.unit = rest, "%"
	}
	scale := 1.0
	if n.unit != "" && n.unit != "%" {
		if digits := strings.TrimRightFunc(text, unicode.IsLetter); digits != text {
			scale = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9}[strings.ToLower(text[len(digits):])]
			text = digits
		}
	}
	plain := strings.ReplaceAll(text, ",", "")
	if scale == 0 || plain == "" || plain[0] < '0' || plain[0] > '9' || strings.ContainsAny(plain, "eExXpP_") {
		return number{}, false
	}
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil || value > 1e15 {
		return number{}, false
	}
	n.value = value * scale
	n.low, n.high = n.value, n.value
	if slack := rounding(plain); slack > 0 || scale > 1 {
		n = n.within(max(slack, 0.5) * scale)
		if whole, decimals, ok := strings.Cut(plain, "."); ok && whole != "" {
			n = n.within(math.Pow(10, -float64(len(decimals))) / 2 * scale)
		}
	}
	return n, true
}

// rounding is half of the last place that a number in digits tells: two noughts
// at its end may be rounded ones, a decimal always is.
func rounding(plain string) float64 {
	if _, decimals, ok := strings.Cut(plain, "."); ok {
		return math.Pow(10, -float64(len(decimals))) / 2
	}
	if noughts := len(plain) - len(strings.TrimRight(plain, "0")); noughts >= 2 && noughts < len(plain) {
		return math.Pow(10, float64(noughts)) / 2
	}
	return 0
}

// wordsAt reads a number in words up to ninety-nine, "a hundred", "a dozen".
func wordsAt(ts []token, i int) (number, bool) {
	n := number{first: i, last: i}
	if v, ok := tens[ts[i].lower]; ok {
		n.value, n.last = v, i+1
		if i+1 < len(ts) && !ts[i].end {
			if u, ok := units[ts[i+1].lower]; ok && u > 0 && u < 10 {
				n.value, n.last = v+u, i+2
			}
		}
	} else if v, ok := units[ts[i].lower]; ok {
		n.value, n.last = v, i+1
	} else if ts[i].lower == "a" && i+1 < len(ts) && scales[ts[i+1].lower] > 1 {
		n.value, n.last = 1, i+1
	}
	n.low, n.high = n.value, n.value
	return n, n.last > i
}
