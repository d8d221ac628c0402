package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// mend sets tags right that the tagger gets wrong where the words around them
// leave no doubt.
func mend(items []Item) {
	past, told := false, false
	for i := range items {
		t := &items[i]
		var last, next Item
		if i > 0 {
			last = items[i-1]
		}
		if i+1 < len(items) {
			next = items[i+1]
		}
		past = past || t.Tag == "VBD"
		told = told || strings.HasPrefix(t.Tag, "VB") && words.Reporting(t.Lower) != words.ReportNone
		switch {
		case t.Is("meanwhile", "however", "nevertheless", "nonetheless", "moreover", "furthermore"):
			t.Tag = "RB"
		case t.Is("general", "elect", "designate") && strings.HasPrefix(last.Tag, "NN") && !strings.HasPrefix(next.Tag, "NN"):
			t.Tag = last.Tag
		case last.Tag == "NNP" && t.Capital() && strings.Contains(t.Text, "-") && t.Tag != "NNP":
			t.Tag = "NNP"
		case t.Is("last", "first") && t.Tag == "JJ" && (next.Tag == "VBD" || next.Tag == "VBZ"):
			t.Tag = "RB"
		case t.Is("himself", "herself", "itself", "themselves") && strings.HasPrefix(last.Tag, "NN") && (next.Tag == "VBD" || next.Tag == "VBZ" || next.Tag == "MD"):
			t.Tag = "RB"
		case t.Tag == "VBD" && last.Is("that") && i > 1 && !strings.HasPrefix(items[i-2].Tag, "NN") && strings.HasPrefix(next.Tag, "NN") && strings.HasSuffix(t.Lower, "ed"):
			t.Tag = "JJ" // "said that suspected thieves took it"
		case t.Tag == "NNS" && next.Is("to") && (last.Tag == "NN" || last.Tag == "NNP") && told && t.Is("plans", "hopes", "wants", "needs", "aims", "intends", "agrees", "refuses", "seeks", "vows", "expects", "attempts"):
			t.Tag = "VBZ" // "said the firm plans to close"
		case (t.Tag == "VBD" || t.Tag == "NN") && last.Tag == "MD" && t.Is("lay", "set", "put", "cut", "hit", "let", "shut", "cost", "hurt", "bet", "host", "head", "face", "meet", "vote", "visit"):
			t.Tag = "VB"
		case t.Is("that") && t.Tag == "WDT":
			t.Tag = "IN"
		case t.Is("who") && t.Text[0] == 'w':
			t.Tag = "WP"
		case t.Is("which"):
			t.Tag = "WDT"
		case t.Is("whose"):
			t.Tag = "WP$"
		case t.Is("to"):
			t.Tag = "TO"
		case (t.Tag == "VBP" || t.Tag == "VB") && past && last.Tag == "CC" && i > 1 && strings.HasPrefix(items[i-2].Tag, "NN") && strings.HasPrefix(next.Tag, "NN"):
			t.Tag = "NN" // "water cannons and tear gas"
		}
	}
}
