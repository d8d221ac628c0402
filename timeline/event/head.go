package event

import "strings"

// markHead sets aside what news puts before a story's first words: the place
// and agency of its dateline, the time stamp and headings that a web page ran
// into it. It ends with a dash after an agency or a date, or with an agency in
// parentheses that the story's first word touches.
func (a *analysis) markHead() {
	for i := range min(len(a.tokens), maxHead) {
		if end := a.headEnd(i); end > 0 {
			for k := range end {
				a.aside[k] = true
			}
			a.head = end
		}
	}
}

// maxHead is how many tokens a head can have.
const maxHead = 40

// headEnd is where the head ends whose last mark is at token i, 0 for none.
func (a *analysis) headEnd(i int) int {
	t := a.tokens[i]
	if t.Text == "|" && i > 2 && i+1 < len(a.tokens) && a.dated[i-1] {
		return i + 1 // "May 3, 2011 at 4:23 pm | …": a reader's comment
	}
	if i+1 >= len(a.tokens) || !a.tokens[i+1].Capital() && a.tokens[i+1].Tag != "``" {
		return 0
	}
	switch {
	case i == 1 && t.Text == ":" && len(a.tokens[0].Text) > 2 && a.capitals(0, 1):
		return i + 1 // "KAYE: …": who speaks in a transcript
	case a.credit(i), i > 0 && i < 14 && a.tokens[i-1].Is("page") && a.tokens[i-1].Capital() && len(t.Text) < 4 && strings.ContainsAny(t.Text, "0123456789") && t.Capital():
		return i + 1 // "…; Page A23"
	case t.Text == ":" && i > 1 && i <= maxLabel && a.shouted(i):
		return i + 1 // "JANE DOE, REPORTER: …"
	case t.Is("bst", "gmt", "est", "edt", "et", "cet", "utc") && i > 1 && a.datedYear(i):
		return i + 1
	case t.Tag == ")" && i >= 3 && agency(a.tokens[i-1].Text) && a.tokens[i+1].Start == t.End:
		return i + 1
	case t.Tag == ")" && i < 20 && (a.tokens[0].Is("update", "updated") || a.tokens[0].Tag == "(" && a.tokens[1].Is("update", "updated")):
		return i + 1
	case t.Tag != ":" || t.Text == ":" || t.Text == ";" || i == 0:
		return 0
	case a.tokens[i-1].Tag == ")" && i >= 3 && agency(a.tokens[i-2].Text):
		return i + 1
	case a.capitals(0, i) && (a.dated[i-1] || a.aside[i-1] || i <= 6):
		return i + 1
	}
	return 0
}

// credit reports whether token i ends who took a picture or wrote for whom, run
// into the story: "Photograph: Jane Doe/AP", "By Jane Doe, Special to Reuters".
func (a *analysis) credit(i int) bool {
	if a.tokens[0].Is("by") && i > 3 && i < 14 && a.tokens[i-1].Is("to") && a.tokens[i-2].Is("special") {
		return true
	}
	if len(a.tokens) < 4 || !a.tokens[0].Is("photograph", "photo", "picture") || a.tokens[1].Text != ":" || i < 3 || i > 9 {
		return false
	}
	for k := 2; k <= i; k++ {
		if a.tokens[k].Tag == "," || a.tokens[k].Text == a.tokens[k].Lower && a.tokens[k].Word() {
			return false
		}
	}
	name := a.tokens[i].Text
	slash := strings.LastIndexByte(name, '/')
	if slash > 0 || a.tokens[i-1].Text == "/" {
		return strings.ToUpper(name[slash+1:]) == name[slash+1:] || len(name)-slash > 6
	}
	return a.tokens[i+1].Is("the", "a", "an") && a.tokens[i].Word()
}

// maxLabel is how many tokens the name and office of a speaker can have.
const maxLabel = 12

