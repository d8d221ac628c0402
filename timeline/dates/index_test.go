package dates

import "testing"

// TestIndexLosesNoMatch runs every pattern at every token of the rules' examples
// and of prose: the index must give those that match.
func TestIndexLosesNoMatch(t *testing.T) {
	for _, code := range Languages() {
		f, err := New(code)
		if err != nil {
			t.Fatal(err)
		}
		text := seedText(t, 1) + "\ntwo thousand five hundred years, 2,500.5 years, sechs- bis siebentausend Jahre, 2 1/2 hours"
		for _, r := range f.lang.rules {
			for _, e := range r.examples {
				text += "\n" + e.text
			}
		}
		c := newCascade(f.lang)
		c.passage.text = text
		for pos := 0; pos < len(text); {
			pos = c.passage.fill(pos)
			c.passage.tokens = c.passage.words
			for i := range c.passage.tokens {
				c.checkIndex(t, i)
			}
		}
	}
}

// checkIndex compares what matches at token i with what the index gives.
func (c *cascade) checkIndex(t *testing.T, i int) {
	t.Helper()
	x := &c.index[stageExpressions]
	columns := x.at(c.passage.tokens, i)
	for n, p := range x.entries {
		end := c.machine.run(p.prog, i)
		if end < 0 || n > 0 && x.entries[n-1] == p {
			continue
		}
		given := false
		for k := n; k < len(x.entries) && x.entries[k] == p; k++ {
			given = given || x.candidates(k/64, &columns)&(1<<(k%64)) != 0
		}
		if !given {
			first, last := c.passage.tokens[i], c.passage.tokens[end-1]
			t.Errorf("%s matches %q", p.rule.name, c.passage.text[first.start:last.end])
		}
	}
}
