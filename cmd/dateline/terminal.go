package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/spf13/cobra"
)

// printable puts blanks for control characters, and leaves out those that turn
// the direction of writing, so that a text cannot steer the terminal it is
// printed on. Lines and tabs stay.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// oneLine is s in printable characters, with all white space folded.
func oneLine(s string) string { return strings.Join(strings.Fields(printable(s)), " ") }

// message is an error or a name, printable and on one line.
func message(what any) string {
	return strings.ReplaceAll(printable(fmt.Sprint(what)), "\n", " ")
}

// printableWriter passes on what is printable. Each call writes whole
// characters.
type printableWriter struct{ to io.Writer }

func (w printableWriter) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, printable(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// interruptible gives a context for a command that writes into a chronology:
// the first Ctrl-C cancels it, so that nothing is left half done, and a second
// one ends the command at once.
func interruptible(c *cobra.Command) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
	done := make(chan struct{})
	context.AfterFunc(ctx, func() {
		stop()
		select {
		case <-done:
		case <-time.After(patience):
			fmt.Fprintln(c.ErrOrStderr(), "dateline: stopping; press Ctrl-C again to stop at once")
		}
	})
	return ctx, func() {
		close(done)
		stop()
	}
}
