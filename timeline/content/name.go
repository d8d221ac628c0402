package content

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Lengths of names in bytes, well below the 255 that file systems allow.
const (
	maxSlug   = 60
	maxSource = 100
)

// eventStem gives the file name of an event without its ending: the date as
// far as it is known, and the title. It holds no dot, for Hugo would read what
// follows one as a language.
func eventStem(e timeline.Event) string {
	slug := slugOf(e.Title, maxSlug)
	if slug == "" {
		slug = "event"
	}
	return datePrefix(e.When) + "-" + slug
}

// datePrefix writes the beginning of a date, or else its end, at its precision.
// Years before 1 are written as such, for a name should not begin with a hyphen.
func datePrefix(when edtf.Date) string {
	day, ok := when.First()
	if start, end, interval := when.Interval(); interval && ok {
		when = start
	} else if interval {
		when = end
	}
	if !ok {
		day, ok = when.Last()
	}
	if !ok && when.IsZero() {
		return "undated"
	}
	if !ok {
		return strings.ToLower(when.Plain().String())
	}
	y, m, d := day.Civil()
	prefix := fmt.Sprintf("%04d", y)
	if y < 1 {
		prefix = fmt.Sprintf("bce-%04d", 1-y)
	}
	if when.Precision() > edtf.PrecisionYear {
		prefix += fmt.Sprintf("-%02d", m)
	}
	if when.Precision() >= edtf.PrecisionDay {
		prefix += fmt.Sprintf("-%02d", d)
	}
	return prefix
}

// sourceStem gives the file name of a source without its ending: its id where
// every system and Hugo take that as it is, else its letters and digits with a
// short hash of it. Folders are flattened into the name, so that one folder and
// one record hold all sources and an emptied folder is never left behind.
func sourceStem(id string) string {
	if safeStem(id) {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	hash := hex.EncodeToString(sum[:4])
	slug := slugOf(id, maxSource-len(hash)-1)
	if slug == "" {
		slug = "source"
	}
	return slug + "-" + hash
}

func safeStem(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.In(first, unicode.Letter, unicode.Digit) || len(s) > maxSource ||
		!norm.NFC.IsNormalString(s) || reserved(s) {
		return false
	}
	for _, r := range s {
		if r != '-' && r != '_' && !wordRune(r) {
			return false
		}
	}
	return true
}

// reserved reports whether a name means something of its own to Hugo or is the
// name of a device on Windows.
func reserved(s string) bool {
	s = strings.ToLower(s)
	if slices.Contains([]string{"index", "con", "prn", "aux", "nul"}, s) {
		return true
	}
	device := strings.HasPrefix(s, "com") || strings.HasPrefix(s, "lpt")
	return device && len(s) == 4 && '0' <= s[3] && s[3] <= '9'
}

// plainLetters are Latin letters that have no decomposition.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l",
	"đ", "d", "ð", "d", "þ", "th", "ı", "i")

// slugOf gives the letters and digits of s, of any script, in lower case and
// joined by hyphens, in at most limit bytes. Latin letters lose their marks.
func slugOf(s string, limit int) string {
	// A long title is cut before the work is done, not after.
	if most := 8 * limit; len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	var b strings.Builder
	latin := false
	for _, r := range norm.NFKD.String(plainLetters.Replace(strings.ToLower(s))) {
		switch {
		case unicode.Is(unicode.Mn, r) && latin || r == '\'' || r == '’':
			// Neither a letter nor a gap between two.
		case wordRune(r):
			latin = unicode.Is(unicode.Latin, r)
			b.WriteRune(r)
		default:
			latin = false
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(norm.NFC.String(plainLetters.Replace(strings.ToLower(b.String()))),
		func(r rune) bool { return r == '-' })
	return joinWithin(words, limit)
}

func wordRune(r rune) bool {
	return unicode.In(r, unicode.Letter, unicode.Nd, unicode.Mn, unicode.Mc) && r != utf8.RuneError
}

// joinWithin joins as many words by hyphens as fit, or the part of the first
// one that does.
func joinWithin(words []string, limit int) string {
	var b strings.Builder
	for _, w := range words {
		switch {
		case b.Len() == 0 && len(w) > limit:
			return strings.ToValidUTF8(w[:limit], "")
		case b.Len() == 0:
		case b.Len()+1+len(w) > limit:
			return b.String()
		default:
			b.WriteByte('-')
		}
		b.WriteString(w)
	}
	return b.String()
}

// names gives out file names that nothing in a folder has yet, whatever the
// file system makes of letter case.
type names map[string]bool

func (n names) take(name string) { n[strings.ToLower(name)] = true }

// pick gives stem.md, or stem-2.md and so on where that is taken.
func (n names) pick(stem string) string {
	name := stem + ".md"
	for i := 2; n[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s-%d.md", stem, i)
	}
	n.take(name)
	return name
}
