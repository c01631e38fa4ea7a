package load

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml/parser"
)

// entities are files as contributors write them, by name.
func entities(n int) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := range n {
		fsys[fmt.Sprintf("ship/ship-%d.yaml", i)] = &fstest.MapFile{Data: []byte(fmt.Sprintf(`name: { en: The Ana Maria %[1]d, es: La Ana María %[1]d }
facts:
  flag:
    - value: peru
      from: "1825-03"
      until: "[1831-10-28..1831-11-07]"
      cite: [log-of-the-vega#p%[1]d, register-of-callao#p8]
  captain:
    - key: first
      value: { en: Juan de la Cruz, es: Juan de la Cruz }
      by: harbour-master
      note: the text says Monday; it is dated Tuesday
      cite: log-of-the-vega#p7
    - { value: pedro-alvarez, role: mate, cite: log-of-the-vega#p9 }
`, i))}
	}
	return fsys
}

// BenchmarkLoad shows what reading 1,000 entities costs beside the YAML
// library's parser alone, which is one of its parts.
func BenchmarkLoad(b *testing.B) {
	fsys := entities(1000)
	b.Run("facts", func(b *testing.B) {
		for b.Loop() {
			if _, problems, err := Load(fsys); err != nil || len(problems) > 0 {
				b.Fatal(problems, err)
			}
		}
	})
	b.Run("facts/one-worker", func(b *testing.B) {
		for b.Loop() {
			for name, f := range fsys {
				File(name, f.Data)
			}
		}
	})
	b.Run("parser-alone/one-worker", func(b *testing.B) {
		for b.Loop() {
			for _, f := range fsys {
				if _, err := parser.ParseBytes(f.Data, 0); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// BenchmarkWorst shows the files that take longest of those that are read.
func BenchmarkWorst(b *testing.B) {
	files := map[string]string{"a natural file": natural()}
	for name, text := range accepted {
		files[name] = text
	}
	for name, text := range files {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				File("ship/a.yaml", []byte(text))
			}
		})
	}
}
