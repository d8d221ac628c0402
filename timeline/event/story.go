package event

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
)

// What a page prints before a story is often run into its first sentence: the
// headline, a caption, who took the picture, who wrote it, when it was put up,
// from where it was filed. None of it has an end mark, so it reads as part of
// the sentence. It is quoted with it, but it is no part of what is told.

// minStory is how many words a story's sentence has at least.
const minStory = 4

// story is the part of a passage that is the story's own sentence.
func (x *extractor) story(sentence int, passage timeline.Span) timeline.Span {
	all := x.pieces(sentence, passage)
	return all[len(all)-1]
}

// pieces are the parts of a passage that tell something each for itself, in
// order, the story's own sentence last: before it the headlines and captions
// run into it.
func (x *extractor) pieces(sentence int, passage timeline.Span) []timeline.Span {
	if x.foreign {
		return []timeline.Span{passage}
	}
	s := x.doc.Text[passage.Start:passage.End]
	at := 0
	for range maxLeaders {
		n := leader(s[at:])
		if n == 0 || count(s[at+n:]) < minStory {
			break
		}
		at += n
	}
	var out []timeline.Span
	for _, end := range x.headlines(sentence, s[at:]) {
		out = append(out, timeline.Span{Start: passage.Start + at, End: passage.Start + at + end})
	}
	for i := 1; i < len(out); i++ {
		out[i].Start = out[i-1].End
	}
	last := timeline.Span{Start: passage.Start + at, End: passage.End}
	if n := len(out); n > 0 {
		last.Start = out[n-1].End
	}
	return append(out, last)
}

// maxLeaders is how many things in a row are looked for before a story.
const maxLeaders = 5

// leader is the length of what stands before the story in s as pages print it,
// 0 for nothing.
func leader(s string) int {
	n := len(s) - len(strings.TrimLeft(s, " \t\n,;–—-|•*·»"))
	for _, after := range [...]func(string) int{afterBrackets, afterFiling, afterStamp, afterCredit, afterByline} {
		if k := after(s[n:]); k > 0 && begins(s[n+k:]) {
			return n + k
		}
	}
	if at := barred.FindStringIndex(s); at != nil && begins(s[at[1]:]) {
		return at[1]
	}
	if n > 0 && !strings.HasPrefix(s, "-") && begins(s[n:]) || strings.HasPrefix(s, "--") && begins(s[n:]) {
		return n
	}
	return 0
}

// begins reports whether a sentence can begin with s.
func begins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘'«„(`$£€", r)
}

// afterBrackets is the end of brackets that s begins with: "(voice-over): ",
// "(Update 6:20 a.m.) ", "[9.15 am] ".
func afterBrackets(s string) int {
	if s == "" || s[0] != '(' && s[0] != '[' {
		return 0
	}
	end := strings.IndexAny(s, ")]")
	if end < 0 || end > maxBrackets {
		return 0
	}
	return end + 1 + blanks(s[end+1:], " :–—-\t\n")
}

// maxBrackets is how long such brackets are, in bytes.
const maxBrackets = 160

// blanks is how many bytes at the beginning of s are of the set.
func blanks(s, set string) int { return len(s) - len(strings.TrimLeft(s, set)) }

