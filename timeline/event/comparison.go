package event

// compares reports whether a date only measures something against its time:
// "the worst since 1998", "than in May", "compared with last year".
func (a *analysis) compares(outer stretch) bool {
	if outer.last < len(a.tokens) && a.tokens[outer.last].Is("levels", "level", "figures", "prices", "terms", "dollars") {
		return true // "from 2007 levels"
	}
	for i := outer.first - 1; i >= 0 && a.tokens[i].Tag != ":"; i-- {
		t := a.tokens[i]
		if t.Tag == "," && !a.counted(i) {
			break
		}
		switch {
		case t.Is("than") && i+1 < len(a.tokens) && a.tokens[i+1].Tag != "CD":
			return true
		case t.Is("versus", "vs", "vs."):
			return true
		case t.Is("compared", "relative") && a.tokens[i+1].Is("to", "with"):
			return true
		}
	}
	if !a.tokens[outer.first].Is("since") {
		return false
	}
	for i := outer.first - 1; i >= 0 && a.tokens[i].Tag != ":"; i-- {
		t := a.tokens[i]
		if t.Tag == "JJS" || t.Tag == "RBS" || t.Is("first", "largest", "biggest", "worst", "highest", "lowest", "most", "best", "only", "unseen", "last") {
			return true
		}
	}
	return false
}

// counted reports whether the comma at token i stands in a list of figures and
// their years: "compared with 205 in 2003, 150 in 2002".
func (a *analysis) counted(i int) bool {
	return i > 0 && i+1 < len(a.tokens) && a.dated[i-1] && (a.tokens[i+1].Tag == "CD" || a.tokens[i+1].Tag == "$" || a.tokens[i+1].Tag == "CC")
}
