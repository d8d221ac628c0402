package event

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/document"
	"dateline/timeline/words"
)

// How a document speaks decides what its sentences are worth. In a statement or
// a diary “I met him on 3 May” is what the whole is written for; between the
// presenter and the reporter of a live broadcast, or among readers who comment,
// “I talked to him last night” tells nobody anything. It is told from traits of
// the document as a whole, never from whose it is.

// register is how a document speaks.
type register struct {
	live   bool   // people talk to one another as they speak: a broadcast, an interview
	own    bool   // one person's account, or one body's: a statement, a diary, a letter
	posts  int    // the sentence from which readers say what they think
	quoted []bool // sentences that begin inside a quotation
}

// register reads how the document speaks, once.
func (x *extractor) register() *register {
	if x.speaks == nil {
		letter := slices.ContainsFunc(x.doc.Dropped, func(d document.Dropped) bool { return ofLetter(d.Text) })
		x.speaks = readRegister(x.doc.Text, x.sentences, letter)
	}
	return x.speaks
}

// readRegister counts the traits of all sentences; a document may be known for a
// letter by what is no part of its text.
func readRegister(text string, sentences []timeline.Span, letter bool) *register {
	r := &register{posts: len(sentences), quoted: make([]bool, len(sentences))}
	var n manners
	labels := make(map[string]int)
	open, since := false, 0
	for i, s := range sentences {
		t := text[s.Start:s.End]
		if since++; since > maxSpoken {
			open = false // a mark that was never closed
		}
		r.quoted[i] = open
		var m manners
		if m, open = mannersOf(t, open); open && !r.quoted[i] {
			since = 0
		}
		n.add(m)
		if l := speakerLabel(t); l != "" {
			labels[l]++
		}
		if n.posts += signaturesIn(t); n.posts > 0 && r.posts == len(sentences) {
			r.posts = i
		}
	}
	if n.posts < minPosts {
		r.posts = len(sentences)
	}
	r.firstPost(text, sentences)
	said, twice := 0, 0
	for _, k := range labels {
		said += k
		if k > 1 {
			twice++
		}
	}
	of := max(n.unquoted, 1)
	talks := n.second*25 >= of || n.asked*25 >= of || n.chats*20 >= of
	r.live = said >= minLabels && twice > 0 && talks && said*50 >= of || n.second*10 >= of && n.chats*20 >= of && n.asked*50 >= of && of > minTalk || n.aired && talks
	r.own = !r.live && (letter || n.letter || n.alone*10 >= of*3 || n.alone == 0 && n.first*10 >= of*3 && n.second*10 <= of*3)
	return r
}

const (
	minPosts  = 2  // signatures that make readers' comments
	minLabels = 3  // turns of speakers that make a conversation
	minTalk   = 20 // sentences from which talk without labels is known
)

// firstPost moves the beginning of the comments back over what the first of them
// says above its signature.
func (r *register) firstPost(text string, sentences []timeline.Span) {
	if r.posts == len(sentences) {
		return
	}
	for back := 0; r.posts > 0 && back < maxSpoken; back++ {
		s := sentences[r.posts-1]
		m, _ := mannersOf(text[s.Start:s.End], false)
		if m.second+m.first+m.asked+m.exclaimed == 0 {
			return
		}
		r.posts--
	}
}

// manners are counts of sentences by how they speak, outside quotation marks.
type manners struct {
	unquoted  int // sentences that stand at least in part outside
	first     int // with "I", "we" and the like
	alone     int // with "I", "my", "me"
	second    int // with "you", "your"
	asked     int // questions
	exclaimed int // with "!"
	chats     int // that begin as talk does: "Well,", "Yeah", "Okay"
	posts     int
	aired     bool // it says that it is a transcript
	letter    bool // it opens or closes a letter
}

func (n *manners) add(m manners) {
	n.unquoted += m.unquoted
	n.first += m.first
	n.alone += m.alone
	n.second += m.second
	n.asked += m.asked
	n.exclaimed += m.exclaimed
	n.chats += m.chats
	n.aired, n.letter = n.aired || m.aired, n.letter || m.letter
}

