package names

import (
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/event"
	"dateline/timeline/words"

	"github.com/google/go-cmp/cmp"
)

// told makes a result of one event a line: "people / organisations / places".
func told(lines ...string) []event.Result {
	var out []event.Result
	for _, line := range lines {
		quote, rest, _ := strings.Cut(line, ": ")
		f := strings.Split(rest, "/")
		for len(f) < 3 {
			f = append(f, "")
		}
		list := func(s string) []string {
			var names []string
			for n := range strings.SplitSeq(s, ",") {
				if n = strings.TrimSpace(n); n != "" {
					names = append(names, n)
				}
			}
			return names
		}
		e := timeline.Event{People: list(f[0]), Organisations: list(f[1]), Places: list(f[2]), Citations: []timeline.Citation{{Quote: quote}}}
		out = append(out, event.Result{Proposals: []event.Proposal{{Event: e}}})
	}
	return out
}

// filed writes results as told takes them, without the quotations.
func filed(results []event.Result) string {
	var lines []string
	for _, r := range results {
		e := r.Proposals[0].Event
		line := strings.Join(e.People, ", ") + "/" + strings.Join(e.Organisations, ", ") + "/" + strings.Join(e.Places, ", ")
		lines = append(lines, strings.TrimRight(line, "/"))
	}
	return strings.Join(lines, "\n")
}

func TestUnify(t *testing.T) {
	for _, c := range []struct {
		what       string
		told, want []string
	}{
		{"spellings and the surname alone", []string{": Alexander Lukashenko", ": Alexander Lukashenko", ": Aleksandr Lukashenka", ": Lukashenka"},
			[]string{"Alexander Lukashenko", "Alexander Lukashenko", "Alexander Lukashenko", "Alexander Lukashenko"}},
		{"two who share a surname stay apart", []string{": Anna Smith", ": Bernd Smith", ": Smith", ": B. Smith"},
			[]string{"Anna Smith", "Bernd Smith", "Smith", "Bernd Smith"}},
		{"an initial that two could have", []string{": Anna Smith", ": Alan Smith", ": A. Smith"}, []string{"Anna Smith", "Alan Smith", "A. Smith"}},
		{"the name is fuller than its initial", []string{": J. Roe", ": J. Roe", ": Jane Roe"}, []string{"Jane Roe", "Jane Roe", "Jane Roe"}},
		{"a surname that is mostly somebody else's", []string{": Roe", ": Roe", ": Roe", ": Jane Roe"}, []string{"Roe", "Roe", "Roe", "Jane Roe"}},
		{"middle names", []string{": Ann B. Roe", ": Ann Roe", ": Ann C. Roe"}, []string{"Ann B. Roe", "Ann Roe", "Ann C. Roe"}},
		{"father and son", []string{": Karl Moor Jr.", ": Karl Moor Sr."}, []string{"Karl Moor Jr.", "Karl Moor Sr."}},
		{"articles and particles", []string{": Samir al-Tarn", ": Samir Tarn", ": al-Tarn", ": Otto von Brandt", ": von Brandt"},
			[]string{"Samir al-Tarn", "Samir al-Tarn", "Samir al-Tarn", "Otto von Brandt", "Otto von Brandt"}},
		{"acronyms", []string{": /Marsh Rescue Agency", ": /MRA", ": /XYZ"}, []string{"/Marsh Rescue Agency", "/Marsh Rescue Agency", "/XYZ"}},
		{"an acronym of two", []string{": /Marsh Rescue Agency", ": /Mole Research Academy", ": /MRA"}, []string{"/Marsh Rescue Agency", "/Mole Research Academy", "/MRA"}},
		{"companies and spellings", []string{": /Delta Oil", ": /Delta Oil", ": /Delta Oil Inc.", ": /Tarn Centre", ": /Tarn Center"}, []string{"/Delta Oil", "/Delta Oil", "/Delta Oil", "/Tarn Centre", "/Tarn Centre"}},
		{"accents", []string{": //Łódź", ": //Łódź", ": //Lodz"}, []string{"//Łódź", "//Łódź", "//Łódź"}},
	} {
		results := told(c.told...)
		Unify(results, nil)
		if d := cmp.Diff(strings.Join(c.want, "\n"), filed(results)); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.what, d)
		}
	}
}

