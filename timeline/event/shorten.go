package event

import (
	"strings"

	"dateline/timeline/words"
)

// fit renders the line in at most limit words, cut where nothing that the rest
// needs is lost. It reports false where there is no such cut.
func (l *line) fit(limit int) (string, bool) {
	variants := []*line{l, l.withoutTitle(), l.shortSubject()}
	for _, v := range variants {
		if s := v.text(len(v.words)); count(s) <= limit && v.complete(len(v.words)) {
			return s, true
		}
	}
	for _, hard := range [...]bool{false, true} {
		for _, v := range variants {
			if s, ok := v.cut(limit, hard); ok {
				return s, true
			}
		}
	}
	return "", false
}

// withoutTitle is the line with a subject that is a person's title and name
// cut to the name.
func (l *line) withoutTitle() *line {
	end := l.words[l.subject-1].token + 1
	for _, n := range l.a.names {
		if n.Last != end || n.Role == "" || n.Last-n.First >= l.subject {
			continue
		}
		drop := l.subject - (n.Last - n.First)
		for i := range drop {
			if t := l.token(i); t.Tag == "IN" || t.Tag == "CC" || t.Tag == "," {
				return l
			}
		}
		short := *l
		short.words, short.subject, short.verb = l.words[drop:], l.subject-drop, l.verb-drop
		return &short
	}
	return l
}

// cut renders the longest beginning of the line that is whole and has at most
// limit words. A hard cut may part a verb from its preposition.
func (l *line) cut(limit int, hard bool) (string, bool) {
	for n := len(l.words) - 1; n >= l.verb && n > 0; n-- {
		if !l.severable(n, hard) || !l.complete(n) {
			continue
		}
		if s := l.text(n); count(s) <= limit {
			return s, true
		}
	}
	return "", false
}

// severable reports whether the line can end before word n.
func (l *line) severable(n int, hard bool) bool {
	t, before := l.token(n), l.token(n-1)
	if n == l.verb && !hard && !(l.main.passive && t.Tag == "IN") {
		return false
	}
	switch {
	case t.Tag == ",", t.Tag == ":":
		return true
	case t.Is("of", "than", "per"):
		return false
	case t.Is("without", "unless", "if", "except", "until"):
		return false // what it says no to would be lost
	case t.Tag == "IN", t.Tag == "WDT", t.Tag == "WP", t.Tag == "WRB":
		return n > l.verb || hard
	case t.Tag == "TO":
		if n+1 < len(l.words) && l.token(n+1).Tag == "VB" {
			return n > l.verb && !steers(l.a.tokens[l.main.main].Lower) && strings.HasPrefix(before.Tag, "NN")
		}
		return n > l.verb
	case t.Tag == "CC":
		return n > l.verb && t.Is("and", "but") && l.joinsVerb(n)
	case t.Tag == "VBG" || t.Tag == "VBN":
		return n > l.verb && (before.Tag == "NN" || before.Tag == "NNS" || before.Tag == "NNP") && l.a.opens[l.words[n].token] >= 0
	}
	return false
}

// joinsVerb reports whether the conjunction at n joins a verb rather than a
// noun, which could not be left out of its list without a change of meaning.
func (l *line) joinsVerb(n int) bool {
	if n+1 >= len(l.words) {
		return false
	}
	_, ok := l.a.groupAt(l.words[n+1].token)
	return ok
}

// steers reports whether a verb needs the "to" clause after it: "urged him to
// leave", "agreed to meet".
func steers(verb string) bool { return steering[words.Lemma(verb)] }

var steering = func() map[string]bool {
	m := make(map[string]bool)
	for _, v := range strings.Fields(`agree aim allow appear ask authorize be begin cause choose compel continue convince decide direct
		enable encourage expect fail force get have help instruct intend invite lead lobby manage need oblige offer opt order
		permit persuade plan pledge prepare press promise propose push refuse remain request require seek seem set start
		struggle tell threaten try urge use vow want warn call`) {
		m[v] = true
	}
	return m
}()

