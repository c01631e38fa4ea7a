package describe

import (
	"bytes"
	"encoding/json"
	"strings"
)

// citationFile says how to cite the dataset (Citation File Format 1.2.0), for
// the programs that keep references. It is YAML in which each value is written
// as in JSON, which every reader of YAML reads as it is meant.
func citationFile(s *subject) ([]byte, error) {
	var repository string
	if strings.HasPrefix(s.Repository, "http://") || strings.HasPrefix(s.Repository, "https://") {
		repository = s.Repository
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, m := range (object{
		{"cff-version", "1.2.0"},
		{"message", "If you use this dataset, please cite it as below."},
		{"type", "dataset"},
		{"title", s.Title.String()},
		{"abstract", s.Description.String()},
		{"authors", []object{{{"name", s.Publisher}}}},
		{"version", s.Version},
		{"date-released", s.day()},
		{"license", s.Licence},
		{"url", s.home()},
		{"repository-code", repository},
		{"commit", s.Revision},
		{"keywords", s.keywords()},
	}) {
		if nothing(m.value) {
			continue
		}
		b.WriteString(m.name + ": ")
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
