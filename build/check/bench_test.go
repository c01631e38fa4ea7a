package check_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/load"
)

// many returns the base with n more entities, of ten statements each.
func many(b *testing.B, n int) fstest.MapFS {
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		b.Fatal(err)
	}
	files := laidOn(base, &txtar.Archive{})
	for i := range n {
		yaml := fmt.Sprintf("name: Person %d\nfacts:\n  said:\n", i)
		for k := range 8 {
			yaml += fmt.Sprintf("    - { value: word %d, on: \"%d\", by: person-%d, cite: [sketch#p%d, register#page-%d] }\n", k, 1800+k, (i+k)%n, k+1, k)
		}
		yaml += "  office:\n"
		yaml += "    - { value: royal-astronomer, from: \"1820\", until: \"1830\", cite: sketch#p3 }\n"
		yaml += "    - { value: lucasian-professor, from: \"1831\", cite: sketch#p4 }\n"
		files[fmt.Sprintf("person/person-%d.yaml", i)] = &fstest.MapFile{Data: []byte(yaml)}
	}
	return files
}

func BenchmarkRun(b *testing.B) {
	d, loaded, err := load.Load(many(b, 10_000))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if passed, problems := check.Run(d, loaded); passed == nil {
			b.Fatal(problems[0])
		}
	}
}

// BenchmarkRunAllWrong is a dataset of which every file has gone: each
// reference in it is a problem with the nearest known id.
func BenchmarkRunAllWrong(b *testing.B) {
	files := many(b, 2_000)
	d, loaded, err := load.Load(files)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range d.Entities {
		for _, f := range e.Facts {
			for _, s := range f.Statements {
				s.By.Text += "-who-is-gone"
				s.Value[0].Scalar.Text += fmt.Sprint(s.At.Line)
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if passed, _ := check.Run(d, loaded); passed != nil {
			b.Fatal("it passed")
		}
	}
}
