package document

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
)

// block is a stretch of the decoded file as a reader of a format cuts it:
// one paragraph, heading or item, its text clean and on one line.
type block struct {
	span   timeline.Span // in the decoded file
	text   string        // white space folded, no markup, no invisible signs
	runs   offsets       // text → decoded file
	kind   Kind
	level  int    // of a heading
	indent int    // columns before the first sign
	blank  bool   // a blank line, or the beginning, stands before it
	stray  bool   // stands behind a closing paragraph tag on its line
	linked bool   // nearly all of it is a link
	number bool   // a number begins it, as in a list or a heading
	marked bool   // the format itself says what kind it is
	reason string // why it is left out; "" = kept
}

// cleaner collects the text of a block from stretches of the decoded file.
type cleaner struct {
	source string
	text   []byte
	runs   offsets
	spaces timeline.Span // white space seen and not yet written
	linked int           // bytes of text that are links
}

// newBlock is the block of source[span] with the stretches that belong to it.
func newBlock(source string, span timeline.Span, kind Kind) block {
	c := cleaner{source: source}
	c.add(span.Start, span.End)
	return c.block(span, kind)
}

func (c *cleaner) block(span timeline.Span, kind Kind) block {
	return block{span: span, text: string(c.text), runs: c.runs, kind: kind}
}

// add appends source[from:to]: white space folded to one space, characters
// that show nothing left out, tags left out, entities decoded.
func (c *cleaner) add(from, to int) {
	for i := from; i < to; {
		b := c.source[i]
		switch {
		case b > ' ' && b < utf8.RuneSelf && b != '<' && b != '&' && b != 0x7F:
			n := i + 1
			// A single space between two words is copied with them.
			for n < to && (plainASCII[c.source[n]] || c.source[n] == ' ' && n+1 < to && plainASCII[c.source[n+1]]) {
				n++
			}
			c.put(c.source[i:n], i, n)
			i = n
		case b == '<':
			i = c.tag(i, to)
		case b == '&':
			i = c.entity(i, to)
		default:
			r, size := utf8.DecodeRuneInString(c.source[i:to])
			c.rune(r, i, i+size)
			i += size
		}
	}
}

// plainASCII holds the bytes that are copied as they are.
var plainASCII = func() (table [256]bool) {
	for b := byte('!'); b < 0x7F; b++ {
		table[b] = b != '<' && b != '&'
	}
	return
}()

// rune appends one character that was source[from:to].
func (c *cleaner) rune(r rune, from, to int) {
	switch {
	case unicode.IsSpace(r) || unicode.IsControl(r):
		c.space(from, to)
	case invisible(r):
	case r == utf8.RuneError && to-from == 1:
		c.put("\uFFFD", from, to)
	default:
		c.put(c.source[from:to], from, to)
	}
}

// invisible reports whether r shows nothing: soft hyphens, joiners, marks of
// direction and order. Arabic and Indic joiners are kept: they change letters.
func invisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u2060', '\uFEFF', '\u061C', '\u180E':
		return true
	}
	return r >= '\u200E' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// space notes white space; one space is written for it before what follows.
func (c *cleaner) space(from, to int) {
	if len(c.text) == 0 {
		return
	}
	if c.spaces.End == 0 {
		c.spaces.Start = from
	}
	c.spaces.End = to
}

// put appends s, which stands for source[from:to].
func (c *cleaner) put(s string, from, to int) {
	if c.spaces.End > 0 {
		c.runs = c.runs.add(len(c.text), 1, c.spaces.Start, c.spaces.Len())
		c.text = append(c.text, ' ')
		c.spaces = timeline.Span{}
	}
	c.runs = c.runs.add(len(c.text), len(s), from, to-from)
	c.text = append(c.text, s...)
}

// tag leaves out the tag at i, as white space where it separates blocks. A
// "<" that begins no tag is text.
func (c *cleaner) tag(i, to int) int {
	t := tagAt(c.source[:to], i)
	if t.end == 0 {
		c.put("<", i, i+1)
		return i + 1
	}
	if t.block {
		c.space(i, t.end)
	}
	return t.end
}

// entity decodes the character reference at i. An "&" that begins none is text.
func (c *cleaner) entity(i, to int) int {
	end := i + 1
	for end < to && end-i < 12 && (isASCIILetter(c.source[end]) || c.source[end] == '#' || c.source[end] >= '0' && c.source[end] <= '9') {
		end++
	}
	if end < to && end > i+1 && c.source[end] == ';' {
		end++
		if s := html.UnescapeString(c.source[i:end]); s != c.source[i:end] {
			r, size := utf8.DecodeRuneInString(s)
			if size == len(s) && (unicode.IsSpace(r) || unicode.IsControl(r)) {
				c.space(i, end)
			} else if size != len(s) || !invisible(r) {
				c.put(strings.ToValidUTF8(s, "\uFFFD"), i, end)
			}
			return end
		}
	}
	c.put("&", i, i+1)
	return i + 1
}

// tag is what is known of the HTML tag found at some place.
type tag struct {
	end     int // index behind it; 0 = no tag here
	name    string
	block   bool // it begins or ends a block
	closing bool
}

// maxTag is the length up to which something is taken for a tag.
const maxTag = 400

// tagAt reads the tag at s[i] == '<'. Plain text from web pages holds such
// debris, also with a stray space ("< /p>"). Only tags of HTML count.
func tagAt(s string, i int) tag {
	var t tag
	n := skipBlanks(s, i+1)
	if n < len(s) && s[n] == '/' {
		t.closing = true
		n = skipBlanks(s, n+1)
	}
	from := n
	for n < len(s) && n-from < 12 && (isASCIILetter(s[n]) || n > from && s[n] >= '1' && s[n] <= '6') {
		n++
	}
	t.name = strings.ToLower(s[from:n])
	block, known := htmlTags[t.name]
	if !known || n == len(s) || !strings.ContainsRune(" />\t\n", rune(s[n])) {
		return tag{}
	}
	rest := s[n:min(len(s), n+maxTag)]
	end := strings.IndexAny(rest, "<>")
	if end < 0 || rest[end] != '>' {
		return tag{}
	}
	t.end, t.block = n+end+1, block
	return t
}

func skipBlanks(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

func isASCIILetter(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z'
}

// htmlTags are the tags that turn up in text; true where they separate blocks.
var htmlTags = map[string]bool{
	"p": true, "br": true, "div": true, "ul": true, "ol": true, "li": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"table": true, "tr": true, "td": true, "th": true, "tbody": true, "thead": true,
	"blockquote": true, "section": true, "article": true, "figure": true,
	"figcaption": true, "header": true, "footer": true, "nav": true, "aside": true,
	"hr": true, "pre": true, "iframe": true, "script": true, "style": true,
	"a": false, "b": false, "i": false, "u": false, "s": false, "em": false,
	"strong": false, "span": false, "img": false, "sup": false, "sub": false,
	"small": false, "font": false, "mark": false, "abbr": false, "cite": false,
	"code": false, "time": false, "wbr": false,
}
