package words

import (
	"strings"
	"sync"
)

// NameKind says what a name names.
type NameKind string

// The kinds of name.
const (
	Person       NameKind = "person"
	Organisation NameKind = "organisation"
	PlaceName    NameKind = "place"
	OtherName    NameKind = "" // a day, a work, a ship, or simply not known
)

// Name is a run of capitalised words in a sentence.
type Name struct {
	First, Last int      // tokens, Last exclusive, the title before a name left out
	Text        string   // as written, white space folded
	Kind        NameKind // what the words themselves tell
	Role        string   // the title or role before it ("President"), lower-cased
	Country     string   // the country said with the role, English name
}

// Names finds the names in a tagged sentence, in order and disjoint.
func Names(tokens []Token) []Name {
	var out []Name
	for i := 0; i < len(tokens); {
		if t := &tokens[i]; t.Lower == t.Text && !t.Capital() {
			i++ // as most are
			continue
		}
		end := run(tokens, i)
		if end == i {
			i++
			continue
		}
		if out == nil {
			out = make([]Name, 0, 4)
		}
		out = append(out, split(tokens, i, end)...)
		i = end
	}
	return out
}

// run returns where the run of name words that begins at i ends, i for none.
func run(tokens []Token, i int) int {
	if !opensName(tokens, i) {
		return i
	}
	end := i + 1
	for end < len(tokens) {
		switch {
		case nameWord(tokens[end]) && knownAcronym(tokens[end]) && firstName(tokens[i]):
			return end // "Jonathan Roe BBC correspondent"
		case end > i && Demonym(tokens[end].Text) != "" && isPlace(tokens, i, end):
			return end // "… in Tunis Syrian protesters …"
		case nameWord(tokens[end]):
			end++
		case tokens[end].Tag == "POS" && end+1 < len(tokens) && !owns(tokens[end-1]) && (orgWord(tokens[end+1]) || tokens[end+1].Is("republic")) && tokens[end+1].Capital():
			end += 2
		case tokens[end].Is("of", "de", "la", "al", "el", "bin", "van", "von", "der", "den", "da", "do", "dos", "del", "di", "du", "ibn", "le", "ben", "for", "and", "&") &&
			end+1 < len(tokens) && joins(tokens, end):
			end += 2
		case tokens[end].Is("of") && orgWord(tokens[end-1]) && end+2 < len(tokens) && tokens[end+1].Is("the") && nameWord(tokens[end+2]):
			end += 3 // "Council of the Armed Forces"
		default:
			return end
		}
	}
	return end
}

// joins reports whether the small word at i holds a name together.
func joins(tokens []Token, i int) bool {
	if !nameWord(tokens[i+1]) {
		return false
	}
	before, after := tokens[i-1], tokens[i+1]
	switch tokens[i].Lower {
	case "of", "for":
		if roleWord(before) && before.Capital() {
			_, ok := FindPlace(after.Text)
			return ok || after.Is("state") && before.Is("secretary", "minister")
		}
		return orgWord(before) || before.Is("republic", "day", "kingdom", "gulf")
	case "and":
		// "Trinidad and Tobago", "Bosnia and Herzegovina": only where the list has it whole.
		_, ok := FindPlace(before.Text + " and " + after.Text)
		return ok || concerns(tokens, i)
	case "&":
		return true
	}
	return before.Tag == "NNP" && !orgWord(before)
}

// owns reports whether a word names somebody by itself, so that what follows its
// genitive is another's name: "Parliament's Treasury Committee".
func owns(t Token) bool {
	_, place := FindPlace(t.Text)
	return place || knownOrganisation([]Token{t}, 0, 1) || orgWord(t)
}

