package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/edtf"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"
)

// dating is one call of the dates command.
type dating struct {
	language, format, reference string
	output, references          string

	finder  *dates.Finder
	context dates.Context
	byFile  map[string]dates.Context // as the references name the files
}

func newDates() *cobra.Command {
	d := dating{}
	c := &cobra.Command{
		Use:   "dates [FILE|-]…",
		Short: "Find the date expressions in a text and what they mean",
		Long: `Find the date expressions in a text and say what each means: as TIMEX3 type
and value, and as EDTF date with the reason. The text is taken as it is, with
no menus or captions removed. Without FILE, or with -, it is read from stdin.

--format json prints an array with one object an expression:
  start, end   UTF-8 byte offsets into the text, end exclusive
  text         the expression
  type         DATE, TIME, DURATION or SET
  value, mod   TIMEX3; mod only where there is one
  edtf         the date, where the expression has one
  because      why it is that date, in English for texts of any language
  reason       why it could not be resolved

With --output, several files are read, and DIR/NAME.json is written for each
NAME.txt. --references names a JSON file that gives each its reference date:
[{"file": "NAME.txt", "dct": "2013-03-22"}, …], where a file may be called by
its path, from here or from the JSON file, or by its name alone.`,
		Example: `  echo "It ended on Tuesday." | dateline dates --reference 2013-03-22
  dateline dates --reference 2013-03-22 --format json article.txt
  dateline dates --language de --reference 2024-03-15 artikel.txt
  dateline dates --references manifest.json --output out/ texts/*.txt`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := d.prepare(args); err != nil {
				return err
			}
			if d.output != "" {
				return d.files(args, c.ErrOrStderr())
			}
			return d.one(args, c.InOrStdin(), c.OutOrStdout())
		},
	}
	f := c.Flags()
	f.StringVar(&d.reference, "reference", "", "date the text was written: 2013-03-22, 2013-03, 2013-03-22T10:30, 2013-03-22~")
	f.StringVar(&d.references, "references", "", "JSON file with a reference date for each file")
	f.StringVar(&d.output, "output", "", "folder to write NAME.json into for each NAME.txt")
	f.StringVar(&d.format, "format", "text", "what to print: text or json")
	f.StringVar(&d.language, "language", "en", "language of the text: "+strings.Join(dates.Languages(), ", "))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("language", cobra.FixedCompletions(dates.Languages(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// prepare checks the flags and compiles the rules.
func (d *dating) prepare(args []string) error {
	switch {
	case d.format != "text" && d.format != "json":
		return usageError{fmt.Errorf("--format takes text or json, got %q", d.format)}
	case d.output == "" && len(args) > 1:
		return usageError{errors.New("several files need --output DIR")}
	case d.output != "" && len(args) == 0:
		return usageError{errors.New("--output needs the files to read")}
	}
	reference, err := publicationDate("reference", d.reference)
	if err != nil {
		return err
	}
	d.context.Reference = reference
	if d.references != "" {
		if d.byFile, err = readReferences(d.references); err != nil {
			return err
		}
	}
	if d.finder, err = dates.New(d.language); err != nil {
		return usageError{fmt.Errorf("--language: %w", err)}
	}
	return nil
}

// one reads a single text and prints what is in it.
func (d *dating) one(args []string, in io.Reader, out io.Writer) error {
	text, name := []byte(nil), "-"
	var err error
	if len(args) == 1 && args[0] != "-" {
		name = args[0]
		text, err = os.ReadFile(name)
	} else {
		text, err = io.ReadAll(in)
	}
	if err != nil {
		return unreadable(name, err)
	}
	mentions := dates.Records(d.find(name, string(text)))
	if d.format == "json" {
		return printJSON(out, mentions)
	}
	w := bufio.NewWriter(out)
	for _, m := range mentions {
		fmt.Fprintf(w, "%d-%d\t%s\t%s\t%s\t%s\t%s\n", m.Start, m.End, oneLine(m.Text), m.Type, m.Value, m.EDTF, m.Because+m.Reason)
	}
	return w.Flush()
}

func (d *dating) find(name, text string) []dates.Mention {
	return d.finder.Find(text, d.contextOf(name))
}

// contextOf is what the references say of a file, else what goes for all.
func (d *dating) contextOf(name string) dates.Context {
	beside, err := filepath.Rel(filepath.Dir(d.references), name)
	if err != nil {
		beside = name
	}
	for _, called := range []string{name, beside, filepath.Base(name)} {
		if context, ok := d.byFile[fileKey(called)]; ok {
			return context
		}
	}
	return d.context
}

// fileKey is a path as the references are looked up by it.
func fileKey(name string) string { return filepath.ToSlash(filepath.Clean(name)) }

// unreadable says why a file cannot be read, without its path, which comes first.
func unreadable(name string, err error) error {
	var pathed *fs.PathError
	if errors.As(err, &pathed) {
		err = pathed.Err
	}
	return &timeline.Problem{Path: name, Message: "cannot be read: " + err.Error()}
}

// files reads each file and writes what is in it beside the others; a file
// that cannot be read does not stop them.
func (d *dating) files(names []string, messages io.Writer) error {
	if err := d.distinct(names); err != nil {
		return err
	}
	if err := os.MkdirAll(d.output, 0o777); err != nil {
		return fmt.Errorf("make output folder: %w", err)
	}
	bar := newProgress(messages, "finding dates")
	var problems []error
	for i, name := range names {
		if err := d.file(name); err != nil {
			problems = append(problems, err)
		}
		bar.update(i+1, len(names))
	}
	bar.clear()
	return endWith(messages, problems)
}

// distinct refuses files of which one would be written over another, or over
// itself.
func (d *dating) distinct(names []string) error {
	by := map[string]string{}
	for _, name := range names {
		target := d.target(name)
		if other, taken := by[target]; taken && fileKey(other) != fileKey(name) {
			return usageError{fmt.Errorf("%s and %s would both be written to %s; take them in two calls, with an --output each", other, name, target)}
		}
		by[target] = name
		read, err := os.Stat(name)
		if err != nil {
			continue // reported when it is read
		}
		if written, err := os.Stat(target); err == nil && os.SameFile(read, written) {
			return usageError{fmt.Errorf("%s would be written over itself; choose another --output", name)}
		}
	}
	return nil
}

// target is the file that is written for the one called name.
func (d *dating) target(name string) string {
	base := filepath.Base(name)
	return filepath.Join(d.output, strings.TrimSuffix(base, filepath.Ext(base))+".json")
}

func (d *dating) file(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return unreadable(name, err)
	}
	data, err := json.MarshalIndent(dates.Records(d.find(name, string(text))), "", "  ")
	if err != nil {
		return fmt.Errorf("encode %s: %w", name, err)
	}
	target := d.target(name)
	if err := renameio.WriteFile(target, append(data, '\n'), 0o666); err != nil {
		return fmt.Errorf("write %s: %w", target, err)
	}
	return nil
}

// readReferences reads the reference date of each file.
func readReferences(name string) (map[string]dates.Context, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	var entries []struct{ File, DCT string }
	if err := json.Unmarshal(data, &entries); err != nil {
		return nil, jsonError(name, data, err)
	}
	all := make(map[string]dates.Context, len(entries))
	for i, e := range entries {
		date, err := edtf.Parse(e.DCT)
		key, wrong := fileKey(e.File), ""
		if before, twice := all[key]; twice && before.Reference != date {
			wrong = fmt.Sprintf("%q comes twice, with different dates", e.File)
		}
		if e.File == "" {
			wrong = `an entry without "file"`
		}
		if err != nil && e.DCT != "" {
			wrong = fmt.Sprintf("reference date of %q: %v", e.File, err)
		}
		if wrong != "" {
			return nil, jsonProblem(name, data, entryOffset(data, i), wrong)
		}
		all[key] = dates.Context{Reference: date}
	}
	return all, nil
}

// entryOffset is where the entry numbered n, from 0, of a JSON list begins.
func entryOffset(data []byte, n int) int {
	decoder := json.NewDecoder(bytes.NewReader(data))
	_, err := decoder.Token()
	for ; n > 0 && err == nil; n-- {
		var entry json.RawMessage
		err = decoder.Decode(&entry)
	}
	at := int(decoder.InputOffset())
	return at + bytes.IndexByte(data[at:], '{')
}

// jsonError gives an error of the JSON reader its line and column.
func jsonError(name string, data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && int(syntax.Offset) >= len(data):
		return jsonProblem(name, data, len(data), "no valid JSON: it ends too early")
	case errors.As(err, &syntax):
		return jsonProblem(name, data, int(syntax.Offset)-1, "no valid JSON: "+err.Error())
	case errors.As(err, &kind):
		return jsonProblem(name, data, int(kind.Offset)-1,
			fmt.Sprintf("expected a list of {\"file\": …, \"dct\": …} with texts, found: %s", kind.Value))
	}
	return jsonProblem(name, data, 0, err.Error())
}

// jsonProblem is a message at the byte at of data.
func jsonProblem(name string, data []byte, at int, message string) error {
	before := string(data[:min(max(at, 0), len(data))])
	return &timeline.Problem{Path: name, Message: message,
		Line:   strings.Count(before, "\n") + 1,
		Column: len([]rune(before[strings.LastIndex(before, "\n")+1:])) + 1}
}
