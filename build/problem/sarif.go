package problem

import (
	"encoding/json"
	"io"
	"net/url"
	"unicode/utf8"

	"example.org/publish/build/fact"
)

// Rule is what a SARIF log says of a rule.
type Rule struct {
	ID       string
	Title    string // what must hold
	Help     string // why, and how to mend it
	Severity Severity
}

// SARIF writes problems as a log of the Static Analysis Results Interchange
// Format 2.1.0 (OASIS), which GitHub's code scanning reads. The files lend the
// offsets of fixes; version is that of this program; the prefix is put before
// the name of each file and makes it relative to the repository's root.
func SARIF(w io.Writer, problems []Problem, files []fact.File, rules []Rule, version, prefix string) error {
	driver := sarifDriver{Name: "publish", Version: version, Rules: []sarifRule{}}
	index := map[string]int{}
	for i, r := range rules {
		index[r.ID] = i
		driver.Rules = append(driver.Rules, sarifRule{
			ID:               r.ID,
			ShortDescription: sarifText{r.Title},
			Help:             sarifText{r.Help},
			Configuration:    sarifConfiguration{string(r.Severity)},
		})
	}
	content := map[string][]byte{}
	for _, f := range files {
		content[f.Name] = f.Content
	}
	results := make([]sarifResult, len(problems))
	for i, p := range problems {
		artifact := sarifArtifact{(&url.URL{Path: prefix + p.File}).String()}
		results[i] = sarifResult{
			RuleID:    p.Rule,
			Level:     string(p.Severity),
			Message:   sarifText{sentence(p)},
			Locations: []sarifLocation{{sarifPhysical{artifact, sarifRegionOf(p)}}},
		}
		if n, ok := index[p.Rule]; ok {
			results[i].RuleIndex = &n
		}
		if p.Fix != nil {
			if fix, ok := sarifFixOf(*p.Fix, artifact, content[p.File]); ok {
				results[i].Fixes = []sarifFix{fix}
			}
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:       sarifTool{driver},
			ColumnKind: "unicodeCodePoints",
			Results:    results,
		}},
	})
}

func sentence(p Problem) string {
	if p.Help == "" {
		return p.Message
	}
	return p.Message + ": " + p.Help
}

// sarifRegionOf is the place of a problem. One about a file as a whole stands
// at its first line, since code scanning shows no result without a line.
func sarifRegionOf(p Problem) sarifRegion {
	line, column, end := p.region()
	return sarifRegion{StartLine: max(line, 1), StartColumn: column, EndColumn: end}
}

// sarifFixOf counts the fix in characters, as a region of a text must be.
func sarifFixOf(f Fix, artifact sarifArtifact, content []byte) (sarifFix, bool) {
	if f.From < 0 || f.To < f.From || f.To > len(content) {
		return sarifFix{}, false
	}
	return sarifFix{[]sarifChange{{artifact, []sarifReplacement{{
		Deleted: sarifSpan{
			Offset: utf8.RuneCount(content[:f.From]),
			Length: utf8.RuneCount(content[f.From:f.To]),
		},
		Inserted: sarifText{f.Text},
	}}}}}, true
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string             `json:"id"`
	ShortDescription sarifText          `json:"shortDescription"`
	Help             sarifText          `json:"help"`
	Configuration    sarifConfiguration `json:"defaultConfiguration"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex *int            `json:"ruleIndex,omitempty"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   uint32 `json:"startLine"`
	StartColumn uint32 `json:"startColumn,omitempty"`
	EndColumn   uint32 `json:"endColumn,omitempty"`
}

type sarifFix struct {
	Changes []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifSpan `json:"deletedRegion"`
	Inserted sarifText `json:"insertedContent"`
}

type sarifSpan struct {
	Offset int `json:"charOffset"`
	Length int `json:"charLength"`
}
