package document

import (
	_ "embed"
	"strings"
	"unicode"
)

// cue says what the wording of a block tells about its place in a page.
type cue uint16

const (
	cueComments cue = 1 << iota
	cueTail
	cueTeaser
	cueShare
	cueJunk
	cuePromo
	cueCaption
	cueByline
	cuePointer
)

// cueNames are the classes as cues.txt calls them.
var cueNames = map[string]cue{
	"comments": cueComments, "tail": cueTail, "teaser": cueTeaser,
	"share": cueShare, "junk": cueJunk, "promo": cuePromo,
	"caption": cueCaption, "byline": cueByline, "pointer": cuePointer | cueTeaser,
}

// cueTable holds cues.txt, ready to look up.
type cueTable struct {
	line, start map[string]cue
	in          map[string][]phrase // by first word
}

// phrase is the rest of a wording after its first word, and its class.
type phrase struct {
	rest  string
	class cue
}

// maxCueWords is the number of words of the longest "start" wording.
const maxCueWords = 8

//go:embed cues.txt
var cuesFile string

var cues = readCues(cuesFile)

func readCues(file string) cueTable {
	t := cueTable{line: map[string]cue{}, start: map[string]cue{}, in: map[string][]phrase{}}
	for line := range strings.Lines(file) {
		head, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, where, _ := strings.Cut(head, " ")
		class, known := cueNames[name]
		if !known {
			panic("document: unknown class of cue " + name)
		}
		for words := range strings.SplitSeq(list, "|") {
			t.put(where, fold(words), class)
		}
	}
	return t
}

func (t *cueTable) put(where, words string, class cue) {
	switch where {
	case "line":
		t.line[words] |= class
	case "start":
		t.start[words] |= class
	case "in":
		head, rest, _ := strings.Cut(words, " ")
		t.in[head] = append(t.in[head], phrase{rest: rest, class: class})
	default:
		panic("document: unknown place of cue " + where)
	}
}

// fold brings s to the form of the wordings in cues.txt: small letters, words
// with one space between, numbers as "#", no apostrophes.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space, number := false, false
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			if number = false; space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteByte(byte(r))
			continue
		case r == ' ':
			space = b.Len() > 0
			continue
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '#' || r == '©':
			number = false
		case unicode.IsDigit(r):
			if number && !space {
				continue
			}
			number, r = true, '#'
		case r == '\'' || r == '’' || number && (r == ',' || r == '.'):
			continue
		default:
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// findings are what the wording of a block tells.
type findings struct {
	cue    cue  // each class once
	promos int  // wordings that ask the reader for something, or state the law
	strong bool // a wording of a page's machinery has more than one word
}

// find looks for cues in the folded wording s.
func (t *cueTable) find(s string) findings {
	var f findings
	f.add(t.line[s], s)
	for i, n := 0, 0; i < len(s) && n < maxCueWords; n++ {
		end := strings.IndexByte(s[i:], ' ')
		if end < 0 {
			end = len(s) - i
		}
		i += end
		f.add(t.start[s[:i]], s[:i])
		i++
	}
	for i := 0; i < len(s); {
		end := strings.IndexByte(s[i:], ' ')
		if end < 0 {
			end = len(s) - i
		}
		for _, p := range t.in[s[i:i+end]] {
			if !hasPhrase(s[i+end:], p.rest) {
				continue
			}
			f.cue |= p.class
			if p.class == cuePromo {
				f.promos++
			}
		}
		i += end + 1
	}
	return f
}

// add notes the classes of a wording at the beginning of a block.
func (f *findings) add(class cue, wording string) {
	const machinery = cueComments | cueTail | cueShare | cueJunk | cuePointer
	f.cue |= class
	f.strong = f.strong || class&machinery != 0 && strings.Contains(wording, " ")
}

// hasPhrase reports whether tail, which begins behind a word, goes on with
// the words rest.
func hasPhrase(tail, rest string) bool {
	if rest == "" {
		return true
	}
	if len(tail) <= len(rest) || tail[1:1+len(rest)] != rest {
		return false
	}
	return len(tail) == 1+len(rest) || tail[1+len(rest)] == ' '
}
