package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// What the tagger takes for another part of speech.
var (
	joining   = []string{"meanwhile", "however", "nevertheless", "nonetheless", "moreover", "furthermore"}
	selves    = []string{"himself", "herself", "itself", "themselves"}
	intending = []string{"plans", "hopes", "wants", "needs", "aims", "intends", "agrees", "refuses", "seeks", "vows", "expects", "attempts"}
	unchanged = []string{"lay", "set", "put", "cut", "hit", "let", "shut", "cost", "hurt", "bet", "host", "head", "face", "meet", "vote", "visit"}
)

// mend sets tags right that the tagger gets wrong where the words around them
// leave no doubt.
func mend(items []Item) {
	mendNouns(items)
	mendVerbs(items)
	past, told := false, false
	for i := range items {
		t := &items[i]
		last, next := around(items, i)
		past = past || t.Tag == "VBD"
		told = told || strings.HasPrefix(t.Tag, "VB") && words.Reporting(t.Lower) != words.ReportNone
		switch {
		case t.Is(joining...):
			t.Tag = "RB"
		case t.Is("general", "elect", "designate") && strings.HasPrefix(last.Tag, "NN") && !strings.HasPrefix(next.Tag, "NN"):
			t.Tag = last.Tag
		case last.Tag == "NNP" && t.Capital() && strings.Contains(t.Text, "-") && t.Tag != "NNP":
			t.Tag = "NNP"
		case t.Is("last", "first") && t.Tag == "JJ" && (next.Tag == "VBD" || next.Tag == "VBZ"):
			t.Tag = "RB"
		case t.Is(selves...) && strings.HasPrefix(last.Tag, "NN") && (next.Tag == "VBD" || next.Tag == "VBZ" || next.Tag == "MD"):
			t.Tag = "RB"
		case t.Tag == "VBD" && last.Is("that") && i > 1 && !strings.HasPrefix(items[i-2].Tag, "NN") && strings.HasPrefix(next.Tag, "NN") && strings.HasSuffix(t.Lower, "ed"):
			t.Tag = "JJ" // "said that suspected thieves took it"
		case t.Tag == "NNS" && next.Is("to") && (last.Tag == "NN" || last.Tag == "NNP") && told && t.Is(intending...):
			t.Tag = "VBZ" // "said the firm plans to close"
		case (t.Tag == "VBD" || t.Tag == "NN") && last.Tag == "MD" && t.Is(unchanged...):
			t.Tag = "VB"
		case (t.Tag == "VBP" || t.Tag == "VB") && past && last.Tag == "CC" && i > 1 && strings.HasPrefix(items[i-2].Tag, "NN") && strings.HasPrefix(next.Tag, "NN") && !linking(*t):
			t.Tag = "NN" // "water cannons and tear gas"
		default:
			mendLink(t, next)
		}
	}
}

// around are the items before and behind item i, empty ones at the ends.
func around(items []Item, i int) (last, next Item) {
	if i > 0 {
		last = items[i-1]
	}
	if i+1 < len(items) {
		next = items[i+1]
	}
	return last, next
}

// linking reports whether t is a word whose tag follows from the word alone.
func linking(t Item) bool {
	return t.Is("who") && t.Text[0] == 'w' || t.Is("which", "whose", "to")
}

// mendLink gives the words that link clauses one tag each.
func mendLink(t *Item, next Item) {
	switch {
	case t.Is("that") && t.Tag == "WDT" && next.Tag != ",":
		t.Tag = "IN"
	case !linking(*t):
	case t.Is("who"):
		t.Tag = "WP"
	case t.Is("which"):
		t.Tag = "WDT"
	case t.Is("whose"):
		t.Tag = "WP$"
	case t.Is("to"):
		t.Tag = "TO"
	}
}

// mendNouns gives nouns and pronouns back what the tagger took for verbs.
func mendNouns(items []Item) {
	for i := range items {
		t := &items[i]
		last, next := around(items, i)
		switch {
		case t.Tag == "MD" && (last.Tag == "PRP$" || last.Is("the", "a", "of")):
			t.Tag = "NN" // "our will"
		case (t.Tag == "VBN" || t.Tag == "VBD" || t.Tag == "VB" || t.Tag == "VBP") && last.Is("a", "an", "the") && (next.Tag == "IN" || next.Tag == "." || next.Tag == "," || next.Tag == "CC" || next.Tag == tagDate || next.Tag == "MD"):
			t.Tag = "NN"
		case t.Is("that") && t.Tag != "DT" && (next.Tag == "," || next.Tag == "." || next.Tag == ":" || next.Tag == "" || next.Tag == tagDate):
			t.Tag = "DT"
		case t.Tag == "NN" && last.Tag == "TO" && next.Is("the", "a", "an", "their", "his", "her", "its", "our", "my"):
			t.Tag = "VB" // "to water the orchards"
		case t.Is("cannot"):
			t.Tag = "MD"
		case last.Tag == "MD" && (t.Tag == "IN" || t.Tag == "NN" || t.Tag == "JJ") && Frames(t.Lower) != 0:
			t.Tag = "VB"
		}
	}
}

// mendVerbs sets the tags of verbs, and of what looks like verbs, right.
func mendVerbs(items []Item) {
	for i := range items {
		t := &items[i]
		last, next := around(items, i)
		switch {
		case t.Tag == "VBG" && t.Is("king") && next.Tag == "NNP":
			t.Tag = "NNP" // "King Osric"
		case t.Tag == "VBG" && doings[t.Lower] && next.Tag == "IN" && (i == 0 || last.Tag == tagDate || last.Tag == ",") && verbComes(items[i+1:]):
			t.Tag = "NN"
		case (t.Tag == "VBN" || t.Tag == "JJ") && strings.HasSuffix(t.Lower, "ed") && last.Is("each", "all", "both", "those", "these", "some", "many", "few") && Frames(t.Lower).Has(Copula) && !words.Participle(t.Lower):
			t.Tag = "VBD" // "those who lived in each remained free"
		case t.Tag == "VBN" && strings.HasPrefix(last.Tag, "NN") && !words.Participle(t.Lower) && pastJoined(items[i+1:]):
			t.Tag = "VBD"
		case t.Is("whatever", "whichever") && next.Word() && (strings.HasPrefix(next.Tag, "NN") || next.Is("means", "needs", "costs")):
			t.Tag, items[i+1].Tag = "DT", "NNS"
		}
	}
}

// doings are nouns with the ending of a verb that name what people do.
var doings = set("fighting shelling bombing looting rioting voting trading spending lending borrowing funding training mining drilling flooding polling shooting stabbing killing counting smuggling rationing hiring")

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// verbComes reports whether a finite verb comes before the next halt.
func verbComes(items []Item) bool {
	for i, t := range items {
		switch t.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case "VBN":
			if i > 0 && strings.HasPrefix(items[i-1].Tag, "NN") {
				return true
			}
		case ",", ":", ".", "WDT", "WP":
			return false
		}
	}
	return false
}

// pastJoined reports whether a conjunction and a verb in the past tense follow:
// "captured | and then released".
func pastJoined(items []Item) bool {
	if len(items) < 2 || items[0].Tag != "CC" {
		return false
	}
	k := 1
	for k+1 < len(items) && adverbial(items[k].Tag) {
		k++
	}
	return items[k].Tag == "VBD"
}
