package timeline

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Problem is something wrong with the input, at a place a person can open.
type Problem struct {
	Path    string // as the user would name it
	Line    int    // from 1; 0 when the whole file is meant
	Column  int    // in characters, from 1; 0 when the whole line is meant
	Message string
	Hint    string // what to do about it; may be empty
}

// Error writes path:line:column: message (hint), leaving out what is not known.
func (p *Problem) Error() string {
	message := p.Message
	if p.Hint != "" {
		message += " (" + p.Hint + ")"
	}
	switch {
	case p.Line == 0:
		return fmt.Sprintf("%s: %s", p.Path, message)
	case p.Column == 0:
		return fmt.Sprintf("%s:%d: %s", p.Path, p.Line, message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.Path, p.Line, p.Column, message)
}

// Problems takes an error apart into the errors joined in it, in the order
// path, line, column, message; errors that are no [Problem] come first.
func Problems(err error) []error {
	var all []error
	flatten(err, &all)
	return Sorted(all)
}

// Sorted puts errors into the order that [Problems] gives.
func Sorted(all []error) []error {
	slices.SortStableFunc(all, func(a, b error) int {
		var p, q Problem
		asProblem(a, &p)
		asProblem(b, &q)
		return cmp.Or(cmp.Compare(p.Path, q.Path), cmp.Compare(p.Line, q.Line),
			cmp.Compare(p.Column, q.Column), cmp.Compare(p.Message, q.Message))
	})
	return all
}

func flatten(err error, into *[]error) {
	if err == nil {
		return
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			flatten(e, into)
		}
		return
	}
	*into = append(*into, err)
}

func asProblem(err error, into *Problem) {
	var p *Problem
	if errors.As(err, &p) {
		*into = *p
	}
}
