package words

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"

	"github.com/google/go-cmp/cmp"
)

func tokens(s string) []Token { return Tokenize(s, timeline.Span{End: len(s)}) }

func TestTokenize(t *testing.T) {
	for text, want := range map[string]string{
		"He didn’t go to Minsk’s airport.":      "He|did|n’t|go|to|Minsk|’s|airport|.",
		"Belarus’ army, at 3.5% (or $1,000).":   "Belarus|’|army|,|at|3.5|%|(|or|$|1,000|)|.",
		"“We won't”, the U.S. envoy said.":      "“|We|wo|n't|”|,|the|U.S.|envoy|said|.",
		"Mr. Smith met J. Doe on Feb. 5.":       "Mr.|Smith|met|J.|Doe|on|Feb.|5|.",
		"It ended.The rest -- well-known -- is": "It|ended|.|The|rest|--|well-known|--|is",
		"'We left,' he said. The boys' room":    "'|We|left|,|'|he|said|.|The|boys|'|room",
		"See www.example.org at 10:52 a.m.":     "See|www.example.org|at|10:52|a.m.",
		"":                                      "",
	} {
		var got []string
		for _, tok := range tokens(text) {
			got = append(got, tok.Text)
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s\n got %s\nwant %s", text, g, want)
		}
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add("He didn’t go to Minsk’s airport at 3.5% (or $1,000).")
	f.Add("’s n't ''s .. -- “a’ b.c.D")
	f.Add("İ’T \xff n’t\u200b x")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		all := tokens(text)
		for _, tok := range all {
			if tok.Start < last || tok.End <= tok.Start || text[tok.Start:tok.End] != tok.Text {
				t.Fatalf("token %q at %v after %d", tok.Text, tok.Span, last)
			}
			for _, r := range text[last:tok.Start] {
				if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
					t.Fatalf("%q was left out", text[last:tok.Start])
				}
			}
			last = tok.End
		}
		Tag(all)
		for _, n := range Names(all) {
			if n.First < 0 || n.Last > len(all) || n.First >= n.Last || utf8.ValidString(text) && !utf8.ValidString(n.Text) {
				t.Fatalf("name %+v of %d tokens", n, len(all))
			}
		}
	})
}

func TestTagMendsTheModel(t *testing.T) {
	for sentence, want := range map[string]string{
		"The fortress was built and torn down.":          "torn/VBN",
		"The school will stay closed.":                   "closed/JJ",
		"The team plans to reach the summit.":            "plans/VBZ",
		"A man died in Texas.":                           "died/VBD",
		"The virus re-emerged there and Bashar al-Assad": "al-Assad/NNP",
		"The WHO declared a pandemic.":                   "WHO/NNP",
		"The Belarusian armed forces began to march.":    "armed/JJ",
	} {
		all := tokens(sentence)
		Tag(all)
		var got []string
		for _, tok := range all {
			got = append(got, tok.Text+"/"+tok.Tag)
		}
		if s := strings.Join(got, " "); !strings.Contains(" "+s+" ", " "+want+" ") {
			t.Errorf("want %s in %s", want, s)
		}
	}
}

func TestNames(t *testing.T) {
	data, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(data), "\n\n") {
		if strings.HasPrefix(block, "#") {
			continue
		}
		sentence, want, _ := strings.Cut(strings.TrimSpace(block), "\n")
		all := tokens(sentence)
		Tag(all)
		var got []string
		for _, n := range Names(all) {
			got = append(got, describe(n))
		}
		if d := cmp.Diff(want, strings.Join(got, "\n")); d != "" {
			t.Errorf("%s\n%s", sentence, d)
		}
	}
}

// describe writes a name as testdata/names.txt has it.
func describe(n Name) string {
	kind, with := string(n.Kind), n.Role
	if kind == "" {
		kind = "-"
	}
	if n.Role != "" && n.Country != "" {
		with += ", " + n.Country
	}
	if with != "" {
		return fmt.Sprintf("%s: %s (%s)", kind, n.Text, with)
	}
	return fmt.Sprintf("%s: %s", kind, n.Text)
}

func TestCanonicalSpellings(t *testing.T) {
	for _, same := range [][]string{
		{"Kyiv", "Kiev"}, {"Lukashenko", "Lukashenka"}, {"Zelensky", "Zelenskyy", "Zelenskyi", "Zelenskiy"},
		{"Chornobyl", "Chernobyl"}, {"defence", "defense"}, {"Gaddafi", "Qaddafi", "Gadhafi"}, {"Łukaszenka", "Lukashenko"},
		{"Petrovskyi", "Petrovsky", "Petrovskij"}, {"Zürich", "Zurich"},
	} {
		for _, s := range same[1:] {
			if Canonical(s) != Canonical(same[0]) {
				t.Errorf("%s is %q, %s is %q", same[0], Canonical(same[0]), s, Canonical(s))
			}
		}
	}
	if Canonical("Minsk") == Canonical("Pinsk") {
		t.Error("Minsk and Pinsk are one")
	}
}

func TestFindPlace(t *testing.T) {
	for name, want := range map[string]string{
		"Kiev": "Kyiv", "Kyiv": "Kyiv", "U.K.": "United Kingdom", "Côte d’Ivoire": "Ivory Coast", "Zürich": "Zurich", "Russian Federation": "Russia",
	} {
		if p, ok := FindPlace(name); !ok || p.Name != want {
			t.Errorf("%s is %q, want %q", name, p.Name, want)
		}
	}
	if _, ok := FindPlace("Ukrainian"); ok {
		t.Error("an adjective is a place")
	}
	if p, _ := FindPlace("Minsk"); !p.Capital || p.Country != "Belarus" || p.Latitude < 53 || p.Latitude > 55 {
		t.Errorf("Minsk is %+v", p)
	}
	if Demonym("Ukrainian") != "Ukraine" || Demonym("US") != "United States" || Demonym("us") != "" {
		t.Error("demonyms are wrong")
	}
}

func TestVerbs(t *testing.T) {
	for form, want := range map[string]Report{
		"said": ReportSay, "stresses": ReportSay, "admitted": ReportFact, "alleged": Claim, "denied": Deny, "denies": Deny,
		"vowed": Warn, "urged": Ask, "planned": Plan, "crossed": ReportNone, "told": ReportSay,
	} {
		if got := Reporting(form); got != want {
			t.Errorf("%s reports %q, want %q", form, got, want)
		}
	}
	for form, want := range map[string]string{"went": "go", "was": "be", "seen": "see", "said": "say", "withdrew": "withdraw"} {
		if got := Lemma(form); got != want {
			t.Errorf("lemma of %s is %q, want %q", form, got, want)
		}
	}
	if Past("seen") != "saw" || Past("survived") != "survived" {
		t.Error("past tenses are wrong")
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The minister said that it was not the end of the talks with the union.":         "en",
		"Der Minister sagte, dass es nicht das Ende der Gespräche mit dem Verband ist.":  "de",
		"Le ministre a dit que ce n'est pas la fin des négociations avec le syndicat.":   "fr",
		"El ministro dijo que no es el fin de las negociaciones con el sindicato y los":  "es",
		"Minister powiedział, że nie jest to koniec rozmów ze związkiem i że się na tym": "pl",
		"12 34 56": "",
	} {
		if got := Language(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
