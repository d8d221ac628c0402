package document

import "testing"

func TestBylines(t *testing.T) {
	for text, want := range map[string]string{
		"By Ana Pop":                        "Ana Pop",
		"By Ana Pop, CNN":                   "Ana Pop",
		"By Ana Pop and Jan Kos":            "Ana Pop and Jan Kos",
		"By Ana Pop, Jan Kos, Marta Hill":   "Ana Pop, Jan Kos, Marta Hill",
		"By Ana Pop | 24 February, 2022":    "Ana Pop",
		"by Ana Pop September 15, 2014":     "Ana Pop",
		"Written by Ana Pop on May 3, 2020": "Ana Pop",
		"Ana PopBy Ana PopMay 12, 2022Updated:May 12, 2022No Comments4 Mins Read": "Ana Pop",
		"Von Anna von der Heide":               "Anna von der Heide",
		"Par Anne Petit":                       "Anne Petit",
		"Автор: Іван Коваль":                   "Іван Коваль",
		"11/19/2019 by Jan Kos":                "Jan Kos",
		"By 5 May 2022 the bridge had fallen.": "",
		"By the time it fell":                  "",
		"Von 5. bis 9. Mai 2022":               "",
		"Standing by Ana":                      "",
		"By the numbers":                       "",
		"Posted by admin":                      "",
		"Bye Bye Ana":                          "",
	} {
		if got := authorIn(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"The bridge fell in the night, and nobody was hurt when it did.":      "en",
		"Die Brücke fiel in der Nacht, und niemand wurde dabei verletzt.":     "de",
		"Le pont est tombé dans la nuit et il n’y a pas eu de blessés.":       "fr",
		"El puente cayó por la noche y no hubo heridos en el pueblo.":         "es",
		"Il ponte è caduto nella notte e non ci sono stati feriti nel paese.": "it",
		"Most upadł w nocy i nikt nie został ranny, jak się okazało.":         "pl",
		"Міст упав уночі, і ніхто не постраждав.":                             "uk",
		"Мост рухнул ночью, и никто не пострадал, был объявлен объезд.":       "ru",
		"سقط الجسر ليلا ولم يصب أحد":                                          "ar",
		"橋は夜に落ちたが、けが人はいなかった。":                                                 "ja",
		"桥在夜里倒塌了，没有人受伤。":                                                      "zh",
		"Orlovac, Lower Mill, 1887":                                           "",
		"":                                                                    "",
	} {
		if got := language(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
