package event

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/words"
)

// named is who and what a passage names. A name that could be anything is left
// out: a wrong name on a page is worse than a missing one.
type named struct {
	people, organisations, places []string
}

// named sorts the names of a passage by what the document as a whole shows them
// to be.
//
// What stands before the story begins, the place and the agency that it was
// written for, is no part of it.
func (x *extractor) named(a *analysis) named {
	var out named
	shouted := titleCase(a.tokens)
	for _, n := range a.names {
		if n.First < a.head {
			continue
		}
		text := fold(n.Text)
		switch x.nameKind(a, n, text) {
		case words.Person:
			full := x.people().person(text)
			if !shouted || full != text {
				out.people = add(out.people, full)
			}
		case words.Organisation:
			full := x.people().organisation(text)
			if n.Kind == words.OtherName && full == text {
				full = x.people().organisation(a.tokens[n.First].Text)
			}
			if _, known := words.FindOrganisation(full); known || !shouted {
				out.organisations = add(out.organisations, full)
			}
		case words.PlaceName:
			out.places = add(out.places, a.place(n, text))
		}
	}
	for _, name := range x.holders(a) {
		out.people = add(out.people, name)
	}
	return out
}

// place is the name to show for a place. A capital that acts as a government is
// its country: "Paris recalled its ambassador".
func (a *analysis) place(n words.Name, text string) string {
	p, ok := words.FindPlace(text)
	switch {
	case !ok:
		return text
	case p.Capital && p.Country != "" && n.Last < len(a.tokens) && governs(a.tokens[n.Last]) && (n.First == 0 || a.tokens[n.First-1].Tag != "IN" && a.tokens[n.First-1].Tag != "TO"):
		return p.Country
	}
	return p.Name
}

// governs reports whether a verb tells what governments do and cities do not.
func governs(t words.Token) bool {
	if t.Tag != "VBD" && t.Tag != "VBZ" && t.Tag != "VBP" && t.Tag != "VBN" {
		return false
	}
	return words.Reporting(t.Lower) != words.ReportNone || statecraft[words.Lemma(t.Lower)]
}

var statecraft = map[string]bool{"recognize": true, "recognise": true, "impose": true, "ban": true, "expel": true, "summon": true, "recall": true, "deploy": true,
	"sign": true, "agree": true, "refuse": true, "accept": true, "support": true, "back": true, "send": true, "withdraw": true, "supply": true, "sanction": true,
	"want": true, "seek": true, "ratify": true, "veto": true, "annex": true, "invade": true, "retaliate": true, "pull": true, "cut": true, "freeze": true}

// add puts a name on a list, once. What is longer than names are, or has marks
// in it that no name has, is a slip of the words around it.
func add(list []string, name string) []string {
	if slices.Contains(list, name) || len(name) > maxName || strings.ContainsAny(name, `/\<>{}[]|"*=@#%`) {
		return list
	}
	return append(list, name)
}

// maxName is the length in bytes of the longest names that are kept.
const maxName = 80

// nameKind tells what a name in a passage names, from its own words, from those
// around it and from the rest of the document.
func (x *extractor) nameKind(a *analysis, n words.Name, text string) words.NameKind {
	p := x.people()
	if p.long[text] != "" {
		return words.Organisation
	}
	switch n.Kind {
	case words.Person:
		return words.Person
	case words.Organisation:
		if a.properOrganisation(n, text) {
			return words.Organisation
		}
	case words.PlaceName:
		if full, ok := p.fullName(text); ok && full != text && words.GivenName(strings.Fields(full)[0]) && !a.located(n) {
			return words.Person
		}
		return words.PlaceName
	default:
		return x.unmarked(a, n, text)
	}
	return words.OtherName
}

