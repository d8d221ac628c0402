package words

import (
	"strings"
)

// kind tells what a name names by its own words and its title.
func kind(tokens []Token, n Name) NameKind {
	if _, ok := FindPlace(n.Text); ok && n.Role == "" {
		return PlaceName
	}
	if len(tokens) == 1 && Demonym(n.Text) != "" {
		return OtherName
	}
	if knownOrganisation(tokens, 0, len(tokens)) {
		return Organisation
	}
	last := tokens[len(tokens)-1]
	if len(tokens) > 1 && landscape[last.Lower] || directed(tokens) || len(tokens) == 2 && tokens[0].Is("fort", "mount", "lake", "camp", "cape", "port") && !orgWord(last) {
		return PlaceName
	}
	if ofOrganisation(tokens) {
		return Organisation
	}
	if k, ok := arabicKind(tokens); ok {
		return k
	}
	if len(tokens) <= 4 && !allRoles(tokens) && !impersonal[last.Lower] && (n.Role != "" || len(tokens) > 1 && firstName(tokens[0])) {
		return Person
	}
	if len(tokens) == 1 && acronym(n.Text) {
		return Organisation
	}
	return OtherName
}

// ofOrganisation reports whether a word for an organisation is what a name is
// about: the last one ("World Bank"), or before what it is of ("Bank of England",
// "Intelligence Briefing" is none).
func ofOrganisation(tokens []Token) bool {
	for i, t := range tokens {
		if (orgWord(t) || t.Is("executive") && i > 0 && topics[tokens[i-1].Lower]) && (i == len(tokens)-1 || !tokens[i+1].Capital()) {
			return true
		}
	}
	return false
}

// allRoles reports whether a name is nothing but a title: "Minister".
func allRoles(tokens []Token) bool {
	for _, t := range tokens {
		if !roleWord(t) {
			return false
		}
	}
	return true
}

// arabicKind tells what a name of two words is whose second has the Arabic
// article: by its first a place ("Deir al-…"), a movement ("Jund al-…"), a feast,
// or else a person ("Karim al-…").
func arabicKind(tokens []Token) (NameKind, bool) {
	if len(tokens) != 2 || !tokens[1].known().is(isArabic) || tokens[0].known().is(isArabic) {
		return OtherName, false
	}
	switch first := tokens[0].Lower; {
	case arabicPlaces[first]:
		return PlaceName, true
	case arabicMovements[first]:
		return Organisation, true
	case arabicFeasts[first] || vague[first] || tokens[0].known().is(isRole) || noSmallLetter(tokens[0].Text):
		return OtherName, false
	}
	return Person, true
}

var (
	arabicPlaces = set(`ain bab bani beit bir burj dar deir ezbet jabal jebel jisr kafr karm khan khirbet mazraat nahr qasr ras shatt sharm
		shubra souk souq suq tal tel tell umm wadi`)
	arabicMovements = set(`ahrar ansar asaib faylaq fatah fath harakat hizb jaish jaysh jamaat jund katibat kataib liwa saraya suqour usbat`)
	arabicFeasts    = set(`eid id laylat dhu rabi jumada`)
)

// landscape are the words that end a place's name.
var landscape = set(`oblast province region district city airport square street river island islands valley county bay sea mountains
	peninsula desert canal strait ocean lake gulf beach harbour harbor archipelago basin plateau township parish
	governorate prefecture raion voivodeship avenue boulevard road lane highway bridge dam`)

// impersonal words end names that begin as a person's might: "Martin Luther
// King Day", "Nelson Mandela Prize".
var impersonal = set(`day prize award awards cup medal act bill law report case trial affair hotel park stadium arena station tower hall
	building palace plaza gate plan doctrine lecture show film festival foundation collection estate archive memorial games open
	cross star order manifesto family era years age revolution hurricane storm syndrome disease theorem index effect line series bowl championship league`)

// directed reports whether a name is a part of a place: "Eastern Europe".
func directed(tokens []Token) bool {
	if len(tokens) < 2 || !tokens[0].Is("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central") {
		return false
	}
	_, ok := FindPlace(text(tokens, 1, len(tokens)))
	return ok
}

// concerns reports whether the "and" at i joins what an authority is concerned
// with: "Securities and Exchange Commission", "Department of Health and Human
// Services".
func concerns(tokens []Token, i int) bool {
	if !topics[tokens[i+1].Lower] || !topics[tokens[i-1].Lower] && !(i > 1 && tokens[i-2].Is("of", "for")) {
		return false
	}
	for k := i + 1; k < len(tokens) && nameWord(tokens[k]); k++ {
		if orgWord(tokens[k]) || tokens[k].Is("executive") {
			return true
		}
	}
	for k := i - 1; k >= 0 && (nameWord(tokens[k]) || tokens[k].Is("of", "for")); k-- {
		if orgWord(tokens[k]) {
			return true
		}
	}
	return false
}

// Initials reports whether capitals are short for a thing and not for an
// organisation: "GDP", "DVD".
func Initials(word string) bool { return initials[word] }

var initials = set(`AIDS AM APR ATM BST CCTV CD CEO CFO COO CPI CPR CT CV DIY DJ DNA DOJ DVD EDT EMT EPS ER EST ETF FAQ FM GDP GI GMT GNP GP GPS
	HD HIV HQ HR ICU ID IED IPO IQ IT IVF LED LNG MBA MD MP MPS MRI MS OK PC PHD PIN PM PMI POW PR PTSD PPE QC RIP RPG RSS SARS SMS SOS SUV
	TARP TNT TV UAV UFO UK UN URL US USA USB USD UTC VAT VIP WMD XI AD BC AK AND THE FOR NOT BUT ALL NEW II III IV VI VII VIII IX`)

func acronym(s string) bool {
	s = strings.ReplaceAll(s, ".", "")
	return len(s) >= 2 && len(s) <= 6 && strings.ToUpper(s) == s && !strings.ContainsAny(s, "0123456789-")
}

// Personal reports whether a name of no known kind could be a person's by its
// words: none of them is one that places, organisations or things are called by.
func Personal(name string) bool {
	for i, w := range strings.Fields(Fold(name)) {
		if i == 0 && strings.HasSuffix(w, "ing") || impersonal[w] || landscape[w] || topics[w] || vague[w] || i == 0 && Stop(w) || nameLists().organisations[w] || nameLists().roles[w] {
			return false
		}
		if _, place := FindPlace(w); place {
			return false
		}
	}
	return true
}

// GivenName reports whether a word is known as a given name.
func GivenName(word string) bool {
	l := nameLists()
	return l.firstNames[Plain(Fold(word))] || l.firstNames[Canonical(word)]
}

// compound reports whether a word only says something about a name: "US-led".
func compound(lower string) bool {
	i := strings.LastIndexByte(lower, '-')
	if i < 0 {
		return false
	}
	switch lower[i+1:] {
	case "based", "born", "led", "backed", "style", "controlled", "run", "era", "held", "owned", "made", "wide", "funded", "trained", "occupied", "educated", "like", "listed", "related", "linked":
		return true
	}
	return false
}

// participle reports whether a word looks like one, and is none of those that
// names begin with: "United", "Boeing".
func participle(t Token) bool {
	if len(t.Lower) < 6 || !strings.HasSuffix(t.Lower, "ed") && !strings.HasSuffix(t.Lower, "ing") || firstName(t) {
		return false
	}
	switch t.Lower {
	case "united", "allied", "associated", "advanced", "integrated", "consolidated", "boeing", "reading", "sterling", "downing", "redding", "golding":
		return false
	}
	_, place := FindPlace(t.Text)
	return !place
}
