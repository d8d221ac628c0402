package merge

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
	"dateline/timeline/words"
)

// The thresholds of likeness: the cosine of the stemmed words' weights above
// which two proposals of compatible dates are one event, the lower one that a
// shared rare name makes do, and the higher one that is asked of two that are
// not about the same verb: an actor, a place and a day are shared by many
// events.
const (
	alike      = 0.25
	alikeNamed = 0.15
	alikeApart = 0.42
)

// same reports whether two proposals tell the same event, and how alike their
// words are.
func (x *index) same(i, j int32) (float64, bool) {
	a, b := x.proposals[i], x.proposals[j]
	if sameSentence(a, b) || !compatible(a.When, b.When) || clash(a, b) {
		return 0, false
	}
	c := x.cosine(i, j)
	if !a.Tells(b.Verb) && !b.Tells(a.Verb) {
		return c, c >= alikeApart
	}
	if c >= alike {
		return c, true
	}
	return c, c >= alikeNamed && x.shareRareName(i, j)
}

// sameSentence reports whether two facts come from one sentence of one
// document, which tells them apart on purpose.
func sameSentence(a, b *event.Proposal) bool {
	x, y := a.Citations[0], b.Citations[0]
	return x.Source == y.Source && x.Position == y.Position
}

// compatible reports whether two dates can be of one event: they are equal but
// for doubt, or one lies within the other. What goes on since a day is not what
// happened on it.
func compatible(a, b edtf.Date) bool {
	a, b = a.Plain(), b.Plain()
	if a == b {
		return true
	}
	if open(a) || open(b) {
		return false
	}
	return a.Contains(b) || b.Contains(a)
}

func open(d edtf.Date) bool {
	return d.OpenStart() || d.OpenEnd() || d.UnknownStart() || d.UnknownEnd()
}

// clash reports whether two proposals cannot be one event whatever their words:
// one denies what the other tells, two persons speak, or the verbs are
// different steps of one course of things.
func clash(a, b *event.Proposal) bool {
	if a.Negated != b.Negated && a.Verb == b.Verb {
		return true
	}
	if (a.Kind == timeline.KindDenial) != (b.Kind == timeline.KindDenial) {
		return true
	}
	if a.Kind == timeline.KindStatement && b.Kind == timeline.KindStatement && strangers(a, b) {
		return true
	}
	if a.Tells(b.Verb) && b.Tells(a.Verb) {
		return false
	}
	for _, step := range steps[a.Verb] {
		for _, other := range steps[b.Verb] {
			if step.course == other.course && step.at != other.at {
				return true
			}
		}
	}
	return false
}

// strangers reports whether two statements have different speakers.
func strangers(a, b *event.Proposal) bool {
	if len(a.Speakers) == 0 || len(b.Speakers) == 0 {
		return a.Voice != "" && b.Voice != "" && a.Voice != b.Voice
	}
	return nameKey(a.Speakers[0]) != nameKey(b.Speakers[0])
}

// step is a verb's place in a course of things: verbs in different places of
// one course tell different events.
type step struct{ course, at int }

// steps are the courses: their places are separated by commas.
var steps = func() map[string][]step {
	m := make(map[string][]step)
	for course, line := range strings.Split(`accuse suspect, arrest detain seize capture, charge indict, bail, try, convict, acquit clear, sentence jail imprison, appeal, pardon, release free, extradite deport, execute
		begin start open launch, continue extend, suspend halt pause, resume, end finish close conclude
		rise gain climb increase jump soar, fall drop decline decrease plunge slump
		win, lose
		enter invade arrive attack, leave withdraw retreat depart flee
		propose suggest submit, approve pass adopt endorse, sign, ratify, reject veto block, repeal cancel scrap revoke
		hospitalize injure wound, die, bury
		nominate, elect, inaugurate swear, resign quit, sack dismiss fire oust
		deploy send, recall pull
		kidnap abduct, rescue
		take capture seize occupy storm, leave withdraw retreat lose, recapture retake
		buy acquire, sell
		marry wed, divorce
		recognize recognise, reject refuse
		impose, lift ease`, "\n") {
		for at, verbs := range strings.Split(line, ",") {
			for _, v := range strings.Fields(verbs) {
				lemma := words.Lemma(v)
				m[lemma] = append(m[lemma], step{course, at})
			}
		}
	}
	return m
}()
