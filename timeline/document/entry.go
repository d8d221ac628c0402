package document

import (
	"regexp"
	"strings"
)

// ledLine is how a line begins that is an entry of a chronology: with a date, of
// which a word is checked to be a month.
var ledLine = regexp.MustCompile(`^[*_(\[]*(?:(?:\p{L}{2,12}\.?,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s)?(\p{L}{3,12})\.?,?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?\d{4}\b|(?:1\d|20)\d\d[-–/](?:\d{1,2}|\d{4})(?:[-/]\d{1,2})?\b|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b|(?:1\d|20)\d\d(?:\s?[:.–—|-]|\s\p{Lu})|\d{1,2}:\d\d\b)`)

// ledByDate reports whether the line s begins with a date.
func ledByDate(s string) bool {
	if len(s) > 80 {
		s = clip(s, 80)
	}
	m := ledLine.FindStringSubmatch(s)
	return m != nil && (m[1] == "" || monthNames[strings.ToLower(m[1])] > 0)
}
