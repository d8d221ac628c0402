package merge

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/event"
	"dateline/timeline/words"
)

// A plan told before its day is an event of its own: that something was to
// happen, and who said so, is another fact than that it did. The two are never
// merged but linked, and so is the report that it did not happen. Nothing is
// concluded from there being no report.

// announced reports whether a proposal tells of something before its day.
func announced(p *event.Proposal) bool {
	day, dated := p.When.First()
	published, ok := p.Published.Last()
	return p.Kind == timeline.KindPlan && dated && ok && published < day
}

// link joins a plan to what came of it, both as groups.
type link struct {
	plan, report int32
	as           timeline.Outcome
}

// found is the likest report of one outcome of a plan.
type found struct {
	report int32
	alike  float64
}

// outcomes finds what came of each group's plan: at most one report that it
// happened and one that it did not.
func (x *index) outcomes(groups []group) []link {
	of := make([]int32, len(x.proposals))
	for g := range groups {
		for _, i := range groups[g].members {
			of[i] = int32(g)
		}
	}
	var out []link
	for g := range groups {
		best := make(map[timeline.Outcome]found)
		for _, i := range groups[g].members {
			if announced(x.proposals[i]) {
				x.reportsOf(i, best)
			}
		}
		for _, as := range [...]timeline.Outcome{timeline.OutcomeDone, timeline.OutcomeNotDone} {
			if f, ok := best[as]; ok && of[f.report] != int32(g) {
				out = append(out, link{int32(g), of[f.report], as})
			}
		}
	}
	return out
}

// reportsOf looks for what came of one plan among the proposals of its year
// that share a rare word with it, and keeps the likest.
func (x *index) reportsOf(i int32, best map[timeline.Outcome]found) {
	p := x.proposals[i]
	periods := periods(p.When)
	if len(periods) == 0 {
		return
	}
	for _, w := range x.keys[i] {
		before, after := x.met.around(w, posting{periods[0], i})
		for _, met := range slices.Concat(before[max(0, len(before)-reach):], after[:min(len(after), reach)]) {
			j := met.proposal
			as, alike := x.outcome(i, j)
			if f := best[as]; as != "" && (alike > f.alike || alike == f.alike && j < f.report) {
				best[as] = found{j, alike}
			}
		}
	}
}

// alikeOff is how like a plan the report must be that something was called off.
const alikeOff = 0.3

// late is how many days after its day a plan's outcome is looked for.
const late = 31

// outcome says what j reports of the plan i, if anything.
func (x *index) outcome(i, j int32) (timeline.Outcome, float64) {
	plan, report := x.proposals[i], x.proposals[j]
	if i == j || !follows(plan, report) {
		return "", 0
	}
	c := x.cosine(i, j)
	if c < alikeNamed || x.rivals(i, j) {
		return "", 0
	}
	asked := alike
	if x.shareRareName(i, j) {
		asked = alikeNamed
	}
	off := calledOff(report) && !calledOff(plan)
	switch {
	case !compatible(plan.When, report.When) && !off:
		asked += disputed // on another day than was planned
	case coarser(plan.When, report.When) > 0:
		asked += disputed
	case off:
		asked = max(asked, alikeOff) // of what, the verb does not say
	}
	switch {
	case c < asked, copies(shingles(plan.Citations[0].Quote), shingles(report.Citations[0].Quote)):
		return "", 0 // a later edition says the same, not what came of it
	case off, report.Negated && !plan.Negated && oneAction(plan, report):
		return timeline.OutcomeNotDone, c
	case report.Kind != timeline.KindEvent || report.Negated != plan.Negated || clash(plan, report):
		return "", 0
	case oneAction(plan, report) || c >= alikeYear && (plan.Verb == "" || report.Verb == ""):
		return timeline.OutcomeDone, c
	}
	return "", 0
}

// follows reports whether a report can be of what a plan came to: its document
// is later than the plan's, and what it tells lies between the plan and some
// time after its day.
func follows(plan, report *event.Proposal) bool {
	told, ok1 := plan.Published.Last()
	published, ok2 := report.Published.First()
	first, ok3 := report.When.First()
	day, ok4 := plan.When.Last()
	return ok1 && ok2 && ok3 && ok4 && !announced(report) && published > told && first >= told && first <= day+late
}

// oneAction reports whether the verb of a report is what was planned: the plan's
// own or, where it is one of planning, one that stands with it.
func oneAction(plan, report *event.Proposal) bool {
	if report.Verb == "" || light[report.Verb] {
		return false
	}
	return plan.Verb == report.Verb || likeVerbs(plan.Verb, report.Verb) ||
		(planning[plan.Verb] || light[plan.Verb]) && slices.Contains(plan.Verbs, report.Verb)
}

// planning are the verbs, by their lemmas, that say of another that it is to be.
var planning = lemmas("plan expect schedule set prepare intend agree vow promise want hope aim announce say order ask invite decide need")

// cancelling are those that say that a plan came to nothing, or not on its day.
var cancelling = lemmas("cancel postpone delay scrap shelve abandon defer adjourn suspend ditch reschedule withdraw")

func lemmas(verbs string) map[string]bool {
	m := make(map[string]bool)
	for _, v := range strings.Fields(verbs) {
		m[words.Lemma(v)] = true
	}
	return m
}

// calledOff reports whether a proposal says that something was not to be, or not
// yet.
func calledOff(p *event.Proposal) bool {
	switch p.Verb {
	case "call", "put":
		title := strings.ToLower(p.Title)
		return strings.Contains(title, "called off") || strings.Contains(title, "put off") || strings.HasSuffix(title, " off")
	}
	return cancelling[p.Verb]
}

// relate writes the links into the events of the groups, which at gives by
// group.
func relate(links []link, events []timeline.Event, at []int) {
	for _, l := range links {
		plan, report := &events[at[l.plan]], &events[at[l.report]]
		plan.Related = append(plan.Related, timeline.Relation{Event: report.ID, As: l.as})
		report.Related = append(report.Related, timeline.Relation{Event: plan.ID, As: timeline.OutcomeAnnounced})
	}
	for i := range events {
		slices.SortFunc(events[i].Related, func(a, b timeline.Relation) int {
			return cmp.Or(cmp.Compare(a.As, b.As), cmp.Compare(a.Event, b.Event))
		})
		events[i].Related = slices.Compact(events[i].Related)
	}
}
