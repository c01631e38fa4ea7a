package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/publish/build/nearest"
)

// habits are the flags that other programs have, and what they are called here.
var habits = map[string]string{
	"o": "out", "output": "out", "f": "format", "a": "all", "p": "address", "port": "address", "d": "dataset", "dir": "dataset",
	"j": "json", "w": "fix", "write": "fix", "n": "check", "dry-run": "check", "lang": "language", "license": "licence",
}

// kinder says of a flag that there is not which one may have been meant.
func kinder(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	name := unknown.GetSpecifiedName()
	given := "--" + name
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		given = "-" + name
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if meant := habits[name]; c.Flags().Lookup(meant) != nil {
		return fmt.Errorf("%s has no flag %s: write --%s", c.Name(), given, meant)
	}
	known := slices.Clone(names)
	for habit, meant := range habits {
		if len(habit) > 1 && c.Flags().Lookup(meant) != nil {
			known = append(known, habit)
		}
	}
	slices.Sort(known)
	if near := nearest.Name(name, known); near != "" {
		if c.Flags().Lookup(near) == nil {
			near = habits[near]
		}
		return fmt.Errorf("%s has no flag %s: did you mean --%s?", c.Name(), given, near)
	}
	return fmt.Errorf("%s has no flag %s; it has --%s", c.Name(), given, strings.Join(names, ", --"))
}
