package document

import "strings"

// firstComment is the first block of the readers' comments, or the number of
// blocks. They are known by their heads: a name in a list with set-in text
// below it, a name above a date with a time, a name that "says". One such
// head may be chance, two are comments.
func firstComment(blocks []block, all []traits) int {
	first, heads, before := len(blocks), 0, 0
	for i := range blocks {
		if all[i].prose && !all[i].promo() {
			before += all[i].words
		}
		if before < minArticle || !commentHead(blocks, all, i) {
			continue
		}
		if heads++; heads == 1 {
			first = i
		}
	}
	if heads < 2 {
		return len(blocks)
	}
	return first
}

// minArticle is how many words of running text come before any comment.
const minArticle = 60

// commentHead reports whether a comment begins with block i.
func commentHead(blocks []block, all []traits, i int) bool {
	b, t := blocks[i], all[i]
	if len(t.dates) > 0 && t.words <= 20 && strings.HasSuffix(b.text, " said:") {
		return true
	}
	if t.words == 0 || t.words > 6 || t.prose || i+1 >= len(blocks) || t.dateLine {
		return false
	}
	next := all[i+1]
	switch {
	case b.kind == ListItem && !t.ends:
		below := blocks[i+1]
		return below.kind != ListItem && below.indent > b.indent && next.prose && !b.marked
	case strings.HasSuffix(b.text, " says:") || strings.HasSuffix(b.text, " says") || strings.HasSuffix(b.text, " wrote:"):
		return true
	case next.clock && next.words <= 12:
		return t.cue == 0 && i+2 < len(all) && !all[i+2].dateLine
	}
	return false
}
