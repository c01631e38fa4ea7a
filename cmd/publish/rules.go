package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/check"
	"example.org/publish/build/nearest"
	"example.org/publish/build/verify"
)

func newRules(t terminal) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "rules [rule]",
		Short: "List the rules that facts must keep, or explain one",
		Example: `  publish rules
  publish rules citation-place`,
		Args: arguments(0, 1, "at most the id of one rule"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleIDs(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			rules := allRules()
			if len(args) == 1 {
				rule, err := findRule(args[0])
				if err != nil {
					return err
				}
				rules = []check.Rule{rule}
			}
			switch {
			case asJSON:
				return json.NewEncoder(t.out).Encode(rules)
			case len(args) == 1:
				return explain(t.out, rules[0])
			}
			return list(t.out, rules)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "write the rules as JSON")
	return c
}

// allRules are the rules of the check and those that only the copies of the
// sources can show to be kept, by id.
func allRules() []check.Rule {
	rules := append(check.Rules(), verify.Rules()...)
	slices.SortFunc(rules, func(a, b check.Rule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

func ruleIDs() []string {
	var ids []string
	for _, r := range allRules() {
		ids = append(ids, r.ID)
	}
	return ids
}

func findRule(id string) (check.Rule, error) {
	for _, r := range allRules() {
		if r.ID == id {
			return r, nil
		}
	}
	hint := "\"publish rules\" lists them"
	if near := nearest.Name(id, ruleIDs()); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return check.Rule{}, usageError{fmt.Errorf("no rule has the id %q: %s", id, hint)}
}

func list(w io.Writer, rules []check.Rule) error {
	widest := 0
	for _, r := range rules {
		widest = max(widest, len(r.ID))
	}
	for _, r := range rules {
		if _, err := fmt.Fprintf(w, "%-*s  %s\n", widest, r.ID, r.Title); err != nil {
			return err
		}
	}
	return nil
}

func explain(w io.Writer, r check.Rule) error {
	_, err := fmt.Fprintf(w, "%s: %s (%s)\n\n%s\n\n%s\n", r.ID, r.Title, r.Severity, r.Why, r.Mend)
	for _, example := range []struct{ title, yaml string }{{"Wrong", r.Before}, {"Right", r.After}} {
		if example.yaml == "" || err != nil {
			continue
		}
		text := strings.ReplaceAll(strings.TrimSpace(example.yaml), "\n", "\n    ")
		_, err = fmt.Fprintf(w, "\n%s:\n\n    %s\n", example.title, text)
	}
	return err
}