var (
	// agencyLine is the end of a dateline: an agency in brackets and a dash.
	agencyLine = regexp.MustCompile(`\((?:\p{Lu}{2,}[\p{Lu}\d.]*|Reuters|Bloomberg|Xinhua|Interfax|Agencies)(?:[/ ]\p{Lu}[\p{L}.]*){0,2}\)\s{0,2}(?:--|[–—:-])\s{0,2}`)
	// placeLine is a dateline without one: places in capitals, a day, a dash.
	placeLine = regexp.MustCompile(`(?:^|[).]\s)\p{Lu}[\p{Lu}'’ .-]{2,30}(?:,\s[\p{L}.' ]{2,24})?,\s(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\p{Ll}{0,7}\.?\s\d{1,2}(?:,\s\d{4})?\s{0,2}(?:\([^)]{2,20}\)\s)?(?:--|[–—-])\s{1,2}`)
	// placesLine is one of place names alone, before a dash.
	placesLine = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’-]*,?\s){1,4}(?:--|[–—])\s{1,2}`)
)

// afterFiling is the end of the dateline in s, however much stands before it.
func afterFiling(s string) int {
	if !strings.ContainsAny(s, ")–—") && !strings.Contains(s, "--") {
		return 0
	}
	n := 0
	for _, p := range [...]*regexp.Regexp{agencyLine, placeLine, placesLine} {
		if at := p.FindStringIndex(s); at != nil {
			n = max(n, at[1])
		}
	}
	return n
}

// timeStamp is a page's time stamp: a year and not far from it the time of day,
// with the zone or as half of the day.
var timeStamp = regexp.MustCompile(`(?:\b(?:19|20)\d\d,?;?\s(?:-\s|at\s|\|\s)?\d{1,2}[.:]\d\d\s?(?:[AaPp]\.?[Mm]\b\.?)?\s?(?:(?:BST|GMT|UTC|[ECMP][SD]?T|CES?T|IST|AEST)\b)?|\b\d{1,2}[.:]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?\s(?:BST|GMT|UTC|[ECMP][SD]?T|CES?T),?\s(?:\p{L}{3,9},?\s)?(?:\d{1,2}\s\p{L}{3,9}|\p{L}{3,9}\s\d{1,2}),?\s(?:19|20)\d\d)(?:\s?[|)])?\s{1,2}`)

// afterStamp is the end of the last time stamp in s.
func afterStamp(s string) int {
	if !hasClock(s) {
		return 0
	}
	n := 0
	for _, at := range timeStamp.FindAllStringIndex(s, -1) {
		if begins(s[at[1]:]) {
			n = at[1]
		}
	}
	return n
}

// hasClock reports whether s holds something like 3:45 or 15.45.
func hasClock(s string) bool {
	digit := func(i int) bool { return s[i] >= '0' && s[i] <= '9' }
	for i := 1; i+2 < len(s); i++ {
		if (s[i] == ':' || s[i] == '.') && digit(i-1) && digit(i+1) && digit(i+2) {
			return true
		}
	}
	return false
}

// credited is who took a picture, or whose it is.
var credited = regexp.MustCompile(`(?:Photographs?|Photos?):\s(?:AP|AFP|Reuters|EPA|PA|PR|Getty Images|Rex Features)\s|(?:Photographs?|Photos?):\s(?:AP|AFP|Reuters|EPA|PA|Getty)\\?/\p{Lu}[\p{L}.]+\s\p{Lu}[\p{L}-]+\s|(?:Photographs?|Photos?|Pictures?|Images?|Illustration|Credit):\s[^:;.,?!]{2,40}?\\?/\s?(?:[\p{L}]{2,12}\\?/)?(?:Getty Images|Getty|Rex Features|Bloomberg News|PA Wire|[\p{L}]{2,12})\s|\((?:By |Photo |Photos |AP |AFP |Courtesy )[^)]{2,70}\)\s|\([^()]{2,40}\s-{1,2}\s(?:AP|AFP|Reuters|Bloomberg[^)]{0,12}|Associated Press|Getty Images|The [^)]{2,30}|[^)]{2,20} Post)\)\s`)

// afterCredit is the end of the last credit of a picture in s.
func afterCredit(s string) int {
	if !strings.Contains(s, ": ") && !strings.Contains(s, ")") {
		return 0
	}
	n := 0
	for _, at := range credited.FindAllStringIndex(s, -1) {
		if begins(s[at[1]:]) {
			n = at[1]
		}
	}
	return n
}

var (
	// signedBy is a byline with whom its authors write for.
	signedBy = regexp.MustCompile(`^(?:By|From)\s(?:the\s\p{Lu}[\p{L}]*\s(?:Wire\s)?Staff|(?:\p{Lu}[\p{L}.'’-]*\s(?:and\s|with\s)?){1,6}\p{Lu}[\p{L}.'’-]*,\s(?:Special to (?:the |The )?\p{Lu}\p{L}+|\p{Lu}{2,5}(?:\s\p{Lu}\p{L}+){0,3}\s(?:Correspondent|Editor|Reporter|Producer|Writer)|\p{Lu}{2,5}|Reuters|(?:\p{Lu}\p{L}+\s){0,2}(?:Correspondent|Editor|Reporter|Staff|Producer)))\s(?:NEW:\s)?`)
	// staff is the end of a byline that stands anywhere: what its author is, the
	// day and the page.
	staff = regexp.MustCompile(`(?:Staff Writers?|Staff Reporters?|Foreign Service|Columnist)\s(?:\p{Lu}\p{Ll}+day,\s)?\p{Lu}\p{Ll}+\s\d{1,2},\s\d{4}(?:;\s(?:Page\s)?[A-Z]{0,2}\d{1,3})?\s`)
	// printed is the day and page of a newspaper.
	printed = regexp.MustCompile(`\d{4};\s(?:Page\s)?[A-Z]{1,2}\d{1,3}\s`)
)

// barred is a byline between bars, or behind a date and a bar.
var barred = regexp.MustCompile(`^(?:[^|]{0,40}\|\s)+By\s\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s)?\p{Lu}[\p{L}'’-]+\s`)

// afterByline is the end of the byline in s.
func afterByline(s string) int {
	n := 0
	if strings.HasPrefix(s, "By ") || strings.HasPrefix(s, "From ") {
		if at := signedBy.FindStringIndex(s); at != nil {
			n = at[1]
		}
	}
	if !strings.Contains(s, "; ") && !strings.Contains(s, "Staff ") && !strings.Contains(s, "Foreign Service") {
		return n
	}
	for _, p := range [...]*regexp.Regexp{staff, printed} {
		if at := p.FindStringIndex(s); at != nil {
			n = max(n, at[1])
		}
	}
	return n
}

// wording is what the story's sentence of a fact says.
func (x *extractor) wording(f *fact) string {
	s := f.passage
	if tokens := f.analysis.tokens; len(tokens) > 0 {
		s.Start = max(s.Start, min(tokens[0].Start, s.End))
	}
	return fold(x.doc.Text[s.Start:s.End])
}
