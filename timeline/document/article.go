package document

import (
	"slices"
	"strings"

	"dateline/timeline"
)

// article is where the article stands among the blocks of a document.
type article struct {
	page       bool // the document looks like a web page, with a page's machinery
	start, end int  // of its blocks
}

// Why blocks are left out, in words for a reader.
const (
	reasonBefore     = "before the article: menus, teasers, the page's head"
	reasonAfter      = "after the article: related stories, the page's foot"
	reasonComments   = "readers' comments"
	reasonTeaser     = "a link to another story"
	reasonMachinery  = "the page's machinery"
	reasonShare      = "a share bar"
	reasonPromo      = "asks the reader for something, or states the law"
	reasonCaption    = "a picture's caption or credit"
	reasonByline     = "the byline"
	reasonTitle      = "the title"
	reasonStandfirst = "the standfirst above the article"
	reasonRepeated   = "repeats another line"
	reasonDebris     = "left-over markup"
	reasonStray      = "outside the paragraphs of the page"
	reasonGallery    = "a picture gallery"
)

// selectArticle finds the article and gives every other block the reason why
// it is left out. A document that does not look like a web page is kept
// whole, but for what no article is made of; nor was one a web page of which
// nothing would be left, unless it is all menus.
func selectArticle(blocks []block, all []traits) article {
	a := article{page: looksLikePage(blocks, all), end: len(blocks)}
	if a.page {
		before := slices.Clone(blocks)
		a.locate(blocks, all)
		a.clean(blocks, all)
		if slices.ContainsFunc(blocks, func(b block) bool { return b.reason == "" }) || mostlyMenus(blocks, all) {
			return a
		}
		copy(blocks, before)
		a = article{end: len(blocks)}
	}
	a.clean(blocks, all)
	return a
}

// locate finds the article's first and last block and marks all others.
func (a *article) locate(blocks []block, all []traits) {
	for i := range all {
		all[i].dateLine = all[i].dateLine || all[i].nearDate
	}
	talk := firstComment(blocks, all)
	run := mainRun(all[:talk])
	a.start, a.end = run.Start, run.End
	a.end = a.extend(blocks[:talk], all)
	a.end = a.foot(all)
	a.start = a.opening(all)
	for i := range blocks {
		switch {
		case blocks[i].reason != "":
		case i < run.Start:
			blocks[i].reason = reasonBefore
		case i < a.start:
			blocks[i].reason = reasonStandfirst
		case i >= talk:
			blocks[i].reason = reasonComments
		case i >= a.end:
			blocks[i].reason = reasonAfter
		}
	}
}

// looksLikePage weighs the signs of a web page's machinery. Strong ones are
// wordings nobody writes in a note ("Leave a comment"), weak ones may be a
// note's headings ("Comments"). It takes two strong signs and a third one, or
// more weak ones, and one for every twenty blocks.
func looksLikePage(blocks []block, all []traits) bool {
	strong, weak, clock := 0, 0, false
	for i, t := range all {
		if blocks[i].marked {
			continue
		}
		switch {
		case t.machinery() && t.strong, t.promo(), t.cue&cuePointer != 0 && t.teaser(blocks[i].text), t.cue&cueCaption != 0 && t.caption(),
			t.byline() && t.clock, t.clock && !clock:
			strong++
		case t.machinery(), t.byline(), t.caption(), twice(all, i):
			weak++
		}
		clock = clock || t.clock
	}
	if i := firstComment(blocks, all); i < len(blocks) && blocks[i].kind == ListItem {
		weak++ // or the outline of a note
	} else if i < len(blocks) {
		strong++
	}
	n := strong + weak
	return (strong >= 2 && n >= 3 || strong == 1 && n >= 5) && n*20 >= len(all) || weak >= 12 && n*5 >= len(all) || mostlyMenus(blocks, all)
}

// mostlyMenus reports whether most blocks are a few words that neither end as
// a sentence nor hold a number: menus, in whatever language.
func mostlyMenus(blocks []block, all []traits) bool {
	n := 0
	for i, t := range all {
		if t.words > 0 && t.words <= 4 && !t.ends && !strings.ContainsAny(blocks[i].text, "0123456789:") {
			n++
		}
	}
	return n >= 20 && n*2 >= len(all) && proseIn(all) >= 2*n
}

// weight is how much a block speaks for (positive) or against the article
// being here.
func (t traits) weight() int {
	switch {
	case t.words == 0:
		return 0
	case t.promo():
		return -15
	case t.prose:
		return min(t.words, 80)
	case t.cue&cueComments != 0 && t.words <= 10:
		return -150
	case t.cue&(cueTail|cueTeaser) == cueTail && t.words <= 8:
		return -20
	case t.dateLine:
		return -8
	case t.cue&(cueTeaser|cueShare|cueJunk) != 0 && t.words <= 12, t.copyOf >= 0:
		return -6
	case t.words <= 3:
		return -4
	}
	return -3
}

// maxLoss is how much weight a run may lose before it counts as ended.
const maxLoss = 200

