// Package syntax takes an English sentence apart: clauses, noun phrases,
// prepositional phrases, and what each verb and noun needs after it.
//
// The parse is written by hand and deterministic. Tokens become items (a date, a
// quotation or a name is one), tags that cannot be right are mended (mend.go),
// and items fall into chunks: verb groups (group.go) and base noun phrases
// (base.go). A descent over the chunks, which looks ahead but never goes back,
// builds clauses by what their verbs and nouns take (rest.go, noun.go,
// data), so that its cost is linear in the length of the sentence.
// Where it does not see what a word belongs to it says so: the clause is Unsure,
// and who asks does better to take the sentence's own words.
package syntax

import (
	"dateline/timeline/words"
)

// Kind is what a node is.
type Kind uint8

// The kinds of node.
const (
	Sentence Kind = iota // all clauses of the sentence
	Clause
	Noun   // a noun phrase with all that goes with it
	Prep   // a preposition and its object
	Adj    // an adjective that says what the subject or object is
	Adverb // adverbs, noun phrases that say how much or when
	Time   // a date expression
	Speech // a quotation that is a sentence
	Link   // a conjunction, relative pronoun or comma
)

// Role is what a node does in the one above it.
type Role uint8

// The roles of nodes.
const (
	None        Role = iota
	Subject          // of a clause
	Object           // of a verb or preposition
	Complement       // what else the verb or noun needs: a clause, a predicate, a phrase
	Adjunct          // what may be left out
	Opening          // an adjunct before the subject
	Modifier         // what says which or what kind of noun it is
	Relative         // a relative clause that says which
	Aside            // a relative clause, apposition or phrase between commas
	Coordinate       // a second clause, predicate or noun behind "and"
	Attribution      // who says so: ", the mayor said"
	Marker           // conjunction, relative pronoun
)

// Form is how a clause is made.
type Form uint8

// The forms of clauses.
const (
	Finite     Form = iota
	Infinitive      // "to build a bridge", "build" after "saw them"
	Participle      // "stationed in the north"
	Ing             // "crossing the river"
	Verbless        // no verb was found
)

// Node is a part of the sentence: a run of items, and the nodes in it.
type Node struct {
	Kind   Kind
	Role   Role
	Form   Form // of a clause
	Unsure bool // its end, or what is in it, was not seen clearly
	First  int  // its first item
	Last   int  // the item behind its last
	Head   int  // the item of its verb, noun or preposition, -1 for none
	Group  int  // of a clause: index in Groups, -1 for none

	Parent, Child, Next int // indices of nodes, 0 for none: the root is no child
	tail                int // the last child
}

// Item is a token, a date expression or a quotation: what the grammar of the
// sentence sees as one word.
type Item struct {
	words.Token     // of a date or quotation, the first
	First, Last int // its tokens
}

// Tree is a sentence taken apart. Node 0 is the sentence.
type Tree struct {
	Items  []Item
	Groups []Group
	Nodes  []Node
}

// Input is a tagged sentence and what is known of its tokens beforehand.
type Input struct {
	Tokens []words.Token
	Dated  []bool // the token belongs to a date expression
	Passed []bool // the token is no part of the grammar: parentheses, a dateline
	Speech []int  // the quotation of its own that the token is in, -1 for none
	Names  []words.Name
}

// Parse takes a sentence apart. It changes no token that it is given.
func Parse(in Input) *Tree {
	p := &parser{Tree: &Tree{}}
	p.Items = items(in)
	mend(p.Items)
	p.findGroups()
	p.findBases()
	p.Nodes = make([]Node, 1, len(p.Items)+4)
	p.Nodes[0] = Node{Kind: Sentence, Last: len(p.Items), Head: -1, Group: -1}
	p.sentence()
	return p.Tree
}

// Tags of items that are no word.
const (
	tagDate   = "DATE"
	tagSpeech = "SPEECH"
)

// items are the tokens that the grammar sees.
func items(in Input) []Item {
	out := make([]Item, 0, len(in.Tokens))
	name := 0
	for i := 0; i < len(in.Tokens); i++ {
		for name < len(in.Names) && in.Names[name].First < i {
			name++
		}
		if in.Passed[i] {
			continue
		}
		it := Item{Token: in.Tokens[i], First: i, Last: i + 1}
		switch {
		case in.Speech[i] >= 0:
			for it.Last < len(in.Tokens) && in.Speech[it.Last] == in.Speech[i] {
				it.Last++
			}
			it.Tag = tagSpeech
		case in.Dated[i]:
			it = dateItem(in, it)
		case it.Tag == "``" && quotedName(in, i) > i:
			it.Last = quotedName(in, i)
			it.Token = in.Tokens[i+1]
			it.Tag = "NNP"
		case name < len(in.Names) && in.Names[name].First == i && joinsWords(in, in.Names[name]):
			it.Last = in.Names[name].Last
			it.Tag = "NNP"
		case it.Tag == "NNP" && namedByAim(in, i):
			it.Last = i + 3 // "Committee to Protect Journalists"
			for it.Last < len(in.Tokens) && in.Tokens[it.Last].Capital() {
				it.Last++
			}
		case it.Tag == "``" || it.Tag == "''":
			continue // the mark of words quoted within a clause
		}
		out = append(out, it)
		i = it.Last - 1
	}
	return out
}

