package syntax

import (
	"embed"
	"strings"
	"sync"

	"dateline/timeline/words"
)

//go:embed data/*.txt
var data embed.FS

// Frame is a set of the things that a verb or a noun takes after it; the heads
// of data/verbs.txt say what each means.
type Frame uint32

// The frames of verbs.
const (
	Never Frame = 1 << iota
	Needs
	Copula
	That
	Hears
	Question
	To
	ObjectTo
	Bare
	Gerund
	ObjectGerund
	Two
	Predicate
	As
	Places
	Goes
	Acts
)

var frameNames = map[string]Frame{
	"never": Never, "needs": Needs, "copula": Copula, "that": That, "hears": Hears, "question": Question, "to": To, "oto": ObjectTo,
	"bare": Bare, "gerund": Gerund, "ogerund": ObjectGerund, "two": Two, "opred": Predicate, "as": As, "places": Places, "goes": Goes, "acts": Acts,
}

// Has reports whether one of the frames of want is among f.
func (f Frame) Has(want Frame) bool { return f&want != 0 }

// nounFrame is what a noun takes after it.
type nounFrame struct {
	to, that     bool
	prepositions []string
}

type lexicon struct {
	verbs map[string]Frame
	nouns map[string]*nounFrame
}

// valency is read on first use.
var valency = sync.OnceValue(func() *lexicon {
	l := &lexicon{verbs: make(map[string]Frame), nouns: make(map[string]*nounFrame)}
	read("verbs.txt", func(frame, word string) { l.verbs[words.Lemma(word)] |= frameNames[frame] })
	read("nouns.txt", func(frame, word string) {
		n := l.nouns[word]
		if n == nil {
			n = &nounFrame{}
			l.nouns[word] = n
		}
		switch frame {
		case "that":
			n.that = true
		case "to":
			n.to, n.prepositions = true, append(n.prepositions, frame)
		default:
			n.prepositions = append(n.prepositions, frame)
		}
	})
	return l
})

func read(name string, add func(frame, word string)) {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic("syntax: " + err.Error())
	}
	for line := range strings.Lines(string(b)) {
		frame, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(frame, "#") {
			continue
		}
		for _, w := range strings.Fields(list) {
			add(frame, w)
		}
	}
}

// Frames are those of a verb, by any of its forms.
func Frames(form string) Frame { return valency().verbs[words.Lemma(form)] }

// nounFrames are what a noun takes after it, nil where nothing is known of it.
func nounFrames(noun string) *nounFrame {
	l := valency().nouns
	if f := l[noun]; f != nil {
		return f
	}
	switch {
	case strings.HasSuffix(noun, "ies"):
		return l[noun[:len(noun)-3]+"y"]
	case strings.HasSuffix(noun, "es") && l[noun[:len(noun)-2]] != nil:
		return l[noun[:len(noun)-2]]
	case strings.HasSuffix(noun, "s"):
		return l[noun[:len(noun)-1]]
	}
	return nil
}

// takes reports whether a noun needs a phrase with the preposition.
func (f *nounFrame) takes(preposition string) bool {
	if f == nil {
		return false
	}
	for _, p := range f.prepositions {
		if p == preposition {
			return true
		}
	}
	return false
}