// mannersOf counts one sentence, open telling whether it begins inside a
// quotation, and tells whether one is open at its end.
func mannersOf(s string, open bool) (manners, bool) {
	var m manners
	begun := false
	for w := range strings.FieldsSeq(s) {
		if !open && !strings.HasPrefix(w, "“") && !strings.HasPrefix(w, "\"") {
			m.unquoted = 1
			m.count(w, !begun)
		}
		begun = begun || unicode.IsLetter(firstLetter(w))
		switch {
		case strings.ContainsAny(w, "“”"):
			open = strings.LastIndex(w, "“") > strings.LastIndex(w, "”")
		case strings.Count(w, "\"") == 1:
			open = !open
		}
	}
	m.aired, m.letter = strings.Contains(s, "TRANSCRIPT"), ofLetter(s)
	return m, open
}

// count counts one word outside quotation marks.
func (m *manners) count(word string, begins bool) {
	switch last := word[len(word)-1]; last {
	case '?':
		m.asked = 1
	case '!':
		m.exclaimed = 1
	}
	w := strings.Trim(word, "([)].,;:!?-–—*")
	if len(w) > maxPronoun || w == "" {
		return
	}
	if i := strings.IndexAny(w, "'’"); i > 0 {
		w = w[:i]
	}
	switch words.Fold(w) {
	case "i", "my", "me", "mine", "myself":
		if w != "i" && w != "ME" {
			m.first, m.alone = 1, 1
		}
	case "we", "our", "us":
		if w != "US" {
			m.first = 1
		}
	case "you", "your", "yours", "yourself":
		m.second = 1
	case "well", "okay", "ok", "yeah", "yes", "thanks", "thank", "hello", "hi", "hey", "right", "oh", "um", "uh", "listen", "sure", "absolutely":
		if begins {
			m.chats = 1
		}
	}
}

// maxPronoun is the length in bytes of the longest word that is counted.
const maxPronoun = 14

func firstLetter(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“\"'([‘"))
	return r
}

// speakerLabel is who a turn of a conversation says is speaking, "" for nobody:
// "MORGAN: …", "Paxman: …", "DR. RADWAN (on the phone): …".
func speakerLabel(s string) string {
	colon := strings.IndexByte(s, ':')
	if colon < 1 || colon > 60 || colon+2 >= len(s) || s[colon+1] != ' ' {
		return ""
	}
	label, _, _ := strings.Cut(s[:colon], " (")
	if strings.ToUpper(label) != label {
		if f := strings.Fields(label); len(f) > 3 || strings.ContainsAny(label, "“”\",.") {
			return ""
		}
		for w := range strings.FieldsSeq(label) {
			if !unicode.IsUpper(firstLetter(w)) {
				return ""
			}
		}
	}
	label, _, _ = strings.Cut(label, ",")
	return strings.TrimSpace(label)
}

// signature is what a page puts beside a reader's comment: when it was sent, and
// a bar, or who wrote it.
var signature = regexp.MustCompile(`\b(?:19|20)\d\d,?\s(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?(?:\sat\s\d{1,2}:\d\d\s?[ap]m)?\s\||Posted by:? [^|]{2,30} \||(?:^|\s)(?:At|On)\s\d{1,2}:\d\d\s.{4,24}\d{4},\s\S{2,20}\s(?:wrote|said|says):|\bReport (?:abuse|this comment)\b`)

// signaturesIn counts the signatures of comments in s.
func signaturesIn(s string) int {
	if !strings.Contains(s, "|") && !strings.Contains(s, "Report ") && !strings.Contains(s, "wrote:") && !strings.Contains(s, "says:") && !strings.Contains(s, "said:") {
		return 0
	}
	if strings.Contains(s, "Permalink") || strings.Contains(s, "Comments (") {
		return 0 // a blog's own posts
	}
	return len(signature.FindAllStringIndex(s, -1))
}

// letters are the words that letters open and close with.
var letters = []string{"Dear ", "Yours sincerely", "Yours faithfully", "Yours truly", "Kind regards", "Best regards", "Sincerely,"}

// ofLetter reports whether a sentence opens or closes a letter.
func ofLetter(s string) bool {
	for _, l := range letters {
		if strings.HasPrefix(strings.TrimSpace(s), l) && len(s) < maxSalutation {
			return true
		}
	}
	return false
}

// maxSalutation is the length in bytes of the longest opening of a letter that
// runs into its first sentence.
const maxSalutation = 300
