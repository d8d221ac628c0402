package dates

// speech gives the tokens before and after what is quoted, where a whole
// sentence is: who said it, and when, is nothing that the sentence tells.
func (p *passage) speech(f *finding) (from, to int) {
	from, to = -1, len(p.words)
	if !f.quoted {
		return from, to
	}
	i := f.first - 1
	for n := 0; i >= 0 && n < leanReach && p.words[i].mark != '"' && !p.endsSentence(i); n++ {
		p.steps++
		i--
	}
	if i < 0 || p.words[i].mark != '"' && !p.endsSentence(i) || !p.words[i+1].capital {
		return from, to
	}
	from = i
	for i = f.last + 1; i < len(p.words) && i-f.last < leanReach; i++ {
		if p.steps++; p.words[i].mark == '"' {
			if i == f.last+1 && from == f.first-1 { // "Tuesday": words, not a sentence
				return -1, len(p.words)
			}
			return from, i
		}
	}
	return from, to
}
