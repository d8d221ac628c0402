package merge

import (
	"strings"

	"dateline/timeline/words"
)

// fates are what may have happened to the people counted: a reader's words for
// it, and the beginnings of the words that tell it.
var fates = []struct {
	name  string
	words []string
}{
	{"killed", strings.Fields("kill die dead death fatalit lives slain slay perish drown executed toll massacre")},
	{"injured", strings.Fields("injur wound hurt")},
	{"arrested", strings.Fields("arrest detain detention custody")},
	{"missing", strings.Fields("missing unaccounted")},
	{"displaced", strings.Fields("displac evacuat homeless")},
	{"infected", strings.Fields("infect")},
	{"rescued", strings.Fields("rescu")},
	{"abducted", strings.Fields("abduct kidnap hostage")},
}

func fate(t token) string {
	for _, f := range fates {
		for _, w := range f.words {
			if strings.HasPrefix(t.lower, w) {
				return f.name
			}
		}
	}
	return ""
}

// fateOf is what happened to the people that a number counts: what the verb
// right before it says ("killing 84"), else what is said after it ("84 people
// queueing there were killed"), else before it in the same clause ("the death
// toll rose to 84").
func fateOf(ts []token, n number, from, to int) string {
	for i := n.first - 1; i >= max(from, n.first-2) && !ts[i].end; i-- {
		if f := fate(ts[i]); f != "" && (i == n.first-1 || words.Stop(ts[n.first-1].lower) && !joins[ts[n.first-1].lower]) {
			return f
		}
	}
	for i := n.last; i < min(to, n.last+7) && (i == n.last || !ts[i-1].end); i++ {
		if joins[ts[i].lower] {
			break
		}
		if f := fate(ts[i]); f != "" {
			return f
		}
	}
	for i := n.first - 1; i >= max(from, n.first-4) && !ts[i].end; i-- {
		if joins[ts[i].lower] {
			break
		}
		if f := fate(ts[i]); f != "" {
			return f
		}
	}
	return ""
}

// joins are the words at which another thing may begin to be told of.
var joins = set("and or but while including when after who whose which that as")

// bodies are the groups whose fate is counted for itself: twelve soldiers and
// twenty people may have been killed at once.
var bodies = set(`people civilians soldiers troops children women men officers policemen police rebels militants fighters
	protesters demonstrators students journalists workers miners firefighters rescuers passengers crew sailors
	doctors prisoners gunmen attackers guards villagers tourists foreigners pilgrims refugees migrants`)

// measures are the nouns of lengths, times and ranks, which are told of many
// things at once and so contradict nothing.
var measures = set(`year years month months week weeks day days hour hours minute minutes second seconds decade decades
	kilometre kilometres kilometer kilometers km mile miles metre metres meter meters feet foot inch inches degrees
	tonne tonnes ton tons kg kilograms pounds litres barrels hectares acres times points point others times is was has series yards knots`)

// countedNoun is the plural noun that a number counts, skipping up to two words
// that describe it; "" for none.
func countedNoun(ts []token, at, to int) string {
	for i := at; i < min(to, at+3); i++ {
		if i > at && ts[i-1].end {
			break
		}
		w := ts[i].lower
		switch {
		case w == "people" || w == "persons":
			return "people"
		case bodies[w] || measures[w]:
			return w
		case words.Stop(w):
			return ""
		case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && ts[i].text == w:
			return w
		}
	}
	return ""
}
