package document

import (
	"regexp"
	"slices"
	"strings"
)

// Why parts of a document are left out that are about the document itself.
const (
	reasonContents   = "a table of contents"
	reasonPageNumber = "a page number"
	reasonReferences = "a list of references"
	reasonSignature  = "the signature"
)

var (
	leaders    = regexp.MustCompile(`(\.{4,}|(\. ){4,}|…{2,}|_{4,}|·{4,})\s*\d{1,4}$`)
	pageNumber = regexp.MustCompile(`(?i)^(?:(?:page|pg\.?|p\.|seite|página|pág\.|стр\.|с\.)\s*\d{1,4}(?:\s*(?:of|von|de|/|из)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,3}\s*(?:/|of|von|de)\s*\d{1,3})$`)
	// referenced is how a list of references names an author at the head of an
	// entry: "Merk, A. (2010)", "Haller, K.: …".
	referenced = regexp.MustCompile(`^\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\p{Ll}*\.?[\s-]?){1,3}[,.:&(]?.*\b1[5-9]\d\d\b|^\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\p{Ll}*\.?[\s-]?){1,3}[,.:&(]?.*\b20\d\d\b`)
	sourced    = regexp.MustCompile(`(?i)^(?:sources?|quellen?|fuentes?|fonti?|джерел[оа]|источник)\s?:`)
	appeared   = regexp.MustCompile(`(?i)^(?:(?:this|the) (?:article|story|text|piece|post|essay) (?:was |has been )?)?(?:first|originally) (?:published|appeared|printed)\b|^(?:zuerst erschienen|erstmals erschienen|publicado originalmente)\b`)
	anyYear    = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d\b`)
)

var contentsHeads = headings("contents", "table of contents", "inhalt", "inhaltsverzeichnis", "índice", "indice", "sommaire", "table des matières", "зміст", "содержание", "spis treści")

var referenceHeads = headings("references", "bibliography", "select bibliography", "selected bibliography", "works cited", "literature", "literature cited", "further reading", "notes and references", "references and notes", "footnotes", "endnotes", "external links", "publications", "selected publications",
	"literatur", "literaturverzeichnis", "quellen", "quellenverzeichnis", "weblinks", "einzelnachweise", "fußnoten", "schriften", "veröffentlichungen",
	"bibliografía", "referencias", "bibliographie", "références", "bibliografia", "література", "литература", "примечания", "sources")

var farewells = headings("best regards", "kind regards", "regards", "warm regards", "best wishes", "with best wishes", "yours sincerely", "yours faithfully", "yours truly", "sincerely", "sincerely yours", "respectfully", "cheers", "best", "all the best", "many thanks", "thanks",
	"mit freundlichen grüßen", "mit freundlichem gruß", "mit besten grüßen", "viele grüße", "beste grüße", "liebe grüße", "freundliche grüße", "hochachtungsvoll", "mfg",
	"atentamente", "saludos", "saludos cordiales", "un saludo", "cordialmente", "cordialement", "bien cordialement", "cordiali saluti", "z poważaniem", "з повагою", "с уважением")

func headings(all ...string) map[string]bool {
	set := make(map[string]bool, len(all))
	for _, h := range all {
		set[h] = true
	}
	return set
}

// leaveOutApparatus leaves out what is about the document and not in it: its
// table of contents, page numbers, list of references, signature.
func leaveOutApparatus(blocks []block, all []traits) {
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.reason != "":
		case led(b.text):
			b.reason = reasonContents
		case len(b.text) < 20 && pageNumber.MatchString(b.text):
			b.reason = reasonPageNumber
		case i >= len(blocks)-3 && all[i].words <= 25 && appeared.MatchString(b.text):
			b.reason = reasonByline
		case all[i].words <= 25 && sourced.MatchString(b.text) && anyYear.MatchString(b.text):
			b.reason = reasonReferences
		case all[i].words <= 4 && contentsHeads[bareHead(b.text)]:
			leaveOutContents(blocks, all, i)
		case all[i].words <= 4 && referenceHeads[bareHead(b.text)]:
			leaveOutReferences(blocks, all, i)
		}
	}
	leaveOutReferences(blocks, all, -1)
	leaveOutSignature(blocks, all)
}

// bareHead is a heading as the lists have it: without its number and marks.
func bareHead(s string) string {
	return strings.TrimSpace(strings.TrimLeft(fold(s), "0123456789 "))
}

// led reports whether a line of dots leads to a number at the end of s. Few
// lines end in a digit; to look for dots in all of them takes as long as all
// the rest of reading.
func led(s string) bool {
	return s != "" && isDigit(s[len(s)-1]) && leaders.MatchString(s)
}

// leaveOutContents leaves out the heading at i with the short lines below it, if
// they are more than one.
func leaveOutContents(blocks []block, all []traits, i int) {
	n, leading := i+1, 0
	for n < len(blocks) && all[n].words <= 14 && !all[n].ends && all[n].words > 0 && (led(blocks[n].text) || blocks[n].kind == ListItem) {
		if n++; led(blocks[n-1].text) {
			leading = n
		}
	}
	if leading > 0 {
		n = leading // what follows is a heading of the text
	}
	if n-i < 3 {
		return
	}
	for k := i; k < n; k++ {
		blocks[k].reason = reasonContents
	}
}

// leaveOutReferences leaves out the entries of a list of references below the
// heading at i, and the heading; with i < 0, runs of them without a heading.
func leaveOutReferences(blocks []block, all []traits, i int) {
	for from := i + 1; from < len(blocks); {
		n := from
		for n < len(blocks) && blocks[n].reason == "" && blocks[n].kind != Heading && reference(blocks[n].text, all[n], i >= 0) {
			n++
		}
		if n-from > 1 || i >= 0 && n > from {
			for k := from; k < n; k++ {
				blocks[k].reason = reasonReferences
			}
			if i >= 0 {
				blocks[i].reason = reasonReferences
			}
		}
		if i >= 0 {
			return
		}
		from = n + 1
	}
}

// reference reports whether s reads as an entry of a list of references. Under
// a heading that says so, a year, a page or an address is enough.
func reference(s string, t traits, headed bool) bool {
	if t.words > 60 || len(t.dates) > 0 && t.dates[0].Start == 0 {
		return false
	}
	if surname, _, ok := strings.Cut(s, ","); ok && !strings.Contains(surname, " ") && referenced.MatchString(s) && !strings.Contains(clip(s, 200), " was ") && !strings.Contains(clip(s, 200), " were ") {
		return true
	}
	if !headed || onlyDate(s) || isDigit(s[0]) && !strings.HasPrefix(strings.TrimLeft(s, "0123456789"), ".") {
		return false
	}
	return anyYear.MatchString(s) || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, " pp. ") || strings.Contains(s, " p. ")
}

// leaveOutSignature leaves out what follows the farewell of a letter, if it is
// no more than a few short lines at the document's end.
func leaveOutSignature(blocks []block, all []traits) {
	const most, short = 10, 14
	last := len(blocks)
	for last > 0 && blocks[last-1].reason != "" {
		last--
	}
	for i := max(0, last-most-1); i < last; i++ {
		if all[i].words > 4 || !farewells[bareHead(blocks[i].text)] || slices.ContainsFunc(all[i:last], func(t traits) bool { return t.words > short }) {
			continue
		}
		for k := i; k < last; k++ {
			if blocks[k].reason == "" {
				blocks[k].reason = reasonSignature
			}
		}
		return
	}
}
