package format

import (
	"cmp"
	"reflect"
	"slices"

	"example.org/publish/build/fact"
)

// difference finds the first thing that two readings of a file do not share.
// Places do not count, nor the order of properties and of languages.
func difference(a, b *fact.Dataset) (at fact.Pos, differ bool) {
	c := comparison{}
	differ = !c.equal(reflect.ValueOf(withoutFiles(a)), reflect.ValueOf(withoutFiles(b)))
	return c.at, differ
}

func withoutFiles(d *fact.Dataset) fact.Dataset {
	bare := *d
	bare.Files = nil
	return bare
}

// comparison remembers the place of the last word that it looked at.
type comparison struct{ at fact.Pos }

func (c *comparison) equal(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return c.equal(a.Elem(), b.Elem())
	case reflect.Struct:
		switch x := a.Interface().(type) {
		case fact.Pos:
			return true
		case fact.Scalar:
			y := b.Interface().(fact.Scalar)
			if x.Given() {
				c.at = x.Pos
			}
			return x.Text == y.Text && x.Given() == y.Given()
		}
		for i := range a.NumField() {
			if !c.equal(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		a, b = inOrder(a), inOrder(b)
		for i := range a.Len() {
			if !c.equal(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	default:
		return a.Equal(b)
	}
}

// inOrder sorts the lists whose order says nothing.
func inOrder(list reflect.Value) reflect.Value {
	switch l := list.Interface().(type) {
	case []fact.Facts:
		return reflect.ValueOf(slices.SortedStableFunc(slices.Values(l), func(a, b fact.Facts) int {
			return cmp.Compare(a.Property.Text, b.Property.Text)
		}))
	case fact.Text:
		return reflect.ValueOf(slices.SortedStableFunc(slices.Values(l), func(a, b fact.Translation) int {
			return cmp.Compare(a.Language.Text, b.Language.Text)
		}))
	}
	return list
}
