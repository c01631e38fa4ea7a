// Package bundle makes one small file of the site's scripts, and a small one of
// its stylesheet, with the esbuild that Hugo brings. It reads from memory: Hugo's
// own js.Build needs files on a disk.
//
// The package knows nothing of what the files do.
package bundle

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

// Script is the module at name with all that it imports, as one script for
// browsers of ECMAScript 2022. Imports are relative to the file they stand in.
func Script(files fs.FS, name string) ([]byte, error) {
	return build(files, api.BuildOptions{
		EntryPoints: []string{name},
		Bundle:      true,
		Format:      api.FormatIIFE,
		Target:      api.ES2022,
	})
}

// Style is the stylesheet at name without comments and spaces.
func Style(files fs.FS, name string) ([]byte, error) {
	return build(files, api.BuildOptions{EntryPoints: []string{name}, Bundle: true})
}

func build(files fs.FS, o api.BuildOptions) ([]byte, error) {
	o.MinifyWhitespace, o.MinifyIdentifiers, o.MinifySyntax = true, true, true
	o.Charset = api.CharsetUTF8
	o.LogLevel = api.LogLevelSilent
	o.Plugins = []api.Plugin{reading(files)}
	o.Outdir = "/"
	done := api.Build(o)
	var wrong []error
	for _, m := range append(done.Errors, done.Warnings...) {
		where := ""
		if m.Location != nil {
			where = fmt.Sprintf("%s:%d:%d: ", m.Location.File, m.Location.Line, m.Location.Column+1)
		}
		wrong = append(wrong, errors.New(where+m.Text))
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	return done.OutputFiles[0].Contents, nil
}

// reading lets esbuild read from the file system, and from nothing else.
func reading(files fs.FS) api.Plugin {
	const namespace = "files"
	return api.Plugin{Name: namespace, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := a.Path
			if a.Kind != api.ResolveEntryPoint {
				name = path.Join(path.Dir(a.Importer), a.Path)
			}
			return api.OnResolveResult{Path: name, Namespace: namespace}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			content, err := fs.ReadFile(files, a.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			text, loader := string(content), api.LoaderJS
			if path.Ext(a.Path) == ".css" {
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}
