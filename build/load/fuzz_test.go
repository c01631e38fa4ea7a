package load

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// FuzzLoad demands of every file: no panic, not even one that is caught; no
// more than a second for 64 kB; a place in the file for every word; one problem
// for a file that is refused; and the same reading as another YAML library's.
func FuzzLoad(f *testing.F) {
	names := []string{"dataset.yaml", "moved.yaml", "schema/a.yaml", "source/a.yaml", "ship/a.yaml"}
	for name, text := range whatCanBeSaid {
		f.Add(uint8(indexOf(names, name)), []byte(text))
	}
	for _, m := range mistakes {
		if len(m.text) < 1000 {
			f.Add(uint8(indexOf(names, m.file)), []byte(m.text))
		}
	}
	for _, text := range accepted {
		f.Add(uint8(4), []byte(text[:min(len(text), 500)]))
	}
	f.Fuzz(func(t *testing.T, which uint8, content []byte) {
		name := names[int(which)%len(names)]
		var d *fact.Dataset
		var problems []problem.Problem
		spent := work(func() { d, problems = File(name, content) })
		if len(content) < 64<<10 && spent > time.Second {
			t.Errorf("%d bytes took %v", len(content), spent)
		}
		for _, p := range problems {
			if p.Message == brokeDown {
				t.Error("a panic")
			}
			if p.File != name || p.Help == "" || p.Message == "" || (p.Pos.Line == 0) != (p.Pos.Column == 0) {
				t.Errorf("not a whole problem: %+v", p)
			}
			if (p.Rule == UnreadableYAML || p.Rule == YAMLFeature) && len(problems) > 1 {
				t.Errorf("a refused file has %d problems", len(problems))
			}
		}
		lines := strings.Split(string(bytes.TrimPrefix(content, []byte("\ufeff"))), "\n")
		eachScalar(reflect.ValueOf(*d), func(s fact.Scalar) {
			if s.Pos != (fact.Pos{}) && !standsAt(lines, s) {
				t.Errorf("%q does not stand at %d:%d", s.Text, s.Pos.Line, s.Pos.Column)
			}
		})
		if _, difference := readsTheSame(string(content)); difference != "" {
			t.Error(difference)
		}
	})
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name || strings.Split(n, "/")[0] == strings.Split(name, "/")[0] {
			return i
		}
	}
	return len(names) - 1
}

func eachScalar(v reflect.Value, visit func(fact.Scalar)) {
	switch v.Kind() {
	case reflect.Pointer:
		eachScalar(v.Elem(), visit)
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]byte]() {
			return
		}
		for i := range v.Len() {
			eachScalar(v.Index(i), visit)
		}
	case reflect.Struct:
		if s, ok := v.Interface().(fact.Scalar); ok {
			visit(s)
			return
		}
		for i := range v.NumField() {
			eachScalar(v.Field(i), visit)
		}
	}
}

// standsAt reports whether the scalar's first character stands at its place, or
// what it may be written as in quotes: an escape, or a fold at a line's end.
func standsAt(lines []string, s fact.Scalar) bool {
	if int(s.Pos.Line) > len(lines) {
		return false
	}
	line := []rune(strings.TrimSuffix(lines[s.Pos.Line-1], "\r") + "\n")
	column := int(s.Pos.Column) - 1
	if column < 0 || column >= len(line) {
		return false
	}
	text := []rune(strings.TrimLeft(s.Text, " \n"))
	escaped := strings.ContainsAny(string(line[:column+1]), `\'`) || strings.ContainsAny(string(line[column:]), `\`)
	return len(text) == 0 || escaped || line[column] == text[0] || line[column] == ' ' || line[column] == '\n'
}