// mainRun is the run of blocks that holds the article: of the stretches with
// much weight the first one behind the headline, for what else a page holds
// in running text (teasers, comments, other articles) comes later.
func mainRun(all []traits) timeline.Span {
	runs, best := heavyRuns(all)
	title := titleAbove(all)
	for _, r := range runs {
		if r.weight < max(best*2/5, min(best, maxStandfirst)) || r.End <= title {
			continue
		}
		if title >= r.Start {
			r.Start = title + 1
		}
		r.Start = reach(all, r.Start, title)
		return r.Span
	}
	for _, r := range runs {
		if r.weight == best {
			return r.Span
		}
	}
	return timeline.Span{End: len(all)}
}

// reach moves the start of a run up to a long paragraph that a box (prices, a
// player) parts from it; but not past a byline, the title or another story.
func reach(all []traits, start, title int) int {
	const maxBox, longParagraph = 30, 30
	for i := start - 1; i > max(title, start-maxBox, -1); i-- {
		t := all[i]
		if t.dateLine || t.byline() || t.cue&(cueTail|cueComments) != 0 {
			break
		}
		if t.prose && t.words >= longParagraph && !t.promo() && !t.caption() && t.copyOf < 0 {
			start = i
		}
	}
	return start
}

// weightedRun is a stretch of blocks and what it weighs.
type weightedRun struct {
	timeline.Span
	weight int
}

// heavyRuns cuts the blocks into the stretches whose weights sum up highest.
func heavyRuns(all []traits) (runs []weightedRun, best int) {
	sum, r := 0, weightedRun{}
	flush := func() {
		if r.weight > 0 {
			runs = append(runs, r)
		}
		best = max(best, r.weight)
		r.weight = 0
	}
	for i, t := range all {
		if sum <= 0 || sum < r.weight-maxLoss {
			flush()
			sum, r = 0, weightedRun{Span: timeline.Span{Start: i}}
		}
		if sum += t.weight(); sum > r.weight {
			r.End, r.weight = i+1, sum
		}
	}
	flush()
	return runs, best
}

// titleAbove is the block that repeats the beginning of the document's first
// line, which in a page's text is its title; -1 if there is none.
func titleAbove(all []traits) int {
	for i := 1; i < len(all); i++ {
		if all[i].words >= 4 && all[i].words*2 >= all[0].words && strings.HasPrefix(all[0].folded, all[i].folded) {
			return i
		}
	}
	return -1
}

// extend moves the end past lines of a list that belong to the last
// paragraph: they carry dates. One line without may head them.
func (a article) extend(blocks []block, all []traits) int {
	end, dated := a.end, 0
	for i := end; i < len(blocks); i++ {
		t := all[i]
		if t.words < 3 || t.cue != 0 || t.promos > 0 || t.dateLine || t.copyOf >= 0 {
			break
		}
		if carriesDate(blocks[i].text) {
			dated++
		} else if i > a.end {
			break
		}
		if dated > 1 {
			end = i + 1
		}
	}
	return end
}

// foot is the first block that says the article is over, unless much of the
// text comes after it.
func (a article) foot(all []traits) int {
	total, before := proseIn(all[a.start:a.end]), 0
	for i := a.start; i < a.end; i++ {
		t := all[i]
		if t.prose && !t.promo() {
			before += t.words
		}
		rest := total - before
		switch {
		case before == 0:
		case before >= 100 && t.dateLine && rest*2 < total:
			if k := storyAbove(all, i); k > a.start {
				return k
			}
		case t.cue&cueComments != 0 && t.words <= 12 && !t.prose && before >= 60:
			return i
		case t.cue&cueTail != 0 && t.words <= 14 && (!t.prose || t.words <= 10) && rest*4 < total:
			return i
		}
	}
	return a.end
}

// storyAbove is where another story begins whose date line is i: at its
// headline and the short lines above it. 0 if none does.
func storyAbove(all []traits, i int) int {
	k := i - 1
	for ; k > 0 && i-k <= 3 && !all[k].headline; k-- {
		if all[k].prose {
			return 0
		}
	}
	if k <= 0 || !all[k].headline {
		return 0
	}
	for k > 0 && !all[k-1].prose {
		k--
	}
	return k
}

// proseIn counts the words of running text.
func proseIn(all []traits) int {
	n := 0
	for _, t := range all {
		if t.prose && !t.promo() {
			n += t.words
		}
	}
	return n
}

// maxStandfirst is how many words may stand between the headline and the
// byline without being the article.
const maxStandfirst = 60

// opening is the first block of the article behind what stands at the
// beginning of the run: a headline that is a question, a standfirst above the
// byline or above the headline's second copy.
func (a article) opening(all []traits) int {
	start, prose := a.start, 0
	total := proseIn(all[a.start:a.end])
	for i := a.start; i < min(a.end, a.start+25); i++ {
		t := all[i]
		if prose > maxStandfirst || total < 3*prose {
			break
		}
		if t.dateLine || t.headline && (repeatsAbove(all, i) || i == start && i < 3 && !t.plain()) {
			start = i + 1
		}
		if t.prose && !t.headline {
			prose += t.words
		}
	}
	for start < a.end-1 && start < a.start+maxInside && !all[start].prose {
		start++ // sections, authors, places between headline and text
	}
	return start
}

// repeatsAbove reports whether most words of headline i stand in a headline
// close above it. Two copies with nothing between are a caption.
func repeatsAbove(all []traits, i int) bool {
	for k := max(0, i-12); k < i-1; k++ {
		if all[k].words >= 5 && similar(all[k].folded, all[i].folded) {
			return true
		}
	}
	return false
}
