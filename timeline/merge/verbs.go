package merge

import (
	"slices"
	"strings"

	"dateline/timeline/event"
	"dateline/timeline/words"
)

// step is a verb's place in a course of things: verbs in different places of
// one course tell different events.
type step struct{ course, at int }

// steps are the courses: their places are separated by commas.
var steps = func() map[string][]step {
	m := make(map[string][]step)
	for course, line := range strings.Split(`accuse suspect, arrest detain seize capture, charge indict, bail, try, convict, acquit clear, sentence jail imprison, appeal, pardon, release free, extradite deport, execute
		begin start open launch, continue extend, suspend halt pause adjourn, resume, end finish close conclude
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

// tellsLike reports whether a verb in a proposal's quotation is like another.
func tellsLike(p *event.Proposal, verb string) bool {
	return likeVerbs(p.Verb, verb) || slices.ContainsFunc(p.Verbs, func(v string) bool { return likeVerbs(v, verb) })
}

// likeVerbs reports whether two verbs can tell one happening: they are the same
// step of a course, or near enough in meaning.
func likeVerbs(a, b string) bool {
	for _, s := range steps[a] {
		if slices.Contains(steps[b], s) {
			return true
		}
	}
	for _, s := range synonyms[a] {
		if slices.Contains(synonyms[b], s) {
			return true
		}
	}
	return false
}

// synonyms are verbs that reports use for one another, by the lines they stand
// on.
var synonyms = func() map[string][]int {
	m := make(map[string][]int)
	for n, line := range strings.Split(`leave quit exit depart
		declare call proclaim pronounce label name
		report announce say tell state declare reveal disclose
		kill murder shoot slay assassinate die perish
		hit strike shell bomb bombard attack target
		explode blow detonate go
		collapse fall crumble give topple
		sink capsize founder go
		resign quit step leave
		sentence jail imprison get
		convict find
		buy acquire purchase take
		sign conclude agree reach strike
		find discover detect identify
		beat defeat win
		shut close
		start begin launch open
		stop end halt cease
		storm raid enter
		overrun capture seize take occupy fall
		land touch arrive reach
		confess admit acknowledge
		void strike overturn annul
		vote elect choose
		flee escape
		march demonstrate protest rally
		ground run strike`, "\n") {
		for _, v := range strings.Fields(line) {
			lemma := words.Lemma(v)
			m[lemma] = append(m[lemma], n)
		}
	}
	return m
}()
