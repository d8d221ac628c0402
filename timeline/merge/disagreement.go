package merge

import (
	"slices"

	"dateline/timeline"
)

// mostDisagreements bounds what is told of one event, and mostTelling how many
// of its citations are asked.
const (
	mostDisagreements = 5
	mostTelling       = 60
)

// disagreements are the things that the sources of g tell differently: its
// date, then what they count. Each is told as its sources have it; nothing is
// averaged or decided.
func (g group) disagreements() []timeline.Disagreement {
	if len(g.told) < 2 {
		return nil
	}
	var out []timeline.Disagreement
	if d := g.dateDisagreement(); len(d.Accounts) > 0 {
		out = append(out, d)
	}
	told := g.accounts()
	var abouts []string
	for _, a := range told {
		if !slices.Contains(abouts, a.about) {
			abouts = append(abouts, a.about)
		}
	}
	for _, about := range abouts {
		if d, ok := disagreementOn(about, told); ok && len(out) < mostDisagreements {
			out = append(out, d)
		}
	}
	return out
}

// account is a figure as one source has it.
type account struct {
	figure
	source string
}

// accounts are the figures of all citations, in the citations' order.
func (g group) accounts() []account {
	var out []account
	for _, p := range g.told[:min(len(g.told), mostTelling)] {
		c := p.Citations[0]
		for _, f := range figures(c) {
			if !slices.ContainsFunc(out, func(a account) bool { return a.source == c.Source && a.text == f.text && a.about == f.about }) {
				out = append(out, account{f, c.Source})
			}
		}
	}
	return out
}

// disagreementOn compares what the sources say about one thing. All of its
// figures are shown where two disagree; of amounts and shares, which may be of
// different things, only those that do.
func disagreementOn(about string, told []account) (timeline.Disagreement, bool) {
	told = slices.DeleteFunc(slices.Clone(told), func(a account) bool { return a.about != about })
	var sources []string
	by := make(map[string][]account)
	for _, a := range told {
		if by[a.source] == nil {
			sources = append(sources, a.source)
		}
		by[a.source] = append(by[a.source], a)
	}
	disputed := make(map[string]bool)
	for i, a := range sources {
		for _, b := range sources[i+1:] {
			if apart(by[a], by[b]) {
				disputed[a], disputed[b] = true, true
			}
		}
	}
	if len(disputed) == 0 {
		return timeline.Disagreement{}, false
	}
	told = slices.DeleteFunc(told, func(a account) bool { return a.context != nil && !disputed[a.source] })
	return timeline.Disagreement{About: about, Accounts: sideBySide(told)}, true
}

// apart reports whether two sources speak of the same thing and cannot both be
// right: no figure of the one can be true with any of the other, for a sentence
// may well count two things of a sort.
func apart(a, b []account) bool {
	same := false
	for _, x := range a {
		for _, y := range b {
			if !x.contradicts(y.number) {
				return false
			}
			same = same || x.context == nil || slices.ContainsFunc(x.context, func(s string) bool { return slices.Contains(y.context, s) })
		}
	}
	return same
}

// sideBySide puts those who give the same figure together.
func sideBySide(told []account) []timeline.Account {
	var out []timeline.Account
	var numbers []number
	for _, a := range told {
		at := slices.IndexFunc(numbers, func(n number) bool { return n.low == a.low && n.high == a.high })
		if at < 0 {
			at = len(out)
			numbers, out = append(numbers, a.number), append(out, timeline.Account{Value: a.text})
		}
		if !slices.Contains(out[at].Sources, a.source) {
			out[at].Sources = append(out[at].Sources, a.source)
		}
	}
	return out
}

// dateDisagreement is what the sources say of the date, where not all of that
// can be true; else it has no accounts. A date that another lies within is no other account, only a
// coarser one.
func (g group) dateDisagreement() timeline.Disagreement {
	d := timeline.Disagreement{About: "date"}
	differ, named := false, make(map[[2]string]bool)
	for _, p := range g.told {
		c := p.Citations[0]
		at := slices.IndexFunc(d.Accounts, func(a timeline.Account) bool { return a.Value == c.When.String() })
		if at < 0 {
			at = len(d.Accounts)
			d.Accounts = append(d.Accounts, timeline.Account{Value: c.When.String()})
		}
		if account := [2]string{d.Accounts[at].Value, c.Source}; !named[account] {
			named[account] = true
			d.Accounts[at].Sources = append(d.Accounts[at].Sources, c.Source)
		}
		differ = differ || !compatible(p.When, g.told[0].When) && !open(p.When) && !open(g.told[0].When)
	}
	if !differ {
		return timeline.Disagreement{}
	}
	return d
}
