package problem

import (
	"encoding/json"
	"io"
)

// JSON writes one object for a program: how many errors and warnings there are
// and all problems in order. Lines and columns count from 1, columns in
// characters; endColumn is the one after the last character meant. A problem
// about a file as a whole has no line. A fix replaces the bytes [from, to) of
// the file, counted from 0. The prefix is put before the name of each file.
func JSON(w io.Writer, problems []Problem, prefix string) error {
	type fix struct {
		From int    `json:"from"`
		To   int    `json:"to"`
		Text string `json:"text"`
	}
	type item struct {
		File      string   `json:"file"`
		Line      uint32   `json:"line,omitempty"`
		Column    uint32   `json:"column,omitempty"`
		EndColumn uint32   `json:"endColumn,omitempty"`
		Rule      string   `json:"rule"`
		Severity  Severity `json:"severity"`
		Message   string   `json:"message"`
		Help      string   `json:"help,omitempty"`
		Fix       *fix     `json:"fix,omitempty"`
	}
	var all struct {
		Errors   int    `json:"errors"`
		Warnings int    `json:"warnings"`
		Problems []item `json:"problems"`
	}
	all.Errors, all.Warnings = count(problems)
	all.Problems = make([]item, len(problems))
	for i, p := range problems {
		it := item{
			File: prefix + p.File, Rule: p.Rule, Severity: p.Severity, Message: p.Message, Help: p.Help,
		}
		it.Line, it.Column, it.EndColumn = p.region()
		if p.Fix != nil {
			it.Fix = &fix{p.Fix.From, p.Fix.To, p.Fix.Text}
		}
		all.Problems[i] = it
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// region is the place of the mark: all zero for a file as a whole.
func (p Problem) region() (line, column, end uint32) {
	if p.Pos.Line == 0 {
		return 0, 0, 0
	}
	column = max(p.Pos.Column, 1)
	return p.Pos.Line, column, column + uint32(max(p.Width, 1))
}
