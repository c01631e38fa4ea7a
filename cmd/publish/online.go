package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"example.org/publish/build/check"
	"example.org/publish/build/problem"
	"example.org/publish/build/reach"
	"example.org/publish/build/verify"
)

// online asks whether the addresses of the sources still answer, and keeps the
// answers for a week.
func (f *datasetFlags) online(ctx context.Context, t terminal, p *check.Passed) (map[string]reach.Answer, error) {
	var addresses []string
	for _, s := range p.Dataset().Sources {
		for _, a := range []string{s.Address.Text, s.Archived.Text} {
			if a != "" {
				addresses = append(addresses, a)
			}
		}
	}
	asker := reach.Asker{
		Transport: http.DefaultTransport, Agent: fmt.Sprintf("publish/%s (+%s)", version(), p.Dataset().Info.Site.Text),
		Pause: 2 * time.Second, Patience: 20 * time.Second, Now: time.Now, Fresh: 7 * 24 * time.Hour, Known: map[string]reach.Answer{},
	}
	file, kept := cacheFile(t, f.dataset, "addresses.json")
	if content, err := os.ReadFile(file); kept && err == nil {
		if json.Unmarshal(content, &asker.Known) != nil {
			asker.Known = map[string]reach.Answer{} // damaged: as if nothing had been kept
		}
	}
	answers := asker.Ask(ctx, addresses)
	if ctx.Err() != nil || !kept {
		return answers, ctx.Err()
	}
	content, err := json.MarshalIndent(answers, "", "  ")
	if err != nil {
		return nil, err
	}
	// What cannot be kept is asked again next time.
	if os.MkdirAll(filepath.Dir(file), 0o777) == nil {
		_ = os.WriteFile(file, content, 0o666)
	}
	return answers, nil
}

// unanswered are the problems of sources whose address does not answer. One
// that is archived is found all the same.
func unanswered(p *check.Passed, answers map[string]reach.Answer) []problem.Problem {
	var problems []problem.Problem
	for _, s := range p.Dataset().Sources {
		answer, asked := answers[s.Address.Text]
		if !asked || answer.Fine() {
			continue
		}
		one := problem.Problem{
			File: s.File, Pos: s.Address.Pos, Width: utf8.RuneCountInString(s.Address.Text), Rule: verify.LostAddress, Severity: problem.Warning,
			Message: "the address does not answer: " + inWords(answer),
			Help:    "try it in a browser; hosts turn programs away, and are down for a while",
		}
		switch {
		case answers[s.Archived.Text].Fine():
			continue
		case answer.Gone() && !s.Archived.Given():
			one.Severity, one.Message = problem.Error, "there is nothing at the address any more: "+inWords(answer)
			one.Help = "look for a snapshot in a web archive, and write its address as archived: …"
		case answer.Gone():
			one.Severity, one.Message = problem.Error, "there is nothing at the address any more, and its snapshot does not answer either"
			one.Help = "try both in a browser, and write another snapshot as archived: …"
		}
		problems = append(problems, one)
	}
	return problem.Sort(problems)
}

func inWords(a reach.Answer) string {
	switch {
	case a.Trouble != "":
		return a.Trouble
	case a.Moved != "":
		return fmt.Sprintf("%d, now at %s", a.Status, a.Moved)
	}
	return fmt.Sprintf("%d %s", a.Status, http.StatusText(a.Status))
}

// listAnswers lists each address with what it answered.
func listAnswers(answers map[string]reach.Answer) func(io.Writer, []verify.Source) error {
	return func(w io.Writer, sources []verify.Source) error {
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		asked, fine := 0, 0
		for _, s := range sources {
			for _, address := range []string{s.Address, s.Archived} {
				answer, ok := answers[address]
				if !ok {
					continue
				}
				asked++
				if answer.Fine() {
					fine++
				}
				fmt.Fprintf(table, "%s\t%s\t%s\n", s.ID, address, inWords(answer))
			}
		}
		fmt.Fprintf(table, "%s: %d answered\n", count(asked, "address", "addresses"), fine)
		return table.Flush()
	}
}
