package syntax

import "strings"

// mend sets tags right that the tagger gets wrong where the words around them
// leave no doubt.
func mend(items []Item) {
	past := false
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
		case t.Tag == "VBP" && past && last.Tag == "CC" && i > 1 && strings.HasPrefix(items[i-2].Tag, "NN") && strings.HasPrefix(next.Tag, "NN"):
			t.Tag = "NN" // "water cannons and tear gas"
		}
	}
}
