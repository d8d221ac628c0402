package merge

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/words"
)

// figure is a number with what it counts.
type figure struct {
	number
	about   string   // what is counted, in words: "people killed", "ships", "percent"
	text    string   // as the quotation has it, with its hedge
	context []string // stems around an amount or a share, which say of what
}

// figures are the numbers that a citation tells of its event, but for those of
// dates, ages, lengths and parts of a whole told before.
func figures(c timeline.Citation) []figure {
	ts := ownClause(c)
	numbers := numbersIn(ts)
	var out []figure
	for i, n := range numbers {
		from, to := 0, len(ts)
		if i > 0 {
			from = numbers[i-1].last
		}
		if i+1 < len(numbers) {
			to = numbers[i+1].first
		}
		if f, ok := figureOf(ts, n, from, to); ok {
			out = append(out, f)
		}
	}
	return out
}

// dateMark stands for a date expression among the words.
const dateMark = "\x00"

// ownClause is the part of a quotation that its date is told in, without its
// date expressions: what had been counted "since protests began in March" was
// not counted in March.
func ownClause(c timeline.Citation) []token {
	quote := c.Quote
	for _, x := range c.Expressions {
		if x.Text != "" {
			quote = strings.Replace(quote, x.Text, " "+dateMark+" ", 1)
		}
	}
	ts := tokenize(quote)
	from, dated, inside := 0, len(c.Expressions) == 0, len(ts) > 0 && turns[ts[0].lower]
	for i, t := range ts {
		switch {
		case t.text == dateMark:
			dated = true
		case dated && (turns[t.lower] || inside && ts[i-1].end):
			return ts[from:i]
		case !dated && (turns[t.lower] || relative[t.lower]):
			from, inside = i, true
		}
	}
	return ts[from:]
}

// turns are the words with which another happening begins to be told of, and
// relative those with which one begins that holds the date if that comes after.
var (
	turns    = set("since after before where until while because although if")
	relative = set("which who whom whose that")
)

// numbersIn finds the numbers of a quotation with their hedges, in order.
func numbersIn(ts []token) []number {
	var out []number
	for i := 0; i < len(ts); {
		n, ok := numberAt(ts, i)
		if !ok {
			i++
			continue
		}
		n = span(ts, n)
		n = hedged(ts, n)
		if len(out) > 0 && n.first < out[len(out)-1].last {
			n.first = out[len(out)-1].last
		}
		out = append(out, n)
		i = n.last
	}
	return out
}

// span reads "12 to 15" and "between 12 and 15" as one number.
func span(ts []token, n number) number {
	if n.last+1 >= len(ts) || ts[n.last-1].end {
		return n
	}
	between := n.first > 0 && ts[n.first-1].lower == "between" && ts[n.last].lower == "and"
	if !between && ts[n.last].lower != "to" {
		return n
	}
	o, ok := numberAt(ts, n.last+1)
	if !ok || o.value <= n.value || o.unit != n.unit || !between && n.first > 0 && ts[n.first-1].lower == "from" {
		return n
	}
	n.high, n.last = o.high, o.last
	if between {
		n.first--
	}
	return n
}

// hedges are the words before a number that make it less exact, the longest
// first where one ends with another.
var hedges = hedgesOf([]struct{ words, kind string }{
	{"no fewer than", "least"}, {"no less than", "least"}, {"no more than", "most"}, {"not more than", "most"}, {"at least", "least"},
	{"more than", "least"}, {"upwards of", "least"}, {"as many as", "most"}, {"up to", "most"}, {"at most", "most"},
	{"fewer than", "most"}, {"less than", "most"}, {"over", "least"}, {"above", "least"}, {"under", "most"}, {"below", "most"},
	{"an estimated", "about"}, {"close to", "about"}, {"about", "about"}, {"around", "about"}, {"some", "about"}, {"roughly", "about"},
	{"approximately", "about"}, {"nearly", "nearly"}, {"almost", "nearly"}, {"just over", "about"}, {"just under", "nearly"}, {"estimated", "about"},
})

// hedge is what makes a number less exact: its words, and how.
type hedge struct {
	words []string
	kind  string
}

// hedgesOf lists hedges by their last word, in their order.
func hedgesOf(all []struct{ words, kind string }) map[string][]hedge {
	m := make(map[string][]hedge)
	for _, h := range all {
		words := strings.Fields(h.words)
		last := words[len(words)-1]
		m[last] = append(m[last], hedge{words, h.kind})
	}
	return m
}

