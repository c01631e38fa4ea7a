package edit_test

import (
	"slices"
	"testing"

	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

func TestAWordIsFoundWhereItStands(t *testing.T) {
	const content = "\ufeffname: Ana\r\nfacts:\n  été: { é: \"é b\", c: \"\\u0064\" }\n"
	word := func(text string, line, column uint32) fact.Scalar {
		return fact.Scalar{Text: text, Pos: fact.Pos{Line: line, Column: column}}
	}
	for _, w := range []fact.Scalar{word("name", 1, 1), word("Ana", 1, 7), word("facts", 2, 1), word("été", 3, 3), word("é b", 3, 14)} {
		from, to, verbatim := edit.Span([]byte(content), w)
		if !verbatim || content[from:to] != w.Text {
			t.Errorf("%v is found at %d to %d, %v", w, from, to, verbatim)
		}
	}
	for _, w := range []fact.Scalar{word("d", 3, 22), word("Ana", 0, 0), word("Ana", 9, 1), word("Ana", 3, 99), word("", 3, 99)} {
		if _, _, verbatim := edit.Span([]byte(content), w); verbatim {
			t.Errorf("%v is found", w)
		}
	}
}

func TestFixesAreMadeOnceAndNotInEachOther(t *testing.T) {
	for _, c := range []struct {
		fixes []problem.Fix
		want  string
		made  []bool
	}{
		{nil, "abcdef", nil},
		{[]problem.Fix{fix(3, 4, "D"), fix(0, 1, "longer")}, "longerbcDef", []bool{true, true}},
		{[]problem.Fix{fix(1, 3, ""), fix(2, 4, "x"), fix(4, 5, "E")}, "adEf", []bool{true, false, true}},
		{[]problem.Fix{fix(1, 1, "+"), fix(1, 1, "+"), fix(6, 6, ".")}, "a+bcdef.", []bool{true, false, true}},
		{[]problem.Fix{fix(5, 7, "x"), fix(4, 3, "y")}, "abcdef", []bool{false, false}},
	} {
		after, made := edit.Apply([]byte("abcdef"), c.fixes)
		if string(after) != c.want || !slices.Equal(made, c.made) {
			t.Errorf("%v: %q, %v", c.fixes, after, made)
		}
	}
}

func fix(from, to int, text string) problem.Fix { return problem.Fix{From: from, To: to, Text: text} }
