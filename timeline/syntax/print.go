package syntax

import "strings"

var kindNames = [...]string{"S", "C", "N", "P", "A", "R", "T", "Q", ""}

var roleNames = [...]string{"", "subj", "obj", "comp", "adj", "open", "mod", "rel", "aside", "and", "attr", "mark"}

// String prints the tree with brackets: "[C [N:subj The ferry] sank]". "?" marks
// what is unsure.
func (t *Tree) String() string {
	var b strings.Builder
	for c := range t.Children(0) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		t.print(&b, c)
	}
	return b.String()
}

func (t *Tree) print(b *strings.Builder, n int) {
	x := &t.Nodes[n]
	if x.Kind == Link {
		t.words(b, x.First, x.Last)
		return
	}
	b.WriteByte('[')
	b.WriteString(kindNames[x.Kind])
	if x.Unsure {
		b.WriteByte('?')
	}
	if x.Role != None {
		b.WriteString(":" + roleNames[x.Role])
	}
	at := x.First
	for c := range t.Children(n) {
		if t.Nodes[c].First > at {
			b.WriteByte(' ')
			t.words(b, at, t.Nodes[c].First)
		}
		b.WriteByte(' ')
		t.print(b, c)
		at = t.Nodes[c].Last
	}
	if x.Last > at {
		b.WriteByte(' ')
		t.words(b, at, x.Last)
	}
	b.WriteByte(']')
}

func (t *Tree) words(b *strings.Builder, first, last int) {
	for i := first; i < last; i++ {
		if i > first {
			b.WriteByte(' ')
		}
		switch it := t.Items[i]; it.Tag {
		case tagDate:
			b.WriteString("<date>")
		case tagSpeech:
			b.WriteString("“…”")
		default:
			b.WriteString(it.Text)
		}
	}
}
