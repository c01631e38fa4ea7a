package build_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "example.org/publish/"

// arrows lists what each package may import of this module, and which library
// it is the only door to. An import that is not here is a change of the design:
// it needs a reason, in the commit that adds it.
var arrows = map[string]struct{ packages, libraries []string }{
	"build/edtf":    {},
	"build/number":  {},
	"build/nearest": {},
	"build/fact":    {},
	"build/problem": {packages: []string{"build/fact"}, libraries: []string{"golang.org/x/text"}},
	"build/conflict": {
		packages: []string{"build/edtf", "build/fact", "build/number"},
	},
	"build/kebab":  {libraries: []string{"golang.org/x/text"}},
	"build/ledger": {packages: []string{"build/fact", "build/kebab"}, libraries: []string{"golang.org/x/mod"}},
	"build/load": {
		packages:  []string{"build/fact", "build/ledger", "build/nearest", "build/problem"},
		libraries: []string{"github.com/goccy/go-yaml"},
	},
	"build/check": {
		packages: []string{
			"build/conflict", "build/edit", "build/edtf", "build/fact", "build/kebab", "build/load", "build/nearest", "build/number",
			"build/problem",
		},
		libraries: []string{"golang.org/x/text"},
	},
	"build/compile": {
		packages: []string{"build/check", "build/conflict", "build/edtf", "build/fact", "build/number"},
	},
	"build/diff": {
		packages:  []string{"build/compile", "build/fact"},
		libraries: []string{"golang.org/x/mod"},
	},
	"build/export": {
		packages:  []string{"build/compile", "build/edtf", "build/fact", "build/number"},
		libraries: []string{"github.com/parquet-go/parquet-go", "github.com/xuri/excelize/v2", "modernc.org/sqlite"},
	},
	"build/cite": {},
	"build/describe": {
		packages:  []string{"build/cite", "build/compile", "build/edtf", "build/export"},
		libraries: []string{"golang.org/x/text"},
	},
	"build/convert": {packages: []string{"build/draft", "build/fact", "build/kebab", "build/nearest", "build/problem"}},
	"build/draft":   {packages: []string{"build/fact", "build/verify"}},
	"build/edit":    {packages: []string{"build/fact", "build/problem"}},
	"build/editor":  {packages: []string{"build/fact", "build/kebab"}},
	"build/format": {
		packages: []string{"build/edit", "build/fact", "build/load", "build/problem"},
	},
	"build/history": {libraries: []string{"golang.org/x/mod"}},
	"build/mend": {
		packages: []string{"build/check", "build/edit", "build/fact", "build/load", "build/problem"},
	},
	"build/move": {
		packages: []string{"build/check", "build/edit", "build/fact", "build/load", "build/problem"},
	},
	"build/output": {libraries: []string{"golang.org/x/sys"}},
	"build/recall": {packages: []string{"build/fact"}},
	"build/release": {
		packages: []string{
			"build/check", "build/compile", "build/diff", "build/export", "build/fact", "build/history", "build/load", "build/problem",
		},
	},
	"build/reach": {},
	"build/serve": {libraries: []string{"github.com/fsnotify/fsnotify"}},
	"build/verify": {
		packages:  []string{"build/check", "build/fact", "build/problem"},
		libraries: []string{"golang.org/x/text"},
	},
	"templates": {},
	"site/words": {
		packages:  []string{"build/compile", "build/edtf", "build/number"},
		libraries: []string{"golang.org/x/text"},
	},
	"site/links":   {libraries: []string{"golang.org/x/net"}},
	"site/i18n":    {},
	"site/bundle":  {libraries: []string{"github.com/evanw/esbuild"}},
	"site/card":    {libraries: []string{"golang.org/x/image", "golang.org/x/text"}},
	"site/overlay": {},
	"site/tell": {
		packages: []string{
			"build/compile", "build/diff", "build/edtf", "build/export", "build/fact", "build/number", "site/i18n", "site/words",
		},
	},
	"site": {
		packages: []string{
			"build/check", "build/cite", "build/compile", "build/describe", "build/diff", "build/edtf", "build/export", "build/number", "build/release",
			"site/bundle", "site/card", "site/i18n", "site/overlay", "site/tell", "site/words", "templates",
		},
		libraries: []string{"github.com/gohugoio/hugo", "github.com/spf13/afero", "golang.org/x/text"},
	},
	"build": {
		packages: []string{
			"build/check", "build/compile", "build/describe", "build/diff", "build/export", "build/fact", "build/history", "build/load", "build/output",
			"build/problem", "build/recall", "build/release", "site", "site/tell",
		},
	},
	"bench/invent":   {packages: []string{"build/kebab"}},
	"bench/generate": {packages: []string{"bench/invent"}},
	"cmd/publish": {
		packages: []string{
			"build", "build/check", "build/compile", "build/convert", "build/diff", "build/draft", "build/edit", "build/editor", "build/fact", "build/format",
			"build/history", "build/kebab", "build/ledger", "build/load", "build/mend", "build/move", "build/nearest", "build/problem", "build/recall",
			"build/reach", "build/release", "build/serve", "build/verify", "site", "site/i18n", "site/tell", "site/words",
		},
		libraries: []string{"github.com/mattn/go-isatty", "github.com/spf13/cobra", "github.com/spf13/pflag"},
	},
}

func TestPackagesImportOnlyWhatTheDesignAllows(t *testing.T) {
	root := os.DirFS("..")
	doors := map[string]string{} // library → package
	seen := map[string]bool{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		folder := path.Dir(name)
		seen[folder] = true
		allowed, listed := arrows[folder]
		if !listed {
			t.Errorf("%s is not in the list of packages", folder)
			return nil
		}
		for _, imported := range imports(t, name) {
			switch library := libraryOf(imported); {
			case strings.HasPrefix(imported, module):
				if !slices.Contains(allowed.packages, strings.TrimPrefix(imported, module)) {
					t.Errorf("%s imports %s, which %s may not", name, imported, folder)
				}
			case library == "":
			case !slices.ContainsFunc(allowed.libraries, func(l string) bool { return library == l }):
				t.Errorf("%s imports %s: %s is not a door to it", name, imported, folder)
			default:
				if !strings.HasPrefix(library, "golang.org/x/") {
					if door, taken := doors[library]; taken && door != folder {
						t.Errorf("%s has two doors: %s and %s", library, door, folder)
					}
				}
				doors[library] = folder
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range arrows {
		if !seen[folder] {
			t.Errorf("%s is listed, and holds no Go", folder)
		}
	}
}

func imports(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, imported)
	}
	return paths
}

// libraryOf is the module that an import belongs to, as it is named in the list;
// empty for the standard library.
func libraryOf(imported string) string {
	parts := strings.Split(imported, "/")
	if !strings.Contains(parts[0], ".") {
		return ""
	}
	if len(parts) > 3 && strings.HasPrefix(parts[3], "v") {
		return strings.Join(parts[:4], "/")
	}
	return strings.Join(parts[:min(3, len(parts))], "/")
}
