package document

import (
	"net/url"
	"strings"

	"github.com/araddon/dateparse"
	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

const reasonFront = "the head of the file, read as what it says about itself"

// The limits of what is taken for the head of a file.
const (
	maxFront     = 16 << 10 // bytes
	maxFrontLine = 20       // "Key: value" lines
)

// frontMatter reads what a file says about itself before its text begins:
// YAML between lines of "---", or lines of "Title: …", "Date: …". It returns
// the block it read, empty if there is none, and where the text begins.
func frontMatter(text string) (stated, block, int) {
	if s, end := yamlHead(text); end > 0 {
		return s, frontBlock(text, end), end
	}
	if s, end := labelledHead(text); end > 0 {
		return s, frontBlock(text, end), end
	}
	return stated{}, block{}, 0
}

func frontBlock(text string, end int) block {
	b := newBlock(text, timeline.Span{End: end}, Paragraph)
	b.reason = reasonFront
	return b
}

// yamlHead reads YAML front matter. What is no mapping is no front matter.
func yamlHead(text string) (s stated, end int) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return s, 0
	}
	head, _, ok := strings.Cut(clip(rest, maxFront), "\n---\n")
	if !ok {
		return s, 0
	}
	var doc yaml.Node
	end = len("---\n") + len(head) + len("\n---\n")
	if yaml.Unmarshal([]byte(head), &doc) != nil {
		return loosely(head, end)
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return s, 0
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		s.set(pairs[i].Value, yamlValue(pairs[i+1]))
	}
	return s, end
}

// loosely reads front matter that people typed and YAML does not take, as
// "Title: The tunnel: a history": line by line. It needs one key that is known.
func loosely(head string, end int) (s stated, _ int) {
	known := false
	for line := range strings.Lines(head) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			known = s.set(key, strings.Trim(strings.TrimSpace(value), `"'`)) || known
		}
	}
	if !known {
		return stated{}, 0
	}
	return s, end
}

// yamlValue is a scalar's text, or the scalars of a list with commas between.
func yamlValue(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		return n.Value
	}
	var items []string
	for _, item := range n.Content {
		if n.Kind == yaml.SequenceNode && item.Kind == yaml.ScalarNode {
			items = append(items, item.Value)
		}
	}
	return strings.Join(items, ", ")
}

// labelledHead reads lines of "Key: value" up to the first that is none. Two
// known keys make a head, so that a text may begin with "Source: …".
func labelledHead(text string) (s stated, end int) {
	known, at := 0, 0
	for n := 0; n < maxFrontLine && at < len(text); n++ {
		line, _, _ := strings.Cut(text[at:], "\n")
		key, value, ok := strings.Cut(line, ":")
		if !ok || len(key) > 24 || countWords(key) > 2 || strings.HasPrefix(value, "//") || strings.TrimSpace(value) == "" {
			break
		}
		if s.set(key, strings.TrimSpace(value)) {
			known++
		} else if labelOf(key) == 0 && known == 0 {
			break
		}
		at = min(at+len(line)+1, len(text))
	}
	if known < 2 {
		return stated{}, 0
	}
	return s, at
}

// set notes the value of a key and reports whether the key is known and the
// value is one of its kind.
func (s *stated) set(key, value string) bool {
	if value == "" || len(value) > 500 {
		return false
	}
	switch labelOf(key) {
	case labelTitle:
		s.title = value
	case labelAuthor:
		name, _, _ := strings.Cut(value, " <")
		s.author = name
	case labelPublisher:
		s.publisher = value
	case labelLanguage:
		s.language = value
	case labelURL:
		return s.setURL(value)
	case labelSource:
		if !s.setURL(value) {
			s.publisher = value
		}
	case labelPublished:
		return s.setDate(key, value)
	case labelUpdated:
		return s.published.IsZero() && s.setDate(key, value)
	default:
		return false
	}
	return true
}

func (s *stated) setURL(value string) bool {
	if !isWebAddress(value) {
		return false
	}
	s.url = value
	return true
}

func (s *stated) setDate(key, value string) bool {
	date, ok := readAnyDate(value)
	if ok {
		s.published = date
		s.because = "stated in the head of the file: “" + strings.TrimSpace(key) + ": " + value + "”"
	}
	return ok
}

// isWebAddress reports whether s is a complete http or https address.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// readAnyDate reads a date that stands alone: EDTF, a date written out, a
// month and a year, or what else is in use.
func readAnyDate(s string) (edtf.Date, bool) {
	s = strings.TrimSpace(s)
	if d, err := edtf.Parse(s); err == nil && !d.IsZero() {
		return d, true
	}
	if dates := fullDates(s, false); len(dates) == 1 {
		return dates[0].date, true
	}
	if d, ok := monthOfYear(s); ok {
		return d, true
	}
	return rareDate(s)
}

// rareDate reads the formats that only dateparse knows. Its answer counts if
// it prints back to the very string and names year, month and day: it also
// reads what it does not understand.
func rareDate(s string) (edtf.Date, bool) {
	if len(s) > 60 || strings.Contains(s, "/") {
		return edtf.Date{}, false
	}
	if day, rest, ok := strings.Cut(s, " "); ok && dateWords[strings.ToLower(strings.Trim(day, ",."))] {
		s = strings.TrimSpace(rest) // dateparse leaves the weekday out of its layout
	}
	layout, err := dateparse.ParseFormat(s)
	if err != nil || !strings.Contains(layout, "2006") || !strings.Contains(strings.ReplaceAll(layout, "2006", ""), "2") {
		return edtf.Date{}, false
	}
	t, err := dateparse.ParseStrict(s)
	if err != nil || !strings.EqualFold(t.Format(layout), s) {
		return edtf.Date{}, false
	}
	d := edtf.NewDay(t.Year(), int(t.Month()), t.Day())
	return d, !d.IsZero()
}
