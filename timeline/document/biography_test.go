package document

import "testing"

func TestAboutTheAuthor(t *testing.T) {
	for s, want := range map[string]bool{
		"Mara Lind is a freelance journalist in Oslo. Her book came out in May 2019.": true,
		"Mara Lind has reported from the coast since 2003.":                           true,
		"Jo Berg covers shipping for the Post.":                                       true,
		"Petra Holm joined us in 2012.":                                               true, // the author's name
		"Mara Lind is a member of the council and voted no on 3 May.":                 false,
		"The harbour is a short walk from the station.":                               false,
	} {
		if got := aboutAuthor(s, "Petra Holm"); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestCreditsOfPictures(t *testing.T) {
	for s, want := range map[string]bool{
		"Police detain a man in Lviv on 3 May 2021. AP":         true,
		"Crowds gather on 3 May 2021. Photo: the harbour board": true,
		"Oil burning in the bay CREDIT: NORD/AFP":               true,
		"The agency that reported it was AP.":                   false,
		"He sold the pictures to Reuters":                       false,
	} {
		if got := hasCredit(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
