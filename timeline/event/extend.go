package event

// addRest adds what follows the verb g of s: in a relative clause that leaves its
// object to the noun before it, that noun too. It reports false where there is
// none.
func (l *line) addRest(s segment, g group) bool {
	a := l.a
	own := s.mark == markRelative && s.holds(s.subject.first)
	if own && a.lacksObject(s, g) {
		n := a.joined(a.nounBefore(s.first))
		if n.empty() {
			return false
		}
		l.add(n) // "that the Kremlin recognised …"
	}
	l.add(stretch{g.last, s.last})
	if own && a.lacksFarObject(s, g) {
		l.add(a.joined(a.nounBefore(s.first))) // "that he wanted to buy …"
	}
	return true
}

// continueWith adds what a line is not whole without, with the comma before it.
func (l *line) continueWith(rest []stretch) {
	for _, n := range rest {
		if l.a.tokens[n.first-1].Tag == "," {
			l.words = append(l.words, word{token: n.first - 1})
			if l.list == 0 {
				l.list = len(l.words)
			}
		}
		l.add(n)
	}
}

// addAdverbs adds what stands between the subject of s and its verb g.
func (l *line) addAdverbs(s segment, g group) {
	if s.body > s.subject.first || s.subject.last > g.first {
		return
	}
	for i := s.subject.last; i < g.first; i++ {
		if !l.a.dated[i] {
			l.add(stretch{i, i + 1})
		}
	}
}