// hedged takes the words that hedge a number into it.
func hedged(ts []token, n number) number {
	if n.first == 0 || ts[n.first-1].end {
		return n
	}
	for _, h := range hedges[ts[n.first-1].lower] {
		at := n.first - len(h.words)
		if at < 0 || !slices.EqualFunc(h.words, ts[at:n.first], func(w string, t token) bool { return t.lower == w }) {
			continue
		}
		n.first = at
		switch h.kind {
		case "least":
			n.high = math.Inf(1)
		case "most":
			n.low = 0
		case "about":
			n.low, n.high = min(n.low, n.value*0.9), max(n.high, n.value*1.1)
		case "nearly":
			n.low = min(n.low, n.value*0.85)
		}
		return n
	}
	return n
}

// figureOf says what a number counts, from the words between the numbers before
// and after it.
func figureOf(ts []token, n number, from, to int) (figure, bool) {
	f := figure{number: n, text: textOf(ts[n.first:n.last])}
	for i := max(0, n.first-2); i < n.first; i++ {
		if partial[ts[i].lower] && (i == n.first-1 || ts[i].lower == "among" || ts[i].lower == "including") {
			return f, false
		}
	}
	if c := currency(ts, n, to); n.unit != "" || c != "" {
		return f.amount(ts, c, from, to), true
	}
	if n.first > 0 && ts[n.first-1].lower == "magnitude" && n.value < 10 {
		f.about = "magnitude"
		return f, true
	}
	if year(ts, n) {
		return f, false
	}
	noun := countedNoun(ts, n.last, to)
	if noun == "" && n.value == 1 {
		return f, false // "one of", "one"
	}
	if noun == "" || bodies[noun] || fate(token{lower: noun}) != "" {
		if fate := fateOf(ts, n, from, to); fate != "" {
			if !bodies[noun] {
				noun = "people"
			}
			f.about = noun + " " + fate
			return f, true
		}
	}
	f.about = noun
	return f, noun != "" && !measures[noun]
}

// partial are the words before a number that counts a part, or what comes on
// top of what was told.
var partial = set("including another other further additional among every per aged age number no chapter article section resolution group year grade class phase type level day week part step round")

func textOf(ts []token) string {
	var w []string
	for _, t := range ts {
		w = append(w, t.text)
	}
	return strings.Join(w, " ")
}

// year reports whether a number looks like a year.
func year(ts []token, n number) bool {
	return n.last-n.first == 1 && len(ts[n.first].text) == 4 && n.value >= 1500 && n.value < 2100
}

// amount makes a figure of money, or of a share in a hundred.
func (f figure) amount(ts []token, currency string, from, to int) figure {
	switch {
	case f.unit == "%" || currency == "percent":
		f.about = "percent"
		if f.low == f.high {
			f.number = f.within(0.5)
		}
	case currency != "":
		f.about = "amount in " + currency
	default:
		f.about = "amount in " + signs[f.unit]
	}
	if f.unit == "%" && !strings.HasSuffix(f.text, "%") {
		f.text += "%"
	}
	if currency != "" {
		f.text += " " + currency
	}
	for i := max(from, f.first-5); i < min(to, f.last+5); i++ {
		if w := ts[i].lower; i < f.first || i >= f.last {
			if !words.Stop(w) && !measures[w] && scales[w] == 0 && len(w) > 2 {
				f.context = append(f.context, words.Stem(words.Canonical(w)))
			}
		}
	}
	// What rises "by" a share and what rises "to" one are two things.
	if f.first > 0 && (ts[f.first-1].lower == "by" || ts[f.first-1].lower == "to") {
		f.about += " " + ts[f.first-1].lower
	}
	return f
}

var signs = map[string]string{"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees", "₽": "roubles", "₴": "hryvnias"}

// currency is the money, or "percent", that the words after a number name.
func currency(ts []token, n number, to int) string {
	for i := n.last; i < min(to, n.last+2) && !ts[i-1].end; i++ {
		switch w := strings.TrimSuffix(ts[i].lower, "s"); w {
		case "dollar", "euro", "pound", "rouble", "ruble", "franc", "rupee", "hryvnia", "crown", "yuan", "yen", "mark", "zloty":
			return strings.Replace(w, "ruble", "rouble", 1) + map[bool]string{true: "", false: "s"}[w == "yen" || w == "yuan"]
		case "percent":
			return "percent"
		case "per":
			if i+1 < to && ts[i+1].lower == "cent" {
				return "percent"
			}
		}
	}
	return ""
}

func set(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
