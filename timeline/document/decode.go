package document

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode turns the bytes of a text file into UTF-8, with line breaks "\n" and
// no byte order mark, and maps the result to the bytes. UTF-8, UTF-16 and the
// tables of one byte for Latin and Cyrillic letters are told apart by their
// bytes; others are read where the file names them. What is no text is an error
// at its first offending byte, and so is a file that holds nothing.
func decode(name string, data []byte) (string, offsets, error) {
	if len(data) > MaxSize {
		return "", nil, faultAt(name, nil, 0, fmt.Sprintf("the file has %d bytes; at most %d are read", len(data), MaxSize), "split it")
	}
	if n := bytes.Count(data, []byte{'\n'}); n > MaxLines {
		return "", nil, faultAt(name, nil, 0, fmt.Sprintf("the file has %d lines; at most %d are read", n, MaxLines), "split it")
	}
	if kind := binaryKind(data); kind != "" {
		return "", nil, faultAt(name, nil, 0, "this is "+kind+", not text", "export its text first")
	}
	if blank(data) {
		return "", nil, faultAt(name, nil, 0, "the file is empty", "leave it out, or fill it")
	}
	if len(data) >= 2 && (data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF) {
		text, o := decodeUTF16(data, data[0], 2)
		return text, o, notText(name, []byte(text))
	}
	if order, ok := guessUTF16(data); ok {
		text, o := decodeUTF16(data, order, 0)
		return text, o, nil
	}
	if err := notText(name, data); err != nil {
		return "", nil, err
	}
	if !utf8.Valid(data) || bytes.Contains(data, []byte("\x1B$")) {
		if e := declared(data); e != nil {
			text, o := decodeAny(data, e)
			return text, o, nil
		}
	}
	if table := singleByte(data); table != nil {
		text, o := decodeTable(data, table)
		return text, o, nil
	}
	text, o := decodeUTF8(data)
	return text, o, nil
}

// blank reports whether a file holds nothing but white space, behind a byte order
// mark or none.
func blank(data []byte) bool {
	for _, mark := range [...]string{"\uFEFF", "\xFF\xFE", "\xFE\xFF"} {
		if rest, ok := bytes.CutPrefix(data, []byte(mark)); ok {
			return len(bytes.Trim(rest, " \t\r\n\x00")) == 0
		}
	}
	return len(bytes.TrimSpace(data)) == 0
}

// binaryKind names the format whose signature data begins with.
func binaryKind(data []byte) string {
	for _, s := range [...]struct{ signature, kind string }{
		{"%PDF-", "a PDF file"},
		{"PK\x03\x04", "a ZIP archive or an office document"},
		{"\xD0\xCF\x11\xE0", "an old office document"},
		{"{\\rtf", "a rich text (RTF) file"},
		{"\x89PNG", "a PNG image"},
		{"\xFF\xD8\xFF", "a JPEG image"},
		{"GIF8", "a GIF image"},
		{"\x1F\x8B", "a gzip file"},
	} {
		if bytes.HasPrefix(data, []byte(s.signature)) {
			return s.kind
		}
	}
	return ""
}

// notText reports the first NUL byte, which no text holds, and files in which
// one byte in ten is another control character.
func notText(name string, data []byte) error {
	if at := bytes.IndexByte(data, 0); at >= 0 {
		hint := "save it as UTF-8 text"
		if n := bytes.Count(data, []byte{0}); n > len(data)/4 {
			hint = "it looks like UTF-16 without a byte order mark; save it as UTF-8"
		}
		return faultAt(name, data, at, "a NUL byte: this is no text file", hint)
	}
	first, n := 0, 0
	for i, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			if n == 0 {
				first = i
			}
			n++
		}
	}
	if n > 8 && n*10 > len(data) {
		return faultAt(name, data, first, "control characters: this is no text file", "save it as UTF-8 text")
	}
	return nil
}

// decodeUTF8 drops the byte order mark and carriage returns, and puts U+FFFD
// for every byte that is not UTF-8.
func decodeUTF8(data []byte) (string, offsets) {
	from := 0
	if bytes.HasPrefix(data, []byte("\uFEFF")) {
		from = len("\uFEFF")
	}
	if utf8.Valid(data) && bytes.IndexByte(data, '\r') < 0 {
		text := string(data[from:])
		if text == "" {
			return "", nil
		}
		return text, offsets{{file: from, textUnit: 1, fileUnit: 1, count: len(text)}}
	}
	d := decoder{text: make([]byte, 0, len(data))}
	for i := from; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		d.put(r, i, size)
		i += size
	}
	return string(d.text), d.runs
}

// decodeUTF16 reads data from byte i on; order is the first byte of the mark for
// its order. A byte left over at the end is U+FFFD.
func decodeUTF16(data []byte, order byte, i int) (string, offsets) {
	unit := func(i int) rune { return rune(data[i]) | rune(data[i+1])<<8 }
	if order == orderBig {
		unit = func(i int) rune { return rune(data[i])<<8 | rune(data[i+1]) }
	}
	d := decoder{text: make([]byte, 0, len(data))}
	for i < len(data) {
		if i+1 == len(data) {
			d.put(utf8.RuneError, i, 1)
			break
		}
		r, size := unit(i), 2
		if utf16.IsSurrogate(r) {
			second := rune(0)
			if i+3 < len(data) {
				second = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				size = 4
			}
		}
		d.put(r, i, size)
		i += size
	}
	return string(d.text), d.runs
}

// decodeTable reads data by a table of 256 characters.
func decodeTable(data []byte, table *charmap.Charmap) (string, offsets) {
	d := decoder{text: make([]byte, 0, len(data)+len(data)/4)}
	for i, b := range data {
		d.put(table.DecodeByte(b), i, 1)
	}
	return string(d.text), d.runs
}

// decoder collects decoded text and its map.
type decoder struct {
	text []byte
	runs offsets
	cr   bool // the last character was a carriage return
}

// put appends r, which was size bytes at i. "\r\n" and "\r" become "\n".
func (d *decoder) put(r rune, i, size int) {
	if r == '\n' && d.cr {
		last := &d.runs[len(d.runs)-1]
		if last.count > 1 { // split the pair's own unit off
			last.count--
			d.runs = append(d.runs, run{text: len(d.text) - 1, file: last.fileEnd(), textUnit: 1, count: 1})
			last = &d.runs[len(d.runs)-1]
		}
		last.fileUnit = i + size - last.file
		d.cr = false
		return
	}
	d.cr = r == '\r'
	if r == '\r' {
		r = '\n'
	}
	at := len(d.text)
	d.text = utf8.AppendRune(d.text, r)
	d.runs = d.runs.add(at, len(d.text)-at, i, size)
}

// singleByte is the table data is written in, or nil if it is UTF-8. A file
// with as many good as bad UTF-8 sequences is UTF-8 with some damage.
func singleByte(data []byte) *charmap.Charmap {
	if utf8.Valid(data) {
		return nil
	}
	var good, bad int
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	if good > 0 && good >= bad {
		return nil
	}
	return singleByteTable(data)
}

// singleByteTable tells Latin from Cyrillic by how many of the letters are
// beyond ASCII, and the Cyrillic tables by where their small letters lie,
// which are the most.
func singleByteTable(data []byte) *charmap.Charmap {
	var ascii, low, high int
	for _, b := range data {
		switch {
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z':
			ascii++
		case b >= 0xE0:
			high++
		case b >= 0xC0:
			low++
		}
	}
	switch {
	case low+high <= ascii/2:
		return latinTable(data)
	case low > high:
		return charmap.KOI8R
	}
	return charmap.Windows1251
}
