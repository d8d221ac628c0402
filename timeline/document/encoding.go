package document

import (
	"bytes"
	"regexp"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// declaration is how files say in which encoding they are written: mail heads,
// HTML and XML, editors' lines.
var declaration = regexp.MustCompile(`(?i)(?:charset|encoding|coding)\s{0,2}[=:]\s{0,2}["']?([A-Za-z][\w.:-]{2,30})`)

// declared is the encoding that the beginning of data names, or nil if it names
// none that is known, or Unicode, which is told by its bytes.
func declared(data []byte) encoding.Encoding {
	m := declaration.FindSubmatch(data[:min(len(data), 1024)])
	if m == nil {
		return nil
	}
	e, err := htmlindex.Get(string(m[1]))
	if err != nil {
		return nil
	}
	if name, err := htmlindex.Name(e); err != nil || name == "replacement" || len(name) >= 3 && name[:3] == "utf" {
		return nil
	}
	return e
}

// decodeAny reads data in any encoding, character by character, so that each
// can be traced to its bytes. What is no character there is U+FFFD.
func decodeAny(data []byte, e encoding.Encoding) (string, offsets) {
	if table, ok := e.(*charmap.Charmap); ok {
		return decodeTable(data, table)
	}
	const longest = 8 // bytes of a character, its shift sequences included
	d := decoder{text: make([]byte, 0, len(data)+len(data)/2)}
	dec := e.NewDecoder()
	var dst [16]byte
	for i := 0; i < len(data); {
		used, wrote := 0, 0
		for n := 1; n <= longest && i+n <= len(data) && used == 0; n++ {
			wrote, used, _ = dec.Transform(dst[:], data[i:i+n], i+n == len(data))
		}
		if used == 0 {
			d.put(utf8.RuneError, i, 1)
			dec.Reset()
			i++
			continue
		}
		for at := 0; at < wrote; {
			r, size := utf8.DecodeRune(dst[at:wrote])
			if at += size; at < wrote {
				d.put(r, i, 0) // one code for two characters
			} else {
				d.put(r, i, used)
			}
		}
		i += used
	}
	return string(d.text), d.runs
}

// guessUTF16 tells UTF-16 without a byte order mark by what its units are read
// either way: text is letters, digits, marks and white space.
func guessUTF16(data []byte) (order byte, ok bool) {
	if len(data) < 8 || len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return 0, false
	}
	little, big := 0, 0
	sample := data[:min(len(data), 4096)]
	for i := 0; i+1 < len(sample); i += 2 {
		if textual(rune(sample[i]) | rune(sample[i+1])<<8) {
			little++
		}
		if textual(rune(sample[i])<<8 | rune(sample[i+1])) {
			big++
		}
	}
	units := len(sample) / 2
	switch {
	case little*100 >= units*98 && little > big:
		return orderLittle, true
	case big*100 >= units*98 && big > little:
		return orderBig, true
	}
	return 0, false
}

// The first bytes of the byte order marks of UTF-16.
const (
	orderLittle = 0xFF
	orderBig    = 0xFE
)

// textual reports whether r is a character that texts in the scripts of
// alphabets are made of.
func textual(r rune) bool {
	switch {
	case r == '\n' || r == '\r' || r == '\t', r >= ' ' && r < 0x7F, r >= 0x2010 && r <= 0x2026, r == 0x20AC:
		return true
	}
	return r >= 0xA0 && r < 0x0700 && unicode.IsPrint(r) || r == 0xA0
}

// singleBytes are the tables for languages with Latin letters, by how common
// files in them are.
var singleBytes = []*charmap.Charmap{charmap.Windows1252, charmap.Windows1250, charmap.ISO8859_2, charmap.Macintosh, charmap.CodePage850}

// latinTable is the table that makes the least nonsense of data: signs inside
// words, capitals after small letters. The most common one needs no proof.
func latinTable(data []byte) *charmap.Charmap {
	best, least := charmap.Windows1252, nonsense(data, charmap.Windows1252)
	if least < 3 {
		return best
	}
	limit := least / 2
	for _, table := range singleBytes[1:] {
		if n := nonsense(data, table); n <= limit && n < least {
			best, least = table, n
		}
	}
	return best
}

// nonsense counts the characters beyond ASCII that cannot stand where they do.
func nonsense(data []byte, table *charmap.Charmap) int {
	n := 0
	small := func(b byte) bool { return b >= 'a' && b <= 'z' }
	for i, b := range data {
		if b < utf8.RuneSelf || i == 0 {
			continue
		}
		r := table.DecodeByte(b)
		before := small(data[i-1])
		inside := before && i+1 < len(data) && small(data[i+1])
		switch {
		case r == utf8.RuneError, r >= 0x80 && r < 0xA0:
			n++
		case inside && !unicode.IsLetter(r) && r != '’' && r != '\u00AD', before && unicode.IsUpper(r):
			n++
		case r == '¹' || r == '³' || r == '¿' && before || r == 'ª' && before || r == 'º' && before || r == '¶' || r == '±' && before || r == '¼' && before || r == '¾' && before:
			n++
		}
	}
	return n
}
