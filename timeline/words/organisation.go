package words

import (
	"strings"
	"sync"
	"unicode"
)

// FindOrganisation looks an organisation up under every name it is known by and
// gives the one to show. A name in capitals is found in capitals only, so that
// "WHO" is one and "Who" is none.
func FindOrganisation(name string) (string, bool) {
	name = strings.TrimPrefix(name, "The ")
	known := organisations().names
	if full, ok := known[name]; ok {
		return full, true
	}
	full, ok := known[Plain(Fold(name))]
	return full, ok
}

// organisations are the known ones by their names: those in capitals as they
// are written, the others folded and without accents.
var organisations = sync.OnceValue(func() knownOrganisations {
	m, opens := make(map[string]string), make(map[string]bool)
	lines("known.txt", func(line string) {
		f := fields(line, 2)
		for _, n := range append([]string{f[0]}, list(f[1])...) {
			if bare := strings.TrimPrefix(n, "The "); !noSmallLetter(n) && strings.ToLower(n) != n {
				m[Plain(Fold(bare))] = f[0]
			} else {
				m[bare] = f[0]
			}
			first, _, _ := strings.Cut(strings.TrimPrefix(n, "The "), " ")
			opens[Plain(Fold(first))] = true
		}
	})
	return knownOrganisations{m, opens}
})

type knownOrganisations struct {
	names map[string]string
	opens map[string]bool // the first words of their names
}

// knownOrganisation looks up the organisation that tokens [first, last) name.
func knownOrganisation(tokens []Token, first, last int) bool {
	l := tokens[first].known()
	if l.lower == "the" && first+1 < last {
		l = tokens[first+1].known()
	}
	if !l.is(opensOrganisations) {
		return false
	}
	_, ok := FindOrganisation(text(tokens, first, last))
	return ok
}

// ProperOrganisation reports whether the words of an organisation's name say
// which one it is: "Government" and "City Council" could be any.
func ProperOrganisation(tokens []Token) bool {
	for _, t := range tokens {
		if t.Capital() && !orgWord(t) && !topics[t.Lower] && !roleWord(t) && !vague[t.Lower] {
			return true
		}
	}
	// "Health and Safety Executive" is one all the same, "National Transitional
	// Council" too: three words leave little else to mean.
	n := 0
	for _, t := range tokens {
		if t.Capital() && (topics[t.Lower] || orgWord(t) || vague[t.Lower]) {
			n++
		}
	}
	if tokens[0].Is("ministry", "department") && n == 2 {
		return true // "Ministry of Defence"
	}
	return n >= 3
}

// topics are what authorities are concerned with; joined by "and" they stay in
// one name: "Fire and Rescue Service".
var topics = set(`affairs agriculture air alcohol ambulance aquatic arts aviation business children coastguard climate commerce
	communications conservation consumer cooperation co-operation crime culture customs defence defense development disaster drug drugs
	economic economics economy education emergency employment energy engineering enterprise environment environmental exchange exports families
	finance financial fire firearms fish fisheries fishing food foreign forestry fuel gas girls governmental atmospheric health heritage highways home housing
	human humanities immigration industry information infrastructure innovation insurance interior investment justice
	labor labour land law learning leisure life local marine maritime market medicine mental migration mines mining monetary
	natural nutrition oceanic oil parks pensions planning police prevention prisons probation public quality reconstruction refugees
	regions relief renewal rescue research resources revenue rights rural safety sanitation science sciences search securities security skills social
	space sport sports standards statistics tax technology telecommunications tobacco tourism trade transport transportation treasury urban
	veterans water welfare wildlife women work works youth`)

// vague words say of which rank or where an organisation is, not which it is.
var vague = set(`the national federal central state local regional provincial municipal city town county district general supreme high
	higher upper lower constitutional special joint interim provisional transitional new old royal international global world
	northern southern eastern western chief executive of for and`)

func noSmallLetter(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

// NamesOrganisation reports whether a name is known as an organisation's or has
// a word that only theirs have.
func NamesOrganisation(name string) bool {
	if _, ok := FindOrganisation(name); ok {
		return true
	}
	for w := range strings.FieldsSeq(Fold(name)) {
		if nameLists().organisations[strings.Trim(w, ",")] {
			return true
		}
	}
	return false
}
