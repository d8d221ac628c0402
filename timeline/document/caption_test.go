package document

import "testing"

func TestCaptions(t *testing.T) {
	for text, want := range map[string]bool{
		"Troops on parade (Image: EPA/UPG)":                                  true,
		"The old bridge. (AP Photo/Jan Kos)":                                 true,
		"Western capitals accuse the county of delay. / Reuters":             true,
		"The ferry at night. Credit: Ana Pop":                                true,
		"The ferry at nightCredit: EPA":                                      true,
		"Ana Pop and Jan Kos in 2002.":                                       true,
		"Ana Pop (left) and Jan Kos (right) poses on the ferry.":             true,
		"The mayor speaks at the bridge in Orlovac, Tuesday, March 9, 2021.": true,
		"A satellite image shows the dam on February 15, 2022.":              true,
		"Passengers are pictured on the first crossing.":                     true,
		"Photo: Jan Kos":                                                 true,
		"The bridge was Roman in 1990.":                                  false,
		"The bridge fell on March 4, 2021.":                              false,
		"The county (and its mayor) had known of the cracks since 2019.": false,
		"She left the party in 2016 and has sat as an independent since then, right and left.": false,
		"The ferry cost 3 million (about 2.5 million euros).":                                  false,
		"“It walks like a duck,” Kos said on March 9, 2021.":                                   false,
		"The report lists three causes: rain, age, neglect.":                                   false,
		"في 4 مارس 2021 سقط الجسر.":                                                            false,
		"2021年3月4日、橋が崩れた。":                                                                     false,
		"He ran the mill and/or the ferry until 1990.":                                         false,
	} {
		tr := look(block{text: text}, false)
		if got := tr.caption(); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
