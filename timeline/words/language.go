package words

import "strings"

// Language tells what language a text is written in, by its script and by how
// often each language's commonest words occur: an ISO 639-1 code, or "" where
// too little speaks for any.
func Language(text string) string {
	counts := make(map[string]int)
	total := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !wordRune(r) && r != '\'' && r != '’' }) {
		total++
		for _, l := range functionWords[Fold(w)] {
			counts[l]++
		}
		if total >= 4000 {
			break
		}
	}
	best, second := "", 0
	for _, l := range [...]string{"en", "de", "fr", "es", "it", "nl", "pl", "uk", "ru"} {
		if best == "" || counts[l] > counts[best] {
			if best != "" {
				second = counts[best]
			}
			best = l
		} else if counts[l] > second {
			second = counts[l]
		}
	}
	if counts[best] < 3 || counts[best]*20 < total || counts[best] == second {
		return ""
	}
	return best
}

var functionWords = func() map[string][]string {
	m := make(map[string][]string)
	for _, l := range [...][2]string{
		{"en", "the of and to in that is was for on with as by at from it be this are have has had not but were an which will been said"},
		{"de", "der die das und den dem des von zu ist mit auf für im ein eine nicht sich auch als am bei nach wurde werden hat sind dass"},
		{"fr", "le la les de des du et un une est dans que qui pour sur par pas au avec plus ce il elle ont été sont"},
		{"es", "el la los las de del y que en un una es por con para se no su al lo como más fue ha pero"},
		{"it", "il lo la gli le di del della e che un una è per con non si da al dei sono nel più ha come"},
		{"nl", "de het een van en in is dat op te zijn met voor niet aan er om ook als door bij naar werd heeft"},
		{"pl", "w i na z do nie się że jest to o jak po przez od za dla są był oraz"},
		{"uk", "і в на що не з у та до за як це для по від про був але його також"},
		{"ru", "и в на не что с по как из за от для это был но его к также при"},
	} {
		for _, w := range strings.Fields(l[1]) {
			m[w] = append(m[w], l[0])
		}
	}
	return m
}()
