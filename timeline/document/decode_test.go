package document

import (
	"strings"
	"testing"

	"dateline/timeline"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	japan "golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	french   = "Le maire a été réélu à Orléans, où il naquit. « Ça suffit », a-t-il déclaré après coup."
	polish   = "Burmistrz Łodzi złożył wniosek, a później znów go wycofał. Żaden mieszkaniec nie był tym zaskoczony. Wcześniej sąd oddalił też skargę."
	greek    = "Ο δήμαρχος παραιτήθηκε την Τρίτη."
	japanese = "橋は五月に崩れた。けが人はいなかった。"
	chinese  = "大桥于五月倒塌，没有人受伤。"
	russian  = "Мост был разрушен 5 мая 2021 года. Никто не пострадал, сообщил мэр города."
)

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		encoding   encoding.Encoding
	}{
		{"UTF-8", russian, encoding.Nop},
		{"UTF-8 with mark", "\uFEFF" + french, encoding.Nop},
		{"UTF-16 little", russian + " 😀", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 big", french, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16 little without mark", french, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16 big without mark", russian, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"Windows-1252", french, charmap.Windows1252},
		{"Windows-1250", polish, charmap.Windows1250},
		{"ISO-8859-2", polish, charmap.ISO8859_2},
		{"Macintosh", french, charmap.Macintosh},
		{"declared Greek", "charset=iso-8859-7 " + greek, charmap.ISO8859_7},
		{"declared Japanese", "<meta charset=shift_jis> " + japanese, japan.ShiftJIS},
		{"declared Japanese mail", "Content-Type: text/plain; charset=iso-2022-jp " + japanese, japan.ISO2022JP},
		{"declared Chinese", "<?xml version='1.0' encoding='gb18030'?> " + chinese, simplifiedchinese.GB18030},
		{"Windows-1251", russian, charmap.Windows1251},
		{"KOI8-R", russian, charmap.KOI8R},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			d := mustRead(t, "a.txt", data, Metadata{})
			if want := strings.TrimPrefix(c.text, "\uFEFF"); d.Text != want {
				t.Fatalf("got %q, want %q", d.Text, want)
			}
			checkDocument(t, d, data)
			checkWord(t, d, data, c.encoding, "réélu")
			checkWord(t, d, data, c.encoding, "разрушен")
		})
	}
}

// checkWord checks that the bytes at the position of word are the word.
func checkWord(t *testing.T, d *Document, data []byte, e encoding.Encoding, word string) {
	t.Helper()
	i := strings.Index(d.Text, word)
	if i < 0 {
		return
	}
	at := d.Position(timeline.Span{Start: i, End: i + len(word)})
	want, err := e.NewEncoder().Bytes([]byte(word))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(data[at.Start:at.End]); !strings.HasSuffix(string(want), got) || got == "" {
		t.Errorf("%q is at %v: % x", word, at, got)
	}
}

func TestLineBreaksAndDamage(t *testing.T) {
	data := []byte("One line.\r\nAnother liné.\rA th\xffird.\r\n\r\nLast.")
	d := mustRead(t, "a.txt", data, Metadata{})
	want := "One line.\n\nAnother liné.\n\nA th\uFFFDird.\n\nLast."
	if d.Text != want {
		t.Errorf("got %q, want %q", d.Text, want)
	}
	i := strings.Index(d.Text, "ird.")
	if at := d.Position(timeline.Span{Start: i, End: i + 4}); string(data[at.Start:at.End]) != "ird." {
		t.Errorf("ird. is at %v", at)
	}
	checkDocument(t, d, data)
}

func TestWhatIsNoText(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"nul":   {"one\ntw\x00o", "a.txt:2:3: a NUL byte: this is no text file (save it as UTF-8 text)"},
		"odd":   {"a\x00b\x00c\x00d", "a.txt:1:2: a NUL byte: this is no text file (it looks like UTF-16 without a byte order mark; save it as UTF-8)"},
		"empty": {"", "a.txt:1:1: the file is empty (leave it out, or fill it)"},
		"mark":  {"\uFEFF", "a.txt:1:1: the file is empty (leave it out, or fill it)"},
		"marks": {"\xFF\xFE \x00\n\x00", "a.txt:1:1: the file is empty (leave it out, or fill it)"},
		"blank": {" \n\n\t", "a.txt:1:1: the file is empty (leave it out, or fill it)"},
		"pdf":   {"%PDF-1.4 …", "a.txt:1:1: this is a PDF file, not text (export its text first)"},
		"noise": {strings.Repeat("\x01\x02\x03a", 20), "a.txt:1:1: control characters: this is no text file (save it as UTF-8 text)"},
	} {
		_, err := Read("a.txt", []byte(c.data), Metadata{})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
	for _, data := range []string{strings.Repeat("a", MaxSize+1), strings.Repeat("\n", MaxLines+1)} {
		if _, err := Read("a.txt", []byte(data), Metadata{}); err == nil || !strings.Contains(err.Error(), "split it") {
			t.Errorf("%d bytes: got %v", len(data), err)
		}
	}
	if _, err := Read("x/a.docx", nil, Metadata{}); err == nil || !strings.HasPrefix(err.Error(), "x/a.docx:1:1: unknown format") {
		t.Errorf("got %v", err)
	}
}
