package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// part is a module that is linked into the command.
type part struct {
	Path, Version string
	Sum           string // as in go.sum: h1: and base64
	Licences      []string
}

// allowed are the licences under which a part may be passed on with a program
// that is under the Apache License 2.0 (SPDX).
var allowed = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "OFL-1.1", "Unlicense", "Zlib"}

// read are files that no program recognises and a person has read: the SHA-256
// of the file, and the licences that it holds. A file that changes has to be
// read again.
var read = map[string][]string{
	"5ae5bee3072a841376451b48d8cfcec7188e10543926d5870828d36c8a750dc5": {},                                      // modernc.org/memory: where a picture that is not linked came from
	"8438c9c89b849131ead81d5435cb97fcf052df5b0b286dda8a2d4c29e6cb3fd0": {"blessing"},                            // modernc.org/sqlite: SQLite is in the public domain
	"f597097efe3d97021f89170746bd3a0fb9a8b6fb26b82043ed68a4e0283bee6c": {"BSD-2-Clause", "BSD-3-Clause", "MIT"}, // modernc.org/libc: Go, musl and others
}

// sure is the part of a licence's file, in percent, that has to be the known text.
const sure = 75

type listed struct {
	Standard bool
	Dir      string
	Module   *struct {
		Path, Version, Dir, Sum string
		Main                    bool
	}
}

// linked asks the compiler what the package is made of. The parts come in the
// order of their paths.
func linked(folder, pkg string) ([]*part, error) {
	list := exec.Command("go", "list", "-deps", "-json=Standard,Dir,Module", pkg)
	list.Dir = folder
	list.Stderr = os.Stderr
	answer, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	folders := map[string][]string{} // of each module, those that are linked
	parts := map[string]*part{}
	for d := json.NewDecoder(bytes.NewReader(answer)); ; {
		var one listed
		if err := d.Decode(&one); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		m := one.Module
		if one.Standard || m == nil || m.Main {
			continue
		}
		parts[m.Path] = &part{Path: m.Path, Version: m.Version, Sum: m.Sum}
		folders[m.Path] = append(folders[m.Path], between(m.Dir, one.Dir)...)
	}
	var all []*part
	var wrong []error
	for path, p := range parts {
		licences, err := licencesIn(folders[path])
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s %s: %w", path, p.Version, err))
		}
		p.Licences = licences
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *part) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(wrong, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return all, errors.Join(wrong...)
}

// between are the folders from that of a module down to that of a package.
func between(module, pkg string) []string {
	folders := []string{module}
	below, err := filepath.Rel(module, pkg)
	if err != nil || below == "." {
		return folders
	}
	for _, name := range strings.Split(below, string(filepath.Separator)) {
		module = filepath.Join(module, name)
		folders = append(folders, module)
	}
	return folders
}

var licenceFile = regexp.MustCompile(`(?i)^(un)?(licen[cs]es?|copying|copyright)([-._].*)?$`)

// licencesIn are the licences that stand in the folders, sorted.
func licencesIn(folders []string) ([]string, error) {
	slices.Sort(folders)
	var found []string
	for _, folder := range slices.Compact(folders) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.IsDir() || !licenceFile.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
				continue
			}
			text, err := os.ReadFile(filepath.Join(folder, e.Name()))
			if err != nil {
				return nil, err
			}
			if licences, ok := read[fmt.Sprintf("%x", sha256.Sum256(text))]; ok {
				found = append(found, licences...)
				continue
			}
			known := licensecheck.Scan(text)
			if known.Percent < sure {
				return nil, fmt.Errorf("%s is no licence that is known: read it, and add it to the table \"read\"", e.Name())
			}
			for _, m := range known.Match {
				if !slices.Contains(allowed, m.ID) {
					return nil, fmt.Errorf("%s: the licence %s is not among those that are allowed", e.Name(), m.ID)
				}
				found = append(found, m.ID)
			}
		}
	}
	if len(found) == 0 {
		return nil, errors.New("it has no licence")
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}
