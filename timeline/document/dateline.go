package document

import (
	"regexp"
	"strings"
)

// Where a document that is no page says in its text when it was written.
var (
	// placed is the head of a letter or a byline: "Vienna, 3 May 1920", "Ana Pop
	// in Vienna, 3 May 1920".
	placed = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’-]*(?:\s|,)(?:(?:in|and|und|y|et)\s)?){1,6}(?:,\s?|\s)?(?:the\s|den\s|le\s|el\s|a\s)?$`)
	// sitting is how minutes and notes name their day in their head.
	sitting = regexp.MustCompile(`(?i)^(?:minutes|notes|protocol|protokoll|niederschrift|memo|memorandum|letter|interview|statement|report|record|hearing|acta|carta|informe|meeting|sitting|held on|held at|meeting held|date of (?:the )?meeting|sitzung vom|bericht vom)\b`)
	// filed is what stands before the date of a dateline: "HELSINKI, ".
	filed  = regexp.MustCompile(`^\p{Lu}[\p{L} .,'’/-]{1,40}[,(]\s?$`)
	dashed = regexp.MustCompile(`^\)?(?:\s\([^)]{2,30}\))?\s?[–—-]{1,2}\s?[\p{Lu}“"]`)
)

// maxFiled is how far into its paragraph a dateline goes, in bytes.
const maxFiled = 60

// writtenOn finds the day on which a document that is no page was written, if it
// names one full date as letters, minutes and press releases do.
func writtenOn(blocks []block, all []traits) (f finding) {
	seen := 0
	for i := range blocks {
		b, t := blocks[i], all[i]
		if b.reason != "" && b.reason != reasonTitle || b.text == "" || b.kind == ListItem {
			continue
		}
		if seen++; seen > 6 {
			return f
		}
		dates := t.dates
		if first := fullDates(clip(b.text, maxFiled), false); t.prose {
			dates = first
		}
		if len(dates) != 1 {
			continue
		}
		before, after := b.text[:dates[0].Start], b.text[dates[0].End:]
		if weekday := strings.LastIndexByte(strings.TrimRight(before, " ,"), ' ') + 1; dateWords[strings.ToLower(strings.Trim(before[weekday:], " ,"))] {
			before = before[:weekday]
		}
		switch {
		case seen <= 3 && t.words <= 9 && strings.Trim(after, " .") == "" && placed.MatchString(before):
			blocks[i].reason = first(b.reason, reasonByline)
		case seen <= 4 && t.words <= 16 && !t.ends && sitting.MatchString(b.text):
		case filed.MatchString(before) && dashed.MatchString(after):
		default:
			continue
		}
		quoted := b.text[:dates[0].End]
		return finding{rank: rankPlain, date: dates[0].date, because: "stated in the text: “" + quoted + "”"}
	}
	return f
}
