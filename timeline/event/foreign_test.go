package event

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"
)

// foreignDocuments are documents in languages whose grammar is not known, and
// the dates, kinds and titles of their events.
var foreignDocuments = []struct {
	language, text string
	want           []string
}{
	{"de", "Am 24. Februar überschritten die Truppen die Grenze. Ist das seit Montag so?\n\n" +
		"„Wir unterschreiben nichts“, sagte Bürgermeisterin Elke Brandt am Dienstag vor dem Rathaus der kleinen Stadt am Fluss. " +
		"Das Verfahren wird am 28. Oktober fortgesetzt. Früher war es ruhiger.",
		[]string{
			"2022-02-24 event Am 24. Februar überschritten die Truppen die Grenze",
			"2022-10-11 event „Wir unterschreiben nichts“, sagte Bürgermeisterin Elke Brandt am Dienstag vor dem Rathaus…",
			"2022-10-28 plan Das Verfahren wird am 28. Oktober fortgesetzt",
		}},
	{"fr", "La grève a commencé le 5 mars et doit durer jusqu'au 9 mars 2022, selon les syndicats réunis à Lens. Le préfet a démenti mardi.",
		[]string{
			"2022-03-05 event La grève a commencé le 5 mars et doit durer jusqu'au 9…",
			"../2022-03-09 event La grève a commencé le 5 mars et doit durer jusqu'au 9…",
			"2022-10-11 event Le préfet a démenti mardi",
		}},
}

// TestForeignDocumentsAreQuoted reads documents whose grammar is not known: the
// titles are the sentences' own beginnings, in their order.
func TestForeignDocumentsAreQuoted(t *testing.T) {
	for _, c := range foreignDocuments {
		known := document.Metadata{Published: edtf.MustParse("2022-10-13"), Language: c.language}
		doc, err := document.Read("a.txt", []byte(c.text), known)
		if err != nil {
			t.Fatal(err)
		}
		finder, err := dates.New(c.language)
		if err != nil {
			t.Fatal(err)
		}
		mentions := finder.Find(doc.Text, dates.Context{Reference: known.Published})
		var got []string
		for _, p := range Extract(doc, sentence.Split(doc.Text), mentions).Proposals {
			got = append(got, p.When.String()+" "+string(p.Kind)+" "+p.Title)
			if len(p.Speakers) > 0 || p.Verb != "" {
				t.Errorf("%q has the speakers %q and the verb %q", p.Title, p.Speakers, p.Verb)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.language, diff)
		}
	}
}
