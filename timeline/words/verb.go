package words

import (
	"strings"
	"sync"
)

// Report says how a verb reports what somebody said.
type Report string

// The kinds of reporting verb.
const (
	ReportNone Report = ""
	ReportSay  Report = "say"    // says, adds, stresses: the words are his
	ReportFact Report = "report" // announces, confirms: he says so and it is so
	Claim      Report = "claim"  // claims, alleges: nobody else says so
	Deny       Report = "deny"
	Warn       Report = "warn" // warns, vows: of something to come
	Ask        Report = "ask"  // asks, urges
	Plan       Report = "plan" // plans, expects
)

// Reporting tells how a verb form ("stressed", "says") reports speech.
func Reporting(form string) Report { return verbs().reporting[Fold(form)] }

// Lemma is a verb's form with its inflection taken off: "went" is "go", and
// "crossed", "crosses" and "crossing" are all "cross". Of a verb that is not
// listed it may be cut shorter than the word ("arriv"), but always alike.
func Lemma(form string) string {
	f := Fold(form)
	if l, ok := verbs().lemmas[f]; ok {
		return l
	}
	return base(f)
}

// base takes the endings off a regular verb: -s, -ed, -ing, what they do to a
// final y, e or consonant, and so that e itself and a doubled consonant.
func base(f string) string {
	switch {
	case len(f) > 4 && (strings.HasSuffix(f, "ied") || strings.HasSuffix(f, "ies")):
		return f[:len(f)-3] + "y"
	case len(f) > 5 && strings.HasSuffix(f, "ing"):
		f = f[:len(f)-3]
	case len(f) > 4 && strings.HasSuffix(f, "eed") && !strings.HasSuffix(f, "ceed"):
		f = f[:len(f)-1]
	case len(f) > 4 && strings.HasSuffix(f, "ed") && !strings.HasSuffix(f, "ceed"):
		f = f[:len(f)-2]
	case len(f) > 4 && (strings.HasSuffix(f, "sses") || strings.HasSuffix(f, "shes") || strings.HasSuffix(f, "ches") || strings.HasSuffix(f, "xes")):
		f = f[:len(f)-2]
	case len(f) > 3 && strings.HasSuffix(f, "s") && !strings.HasSuffix(f, "ss"):
		f = f[:len(f)-1]
	}
	if len(f) > 3 && f[len(f)-1] == 'e' {
		f = f[:len(f)-1]
	}
	if n := len(f); n > 3 && f[n-1] == f[n-2] {
		f = f[:n-1]
	}
	return f
}

// Past is the past tense of a participle: "survived" for "survived", "saw" for
// "seen".
func Past(participle string) string {
	if p, ok := verbs().past[Fold(participle)]; ok {
		return p
	}
	return participle
}

// Irregular reports whether form is a past tense that differs from the
// participle, which no participle can be mistaken for ("went", "took").
func Irregular(form string) bool { return verbs().finite[Fold(form)] }

// Participle reports whether form is a participle that differs from the past
// tense ("taken", "torn").
func Participle(form string) bool { return verbs().participles[Fold(form)] }

type verbLists struct {
	reporting   map[string]Report
	participles map[string]bool
	lemmas      map[string]string
	past        map[string]string
	finite      map[string]bool
}

var verbs = sync.OnceValue(func() *verbLists {
	v := &verbLists{
		reporting: make(map[string]Report), lemmas: make(map[string]string),
		past: make(map[string]string), finite: make(map[string]bool), participles: make(map[string]bool),
	}
	lines("irregular.txt", func(line string) {
		f := strings.Fields(line)
		for _, form := range append(f, f[0]+"s", gerund(f[0])) {
			v.lemmas[form] = f[0]
		}
		v.past[f[2]] = f[1]
		if f[1] != f[2] && f[1] != f[0] {
			v.finite[f[1]] = true
		}
		if f[1] != f[2] && f[2] != f[0] {
			v.participles[f[2]] = true
		}
	})
	for form, lemma := range map[string]string{"is": "be", "are": "be", "were": "be", "am": "be", "has": "have", "does": "do", "goes": "go", "'s": "be", "'re": "be", "'ve": "have"} {
		v.lemmas[form] = lemma
	}
	v.finite["were"] = true
	lines("reporting.txt", func(line string) {
		kind, list, _ := strings.Cut(line, ":")
		for _, lemma := range strings.Fields(list) {
			for _, form := range v.forms(lemma) {
				v.reporting[form] = Report(kind)
				v.lemmas[form] = lemma
			}
		}
	})
	return v
})

// forms are the finite and past forms of a verb, regular unless listed.
func (v *verbLists) forms(lemma string) []string {
	third, past := lemma+"s", lemma+"ed"
	switch {
	case strings.HasSuffix(lemma, "e"):
		past = lemma + "d"
	case strings.HasSuffix(lemma, "y") && !strings.ContainsAny(lemma[len(lemma)-2:len(lemma)-1], "aeiou"):
		third, past = lemma[:len(lemma)-1]+"ies", lemma[:len(lemma)-1]+"ied"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"):
		third = lemma + "es"
	}
	out := []string{lemma, third, past, gerund(lemma)}
	for form, l := range v.lemmas {
		if l == lemma {
			out = append(out, form)
		}
	}
	if lemma == "admit" || lemma == "plan" || lemma == "quip" {
		last := lemma[len(lemma)-1:]
		out = append(out, lemma+last+"ed", lemma+last+"ing")
	}
	return out
}

func gerund(lemma string) string {
	if strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") && lemma != "be" {
		return lemma[:len(lemma)-1] + "ing"
	}
	return lemma + "ing"
}

// Happening reports whether a noun names something that happens: "election",
// "attacks".
func Happening(noun string) bool { return happenings()[Fold(noun)] }

var happenings = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	lines("happenings.txt", addTo(m))
	return m
})
