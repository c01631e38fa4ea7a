package check

import (
	"slices"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// foundation are the rules without which facts can be neither compiled nor
// written: what is referred to exists, what is to be read can be, and what is
// a key or required in the tables is there once.
var foundation = []string{
	"blank-text", "citation-form", "dataset-info", "disputes-nothing", "duplicate-id", "duplicate-key", "duplicate-statement",
	"duplicate-statement-key", "id-form", "incomplete-source", "listed-twice", "malformed-date", "missing-citation", "missing-codes",
	"missing-label", "missing-value", "moved-nowhere", "pair-properties", "unknown-code", "unknown-entity", "unknown-kind",
	"unknown-property", "unknown-role", "unknown-source", "unknown-type", "unknown-word", "unreadable-yaml", "wrong-kind",
	"wrong-shape", "yaml-feature",
}

// RunReleased judges facts as they were published before. They passed the rules
// of their time; of today's, they are held only to those without which nothing
// can be compiled. So a rule that is new does not make the past unreadable.
func RunReleased(d *fact.Dataset, loaded []problem.Problem) (*Passed, []problem.Problem) {
	var rules []Rule
	for _, r := range Rules() {
		if slices.Contains(foundation, r.ID) {
			rules = append(rules, r)
		}
	}
	loaded = slices.DeleteFunc(slices.Clone(loaded), func(p problem.Problem) bool { return !slices.Contains(foundation, p.Rule) })
	return run(d, loaded, rules)
}