// unmarked tells what a name is whose own words do not say.
func (x *extractor) unmarked(a *analysis, n words.Name, text string) words.NameKind {
	p := x.people()
	full, ok := p.fullName(text)
	switch {
	case n.Last-n.First == 1 && !a.article(n) && p.bearer(text) != "":
		return words.Person
	case n.Last-n.First == 1 && p.given[words.Canonical(text)] != "" && !a.article(n):
		return words.Person
	case ok && (p.sure[surname(text)] || strings.Contains(full, " ")) && !a.article(n):
		return words.Person
	case a.settled(n):
		return words.PlaceName
	case strings.ToUpper(a.tokens[n.First].Text) == a.tokens[n.First].Text:
		// "BBC Archive"
		if _, ok := words.FindOrganisation(a.tokens[n.First].Text); ok {
			return words.Organisation
		}
	}
	return words.OtherName
}

// properOrganisation reports whether a name of an organisation says which one it
// is. An acronym that nobody explains must be used as one: "the HSE".
func (a *analysis) properOrganisation(n words.Name, text string) bool {
	if _, known := words.FindOrganisation(text); known {
		return true
	}
	if n.Last-n.First > 1 {
		return words.ProperOrganisation(a.tokens[n.First:n.Last])
	}
	return len(text) > 2 && strings.ToUpper(text) == text && !words.Initials(text) && (a.article(n) || speaks(a.tokens, n.Last) || a.described(n.Last))
}

// described reports whether a word or two after a name say that it is an
// organisation's: "the IFOP polling agency".
func (a *analysis) described(i int) bool {
	for k := i; k < min(i+2, len(a.tokens)) && strings.HasPrefix(a.tokens[k].Tag, "N") && !a.tokens[k].Capital(); k++ {
		if words.NamePart(a.tokens[k].Lower) && !words.Role(a.tokens[k].Lower) {
			return true
		}
	}
	return false
}

// article reports whether "the" stands before a name.
func (a *analysis) article(n words.Name) bool {
	return n.First > 0 && a.tokens[n.First-1].Is("the")
}

// located reports whether a name stands where only a place can: "in Jordan",
// "Jordan's capital" is not enough.
func (a *analysis) located(n words.Name) bool {
	return n.First > 0 && a.tokens[n.First-1].Is("in", "near", "across", "outside", "into", "throughout")
}

// settled reports whether the words before a name say that it is a place: "the
// village of", "the town of", or those after it: "near Horki, Belarus".
func (a *analysis) settled(n words.Name) bool {
	if n.First > 1 && a.tokens[n.First-1].Is("of") && a.tokens[n.First-2].Is("city", "town", "village", "port", "province", "region", "district", "suburb", "island", "oblast", "settlement", "hamlet", "municipality") {
		return true
	}
	if n.First == 0 || n.Last+1 >= len(a.tokens) || a.tokens[n.Last].Tag != "," || !a.tokens[n.First-1].Is("in", "near", "at", "from", "to", "outside") {
		return false
	}
	if first, _, _ := strings.Cut(fold(n.Text), " "); n.Last-n.First > 1 && !words.Personal(first) {
		return false // a name run into another
	}
	for _, next := range a.names {
		if next.First == n.Last+1 {
			return next.Kind == words.PlaceName
		}
	}
	return false
}

// titleCase reports whether a passage is written as headlines are, so that its
// capitals name nothing: no verb has a small letter.
func titleCase(tokens []words.Token) bool {
	small, capital := 0, 0
	for _, t := range tokens {
		switch {
		case len(t.Text) < 3 || words.Stop(t.Lower) || t.Tag == "CD" || !t.Word():
		case t.Capital():
			capital++
		case t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP":
			return false
		default:
			small++
		}
	}
	return capital > 4*small
}

// organisationSpeaks reports whether a speaker is the name of an organisation, whole,
// whose words say which one it is: "the Marsh Rescue Agency", and neither "the
// ministry" nor "an official of the Marsh Rescue Agency".
func organisationSpeaks(speaker string) bool {
	speaker = strings.TrimPrefix(strings.TrimPrefix(speaker, "The "), "the ")
	tokens := words.Tokenize(speaker, timeline.Span{End: len(speaker)})
	words.Guess(tokens)
	names := words.Names(tokens)
	if len(names) != 1 || names[0].Last-names[0].First != len(tokens) || names[0].Kind != words.Organisation {
		return false
	}
	_, known := words.FindOrganisation(speaker)
	return known || len(tokens) > 1 && words.ProperOrganisation(tokens)
}