// complete reports whether the first n words can stand alone: a verb is there,
// and the last word leaves nothing open.
func (l *line) complete(n int) bool {
	if n < l.verb || n == 0 {
		return false
	}
	i := n - 1
	for i > 0 && (l.token(i).Tag == "," || l.token(i).Tag == "." || l.token(i).Tag == "''") {
		i--
	}
	last := l.token(i)
	switch last.Tag {
	case "DT", "CC", "PRP$", "MD", "POS", "WDT", "WP", "WRB", "PDT", "TO", "$":
		return false
	case "IN":
		return false
	case "RB":
		return !last.Is("not", "n't", "very", "so", "too", "more", "most", "as", "almost", "nearly")
	case "JJ", "CD":
		// An adjective can end a clause only after a verb ("was wounded", "is ready").
		return n == len(l.words) || !strings.HasPrefix(l.token(n).Tag, "NN") && l.token(n).Tag != "JJ"
	}
	if l.wantsContent(n) {
		return false
	}
	if i == l.verb-1 && l.main.form == finite {
		lemma := words.Lemma(last.Lower)
		if lemma == "be" || lemma == "have" {
			return false
		}
		return n == len(l.words) || l.main.passive || !transitive[lemma]
	}
	return true
}

// wantsContent reports whether the verb is one of saying and the first n words
// do not get as far as what was said.
func (l *line) wantsContent(n int) bool {
	r := words.Reporting(l.a.tokens[l.main.main].Lower)
	if r != words.ReportSay && r != words.ReportFact && r != words.Claim || l.main.passive || l.main.form != finite {
		return false
	}
	k := l.verb
	for k < n && (l.token(k).Tag == "RB" || l.token(k).Tag == "RP" || l.token(k).Is("that")) {
		k++
	}
	if k >= n {
		return true
	}
	if l.token(k).Tag != "IN" && l.token(k).Tag != "TO" && !(l.verb < k && l.token(k-1).Is("that")) {
		return l.token(k).Tag == "," // an object: "announced sanctions"
	}
	// "said in a statement", "said that a boy": the content is a clause.
	for ; k < n; k++ {
		if g := l.a.opens[l.words[k].token]; g >= 0 && l.a.groups[g].form == finite {
			return false
		}
	}
	return !l.token(l.verb).Is("about", "of", "for") && !l.a.tokens[l.main.main].Is("commented", "insisted", "complained", "argued", "reported", "explained", "replied", "responded", "wrote", "posted", "testified", "believes", "apologized")
}

// transitive are verbs that say nothing without their object.
var transitive = func() map[string]bool {
	m := make(map[string]bool)
	for _, v := range strings.Fields(`make take give put bring use see hold carry lead show tell get let keep send seek set cause
		include reach face receive become remain say announce confirm deny reject urge blame accuse kill strike hit name
		approve sign launch build create raise impose order allow force help begin start continue agree plan call`) {
		m[v] = true
		m[words.Stem(v)] = true
	}
	return m
}()

// shortSubject is the line with a long subject cut to its head: before a
// preposition other than "of", a participle, a comma.
func (l *line) shortSubject() *line {
	cut := l.subject
	for i := 1; i < l.subject; i++ {
		t := l.token(i)
		if t.Tag == "," || t.Tag == "IN" && !t.Is("of") || t.Tag == "VBN" && l.a.opens[l.words[i].token] >= 0 || t.Tag == "VBG" && l.a.opens[l.words[i].token] >= 0 || t.Tag == "WP" || t.Tag == "WDT" {
			if strings.HasPrefix(l.token(i-1).Tag, "NN") {
				cut = i
				break
			}
		}
	}
	if cut == l.subject {
		return l
	}
	short := *l
	short.words = append(append([]word(nil), l.words[:cut]...), l.words[l.subject:]...)
	short.subject = cut
	short.verb = l.verb - (l.subject - cut)
	return &short
}
