package document

import (
	"regexp"
	"strings"
)

// clean leaves out what stands inside the article without belonging to it.
func (a article) clean(blocks []block, all []traits) {
	a.galleries(blocks, all)
	linkLists(blocks, all)
	teaser := false
	for i := a.start; i < a.end; i++ {
		b, t := &blocks[i], all[i]
		if b.reason != "" {
			continue
		}
		if teaser = teaser && (!t.prose || t.headline) && !b.marked; teaser {
			b.reason = reasonTeaser
			continue
		}
		b.reason = a.outside(b, all, i)
		teaser = b.reason == reasonTeaser && (t.words <= 6 || !strings.Contains(b.text, ":") || strings.HasSuffix(b.text, ":"))
	}
}

// outside is why block i is no part of the article it stands in, or "".
func (a article) outside(b *block, all []traits, i int) string {
	t := all[i]
	switch {
	case t.words == 0 || debris(b.text):
		return reasonDebris
	case b.marked:
		return ""
	case a.page && t.words <= 16 && !strings.HasSuffix(b.text, ".") && pointer.MatchString(b.text):
		return reasonTeaser
	case t.teaser(b.text) && (a.page || t.cue&cuePointer != 0):
		return reasonTeaser
	case !a.page && b.kind == Paragraph && t.credited && t.words <= 40:
		return reasonCaption
	case !a.page:
		return ""
	case i > 0 && t.words <= 60 && len(all[i-1].folded) < 24 && imageCount.MatchString(all[i-1].folded):
		return reasonCaption
	case t.cue&cueShare != 0 && t.words <= 12 && !t.prose:
		return reasonShare
	case t.cue&cueJunk != 0 && t.words <= 14 && !t.prose:
		return reasonMachinery
	case b.kind != ListItem && (t.caption() || a.captioned(all, i)):
		return reasonCaption
	case t.promo():
		return reasonPromo
	case b.stray:
		return reasonStray
	case t.byline():
		return reasonByline
	case a.repeats(t), twice(all, i):
		return reasonRepeated
	case t.shouts():
		return reasonTeaser
	case t.cue&cueTail != 0 && t.words <= 8 && !t.prose:
		return reasonTeaser
	}
	return ""
}

// imageCount is the line of a picture gallery that stands above each caption.
var imageCount = regexp.MustCompile(`^(?:image|photo|slide|picture|bild|foto|photograph) # (?:of|von|de|/) #$`)

// pointer is the label in capitals of a line that leads to another piece.
var pointer = regexp.MustCompile(`^(?:TIMELINE|FACTBOX|FACT BOX|PHOTOS?|VIDEOS?|GALLERY|GRAPHIC|GRAPHICS|INFOGRAPHIC|INTERACTIVE|EXPLAINER|EXPLAINED|ANALYSIS|OPINION|COMMENT|COLUMN|EDITORIAL|PROFILE|MAP|LIVE|MORE|WATCH|READ|RELATED|SEE|SEE ALSO|ALSO|IN PICTURES|SLIDESHOW|PODCAST|LISTEN|QUIZ|Q&A|BLOG|DOSSIER|CHRONIK|FOTOS|VÍDEO|FOTOSTRECKE)\s?[:|»›–-]`)

// linkLists leaves out the lists of links under a heading that says that they
// lead to other stories.
func linkLists(blocks []block, all []traits) {
	for i := range blocks {
		if blocks[i].reason != "" || all[i].words > 6 || all[i].cue&cueTail == 0 {
			continue
		}
		for k := i + 1; k < len(blocks) && blocks[k].linked; k++ {
			blocks[i].reason, blocks[k].reason = reasonTeaser, reasonTeaser
		}
	}
}

// captioned reports whether block i has nothing but a picture's credit below it,
// and is the first of the article, or has a date and no full stop.
func (a article) captioned(all []traits, i int) bool {
	if i != a.start && (all[i].ends || len(all[i].dates) == 0) || i+1 >= a.end || all[i].words > 60 {
		return false
	}
	next := all[i+1]
	return next.words <= 8 && !next.prose && next.caption()
}

// repeats reports whether a block has no place of its own in the article: a
// line that stood above it before, or a whole paragraph that comes twice.
func (a article) repeats(t traits) bool {
	return t.copyOf >= 0 && t.words >= 4 && (t.copyOf < a.start && !t.prose || t.copyOf >= a.start && t.prose && t.words >= 12)
}

// shouts reports whether a block is a line of capitals too long for a heading.
func (t traits) shouts() bool {
	return t.capitals && t.words >= 6 && !t.prose
}

// teaser reports whether a block points to another story: "Read also: …". One
// that is labelled as such may be a whole sentence.
func (t traits) teaser(text string) bool {
	switch {
	case t.cue&cueTeaser == 0:
		return false
	case strings.Contains(clip(text, 24), ":"):
		return t.words <= 45
	}
	return t.words <= 25 && !t.prose
}

// twice reports whether block i stands directly above or below its copy, as a
// picture's alternative text and its caption do. Of two paragraphs alike the
// first is text, unless a picture's credit follows them.
func twice(all []traits, i int) bool {
	t := all[i]
	switch {
	case t.words < 2:
		return false
	case i > 0 && all[i-1].wording == t.wording:
		return true
	case i+1 == len(all) || all[i+1].wording != t.wording:
		return false
	}
	return !t.prose || i+2 < len(all) && all[i+2].caption() && all[i+2].words <= 10
}

// debris reports whether s is what markup leaves behind: "p>", "***".
func debris(s string) bool {
	if len(s) > 12 {
		return false
	}
	return strings.HasSuffix(s, ">") || strings.Trim(s, "*_-–—=~#.· |/\\<>") == ""
}

// minGallery is how many set-in lines make a gallery.
const minGallery = 3

// galleries leaves out runs of set-in lines with no blank line among them, in
// a text whose paragraphs begin at the margin, some after blank lines: lists
// of pictures. The line they are glued to is the first of them.
func (a article) galleries(blocks []block, all []traits) {
	if !a.page || !atMargin(blocks[a.start:a.end], all[a.start:a.end]) {
		return
	}
	for i := a.start; i < a.end; {
		n := i
		for n < a.end && blocks[n].indent >= 2 && !blocks[n].blank && blocks[n].kind != ListItem {
			n++
		}
		if n-i >= minGallery {
			from := i
			if from > a.start && !blocks[from-1].blank {
				from--
			}
			for k := from; k < n; k++ {
				blocks[k].reason = reasonGallery
			}
		}
		i = max(n, i+1)
	}
}

// atMargin reports whether a text has paragraphs that are not set in, and
// blank lines between some of them.
func atMargin(blocks []block, all []traits) bool {
	n, after := 0, 0
	for i, b := range blocks {
		if b.indent < 2 && all[i].prose {
			n++
			if b.blank {
				after++
			}
		}
	}
	return n > 1 && after > 0
}
