package merge

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"

	"github.com/google/go-cmp/cmp"
)

// TestFigures reads what single sentences count.
func TestFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The blast killed 12 people and injured at least 30.", "people killed 12; people injured at least 30"},
		{"At least fifteen people died when the ferry sank.", "people killed At least fifteen"},
		{"Eighty-four people were killed, among them ten children.", "people killed Eighty four"},
		{"The death toll rose to 1,240.", "people killed 1,240"},
		{"It left a death toll of 12.", "people killed 12"},
		{"Eleven people queueing for bread died.", "people killed Eleven"},
		{"Some two hundred protesters were arrested in the capital.", "protesters arrested Some two hundred"},
		{"The quake of magnitude 7.1 left dozens missing.", "magnitude 7.1; people missing dozens"},
		{"The bill passed by 52 votes to 48.", "votes 52"},
		{"The regulator fined the bank $5.2bn.", "amount in dollars $5.2bn"},
		{"The firm paid 26.2 billion euros for its rival.", "amount in euros 26.2 billion euros"},
		{"Unemployment rose to 6.1 percent.", "percent to 6.1 percent"},
		{"A 34-year-old man, aged 34, ran 12 kilometres in 2019.", ""},
		{"Tens of thousands marched through three cities.", "cities three"},
		{"Between 12 and 15 ships were sunk.", "ships Between 12 and 15"},
		{"The Pentagon said spending of $550 million so far would stabilise at $40 million per month.", "amount in dollars $550 million; amount in dollars $40 million"},
		{"One of the ministers resigned after 20 years.", ""},
	} {
		var got []string
		for _, f := range figures(timeline.Citation{Quote: c.text}) {
			got = append(got, f.about+" "+f.text)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, g, c.want)
		}
	}
}

// TestFiguresOfTheDatedClause leaves out what is counted of something else.
func TestFiguresOfTheDatedClause(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"More than 900 people have died since the revolt began in May.", ""},
		{"Since the army took over in May, 41 villages were burnt.", ""},
		{"At least 20 died in the revolt, which began in May.", ""},
		{"The blast in May killed 14 people, which was the highest toll in years.", "14"},
		{"Officials said in May that 14 people had been killed.", "14"},
		{"In May 14 people were killed when a bus hit a wall.", "14"},
	} {
		at := strings.Index(c.text, "May")
		var got []string
		for _, f := range figures(timeline.Citation{Quote: c.text, Expressions: []timeline.Expression{{Text: "May", Position: timeline.Span{Start: at, End: at + 3}}}}) {
			got = append(got, f.text)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %q, want %q", c.text, g, c.want)
		}
	}
}

// TestNumbersThatContradict compares what two sentences count.
func TestNumbersThatContradict(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"12 people were killed.", "At least 15 people died.", true},
		{"At least 12 people were killed.", "15 people died.", false},
		{"About 200 people were killed.", "198 people died.", false},
		{"Nearly 200 people were killed.", "215 people died.", true},
		{"Fifty-eight people were killed.", "59 people died.", true},
		{"Twelve people were killed.", "12 died.", false},
		{"Dozens were injured.", "43 people were wounded.", false},
		{"Dozens were injured.", "143 people were wounded.", true},
		{"It was sold for $26 billion.", "It was sold for $26.2bn.", false},
		{"It was sold for $26 billion.", "It was sold for $29bn.", true},
		{"It was fined $5 million.", "Its sales were $9 million.", false},
		{"Prices rose by 6 percent.", "Prices rose by 6.1 percent.", false},
		{"Prices rose by 6 percent.", "Prices rose by 8 percent.", true},
		{"Prices rose by 2 percent.", "Prices rose to 8 percent.", false},
		{"Ten soldiers were killed.", "25 people were killed.", false},
		{"Five bombs killed 20.", "Four bombs killed 20.", true},
		{"Up to 40 ships were held.", "42 ships were held.", true},
		{"Police arrested 120 protesters.", "More than 150 protesters were detained.", true},
		{"20,000 people marched.", "15,000 people marched.", true},
		{"The vote passed by 52 votes.", "The vote passed by 53 votes.", true},
		{"20 people were killed, 5 of them soldiers.", "20 people were killed.", false},
	} {
		got := contradicting(c.a, c.b)
		if (len(got) > 0) != c.want {
			t.Errorf("%s / %s: %v, want a contradiction: %v", c.a, c.b, got, c.want)
		}
	}
}

