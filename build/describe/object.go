package describe

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// object is a JSON object whose members keep their order. A member that says
// nothing (nil, an empty text, list or object) is left out.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the object.
func (o object) MarshalJSON() ([]byte, error) {
	b := bytes.NewBufferString("{")
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	first := true
	for _, m := range o {
		if nothing(m.value) {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		if err := e.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// nothing reports whether the value is one that an object leaves out. Zero and
// false say something.
func nothing(value any) bool {
	if value == nil {
		return true
	}
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return false
}

// each makes a list of what is made of the values.
func each[V, W any](values []V, of func(V) W) []W {
	var all []W
	for _, v := range values {
		all = append(all, of(v))
	}
	return all
}
