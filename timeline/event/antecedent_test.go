package event

import (
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// TestPronounsTakeUpTheirSubject reads passages whose last one begins with a
// pronoun, or holds one, and looks for whom its title names; "" for nobody.
func TestPronounsTakeUpTheirSubject(t *testing.T) {
	for text, want := range map[string]string{
		// The subject of the same sentence, though it is no name that is known.
		"Tove Hamlen was 7 when he disappeared on June 4, 1999 in Hale.":                          "Hamlen",
		"Hamlen, a 24-year-old miner, was in Leeds when he was last seen on May 1, 2001.":         "Hamlen",
		"While Hamlen worked for the port, he left the union in 1999.":                            "Hamlen",
		"Hamlen and Tove Brandt were apart when he was struck on May 1, 2001.":                    "",
		"Police freed a crew that it held, and they went to Hale on 3 May 2011.":                  "",
		"The pirates left the river when they were beaten on 3 May 2011.":                         "pirates",
		"The ferry sank, and on 3 May 2011 it was raised.":                                        "ferry",
		"Members said Hamlen would stay. His numbers rose in 2009.":                               "",
		"Its publisher dropped the book, and it appeared in 2003.":                                "",
		"Critics say they are slow. They let the bank fall on 3 May 2011.":                        "",
		"Keller opened the port. He met Bruns in Hale. In 1999 he left the union.":                "Keller",
		"Keller opened the port. The union was against it. In 1999 he left the union.":            "Keller",
		"Keller opened the port. The mayor was against it. In 1999 he left the union.":            "",
		"Sudan was a haven to smugglers. It sheltered many. In 1993, it was struck off the list.": "Sudan",
		"Tove Hamlen and her colleague Joe Brandt died. In 1999 she had founded a small union.":   "",
	} {
		got := ""
		if r := extract(t, text, edtf.Date{}); len(r.Proposals) > 0 {
			got = r.Proposals[len(r.Proposals)-1].Title
		}
		named := false
		for _, name := range []string{"Hamlen", "pirates", "ferry", "Keller", "Sudan", "Bruns", "Brandt", "Members", "Critics", "publisher", "Police"} {
			named = named || strings.Contains(got, name) && !strings.Contains(text[strings.LastIndex(text, ". ")+1:], name)
		}
		if want == "" && named || want != "" && !strings.Contains(got, want) {
			t.Errorf("%s\n%q, want %q named", text, got, want)
		}
	}
}
