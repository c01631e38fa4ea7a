package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var datasetRules = []Rule{
	{
		ID:       "dataset-info",
		Title:    "The dataset has a title page",
		Severity: problem.Error,
		Why:      "Whoever uses the dataset must know what it is, which version of it they have, how they may use it and how to cite it.",
		Mend:     "Complete dataset.yaml: title, description, publisher, version (three numbers, as in 1.0.0), licence (an SPDX identifier), language (the main one), languages (all of them) and site (the address where it is published, ending in /).",
		Before:   "version: 1\nlicence: CC BY 4.0",
		After:    "version: \"1.0.0\"\nlicence: CC-BY-4.0",
		find: func(f *finder) {
			i := f.Info
			if i.File == "" {
				if !f.unread["dataset.yaml"] {
					f.from("dataset.yaml", fact.Pos{}, "there is no dataset.yaml", "add it, with title, version, licence, language, languages and site")
				}
				return
			}
			missingInfo(f, i)
			malformedInfo(f, i)
		},
	},
}

func missingInfo(f *finder, i fact.Info) {
	if f.unread[i.File] {
		return
	}
	var missing []string
	for _, m := range []struct {
		key   string
		given bool
	}{
		{"title", i.Title.Given()},
		{"description", i.Description.Given()},
		{"publisher", i.Publisher.Given()},
		{"version", i.Version.Given()},
		{"licence", i.Licence.Given()},
		{"language", i.Language.Given()},
		{"languages", len(i.Languages) > 0},
		{"site", i.Site.Given()},
	} {
		if !m.given {
			missing = append(missing, m.key)
		}
	}
	if len(missing) > 0 {
		f.from(i.File, fact.Pos{}, fmt.Sprintf("it lacks %s", list(missing)), "add "+list(missing))
	}
}

var (
	// The expression that semver.org suggests, section "Is there a suggested
	// regular expression".
	semver = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)` +
		`(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?` +
		`(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$`)
	branch = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`)
	spdx   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*\+?$`)
)

func malformedInfo(f *finder, i fact.Info) {
	if i.Version.Given() && !semver.MatchString(i.Version.Text) {
		f.at(i.File, i.Version, fmt.Sprintf("%q is no version", i.Version.Text), "write three numbers, as in 1.0.0 (semver.org)")
	}
	if i.Licence.Given() && !spdx.MatchString(i.Licence.Text) {
		help := "write its SPDX identifier, as in CC-BY-4.0 (spdx.org/licenses)"
		if joined := strings.Join(strings.Fields(i.Licence.Text), "-"); spdx.MatchString(joined) && strings.HasPrefix(joined, "CC") {
			help = "write " + joined
		}
		f.at(i.File, i.Licence, fmt.Sprintf("%q is not the identifier of a licence", i.Licence.Text), help)
	}
	if i.Site.Given() && addressFault(i.Site.Text) == "" && (!strings.HasSuffix(i.Site.Text, "/") || strings.ContainsAny(i.Site.Text, "?#")) {
		p := f.at(i.File, i.Site, "the site's address does not end in /", fmt.Sprintf("write %s/", i.Site.Text))
		if strings.ContainsAny(i.Site.Text, "?#") {
			p.Message, p.Help = "the site's address has a part after ? or #", "write the address of its home page, ending in /"
		}
	}
	if i.Language.Given() && len(i.Languages) > 0 && !slices.Contains(textsOf(i.Languages), i.Language.Text) {
		f.at(i.File, i.Language, fmt.Sprintf("the main language %q is not among the languages %s", i.Language.Text, list(textsOf(i.Languages))),
			"add it to languages")
	}
	if i.Branch.Given() && !branch.MatchString(i.Branch.Text) {
		f.at(i.File, i.Branch, fmt.Sprintf("%q is no branch", i.Branch.Text), "write the name of the repository's branch, such as main")
	}
	seen := map[string]bool{}
	for _, l := range i.Languages {
		if seen[l.Text] {
			f.at(i.File, l, fmt.Sprintf("the language %q is listed twice", l.Text), "take one of them away")
		}
		seen[l.Text] = true
	}
}