// dateItem is the item of the date expression that it begins, without the words
// that go with the noun behind.
func dateItem(in Input, it Item) Item {
	tokens, i := in.Tokens, it.First
	for it.Last < len(tokens) && in.Dated[it.Last] && in.Speech[it.Last] < 0 {
		it.Last++
	}
	noun := func() bool { return it.Last < len(tokens) && nounlike(tokens[it.Last].Tag) }
	if noun() && it.Last > i+1 && tokens[it.Last-1].Tag == "IN" && tokens[it.Last-1].Is("after", "before") {
		it.Last-- // "at noon, shortly after | the vote"
		for it.Last > i+1 && tokens[it.Last-1].Tag == "RB" {
			it.Last--
		}
	}
	if noun() && tokens[it.Last-1].Is("recent", "current", "former", "previous") {
		it.Last = i + 1
		return it // "about recent arrests": no time of its own
	}
	if it.Last > i+1 || it.Tag != "IN" || !noun() {
		it.Tag = tagDate
	}
	return it
}

// namedByAim reports whether the name at token i goes on with what it is for:
// "Committee to Protect Journalists".
func namedByAim(in Input, i int) bool {
	if i+2 >= len(in.Tokens) || !in.Tokens[i+1].Is("to") {
		return false
	}
	aim := in.Tokens[i+2]
	return aim.Capital() && !aim.Is("i") && (aim.Tag != "NNP" || body(in.Tokens[i]))
}

// Children calls f with the nodes right below n, in order, while it returns
// true.
func (t *Tree) Children(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for c := t.Nodes[n].Child; c != 0; c = t.Nodes[c].Next {
			if !yield(c) {
				return
			}
		}
	}
}

// Find is the first child of n with the role, 0 for none.
func (t *Tree) Find(n int, role Role) int {
	for c := range t.Children(n) {
		if t.Nodes[c].Role == role {
			return c
		}
	}
	return 0
}

// At is the innermost node that holds item i and satisfies ok, 0 for none but
// the sentence.
func (t *Tree) At(i int, ok func(*Node) bool) int {
	found, at := 0, 0
	for {
		inner := 0
		for c := range t.Children(at) {
			if n := &t.Nodes[c]; n.First <= i && i < n.Last {
				inner = c
				break
			}
		}
		if inner == 0 {
			return found
		}
		at = inner
		if ok(&t.Nodes[at]) {
			found = at
		}
	}
}

// ItemAt is the item that holds token i, or the first behind it.
func (t *Tree) ItemAt(token int) int {
	for k, it := range t.Items {
		if token < it.Last {
			return k
		}
	}
	return len(t.Items)
}

// quotedName is the token behind the quotation that opens at token i, if what it
// holds is a name: “The Long Way Home”. It is i where it is none.
func quotedName(in Input, i int) int {
	name := false
	for k := i + 1; k < len(in.Tokens) && k < i+10 && in.Speech[k] < 0 && !in.Dated[k]; k++ {
		t := in.Tokens[k]
		switch {
		case t.Tag == "''":
			if name && in.Tokens[k-1].Tag != "," {
				return k + 1
			}
			if name {
				return k - 1 // the comma within the marks is the sentence's
			}
			return i
		case t.Tag == "``" || !t.Capital() && t.Word() && len(t.Text) > 4:
			return i
		case t.Capital() && k > i+1 || in.Tokens[i+1].Capital() && !in.Tokens[i+1].Is("the", "a", "an", "i", "we", "it"):
			name = true
		}
	}
	return i
}

// nounlike reports whether a noun phrase can begin with a token of the tag.
func nounlike(tag string) bool {
	switch tag {
	case "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP$":
		return true
	}
	return false
}

// joinsWords reports whether a name holds a small word, so that the grammar must
// not take it apart: "Institute for Coastal Studies".
func joinsWords(in Input, n words.Name) bool {
	joins := false
	for k := n.First; k < n.Last; k++ {
		if in.Dated[k] || in.Passed[k] || in.Speech[k] >= 0 {
			return false
		}
		switch in.Tokens[k].Tag {
		case "IN", "TO", "CC":
			joins = joins || k > n.First && k+1 < n.Last
		case ",":
			return false
		}
	}
	return joins && n.Kind != words.Person
}

// body reports whether a word can begin the name of a body that says its aim:
// "Campaign to Protect Rural England".
func body(t words.Token) bool {
	return t.Is("committee", "campaign", "coalition", "center", "centre", "society", "fund", "movement", "alliance", "council", "commission", "foundation", "association", "league")
}