func opensName(tokens []Token, i int) bool {
	t := tokens[i]
	if !nameWord(t) {
		return false
	}
	if (i == 0 || !tokens[i-1].Word()) && i+1 < len(tokens) && nameWord(tokens[i+1]) && participle(t) {
		return false // "Educated Cornell graduates"
	}
	if i > 0 && tokens[i-1].Tag != "``" && tokens[i-1].Tag != ":" && tokens[i-1].Tag != "(" {
		return true
	}
	// The first word of a sentence is capitalised whatever it is.
	if t.Tag == "NNP" || t.Tag == "NNPS" || Demonym(t.Text) != "" {
		return !Stop(t.Lower)
	}
	if _, ok := FindPlace(t.Text); ok {
		return true
	}
	return i+1 < len(tokens) && nameWord(tokens[i+1]) && !Stop(t.Lower) && (roleWord(t) || firstName(t))
}

func nameWord(t Token) bool {
	if !t.Capital() {
		return arabic(t.Text)
	}
	if t.known().is(isCalendar | isCompound) {
		return false
	}
	switch t.Tag {
	case "PRP", "PRP$", "DT", "IN", "CC", "MD", "WP", "WRB", "WDT", "EX", "TO", "RB", "UH":
		return t.Is("us", "u.s.", "the hague")
	}
	return true
}

func isPlace(tokens []Token, first, last int) bool {
	_, ok := FindPlace(text(tokens, first, last))
	return ok
}

func knownAcronym(t Token) bool {
	return acronym(t.Text) && knownOrganisation([]Token{t}, 0, 1)
}

