package document

import (
	"strings"
	"unicode"
)

// markHeadings finds the headings among the kept blocks of a format that does
// not mark them: a date alone on its line, as chronologies and diaries have
// it, and a few words without a sentence mark above a paragraph.
func markHeadings(blocks []block, all []traits) {
	for i := range blocks {
		b, t := &blocks[i], all[i]
		if b.marked || b.reason != "" || b.kind != Paragraph && !aboveProse(blocks, all, i) || t.ends || t.words == 0 || t.words > 8 || strings.HasSuffix(b.text, ",") {
			continue
		}
		if onlyDate(b.text) || b.blank && i+1 < len(blocks) && all[i+1].prose && blocks[i+1].reason == "" {
			b.kind = Heading
		}
	}
}

// aboveProse reports whether block i is a numbered line that stands by itself
// above a paragraph, and so no item of a list.
func aboveProse(blocks []block, all []traits, i int) bool {
	return blocks[i].number && blocks[i].blank && i+1 < len(blocks) && blocks[i+1].blank && blocks[i+1].kind == Paragraph && all[i+1].prose
}

// onlyDate reports whether s is a date, however coarse, and nothing else:
// "24 February 2022", "March 2022", "5 May", "1914".
func onlyDate(s string) bool {
	month, year, digits := false, false, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		w = strings.ToLower(w)
		switch {
		case monthNames[w] > 0:
			month = true
		case dateWords[w]:
		case strings.Trim(w, "0123456789") == "":
			digits++
			year = year || len(w) == 4 && (w[0] == '1' || w[0] == '2')
		case isDigit(w[0]) && len(w) <= 4: // 1st, 2nd
			digits++
		default:
			return false
		}
	}
	return month && digits > 0 && digits <= 3 || year && digits <= 3
}
