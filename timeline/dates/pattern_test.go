package dates

import "testing"

// TestPatternsAreBalanced compiles patterns whose brackets do not match.
func TestPatternsAreBalanced(t *testing.T) {
	for _, text := range []string{"[a", "a]", "[a | b", "(a]", "[a)", "(a", "a)", "[a | b] c]"} {
		if _, err := compile(newLexicon(), nil, text); err == nil {
			t.Errorf("%q compiled", text)
		}
	}
	for _, text := range []string{"[a | b] c", "([a] | b [c])?", "[a] and [b | c d]"} {
		if _, err := compile(newLexicon(), nil, text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
