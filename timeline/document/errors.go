package document

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// Error is a fault in a file that a person can mend. It prints as
// path:line:column: message (hint).
type Error struct {
	Path         string
	Line, Column int // from 1; columns count characters
	Message      string
	Hint         string // what to do about it; may be empty
}

func (e *Error) Error() string {
	s := fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Message)
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// faultAt is an Error at byte offset at of data.
func faultAt(name string, data []byte, at int, message, hint string) *Error {
	before := data[:at]
	line := 1 + strings.Count(string(before), "\n")
	begin := strings.LastIndexByte(string(before), '\n') + 1
	column := 1 + utf8.RuneCount(before[begin:])
	return &Error{Path: name, Line: line, Column: column, Message: message, Hint: hint}
}

// unknownFormat is the fault of a file whose ending has no reader.
func unknownFormat(name string) error {
	what := "no file ending"
	if ext := path.Ext(name); ext != "" {
		what = fmt.Sprintf("unknown format %q", ext)
	}
	return &Error{Path: name, Line: 1, Column: 1, Message: what,
		Hint: "plain text (.txt) and Markdown (.md) are read"}
}
