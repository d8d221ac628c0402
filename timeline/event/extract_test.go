package event

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"

	"github.com/google/go-cmp/cmp"
)

const story = `Prime Minister Ilona Varga opened the new port on March 3. She said on March 5 that trade would double.

Two other officials doubted it. “We have no ships. We have no crews”, the harbour master told reporters on March 7.

The Hungarian leader resigned two days later.`

func TestExtractQuotesWholeSentencesAndSpeech(t *testing.T) {
	text := strings.ReplaceAll(story, "the new port", "the  new\nport")
	var quotes []string
	for _, p := range extract(t, text, edtf.MustParse("2021-03-20")).Proposals {
		quotes = append(quotes, p.Citations[0].Quote)
	}
	want := []string{
		"Prime Minister Ilona Varga opened the new port on March 3.",
		"She said on March 5 that trade would double.",
		"“We have no ships. We have no crews”, the harbour master told reporters on March 7.",
		"The Hungarian leader resigned two days later.",
	}
	if d := cmp.Diff(want, quotes); d != "" {
		t.Error(d)
	}
}

func TestPronounIsResolvedWhereOnlyOnePersonIsNamed(t *testing.T) {
	r := extract(t, story, edtf.MustParse("2021-03-20"))
	if got := r.Proposals[1].Speakers; !cmp.Equal(got, []string{"Ilona Varga"}) {
		t.Errorf("speakers %q", got)
	}
	two := strings.Replace(story, "the new port", "the new port with Pavel Horak", 1)
	if got := extract(t, two, edtf.MustParse("2021-03-20")).Proposals[1].Speakers; len(got) > 0 {
		t.Errorf("two persons named before “she”, speakers %q", got)
	}
}

func TestProposalNamesDoerAndTheSpeakersRole(t *testing.T) {
	const text = "Foreign Minister Ilona Varga said on May 5, 2021 that the border was open. Pavel Horak left the capital on May 6, 2021."
	said, left := extract(t, text, edtf.Date{}).Proposals[0], extract(t, text, edtf.Date{}).Proposals[1]
	if said.Role != "foreign minister" || !cmp.Equal(said.Speakers, []string{"Ilona Varga"}) {
		t.Errorf("role %q of %q", said.Role, said.Speakers)
	}
	if left.Doer != "Pavel Horak" || left.Role != "" {
		t.Errorf("doer %q, role %q", left.Doer, left.Role)
	}
}

func TestRoleIsResolvedWhereOnePersonHoldsIt(t *testing.T) {
	const text = "Belarusian President Ales Karpenka met his ministers. “The border stays open”, the Belarusian leader said on May 5, 2021."
	p := extract(t, text, edtf.Date{}).Proposals[0]
	if d := cmp.Diff([]string{"Ales Karpenka"}, p.Speakers); d != "" {
		t.Error(d)
	}
	if want := "Karpenka: “The border stays open”"; p.Title != want {
		t.Errorf("title %q, want %q", p.Title, want)
	}
	const two = "Belarusian President Ales Karpenka and Belarusian President Olga Suvorova met. “The border stays open”, the Belarusian leader said on May 5, 2021."
	if got := extract(t, two, edtf.Date{}).Proposals[0].Speakers; cmp.Equal(got, []string{"Ales Karpenka"}) {
		t.Errorf("two presidents, yet %q", got)
	}
}

func TestLeadOnlyWhereNothingIsDated(t *testing.T) {
	published := edtf.MustParse("2022-10?")
	r := extract(t, "The government confirmed its part in the campaign. Nobody was surprised by it.", published)
	if len(r.Proposals) != 1 {
		t.Fatalf("%d proposals, want the lead", len(r.Proposals))
	}
	p := r.Proposals[0]
	if p.Basis != timeline.BasisPublication || p.When != published || p.Citations[0].Because != leadReason || len(p.Citations[0].Expressions) > 0 {
		t.Errorf("lead is %+v", p.Event)
	}
	for text, published := range map[string]edtf.Date{
		"The government confirmed its part in the campaign.":            {},
		"The government confirmed its part in the campaign on May 5.":   published,
		"What did the government confirm?\n\nWhy did nobody notice it?": published,
	} {
		for _, p := range extract(t, text, published).Proposals {
			if p.Basis == timeline.BasisPublication {
				t.Errorf("%q published %q gives a lead", text, published)
			}
		}
	}
}

