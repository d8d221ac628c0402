package dates

// Record is a mention as `dateline dates` prints it.
type Record struct {
	Start   int    `json:"start"` // UTF-8 bytes into the file
	End     int    `json:"end"`   // exclusive
	Text    string `json:"text"`
	Type    Type   `json:"type"`
	Value   string `json:"value"`
	Mod     string `json:"mod,omitempty"`
	EDTF    string `json:"edtf,omitempty"`
	Because string `json:"because,omitempty"`
	Reason  string `json:"reason,omitempty"`
}

// Records gives the mentions that are TIMEX3 expressions: all but those of type
// [ORDER]. The list is never nil, so that it prints as a JSON array.
func Records(mentions []Mention) []Record {
	out := make([]Record, 0, len(mentions))
	for i := range mentions {
		m := &mentions[i]
		if m.Type == ORDER {
			continue
		}
		out = append(out, Record{m.Start, m.End, m.Text, m.Type, m.Value, m.Mod,
			m.When.String(), m.Because, m.Reason})
	}
	return out
}
