package problem

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.org/publish/build/fact"
)

// Options say how [Text] shows problems.
type Options struct {
	Limit  int    // show at most so many, errors before warnings; 0 shows all
	Color  bool   // colour for a terminal
	Prefix string // put before the name of each file, such as "dataset/"
}

// Text writes problems for a person: place, message and rule, the line of the
// file, a mark below the characters meant and the help beside it; last how many
// there are. The files lend the lines; a problem in a file that is not among
// them is shown without its line. No problems write nothing.
func Text(w io.Writer, problems []Problem, files []fact.File, o Options) error {
	if len(problems) == 0 {
		return nil
	}
	b := bufio.NewWriter(w)
	p := printer{w: b, paint: plain, prefix: o.Prefix, files: map[string][]byte{}}
	if o.Color {
		p.paint = coloured
	}
	for _, f := range files {
		p.files[f.Name] = f.Content
	}
	shown := firstOf(problems, o.Limit)
	for _, one := range shown {
		p.problem(one)
		fmt.Fprintln(b)
	}
	fmt.Fprint(b, summary(problems))
	if len(shown) < len(problems) {
		fmt.Fprintf(b, "; the first %d are shown", len(shown))
	}
	fmt.Fprintln(b)
	return b.Flush()
}

// firstOf returns the first problems in their order; warnings give way to errors.
func firstOf(problems []Problem, limit int) []Problem {
	if limit <= 0 || len(problems) <= limit {
		return problems
	}
	errors, _ := count(problems)
	errors = min(errors, limit)
	warnings := limit - errors
	shown := make([]Problem, 0, limit)
	for _, one := range problems {
		left := &errors
		if one.Severity == Warning {
			left = &warnings
		}
		if *left > 0 {
			*left--
			shown = append(shown, one)
		}
	}
	return shown
}

func count(problems []Problem) (errors, warnings int) {
	for _, one := range problems {
		if one.Severity == Warning {
			warnings++
		}
	}
	return len(problems) - warnings, warnings
}

// Summary says how many problems there are: "2 problems and 1 warning in 1 file".
func Summary(problems []Problem) string { return summary(problems) }

// Excerpt is the line of a problem in the file that it is in, and below it a
// mark under the characters meant; "" when the problem is of the whole file.
func Excerpt(one Problem, file fact.File) string {
	p := printer{files: map[string][]byte{one.File: file.Content}}
	line, ok := p.row(one.File, one.Pos.Line)
	if !ok {
		return ""
	}
	e := excerptOf(line, int(one.Pos.Column), one.Width, room)
	return e.text + "\n" + strings.Repeat(" ", e.indent) + strings.Repeat("^", e.marks)
}

func summary(problems []Problem) string {
	files := map[string]bool{}
	for _, one := range problems {
		files[one.File] = true
	}
	errors, warnings := count(problems)
	var parts []string
	if errors > 0 {
		parts = append(parts, number(errors, "problem"))
	}
	if warnings > 0 {
		parts = append(parts, number(warnings, "warning"))
	}
	return strings.Join(parts, " and ") + " in " + number(len(files), "file")
}

func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// room is how many columns a shown problem takes at most.
const room = 100

type printer struct {
	w      io.Writer
	paint  func(style, string) string
	prefix string
	files  map[string][]byte
	lines  struct { // of the last file asked for
		file string
		text []string
	}
	last struct { // the last line asked for, as a long one may have thousands of problems
		file string
		n    uint32
		row  row
	}
}

func (p *printer) problem(one Problem) {
	kind, mark := "", failing
	if one.Severity == Warning {
		kind, mark = p.paint(warning, "warning: "), warning
	}
	place := visible(p.prefix + one.File)
	if one.Pos.Line > 0 {
		place += fmt.Sprintf(":%d:%d", one.Pos.Line, max(one.Pos.Column, 1))
	}
	fmt.Fprintf(p.w, "%s %s%s %s\n",
		p.paint(strong, place+":"), kind, visible(one.Message), p.paint(quiet, "["+one.Rule+"]"))

	label := fmt.Sprintf("%4d", one.Pos.Line)
	blank := strings.Repeat(" ", len(label))
	line, ok := p.row(one.File, one.Pos.Line)
	if !ok {
		for i, words := range wrap(visible(one.Help), room-len(blank)-3) {
			sign := "="
			if i > 0 {
				sign = " "
			}
			fmt.Fprintf(p.w, "%s %s\n", p.paint(quiet, blank+" "+sign), words)
		}
		return
	}
	e := excerptOf(line, int(one.Pos.Column), one.Width, room-len(blank)-3)
	gutter := p.paint(quiet, blank+" |")
	fmt.Fprintf(p.w, "%s %s\n", p.paint(quiet, label+" |"), e.text)
	beside, below, indent := besideOrBelow(visible(one.Help), e.indent+e.marks+1, room-len(blank)-3)
	marks := strings.Repeat(" ", e.indent) + p.paint(mark, strings.Repeat("^", e.marks))
	if beside != "" {
		marks += " " + beside
	}
	fmt.Fprintf(p.w, "%s %s\n", gutter, marks)
	for _, words := range below {
		fmt.Fprintf(p.w, "%s %s%s\n", gutter, strings.Repeat(" ", indent), words)
	}
}

// row returns a line of a file as it is shown; ok is false when there is none.
func (p *printer) row(file string, n uint32) (line row, ok bool) {
	if p.last.n == n && p.last.file == file && n > 0 {
		return p.last.row, true
	}
	text, ok := p.line(file, n)
	if !ok {
		return row{}, false
	}
	p.last.file, p.last.n, p.last.row = file, n, rowOf(text)
	return p.last.row, true
}

// line returns a line of a file; ok is false when there is none.
func (p *printer) line(file string, n uint32) (line string, ok bool) {
	content, ok := p.files[file]
	if !ok || n == 0 {
		return "", false
	}
	if p.lines.file != file || p.lines.text == nil {
		text := strings.TrimPrefix(string(content), "\ufeff")
		p.lines.file, p.lines.text = file, strings.Split(text, "\n")
	}
	if int(n) > len(p.lines.text) {
		return "", false
	}
	return strings.TrimSuffix(p.lines.text[n-1], "\r"), true
}

type style string

// The styles are parameters of the terminal's "select graphic rendition"
// sequence (ECMA-48, 8.3.117).
const (
	strong  style = "1"
	quiet   style = "36"
	failing style = "1;31"
	warning style = "1;33"
)

func plain(_ style, s string) string { return s }

func coloured(as style, s string) string { return "\x1b[" + string(as) + "m" + s + "\x1b[0m" }
