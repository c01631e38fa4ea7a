package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/edit"
	"example.org/publish/build/nearest"
	"example.org/publish/site"
	"example.org/publish/site/words"
)

// own are the files beside the folder of the facts, among which the publisher's
// own files of the site are. Links that lead out of there are not followed.
func own(dataset string) (fs.FS, error) {
	folder, err := besides(dataset)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// besides is the folder that holds the folder of the facts.
func besides(dataset string) (string, error) {
	folder, err := filepath.Abs(dataset)
	return filepath.Dir(folder), err
}

func newOverride(t terminal) *cobra.Command {
	var flags datasetFlags
	c := &cobra.Command{
		Use:   "override [file]",
		Short: "List the files of the site, or begin your own version of one",
		Long: `Override copies a layout, a stylesheet or a language of the site beside the folder
of the facts. From then on the copy takes the place of what comes with publish;
edit it as you like. Without a file it lists them all, your own with a star.

A file of words for a language that publish has not begins with the English
ones. A stylesheet with a name of your own is added to the site's: most changes
of looks need no more than a few lines in templates/assets/own.css.`,
		Example: `  publish override
  publish override templates/layouts/about/all.html
  publish override site/i18n/fr.json`,
		Args: arguments(0, 1, "at most one file"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			names, _ := shipped()
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			names, err := shipped()
			if err != nil {
				return err
			}
			folder, err := besides(flags.dataset)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return listFiles(t.out, names, os.DirFS(folder))
			}
			name := path.Clean(filepath.ToSlash(args[0]))
			if strings.HasPrefix(name, "layouts/") || strings.HasPrefix(name, "assets/") {
				name = "templates/" + name
			}
			content, err := contentOf(name, names)
			if err != nil {
				return err
			}
			if err := edit.Write(folder, []edit.Change{{Name: name, After: content}}); err != nil {
				return err
			}
			fmt.Fprintln(t.out, filepath.Join(filepath.Dir(flags.dataset), filepath.FromSlash(name)))
			return nil
		},
	}
	flags.addFolder(c)
	return c
}

// shipped are the names of the files of the site that can be replaced.
func shipped() ([]string, error) {
	var names []string
	for _, folder := range site.OwnFolders {
		files, err := site.Shipped(folder)
		if err != nil {
			return nil, err
		}
		err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				names = append(names, folder+"/"+name)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}

// listFiles lists the files of the site and the publisher's own.
func listFiles(w io.Writer, names []string, own fs.FS) error {
	mark := map[string]string{}
	for _, folder := range site.OwnFolders {
		err := fs.WalkDir(own, folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err == nil && !d.IsDir() && path.Ext(name) != ".go":
				mark[name] = "*"
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	all := slices.AppendSeq(slices.Clone(names), maps.Keys(mark))
	slices.Sort(all)
	for _, name := range slices.Compact(all) {
		if _, err := fmt.Fprintf(w, "%1s %s\n", mark[name], name); err != nil {
			return err
		}
	}
	return nil
}

// contentOf is what a file of the site begins with.
func contentOf(name string, names []string) ([]byte, error) {
	folder := ""
	for _, f := range site.OwnFolders {
		if strings.HasPrefix(name, f+"/") {
			folder = f
		}
	}
	below := strings.TrimPrefix(name, folder+"/")
	if folder == words.Folder && words.Valid(strings.TrimSuffix(below, ".json")) && !slices.Contains(names, name) {
		below = words.Reference + ".json"
	} else if !slices.Contains(names, name) {
		hint := `"publish override" lists them`
		if near := nearest.Name(name, names); near != "" {
			hint = "did you mean " + near + "?"
		}
		return nil, usageError{fmt.Errorf("the site has no file %s: %s", name, hint)}
	}
	files, err := site.Shipped(folder)
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(files, below)
}