// shouted reports whether all words before token i are in capital letters.
func (a *analysis) shouted(i int) bool {
	for _, t := range a.tokens[:i] {
		if t.Word() && strings.ToUpper(t.Text) != t.Text || t.Tag == "CD" {
			return false
		}
	}
	return true
}

// datedYear reports whether a date with its year and a clock time stand before
// the time zone at token i, with no preposition to join them to a sentence.
func (a *analysis) datedYear(i int) bool {
	first := i
	for first > 0 && (a.dated[first-1] || a.tokens[first-1].Tag == "CD" || a.tokens[first-1].Is("am", "pm")) {
		first--
	}
	if i-first < 4 || a.tokens[first].Tag == "IN" || first > 0 && a.tokens[first-1].Tag == "IN" {
		return false
	}
	for _, t := range a.tokens[first:i] {
		if t.Tag == "CD" && len(t.Text) == 4 && !strings.ContainsAny(t.Text, ":.") {
			return true
		}
	}
	return false
}

// capitals reports whether tokens [first, last) are a place in capital letters
// and perhaps a date: "CAIRO, Jan. 28".
func (a *analysis) capitals(first, last int) bool {
	place := false
	for i := first; i < last; i++ {
		t := a.tokens[i]
		if a.dated[i] || !t.Word() || a.aside[i] {
			continue
		}
		if strings.ToUpper(t.Text) != t.Text && !(place && t.Capital()) {
			return false
		}
		place = place || len(t.Text) > 2
	}
	return place
}

// agency reports whether a word in a dateline's parentheses is a news agency.
func agency(word string) bool {
	switch strings.ToUpper(word) {
	case "AP", "REUTERS", "AFP", "CNN", "UPI", "DPA", "TASS", "XINHUA", "BLOOMBERG", "IANS", "PTI", "ANI", "EFE", "ANSA", "INTERFAX", "BBC", "CBS", "NBC", "ABC", "MCCLATCHY":
		return true
	}
	return false
}

// inHead reports whether a date belongs to the page and not to the story: it
// stands in the story's head, or is a time stamp set off by bars or nothing.
func (a *analysis) inHead(at, outer stretch) bool {
	if at.last <= a.head {
		return true
	}
	if at.first > 0 && a.tokens[at.first-1].Text == "|" || at.last < len(a.tokens) && a.tokens[at.last].Text == "|" {
		return true
	}
	if at.first > 1 && a.tokens[at.first-1].Is("updated", "modified", "published", "posted", "updated:", "at", ":") {
		for k := at.first - 1; k >= max(0, at.first-3); k-- {
			if a.tokens[k].Is("updated", "modified", "published", "posted") && k < 6 {
				return true
			}
		}
	}
	return at == outer && a.stamp(at) || a.signs(at)
}

// signs reports whether a date with its time of day only heads what a reader
// wrote: "At 2:07 pm on 8 June 2009, dunmore wrote: …".
func (a *analysis) signs(at stretch) bool {
	clock := false
	for _, t := range a.tokens[at.first:at.last] {
		clock = clock || strings.Contains(t.Text, ":")
	}
	for i := at.last; clock && at.first <= 1 && i+1 < min(at.last+6, len(a.tokens)); i++ {
		if a.tokens[i].Is("wrote", "writes", "says", "said", "posted") && a.tokens[i+1].Text == ":" {
			return true
		}
	}
	return false
}

// stamp reports whether a date with a year and a time of day stands at the
// beginning of the passage with no preposition, as a page's time stamp does.
func (a *analysis) stamp(at stretch) bool {
	if at.first > 3 || at.last-at.first < 4 {
		return false
	}
	year, clock := false, false
	for _, t := range a.tokens[at.first:at.last] {
		year = year || t.Tag == "CD" && len(t.Text) == 4 && !strings.Contains(t.Text, ":")
		clock = clock || strings.Contains(t.Text, ":") || t.Is("am", "pm", "a.m.", "p.m.", "gmt", "et")
	}
	return year && clock
}
