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
	if _, ok := FindOrganisation(n.Text); ok {
		return Organisation
	}
	last := tokens[len(tokens)-1]
	if len(tokens) > 1 && landscape[last.Lower] || directed(tokens) {
		return PlaceName
	}
	for _, t := range tokens {
		if orgWord(t) {
			return Organisation
		}
	}
	if len(tokens) <= 4 && !impersonal[last.Lower] && (n.Role != "" || len(tokens) > 1 && firstName(tokens[0])) {
		return Person
	}
	if len(tokens) == 1 && acronym(n.Text) {
		return Organisation
	}
	return OtherName
}

// landscape are the words that end a place's name.
var landscape = set(`oblast province region district city airport square street river island islands valley county bay sea mountains
	peninsula desert canal strait ocean lake gulf beach harbour harbor archipelago basin plateau township parish
	governorate prefecture raion voivodeship avenue boulevard road lane highway bridge dam`)

// impersonal words end names that begin as a person's might: "Martin Luther
// King Day", "Nelson Mandela Prize".
var impersonal = set(`day prize award awards cup medal act bill law report case trial affair hotel park stadium arena station tower hall
	building palace plaza gate plan doctrine lecture show film festival foundation collection estate archive memorial games open
	era years age revolution hurricane storm syndrome disease theorem index effect line series bowl championship league`)

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
	if !topics[tokens[i-1].Lower] && !(topics[tokens[i+1].Lower] && !orgWord(tokens[i-1])) {
		return false
	}
	for k := i + 1; k < len(tokens) && nameWord(tokens[k]); k++ {
		if orgWord(tokens[k]) || tokens[k].Is("executive") {
			return true
		}
	}
	for k := i - 1; k >= 0 && (nameWord(tokens[k]) || tokens[k].Is("of", "for")); k-- {
		if orgWord(tokens[k]) {
			return topics[tokens[i+1].Lower]
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
