package pagebench

import "strings"

// The stuff that titles and quotations are put together from.
var (
	subjects = []string{
		"Harbour council", "Delta farmers", "Energy ministry", "Night shift nurses",
		"Regional court", "Ferry operators", "Upper house", "Port union",
		"Opposition bloc", "Coast guard", "Border police", "Striking teachers",
		"Grain exporters", "Audit office", "Water authority", "Former governor",
		"Railway board", "Mountain villages", "Central bank", "Election commission",
	}
	verbs = []string{
		"approved", "rejected", "delayed", "halted", "reopened", "questioned", "backed",
		"abandoned", "published", "blocked", "revised", "won", "lost", "resumed",
	}
	objects = []string{
		"plan for the northern canal", "appeal over the flood barrier",
		"talks on winter wages", "report on the missing ledgers",
		"contract for new night trains", "vote on the fishing quota",
		"inquiry into the bridge collapse", "ban on river dredging",
		"funding for village schools", "deal with the salt miners",
		"search for the lost survey boat", "reform of the land register",
		"transfer of the old barracks", "tender for offshore wind farms",
	}
	tails = []string{"", "", "again", "after protest", "at last", "by one vote", "in secret session"}

	clauses = []string{
		"crowds gathered outside the customs house", "the committee met behind closed doors",
		"the last convoy left the depot", "inspectors sealed the eastern lock",
		"the mayor signed the order without comment", "power failed in half of the district",
		"the court heard the first of forty witnesses", "two freighters collided near the breakwater",
		"the ministry confirmed what had been rumoured", "workers walked out of the smelter",
		"engineers began to drain the reservoir", "the council published the full accounts",
	}
	seconds = []string{
		"Nobody was hurt, the police said.",
		"The decision had been expected for weeks.",
		"It was the third such meeting, and the shortest; a spokesman declined to say what had been agreed.",
		"Residents described a long night, with smoke over the river and no word from the authorities.",
		"Opponents called it a mistake and promised to challenge it in court.",
	}

	people = []string{
		"Ada Brandt", "Ilya Sorin", "Maren Okafor", "Tomas Veiga", "Leila Haddad", "Piet Ruiter",
		"Noor Aziz", "Greta Lund", "Owen Pryce", "Chiara Fontana", "Jun Takeda", "Rosa Quiroga",
	}
	places = []string{
		"Port Ellery", "Saltmouth", "Karvala", "Upper Tarn", "Lindqvist Bay", "Dorrick",
		"Monte Secco", "Vesterhavn", "Oakhollow", "Brennick", "Sorrel Point", "Tavira Alta",
	}
	tags = []string{
		"economy", "elections", "energy", "environment", "fisheries", "health",
		"justice", "labour", "protest", "schools", "shipping", "transport",
	}
	publishers = []string{
		"The Ellery Courier", "Coastal Wire", "Saltmouth Observer", "Delta Review",
		"Northern Dispatch", "The Tarn Gazette",
	}
	vague = []string{
		"in recent weeks", "for some years", "over the past months", "before long", "in the coming days",
	}
)

// title is a headline of six to ten words.
func (a *author) title() string {
	for {
		words := strings.Fields(strings.Join([]string{
			pick(a, subjects), pick(a, verbs), pick(a, objects), pick(a, tails),
		}, " "))
		if len(words) >= 6 && len(words) <= 10 {
			return strings.Join(words, " ")
		}
	}
}

// quotation is a sentence or two that hold the expression's words.
func (a *author) quotation(at expression) string {
	text := at.before + " " + at.words + ", " + pick(a, clauses) + "."
	if a.chance(2) {
		text += " " + pick(a, seconds)
	}
	return text
}

func (a *author) undatedSentence() (said, expression string) {
	expression = pick(a, vague)
	clause := pick(a, clauses)
	return strings.ToUpper(clause[:1]) + clause[1:] + " " + expression + ", residents said.", expression
}
