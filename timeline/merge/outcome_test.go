package merge

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// filler are reports of other things, so that words have something to be rare
// among.
func filler(t *testing.T) []event.Result {
	t.Helper()
	_, results, _ := pairs(t, "pairs.txt")
	return results
}

// TestPlansAndWhatCameOfThem looks at one plan and one later report.
func TestPlansAndWhatCameOfThem(t *testing.T) {
	for _, c := range []struct {
		told, plan    string // publication date, text
		later, report string
		want          timeline.Outcome // of the plan; "" for no link
	}{
		{"2019-05-02", "The new bridge at Harfleur will be opened by Queen Ada on May 9.",
			"2019-05-10", "Queen Ada opened the new bridge at Harfleur on May 9.", timeline.OutcomeDone},
		{"2019-05-02", "The new bridge at Harfleur will be opened by Queen Ada on May 9.",
			"2019-05-13", "Queen Ada opened the new bridge at Harfleur on May 12, three days late.", timeline.OutcomeDone},
		{"2019-05-02", "The new bridge at Harfleur will be opened by Queen Ada on May 9.",
			"2019-05-08", "The opening of the new bridge at Harfleur by Queen Ada was postponed on May 7.", timeline.OutcomeNotDone},
		{"2019-05-02", "The new bridge at Harfleur will be opened by Queen Ada on May 9.",
			"2019-05-10", "Queen Ada did not open the new bridge at Harfleur on May 9.", timeline.OutcomeNotDone},
		{"2019-05-02", "The new bridge at Harfleur will be opened by Queen Ada on May 9.",
			"2019-05-10", "Queen Ada visited a school at Honfleur on May 9.", ""},
		{"2020-03-01", "The trial of the banker Tobias Krantz will begin in Geneva on March 16.",
			"2020-03-14", "The trial of the banker Tobias Krantz was called off in Geneva on March 13.", timeline.OutcomeNotDone},
		{"2020-03-01", "The trial of the banker Tobias Krantz will begin in Geneva on March 16.",
			"2020-03-17", "The trial of Tobias Krantz, a banker, began on Monday in Geneva.", timeline.OutcomeDone},
		{"2020-03-01", "The trial of the banker Tobias Krantz will begin in Geneva on March 16.",
			"2020-03-17", "The trial of the minister Paul Anders began in Zurich on March 16.", ""},
		{"2011-09-01", "Freedonia and Sylvania are to sign a border treaty on September 20.",
			"2011-09-21", "Freedonia and Sylvania signed the border treaty on September 20.", timeline.OutcomeDone},
		{"2011-09-01", "Freedonia and Sylvania are to sign a border treaty on September 20.",
			"2011-09-19", "Sylvania cancelled the border treaty with Freedonia on September 18.", timeline.OutcomeNotDone},
		{"2011-09-01", "Freedonia and Sylvania are to sign a border treaty on September 20.",
			"2011-08-20", "Freedonia and Sylvania signed a border treaty on August 18.", ""},
	} {
		events := mergeAll(append(filler(t), extract(t, "before", c.plan, edtf.MustParse(c.told)), extract(t, "after", c.report, edtf.MustParse(c.later))))
		var plan, report timeline.Event
		for _, e := range events {
			switch e.Citations[0].Source {
			case "before":
				plan = e
			case "after":
				report = e
			}
		}
		if plan.ID == "" || report.ID == "" {
			t.Errorf("%s / %s: not two events", c.plan, c.report)
			continue
		}
		if c.want == "" {
			if len(plan.Related)+len(report.Related) > 0 {
				t.Errorf("%s / %s: linked as %v", c.plan, c.report, plan.Related)
			}
			continue
		}
		if len(plan.Related) != 1 || plan.Related[0] != (timeline.Relation{Event: report.ID, As: c.want}) {
			t.Errorf("%s / %s: plan has %v, want %s %s", c.plan, c.report, plan.Related, report.ID, c.want)
		}
		if len(report.Related) != 1 || report.Related[0] != (timeline.Relation{Event: plan.ID, As: timeline.OutcomeAnnounced}) {
			t.Errorf("%s / %s: report has %v", c.plan, c.report, report.Related)
		}
	}
}
