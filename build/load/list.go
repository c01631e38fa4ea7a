package load

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"example.org/publish/build/ledger"
	"example.org/publish/build/problem"
)

// list returns the names of the files that a dataset may have, in order, and a
// problem for everything else in its folder. Files whose names start with a dot
// and README.md are passed over.
func list(fsys fs.FS) (names []string, strays []problem.Problem, err error) {
	var walk func(dir string) error
	walk = func(dir string) error {
		entries, err := fs.ReadDir(fsys, dir)
		if err != nil {
			return fmt.Errorf("read the dataset: %w", err)
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") || e.Name() == "README.md" {
				continue
			}
			name := path.Join(dir, e.Name())
			if message, help := stray(name, e.Type()); message != "" {
				strays = append(strays, problem.Problem{
					File: presentable(name), Rule: StrayFile, Severity: problem.Error, Message: message, Help: help,
				})
				continue
			}
			if !e.IsDir() {
				names = append(names, name)
				continue
			}
			if err := walk(name); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk("."); err != nil {
		return nil, nil, err
	}
	slices.Sort(names)
	return names, strays, nil
}

// stray says why a file or folder does not belong into a dataset, or "".
func stray(name string, mode fs.FileMode) (message, help string) {
	dir, base := path.Split(name)
	if presentable(name) != name {
		return "a name with characters that cannot be shown", "a file's name is an id and .yaml: ada-lovelace.yaml"
	}
	switch mode.Type() {
	case 0:
	case fs.ModeDir:
		switch {
		case strings.HasSuffix(base, ".yaml"):
			return fmt.Sprintf("%s is a folder, not a file", base), "an entity is one file: rename the folder, or take it away"
		case dir != "":
			return "a folder in a folder", fmt.Sprintf("files lie right in the folder of their type: %s<id>.yaml", dir)
		}
		return "", ""
	case fs.ModeSymlink:
		return "a link, and links are not followed", "put a copy of the file in its place"
	default:
		return "not a file that can be read: a device, a pipe or a socket", "take it away"
	}
	if kindOf(name) != unknown {
		return "", ""
	}
	switch ext := path.Ext(base); {
	case dir == "" && ext == ".yaml":
		return fmt.Sprintf("%s lies outside the folder of a type", base),
			"an entity lies in the folder of its type, such as person/" + base + "; here belong dataset.yaml and moved.yaml"
	case strings.EqualFold(ext, ".yml"), strings.EqualFold(ext, ".yaml"):
		return fmt.Sprintf("%s does not end in .yaml", base), "rename it to " + strings.TrimSuffix(base, ext) + ".yaml"
	case dir == "":
		return fmt.Sprintf("%s is not part of a dataset", base),
			"here belong dataset.yaml, moved.yaml, ledger.csv, README.md and the folders schema, source and one for each type"
	}
	return fmt.Sprintf("%s is not part of a dataset", base), "here belong files whose names are an id and .yaml"
}

// presentable is the name with all that a terminal cannot show replaced.
func presentable(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(name, "\ufffd"))
}

// kind is what a file of a dataset describes.
type kind int

const (
	unknown kind = iota
	infoFile
	movesFile
	typeFile
	sourceFile
	entityFile
	ledgerFile
)

// kindOf tells the kind of a file from its name below the dataset's folder.
func kindOf(name string) kind {
	if name == ledger.Name {
		return ledgerFile
	}
	dir, base := path.Split(name)
	id, isYAML := strings.CutSuffix(base, ".yaml")
	if !isYAML || id == "" {
		return unknown
	}
	switch {
	case name == "dataset.yaml":
		return infoFile
	case name == "moved.yaml":
		return movesFile
	case dir == "schema/":
		return typeFile
	case dir == "source/":
		return sourceFile
	case dir != "" && strings.Count(dir, "/") == 1:
		return entityFile
	}
	return unknown
}