func TestAliasesOutrankCounting(t *testing.T) {
	results := told("The Mayor of Tarn spoke.: Roe", "He left.: Jane Roe", "He left.: Jane Roe", "US troops told us.: ", "It told us.: /Tarn Works", "The mayoress left.: ")
	Unify(results, Aliases{"J. T. Roe": {Others: []string{"the mayor", "Jane Roe"}}, "Army of Tarn": {Others: []string{"US"}}, "Tarn Company": {Others: []string{"Tarn Works"}}})
	want := "J. T. Roe\nJ. T. Roe\nJ. T. Roe\n/Army of Tarn\n/Tarn Company\n"
	if d := cmp.Diff(want, filed(results)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestAnAliasIsFiledByItsKind(t *testing.T) {
	for _, c := range []struct {
		what, want string
		alias      Alias
	}{
		{"as what documents mostly know it", "/Helgar\n/Helgar\n/Helgar", Alias{Others: []string{"Helgar Line", "the line"}}},
		{"as the user says", "//Helgar\n//Helgar\n//Helgar", Alias{Others: []string{"Helgar Line", "the line"}, Kind: words.PlaceName}},
		{"as a person where nothing is known", "/Helgar Line\n/Helgar Line\nHelgar", Alias{Others: []string{"the line"}}},
	} {
		results := told("It sailed.: /Helgar Line", "It sank.: /Helgar Line", "They left the line.: ")
		Unify(results, Aliases{"Helgar": c.alias})
		if d := cmp.Diff(c.want, filed(results)); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.what, d)
		}
	}
}

func TestUnifyDoesNotDependOnTheOrder(t *testing.T) {
	lines := []string{": Anna Smith/MRA", ": A. Smith/Marsh Rescue Agency", ": Ana Smith", ": Smith, Anna Smith", ": Bo Smith/M.R.A.", ": SMITH"}
	forward := told(lines...)
	Unify(forward, nil)
	var back []string
	for i := len(lines) - 1; i >= 0; i-- {
		back = append(back, lines[i])
	}
	backward := told(back...)
	Unify(backward, nil)
	for i := range forward {
		if d := cmp.Diff(filed(forward[i:i+1]), filed(backward[len(lines)-1-i:len(lines)-i])); d != "" {
			t.Errorf("%s\n%s", lines[i], d)
		}
	}
}

func TestReadAliases(t *testing.T) {
	got, err := ReadAliases("hugo.yaml", []byte("title: x\nParams:\n  dateline:\n    aliases:\n      \"Jane Roe\": [\"J. Roe\", \"the mayor\"]\n      Tarn: old Tarn\n      Mole: {kind: place, also: [the pier]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(Aliases{
		"Jane Roe": {Others: []string{"J. Roe", "the mayor"}}, "Tarn": {Others: []string{"old Tarn"}},
		"Mole": {Others: []string{"the pier"}, Kind: words.PlaceName},
	}, got); d != "" {
		t.Error(d)
	}
	if got, err := ReadAliases("hugo.yaml", []byte("title: x\n")); got != nil || err != nil {
		t.Errorf("no aliases are %v, %v", got, err)
	}
}

func TestReadAliasesNamesEveryFault(t *testing.T) {
	const head = "params:\n  dateline:\n    aliases:\n"
	for text, want := range map[string]string{
		head + "      Ann: 3\n":                             "hugo.yaml:4:12: the aliases of \"Ann\" are no list",
		head + "      Ann: {kind: ship, a: b}\n":            "hugo.yaml:4:19: the kind of \"Ann\" is none that there is\nhugo.yaml:4:25: \"a\" is no key of an alias",
		head + "      Ann: [x, [y]]\n      Bo: [x, \"\"]\n": "hugo.yaml:4:16: an alias of \"Ann\" is no text\nhugo.yaml:5:12: \"x\" stands for \"Ann\" already\nhugo.yaml:5:15: an alias is empty",
		head + "      Ann: [Bo]\n      Bo: []\n":            "hugo.yaml:4:13: \"Bo\" is a name of its own here",
		"params:\n  dateline:\n    aliases: [x]\n":          "hugo.yaml:3:14: aliases is no mapping",
		"a: [\n": "hugo.yaml:",
	} {
		_, err := ReadAliases("hugo.yaml", []byte(text))
		var lines []string
		for _, p := range timeline.Problems(err) {
			line, _, _ := strings.Cut(p.Error(), " (")
			lines = append(lines, line)
		}
		if got := strings.Join(lines, "\n"); got != want && !(strings.HasSuffix(want, ":") && strings.HasPrefix(got, want)) {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func FuzzUnify(f *testing.F) {
	f.Add("Jane Roe", "J. Roe", "Roe", "jr")
	f.Add(" ", "al-", "\xff", "İ x")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		results := told(": " + a + "/" + b + "/" + c)
		Unify(results, Aliases{d: {Others: []string{a, c}}})
	})
}
