// Package check judges whether facts can be published.
//
// A [Rule] is one literal in the file of its subject: what must hold, why, how
// to mend it, and the function that finds where it does not. One mistake gives
// one problem, so each rule passes over what another one has to say: a date
// that cannot be read is in no order, and nothing is missing from a file that
// could not be read whole.
//
// The package does not know YAML: what could not be read comes to it as
// problems of package load. Nor does it know what is published.
package check

import (
	"slices"
	"strings"
	"sync"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// Rule is something that must hold in every dataset.
type Rule struct {
	ID       string           `json:"id"`    // kebab-case, never reused
	Title    string           `json:"title"` // what must hold
	Severity problem.Severity `json:"severity"`
	Why      string           `json:"why"`
	Mend     string           `json:"mend"`
	Before   string           `json:"before"` // YAML that breaks it
	After    string           `json:"after"`  // the same, mended

	// find reports every place where the rule does not hold. It is nil for a
	// rule that is judged while the files are read.
	find func(*finder)
}

// Rules returns all rules, by id.
func Rules() []Rule {
	rules := slices.Concat(
		citationRules, conflictRules, datasetRules, dateRules, entityRules, idRules, ledgerRules, listRules, moveRules,
		referenceRules, schemaRules, silenceRules, sourceRules, statementRules, textRules, valueRules, yamlRules,
	)
	slices.SortFunc(rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

// Passed is the proof that a dataset may be published. Only [Run] makes one.
type Passed struct{ dataset *fact.Dataset }

// Dataset is the dataset that passed.
func (p *Passed) Dataset() *fact.Dataset { return p.dataset }

// Run judges a dataset by all rules, given the problems that were met while it
// was loaded. It returns all problems, those too, in the order of files, lines
// and columns. Passed is nil when any of them is an error.
func Run(d *fact.Dataset, loaded []problem.Problem) (*Passed, []problem.Problem) {
	return run(d, loaded, Rules())
}

func run(d *fact.Dataset, loaded []problem.Problem, rules []Rule) (*Passed, []problem.Problem) {
	x := newIndex(d, loaded)
	for _, r := range rules {
		x.severities[r.ID] = r.Severity
	}
	found := make([]finder, len(rules))
	var work sync.WaitGroup
	for i, r := range rules {
		if r.find == nil {
			continue
		}
		found[i] = finder{index: x, rule: r}
		work.Go(func() { r.find(&found[i]) })
	}
	work.Wait()

	problems := slices.Clone(loaded)
	for _, f := range found {
		problems = append(problems, f.problems...)
	}
	problems = problem.Sort(x.silence(problems))
	if slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Severity == problem.Error }) {
		return nil, problems
	}
	return &Passed{d}, problems
}