func contradicting(texts ...string) []timeline.Disagreement {
	var g group
	for i, s := range texts {
		c := timeline.Citation{Source: fmt.Sprint("s", i), Quote: s, When: edtf.MustParse("2020-01-02")}
		g.told = append(g.told, &event.Proposal{Event: timeline.Event{When: c.When, Citations: []timeline.Citation{c}}})
	}
	return g.disagreements()
}

func TestDisagreementKeepsEveryAccount(t *testing.T) {
	events := mergeAll([]event.Result{
		extract(t, "a", "A bomb killed 12 people at the bus station of Harfleur on May 5.", edtf.MustParse("2021-05-06")),
		extract(t, "b", "At least 15 people died on May 5 when a bomb exploded at the bus station of Harfleur.", edtf.MustParse("2021-05-08")),
		extract(t, "c", "Twelve people were killed when a bomb exploded at the bus station of Harfleur on May 5.", edtf.MustParse("2021-06-01")),
	})
	if len(events) != 1 {
		t.Fatalf("%d events, want 1", len(events))
	}
	want := map[string][]string{"12": {"a", "c"}, "Twelve": {"a", "c"}, "At least 15": {"b"}}
	for _, d := range events[0].Disagreements {
		if d.About != "people killed" || len(d.Accounts) != 2 {
			t.Fatalf("%+v", d)
		}
		for _, a := range d.Accounts {
			if len(a.Sources) != len(want[a.Value]) {
				t.Errorf("%q by %v", a.Value, a.Sources)
			}
		}
	}
	if len(events[0].Disagreements) != 1 {
		t.Errorf("%+v", events[0].Disagreements)
	}
}

func TestCopyNamesTheEarlierSource(t *testing.T) {
	const wire = "The central bank of Freedonia raised its key rate to nine percent on May 5, 2021 to stop the fall of the currency."
	const reworded = "Freedonia's central bank put the key rate up to nine percent on May 5, 2021 after the currency had lost a third of its value."
	events := mergeAll([]event.Result{
		extract(t, "a", wire, edtf.MustParse("2021-05-09")),
		extract(t, "b", strings.TrimSuffix(wire, ".")+", it said.", edtf.MustParse("2021-05-06")),
		extract(t, "c", reworded, edtf.MustParse("2021-05-07")),
		extract(t, "d", wire, edtf.Date{}),
	})
	got := map[string]string{}
	for _, e := range events {
		for _, c := range e.Citations {
			got[c.Source] = c.CopyOf
		}
	}
	if d := cmp.Diff(map[string]string{"a": "b", "b": "", "c": "", "d": "b"}, got); d != "" {
		t.Error(d)
	}
	if len(events) != 1 || events[0].Independent != 2 {
		t.Errorf("%d events, the first told by %d independent sources", len(events), events[0].Independent)
	}
}

func TestReprintOfTheNextDay(t *testing.T) {
	const text = "The mayor of Harfleur resigned yesterday after the council had voted against her budget for the third time."
	const reworded = "After the council's third vote against her budget Harfleur's mayor resigned yesterday."
	events := mergeAll([]event.Result{
		extract(t, "a", text, edtf.MustParse("2021-05-07")),
		extract(t, "b", text, edtf.MustParse("2021-05-06")),
	})
	want := []timeline.Disagreement{{About: "date", Accounts: []timeline.Account{
		{Value: "2021-05-05", Sources: []string{"b"}}, {Value: "2021-05-06", Sources: []string{"a"}},
	}}}
	if len(events) != 1 || events[0].When != edtf.MustParse("2021-05-05") {
		t.Fatalf("%d events, the first on %s", len(events), events[0].When)
	}
	if d := cmp.Diff(want, events[0].Disagreements); d != "" {
		t.Error(d)
	}
	events = mergeAll([]event.Result{
		extract(t, "a", text, edtf.MustParse("2021-05-07")),
		extract(t, "b", reworded, edtf.MustParse("2021-05-06")),
	})
	daily := mergeAll([]event.Result{
		extract(t, "a", "The ministry of health reported 120 new infections in the city of Bergen yesterday.", edtf.MustParse("2021-05-07")),
		extract(t, "b", "The ministry of health reported 131 new infections in the city of Bergen yesterday.", edtf.MustParse("2021-05-06")),
	})
	if len(daily) != 2 {
		t.Errorf("daily reports of two days give %d events, want 2", len(daily))
	}
	if len(events) != 2 {
		t.Errorf("other words a day apart give %d events, want 2", len(events))
	}
}
