package document

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
)

// faultAt is a problem at byte offset at of data.
func faultAt(name string, data []byte, at int, message, hint string) *timeline.Problem {
	before := data[:at]
	line := 1 + strings.Count(string(before), "\n")
	begin := strings.LastIndexByte(string(before), '\n') + 1
	column := 1 + utf8.RuneCount(before[begin:])
	return &timeline.Problem{Path: name, Line: line, Column: column, Message: message, Hint: hint}
}

// unknownFormat is the fault of a file whose ending has no reader.
func unknownFormat(name string) error {
	what := "no file ending"
	if ext := path.Ext(name); ext != "" {
		what = fmt.Sprintf("unknown format %q", ext)
	}
	return &timeline.Problem{Path: name, Line: 1, Column: 1, Message: what,
		Hint: "plain text (.txt) and Markdown (.md) are read"}
}
