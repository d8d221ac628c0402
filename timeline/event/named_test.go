package event

import (
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

func TestWhoAndWhereAPassageNames(t *testing.T) {
	const rest = "\n\nThe Marsh Rescue Agency (MRA) was founded by Anna Varga. President Ales Karpenka praised it. Karpenka later left."
	for _, c := range []struct{ text, people, organisations, places string }{
		{"On 3 May 2021 Karpenka visited the MRA in Kiev.", "Ales Karpenka", "Marsh Rescue Agency", "Kyiv"},
		{"The government and the Council met on 3 May 2021.", "", "", ""},
		{"On 3 May 2021 Varga left the Tarn Fire and Rescue Service for the village of Horki.", "Anna Varga", "Tarn Fire and Rescue Service", "Horki"},
		{"On 3 May 2021 the UN and the EU met Nora Hale.", "Nora Hale", "United Nations; European Union", ""},
		{"Paris recalled its ambassador from Washington on 3 May 2021.", "", "", "France; Washington"},
		{"Jordan was freed in Jordan on 3 May 2021, said Nora Jordan.", "Nora Jordan", "", "Jordan"},
		{"On 3 May 2021 the ministry in Horki, Belarus, and the town of Tarn wrote to Minsk.", "", "", "Horki; Belarus; Tarn; Minsk"},
		{"On 3 May 2021 the president left the hall.", "Ales Karpenka", "", ""},
		{"On 3 May 2021 the president of the club left, and the minister too.", "", "", ""},
		{"TARN (Coast News) - Karpenka left Minsk on 3 May 2021.", "Ales Karpenka", "", "Minsk"},
		{"On 3 May 2021 Sofia-based Horki sued Ilka Tarnova. Tarnova's lawyer, Tarnova said, had left.", "Ilka Tarnova", "", ""},
		{"On 3 May 2021 the GDP, or Gross Domestic Product (GDP), and the Victoria Cross (VC) were in the paper.", "", "", ""},
		{"On 3 May 2021 the HSE and the Health and Safety Executive (HSE) met Karpenka and the Securities and Exchange Commission.", "Ales Karpenka", "Health and Safety Executive; Securities and Exchange Commission", ""},
		{"GDP fell and DVD sales rose on 3 May 2021.", "", "", ""},
		{"Mayor Opens New Council Of Trade Building On 3 May 2021.", "", "", ""},
	} {
		e := extract(t, c.text+rest, edtf.Date{}).Proposals[0].Event
		for _, k := range []struct {
			kind, want string
			got        []string
		}{{"people", c.people, e.People}, {"organisations", c.organisations, e.Organisations}, {"places", c.places, e.Places}} {
			if got := strings.Join(k.got, "; "); got != k.want {
				t.Errorf("%s\n%s: %q, want %q", c.text, k.kind, got, k.want)
			}
		}
	}
}

func TestOrganisationsThatSpeak(t *testing.T) {
	for speaker, want := range map[string]bool{
		"The Marsh Rescue Agency": true, "Human Rights Watch": true, "NATO": true,
		"the ministry": false, "Marsh Rescue Agency official": false, "Head of the Marsh Rescue Agency": false,
		"Anna Varga": false, "Horki police": false, "": false,
	} {
		if got := organisationSpeaks(speaker); got != want {
			t.Errorf("%q: %v", speaker, got)
		}
	}
}
