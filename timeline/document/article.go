package document

import "strings"

// article is where the article stands among the blocks of a document.
type article struct {
	page       bool // the document looks like a web page, with a page's machinery
	start, end int  // of its blocks
}

// Why blocks are left out, in words for a reader.
const (
	reasonBefore     = "before the article: menus, teasers, the page's head"
	reasonAfter      = "after the article: related stories, comments, the page's foot"
	reasonComments   = "readers' comments"
	reasonTeaser     = "a link to another story"
	reasonMachinery  = "the page's machinery"
	reasonShare      = "a share bar"
	reasonPromo      = "asks the reader for something, or states the law"
	reasonCaption    = "a picture's caption or credit"
	reasonByline     = "the byline"
	reasonTitle      = "the title"
	reasonStandfirst = "the standfirst above the byline"
	reasonRepeated   = "repeats an earlier line"
	reasonDebris     = "left-over markup"
	reasonStray      = "outside the paragraphs of the page"
	reasonGallery    = "a picture gallery"
)

// selectArticle finds the article and gives every other block the reason why
// it is left out. A document that does not look like a web page is kept
// whole, but for what no article is made of.
func selectArticle(blocks []block, all []traits) article {
	a := article{page: looksLikePage(blocks, all), end: len(blocks)}
	if a.page {
		a.start, a.end = mainRun(all)
		a.end = a.trimEnd(blocks, all)
		a.start = a.trimStart(blocks, all)
		for i := range blocks {
			switch {
			case i < a.start:
				blocks[i].reason = reasonBefore
			case i >= a.end:
				blocks[i].reason = reasonAfter
			}
		}
	}
	a.clean(blocks, all)
	return a
}

// looksLikePage weighs how much of the document is a web page's machinery.
func looksLikePage(blocks []block, all []traits) bool {
	cued, short := 0, 0
	for i, t := range all {
		if blocks[i].marked {
			continue
		}
		if !t.prose {
			short++
		}
		strong := cueComments | cueTail | cueTeaser | cueShare | cueJunk
		if t.cue&strong != 0 && t.words <= 12 && !t.prose || t.promos > 0 && isPromo(t) || t.cue&cueCaption != 0 && isCaption(blocks[i], t) || t.dateLine {
			cued++
		}
	}
	return cued >= 3 && cued*20 >= len(all)
}

// weight is how much a block speaks for (positive) or against the article
// being here.
func weight(t traits) int {
	switch {
	case t.words == 0:
		return 0
	case t.prose && isPromo(t):
		return -15
	case t.prose:
		return min(t.words, 80)
	case t.cue&cueComments != 0 && t.words <= 10:
		return -150
	case t.cue&cueTail != 0 && t.words <= 8:
		return -20
	case t.cue&(cueTeaser|cueShare|cueJunk) != 0 && t.words <= 12:
		return -6
	case t.dateLine:
		return -8
	case t.again:
		return -6
	case t.words <= 3:
		return -4
	}
	return -3
}

// mainRun is the stretch of blocks with the largest sum of weights.
func mainRun(all []traits) (start, end int) {
	best, sum, from := 0, 0, 0
	for i, t := range all {
		if sum <= 0 {
			sum, from = 0, i
		}
		sum += weight(t)
		if sum > best {
			best, start, end = sum, from, i+1
		}
	}
	if best == 0 {
		return 0, len(all)
	}
	return start, end
}

// trimEnd moves the end up to the first block that says the article is over,
// unless much of the text comes after it.
func (a article) trimEnd(blocks []block, all []traits) int {
	total := proseIn(all[a.start:a.end])
	before := 0
	for i := a.start; i < a.end; i++ {
		t := all[i]
		if t.prose && !isPromo(t) {
			before += t.words
		}
		if before == 0 {
			continue
		}
		rest := total - before
		switch {
		case t.cue&cueComments != 0 && t.words <= 12 && !t.prose && before >= 60:
			return i
		case t.cue&cueTail != 0 && t.words <= 14 && (!t.prose || t.words <= 10) && rest*4 < total:
			return i
		}
	}
	return a.end
}

// proseIn counts the words of running text.
func proseIn(all []traits) int {
	n := 0
	for _, t := range all {
		if t.prose && !isPromo(t) {
			n += t.words
		}
	}
	return n
}

// trimStart moves the start past a standfirst: a sentence or two above the
// byline or the repeated headline.
func (a article) trimStart(blocks []block, all []traits) int {
	prose := 0
	for i := a.start; i < a.end && i < a.start+25; i++ {
		t := all[i]
		if t.dateLine && prose <= 60 && proseIn(all[i:a.end]) > 2*prose {
			return i
		}
		if t.prose {
			prose += t.words
		}
	}
	return a.start
}

// isPromo reports whether a block asks the reader for something: wordings
// that do so are dense in it.
func isPromo(t traits) bool {
	return t.promos > 0 && t.words <= 25 || t.promos > 1 && t.words <= t.promos*35
}

// isCaption reports whether a block is a picture's caption or credit.
func isCaption(b block, t traits) bool {
	return t.cue&cueCaption != 0 && t.words <= 60 && (!t.prose || t.words <= 45)
}

// clean leaves out what stands inside the article without belonging to it.
func (a article) clean(blocks []block, all []traits) {
	teaser := false
	for i := a.start; i < a.end; i++ {
		b, t := &blocks[i], all[i]
		if b.reason != "" {
			continue
		}
		short := !t.prose
		switch {
		case t.words == 0 || debris(b.text):
			b.reason = reasonDebris
			continue
		case t.cue&cueTeaser != 0 && t.words <= 25 && (short || t.words <= 18 && strings.Contains(clip(b.text, 30), ":")):
			b.reason, teaser = reasonTeaser, true
			continue
		case t.cue&cueShare != 0 && t.words <= 12 && short:
			b.reason = reasonShare
			continue
		case t.cue&cueJunk != 0 && t.words <= 14 && short:
			b.reason = reasonMachinery
			continue
		case isPromo(t):
			b.reason = reasonPromo
			continue
		case isCaption(*b, t) && a.page:
			b.reason = reasonCaption
			continue
		case t.dateLine && t.cue&cueByline != 0:
			b.reason = reasonByline
			continue
		case a.page && t.again && t.words >= 4:
			b.reason = reasonRepeated
			continue
		case t.cue&cueTail != 0 && t.words <= 8 && short && a.page:
			b.reason, teaser = reasonTeaser, true
			continue
		}
		if teaser && short {
			b.reason = reasonTeaser
			continue
		}
		teaser = false
	}
}

// debris reports whether s is what markup leaves behind: "p>", "/div>", "***".
func debris(s string) bool {
	if len(s) > 12 {
		return false
	}
	return strings.HasSuffix(s, ">") || strings.Trim(s, "*_-–—=~#.· |/\\<>") == ""
}