var calendar = set(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec
	monday tuesday wednesday thursday friday saturday sunday gmt utc est edt bst cet`)

// split parts a run into names: the titles and adjectives before a person are
// no part of the name, what they belong to ("BP Chief Executive …") is a name
// of its own, and names known whole are not taken apart.
func split(tokens []Token, first, last int) []Name {
	if isPlace(tokens, first, last) || last > first+1 && knownOrganisation(tokens, first, last) {
		return []Name{named(tokens, first, last, nil, "")} // "New York", "General Motors"
	}
	country := owner(tokens, first)
	var out []Name
	var role []string
	if a, b := title(tokens, first, last); b > a {
		var left int
		left, country = adjective(tokens, first, a, country)
		if left == a-1 && !orgWord(tokens[a-1]) && kind(tokens[left:a], Name{Text: text(tokens, left, a)}) == OtherName {
			a = left // "Defense Minister": the office's own words
		}
		if left < a {
			out = append(out, named(tokens, left, a, nil, ""))
		}
		for _, t := range tokens[a:b] {
			role = append(role, t.Lower)
		}
		first, country = office(tokens, b, last, country)
	} else {
		left, c := adjective(tokens, first, last, country)
		if left == last {
			return nil // "Russian" alone names nothing
		}
		if left > first && roleBeforeWord(tokens, left) {
			first, country = left, c
		}
	}
	if first >= last {
		return out
	}
	if len(role) == 0 {
		role, country = roleBefore(tokens, first, country)
	}
	return append(out, named(tokens, first, last, role, country))
}

// title finds the last block of role words in a run that has a name after it,
// or an empty block. After a given name they are a surname ("Martin Luther
// King Jr").
func title(tokens []Token, first, last int) (a, b int) {
	for i := last - 2; i >= first; i-- {
		if tokens[i].Is("state") && i >= first+2 && tokens[i-1].Is("of") && tokens[i-2].Is("secretary", "minister") {
			return i - 2, i + 1
		}
		if !roleWord(tokens[i]) || tokens[i+1].Is("jr", "jr.", "sr", "sr.", "of") && !officeOf(tokens, i+1, last) {
			continue
		}
		for a = i; a > first && roleWord(tokens[a-1]); a-- {
		}
		if a > first && firstName(tokens[first]) {
			return first, first
		}
		return a, i + 1
	}
	return first, first
}

// officeOf reports whether "of COUNTRY NAME" begins at i.
func officeOf(tokens []Token, i, last int) bool {
	if i+2 >= last || !tokens[i].Is("of") {
		return false
	}
	_, ok := FindPlace(tokens[i+1].Text)
	return ok
}

// office passes over "of COUNTRY" between a title and a name.
func office(tokens []Token, i, last int, country string) (int, string) {
	if !officeOf(tokens, i, last) {
		return i, country
	}
	p, _ := FindPlace(tokens[i+1].Text)
	return i + 2, p.Country
}

// adjective passes over the demonyms that begin a run.
func adjective(tokens []Token, first, last int, country string) (int, string) {
	for first < last && Demonym(tokens[first].Text) != "" {
		country = Demonym(tokens[first].Text)
		first++
	}
	return first, country
}

// roleBeforeWord reports whether the words from i on are a person's.
func roleBeforeWord(tokens []Token, i int) bool { return firstName(tokens[i]) }

// owner is the country whose genitive stands before a run ("Belarus' …").
func owner(tokens []Token, first int) string {
	if first >= 2 && tokens[first-1].Tag == "POS" {
		if p, ok := FindPlace(tokens[first-2].Text); ok {
			return p.Country
		}
	}
	return ""
}

func named(tokens []Token, first, last int, role []string, country string) Name {
	n := Name{First: first, Last: last, Text: text(tokens, first, last), Role: strings.Join(role, " "), Country: country}
	n.Kind = kind(tokens[first:last], n)
	return n
}

// roleBefore reads a role in small letters before a name: "the Belarusian
// president Alexander Lukashenko".
func roleBefore(tokens []Token, first int, country string) ([]string, string) {
	i := first - 1
	for i >= 0 && roleWord(tokens[i]) && !tokens[i].Capital() {
		i--
	}
	var role []string
	for _, t := range tokens[i+1 : first] {
		role = append(role, t.Lower)
	}
	if len(role) > 0 && i >= 0 {
		if c := Demonym(tokens[i].Text); c != "" {
			country = c
		} else if tokens[i].Tag == "POS" && i > 0 {
			if p, ok := FindPlace(tokens[i-1].Text); ok {
				country = p.Country
			}
		}
	}
	return role, country
}

// NamePart reports whether a capitalised word is one that roles or
// organisations are called by, and so never a surname.
func NamePart(word string) bool {
	l := nameLists()
	return l.roles[Fold(word)] || l.organisations[Fold(word)]
}

// Role reports whether a word, in any case, says what a person is: "leader".
func Role(word string) bool { return nameLists().roles[Fold(word)] }

func roleWord(t Token) bool  { return t.known().is(isRole) }
func orgWord(t Token) bool   { return t.known().is(isOrganisation) && t.Capital() }
func firstName(t Token) bool { return t.known().is(isFirstName) }

type namesLists struct{ roles, firstNames, organisations map[string]bool }

var nameLists = sync.OnceValue(func() namesLists {
	l := namesLists{roles: make(map[string]bool), firstNames: make(map[string]bool), organisations: make(map[string]bool)}
	lines("roles.txt", addTo(l.roles))
	lines("organisations.txt", addTo(l.organisations))
	lines("firstnames.txt", addTo(l.firstNames))
	return l
})

func addTo(m map[string]bool) func(string) {
	return func(line string) {
		for _, w := range strings.Fields(line) {
			m[Plain(Fold(w))] = true
		}
	}
}

// Join is the text of tokens [first, last) as they stand, a space where there was
// any.
func Join(tokens []Token, first, last int) string { return text(tokens, first, last) }

// text joins tokens as they stand in a text, a space where there was any.
func text(tokens []Token, first, last int) string {
	if last == first+1 {
		return tokens[first].Text
	}
	var b strings.Builder
	b.Grow(tokens[last-1].End - tokens[first].Start)
	for i := first; i < last; i++ {
		if i > first && tokens[i].Start > tokens[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(tokens[i].Text)
	}
	return b.String()
}