func TestRangeIsOneEventWithTwoExpressions(t *testing.T) {
	r := extract(t, "The ferry ran from May 3 to May 9, 2021.", edtf.Date{})
	if len(r.Proposals) != 1 {
		t.Fatalf("%d proposals", len(r.Proposals))
	}
	p := r.Proposals[0]
	if p.When != edtf.MustParse("2021-05-03/2021-05-09") || len(p.Citations[0].Expressions) != 2 {
		t.Errorf("%s with %d expressions", p.When, len(p.Citations[0].Expressions))
	}
}

func TestPositionsAreBytesOfTheFile(t *testing.T) {
	file := []byte("The new port\r\n\r\n" + strings.ReplaceAll(story, "\n", "\r\n") + "\r\n")
	doc, err := document.Read("port.txt", file, document.Metadata{Published: edtf.MustParse("2021-03-20")})
	if err != nil {
		t.Fatal(err)
	}
	r := Extract(doc, sentence.Split(doc.Text), finder(t).Find(doc.Text, dates.Context{Reference: doc.Source.Published}))
	if len(r.Proposals) != 4 {
		t.Fatalf("%d proposals, want 4", len(r.Proposals))
	}
	for _, p := range r.Proposals {
		c := p.Citations[0]
		if got := fold(string(file[c.Position.Start:c.Position.End])); got != c.Quote {
			t.Errorf("position gives %q, quotation is %q", got, c.Quote)
		}
		for _, e := range c.Expressions {
			if got := string(file[e.Position.Start:e.Position.End]); got != e.Text || !c.Position.Contains(e.Position) {
				t.Errorf("expression %q stands at %q", e.Text, got)
			}
		}
	}
}

// checkResult checks what holds of any text.
func checkResult(t *testing.T, text string, r Result) {
	t.Helper()
	inside := func(what string, s timeline.Span) {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			t.Fatalf("%s at %v, text has %d bytes", what, s, len(text))
		}
	}
	for _, p := range r.Proposals {
		if len(p.Citations) != 1 || p.When.IsZero() || p.ID == "" {
			t.Fatalf("incomplete: %+v", p.Event)
		}
		c := p.Citations[0]
		inside("quotation", c.Position)
		if !strings.Contains(fold(text), c.Quote) {
			t.Fatalf("quotation %q is not in the text", c.Quote)
		}
		if n := count(p.Title); n == 0 || n > maxWords {
			t.Fatalf("title %q has %d words", p.Title, n)
		}
		if !utf8.ValidString(p.Title) && utf8.ValidString(text) {
			t.Fatalf("title %q is not UTF-8", p.Title)
		}
		for _, e := range c.Expressions {
			inside("expression", e.Position)
		}
	}
	for _, u := range r.Undated {
		inside("undated", u.Position)
		if u.Reason == "" {
			t.Fatalf("undated without a reason: %q", u.Quote)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(story)
	f.Add("")
	f.Add("On May 5")
	f.Add("“On May 5, 2021, he said “it was” over.")
	f.Add("(on 5 May 2021) — , and who which that said on Monday")
	f.Add("The ’s ’ “ 2020 's election on May 3, 2011 ) ( whose of whom")
	corpus, err := os.ReadFile("testdata/titles.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(corpus)) {
		f.Add(line)
	}
	find, err := dates.New("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5000 {
			return
		}
		published := edtf.MustParse("2021-03-20")
		doc := read(t, text, published)
		checkResult(t, text, Extract(doc, sentence.Split(text), find.Find(text, dates.Context{Reference: published})))
	})
}
