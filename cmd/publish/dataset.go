package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
	"example.org/publish/build/recall"
)

// datasetFlags are the flags of each command that reads the facts.
type datasetFlags struct {
	dataset string
	format  string
	json    bool
	all     bool
}

// add adds the flags of a command that shows problems.
func (f *datasetFlags) add(c *cobra.Command) {
	f.addFolder(c)
	c.Flags().StringVar(&f.format, "format", "text", "how problems are written: text, json, sarif or github (workflow annotations)")
	c.Flags().BoolVar(&f.json, "json", false, "write everything as JSON, for machines")
	c.Flags().BoolVar(&f.all, "all", false, "show every problem, not the first twenty")
	offer(c, "format", "text", "json", "sarif", "github")
}

func (f *datasetFlags) addFolder(c *cobra.Command) {
	c.Flags().StringVar(&f.dataset, "dataset", "dataset", "folder of the facts")
	if err := c.MarkFlagDirname("dataset"); err != nil {
		panic(err) // the flag is there
	}
}

// offer lets a shell complete the value of a flag.
func offer(c *cobra.Command, flag string, values ...string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is not there
	}
}

// prefix is what stands before the name of a file below the dataset's folder.
func (f *datasetFlags) prefix() string {
	return strings.TrimSuffix(filepath.ToSlash(filepath.Clean(f.dataset)), "/") + "/"
}

// check reads and judges the facts.
func (f *datasetFlags) check(t terminal) (build.Checked, error) {
	if f.json {
		f.format = "json"
	}
	if !slices.Contains([]string{"text", "json", "sarif", "github"}, f.format) {
		return build.Checked{}, usageError{fmt.Errorf("--format is %q; it can be text, json, sarif or github", f.format)}
	}
	facts, err := openDataset(f.dataset)
	if err != nil {
		return build.Checked{}, err
	}
	file, ok := cacheFile(t, f.dataset, "facts")
	if !ok {
		return build.Check(facts)
	}
	memory := recall.Open(file, thisBuild())
	checked, err := build.CheckAgain(facts, memory)
	if err != nil {
		return build.Checked{}, err
	}
	// What cannot be saved is read again the next time.
	_ = memory.Save()
	return checked, nil
}

// passed shows the problems of the facts; the error is errProblems when they
// cannot be published.
func (f *datasetFlags) passed(t terminal, checked build.Checked) error {
	if err := f.show(t, checked); err != nil {
		return err
	}
	if checked.Passed == nil {
		return errProblems
	}
	return nil
}

func openDataset(folder string) (fs.FS, error) {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no folder %q here: run publish where the facts are, or name their folder with --dataset", folder)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file: name the folder of the facts with --dataset", folder)
	}
	if !exists(filepath.Join(folder, "dataset.yaml")) && exists(filepath.Join(folder, "dataset", "dataset.yaml")) {
		return nil, usageError{fmt.Errorf("%s holds no dataset.yaml, but the folder in it does: use --dataset %s", folder, filepath.Join(folder, "dataset"))}
	}
	return os.DirFS(folder), nil
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func (f *datasetFlags) show(t terminal, checked build.Checked) error {
	switch f.format {
	case "json":
		return problem.JSON(t.out, checked.Problems, f.prefix())
	case "sarif":
		return problem.SARIF(t.out, checked.Problems, checked.Dataset.Files, documentation(), version(), f.prefix())
	case "github":
		return f.annotate(t, checked)
	}
	return f.text(t, checked.Problems, checked.Dataset.Files)
}

// annotate writes annotations, of which a workflow shows only some, and lists all
// problems in its log and its summary.
func (f *datasetFlags) annotate(t terminal, checked build.Checked) error {
	if err := problem.Annotations(t.out, checked.Problems, f.prefix()); err != nil || len(checked.Problems) == 0 {
		return err
	}
	var all strings.Builder
	if err := problem.Text(&all, checked.Problems, checked.Dataset.Files, problem.Options{Prefix: f.prefix()}); err != nil {
		return err
	}
	fmt.Fprint(t.err, all.String())
	file := t.env("GITHUB_STEP_SUMMARY")
	if file == "" {
		return nil
	}
	summary, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(summary, "### %s\n\n````text\n%s````\n\n", problem.Summary(checked.Problems), strings.ReplaceAll(all.String(), "````", "` ` ` `"))
	return errors.Join(err, summary.Close())
}

func (f *datasetFlags) text(t terminal, problems []problem.Problem, files []fact.File) error {
	limit := 20
	if f.all {
		limit = 0
	}
	return problem.Text(t.err, problems, files, problem.Options{Prefix: f.prefix(), Limit: limit, Color: t.colors()})
}

func documentation() []problem.Rule {
	var rules []problem.Rule
	for _, r := range allRules() {
		rules = append(rules, problem.Rule{ID: r.ID, Title: r.Title, Help: r.Why + "\n\n" + r.Mend, Severity: r.Severity})
	}
	return rules
}
