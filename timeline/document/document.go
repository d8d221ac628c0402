// Package document reads a file as it came and hands on what the later
// stages need: the clean text of the article or note in it, what it says
// about itself, and a map from every byte of that text back to the file.
//
// The way is the same for every format: bytes become UTF-8 (decode.go), a
// reader of the format cuts them into blocks (plain.go, markdown.go), the
// head of the document tells title, author and date (head.go, published.go),
// and the article is kept apart from the page around it (article.go). A new
// format is a new reader of blocks and nothing else.
package document

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"dateline/timeline"
)

// The largest file that is read. Beyond it a file is no document but a dump.
const (
	MaxSize  = 32 << 20 // bytes
	MaxLines = 400_000
)

// Document is one file, read.
type Document struct {
	Source  timeline.Source
	Text    string    // the kept blocks, joined by blank lines
	Blocks  []Block   // the kept blocks, in order
	Dropped []Dropped // what was left out, in order
	Page    bool      // it is the text of a web page, with what stands around the article there

	blocks  offsets // Text → decoded file
	decoded offsets // decoded file → bytes of the file
}

// Kind says what sort of block it is.
type Kind string

// The kinds of block.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	ListItem  Kind = "list item"
	Quote     Kind = "quote"
)

// Block is one kept stretch of the document: a paragraph, a heading, an item.
type Block struct {
	timeline.Span      // in Document.Text
	Kind          Kind `json:"kind"`
	Level         int  `json:"level,omitempty"` // of a heading that states one, from 1
}

// Dropped is a block that was left out of the text.
type Dropped struct {
	timeline.Span        // in the file as read
	Text          string `json:"text"`
	Reason        string `json:"reason"` // in words
}

// Position is where s, a span of d.Text, stands in the file: bytes as read,
// end exclusive. It is monotone, and the bytes there decode to the text of s
// but for white space, markup and invisible characters. A span that reaches
// outside the text is cut to it.
func (d *Document) Position(s timeline.Span) timeline.Span {
	s.Start = min(max(s.Start, 0), len(d.Text))
	s.End = min(max(s.End, s.Start), len(d.Text))
	in := d.blocks.span(s)
	return d.decoded.span(in)
}

// IsDocument reports whether the file called name is one that Read reads: it
// has a known ending and is no read-me, no hidden file and not sources.yaml.
func IsDocument(name string) bool {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.EqualFold(strings.TrimSuffix(base, path.Ext(base)), "readme") {
		return false
	}
	_, ok := formats[strings.ToLower(path.Ext(base))]
	return ok
}

// formats names the reader of every known ending.
var formats = map[string]func(text string) page{
	".txt":      readPlain,
	".text":     readPlain,
	".md":       readMarkdown,
	".markdown": readMarkdown,
}

// page is what the reader of a format finds.
type page struct {
	blocks []block
	stated stated // what the file says about itself in so many words
}

// Read reads data, the content of the file called name (its path below the
// documents' folder, with slashes). What is known beforehand adds to what the
// document states and overrides it. Errors are positioned: path:line:column.
func Read(name string, data []byte, known Metadata) (*Document, error) {
	read, ok := formats[strings.ToLower(path.Ext(name))]
	if !ok {
		return nil, unknownFormat(name)
	}
	text, decoded, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	p := read(text)
	d := &Document{decoded: decoded}
	d.Source = timeline.Source{
		ID:     strings.TrimSuffix(name, path.Ext(name)),
		Path:   name,
		SHA256: hash(data),
		Length: len(data),
	}
	all := traitsOf(p.blocks, dayFirst(text, p.stated.language))
	a := selectArticle(p.blocks, all)
	leaveOutApparatus(p.blocks, all)
	p.stated.readHead(p.blocks, all, a)
	leaveOutAuthor(p.blocks, all, p.stated.author)
	markHeadings(p.blocks, all)
	d.Page = a.page
	d.assemble(p.blocks)
	d.describe(p.stated, known)
	return d, nil
}

// dayFirst reports whether numeric dates with slashes have the day first. In
// English both orders are in use, so there it is not known.
func dayFirst(text, stated string) bool {
	if !hasSlashDate(text) {
		return false // spares finding out the language
	}
	code := first(stated, language(text))
	return code != "" && !strings.HasPrefix(code, "en")
}

// hasSlashDate reports whether text holds something like 3/4/2021.
func hasSlashDate(text string) bool {
	for i := 1; i+3 < len(text); i++ {
		n := strings.IndexByte(text[i:], '/')
		if n < 0 {
			return false
		}
		i += n
		rest := text[i+1 : min(len(text), i+5)]
		day := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if isDigit(text[i-1]) && day > 0 && day < 3 && strings.HasPrefix(rest[day:], "/") {
			return true
		}
	}
	return false
}

// assemble joins the kept blocks to the text and lists the others.
func (d *Document) assemble(blocks []block) {
	var text strings.Builder
	size := 0
	for _, b := range blocks {
		if b.reason == "" {
			size += len(b.text) + len("\n\n")
		}
	}
	text.Grow(size)
	for _, b := range blocks {
		if b.reason != "" {
			d.Dropped = append(d.Dropped, Dropped{
				Span: d.decoded.span(b.span), Text: b.text, Reason: b.reason,
			})
			continue
		}
		if b.text == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		at := text.Len()
		text.WriteString(b.text)
		d.blocks = d.blocks.concat(b.runs, at)
		d.Blocks = append(d.Blocks, Block{
			Span:  timeline.Span{Start: at, End: text.Len()},
			Kind:  b.kind,
			Level: b.level,
		})
	}
	d.Text = text.String()
}

// describe fills what is known of the source: what was known beforehand goes
// before what the document states.
func (d *Document) describe(s stated, known Metadata) {
	src := &d.Source
	src.Title = first(known.Title, s.title, path.Base(src.ID))
	src.Author = first(known.Author, s.author)
	src.Publisher = first(known.Publisher, s.publisher)
	src.URL = first(known.URL, s.url)
	src.Original = first(known.Original, s.original)
	src.Note = known.Note
	src.Language = first(known.Language, s.language, language(d.Text))
	switch {
	case !known.Published.IsZero():
		src.Published, src.PublishedBecause = known.Published, "given in sources.yaml"
	case !known.PublishedUnknown && !s.published.IsZero():
		src.Published, src.PublishedBecause = s.published, s.because
	}
}

// first is the first of values that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
