package dates

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// headed are texts in parts under headings, with what their dates mean.
var headed = []struct {
	name, text, reference string
	headings              []Heading
	want                  []string
}{
	{
		name: "a diary counts each entry from its day",
		text: "3 September 1939\n\nWar was declared this morning. Tomorrow we work.\n\nMonday, 4 September\n\nThe alarm of yesterday was false.\n\n12 January 1940\n\nThe pipes froze last week.",
		want: []string{"1939-09-03", "1939-09-03", "1939-09-04", "1939-09-04", "1939-09-03", "1940-01-12", "1940-01-01/1940-01-07"},
	},
	{
		name: "years on lines of their own",
		text: "Chronology\n\n1914\n28 June: a shot.\n4 August: war.\n\n1915\n25 April: a landing.",
		want: []string{"1914", "1914-06-28", "1914-08-04", "1915", "1915-04-25"},
	},
	{
		name: "a year of Markdown holds to the next of its level",
		text: "# Chronology\n\n## 2019\n\n- 20 November: a vote\n- 5 January: a letter\n\n### June\n\n- 12 June: a march\n\n## 2020\n\n- 4 January: a hearing\n\n## Notes\n\nOn 4 March they met.",
		want: []string{"2019", "2019-11-20", "2019-01-05", "2019-06", "2019-06-12", "2020", "2020-01-04", "XXXX-03-04"},
	},
	{
		name:      "headings that the format tells",
		text:      "The Fall (1848)\n\nIn March the king fled.\n\nWhat 1849 means\n\nIn May all was lost.",
		reference: "2020-06-01",
		headings:  []Heading{{timeline.Span{Start: 0, End: 15}, 2}, {timeline.Span{Start: 41, End: 56}, 2}},
		want:      []string{"1848", "1848-03", "1849", "2020-05"},
	},
	{
		name:      "dates of linked pages are no diary",
		text:      "A dam bursts\nMay 19, 2021\nA bridge falls\nMay 18, 2021\nThe bridge fell on May 5. It was new.",
		reference: "2022-05-12",
		want:      []string{"2021-05-19", "2021-05-18", "2022-05-05"},
	},
	{
		name:      "one line is the date of the text",
		text:      "May 12, 2021\n\nThe bridge fell on May 5. It was new.",
		reference: "2022-05-12",
		want:      []string{"2021-05-12", "2022-05-05"},
	},
}

func TestHeadings(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range headed {
		ctx := Context{Headings: c.headings}
		if c.reference != "" {
			ctx.Reference = edtf.MustParse(c.reference)
		}
		var got []string
		for _, m := range f.Find(c.text, ctx) {
			got = append(got, m.When.String())
		}
		for i := range max(len(got), len(c.want)) {
			if i >= len(got) || i >= len(c.want) || got[i] != c.want[i] {
				t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
				break
			}
		}
	}
}

// TestSection checks what a date at the head of a section dates.
func TestSection(t *testing.T) {
	f, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	const text = "## 2019\nOne.\n### 3 May\nTwo.\n## 2020\nThree."
	var got []string
	for _, m := range f.Find(text, Context{}) {
		got = append(got, text[m.Section.Start:m.Section.End])
	}
	want := []string{"\nOne.\n### 3 May\nTwo.\n", "\nTwo.\n", "\nThree."}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("got %q\nwant %q", got, want)
		}
	}
}
