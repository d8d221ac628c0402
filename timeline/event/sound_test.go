package event

import "testing"

func TestAVerbWithoutSubjectIsAtOddsWithNone(t *testing.T) {
	const text = "Were told of the flood."
	a := analyse(text, spanOf(text), nil)
	for _, g := range a.groups {
		if a.atOddsWith(stretch{}, g) {
			t.Errorf("%q: at odds with a subject it has not", a.string(g.stretch))
		}
	}
}
