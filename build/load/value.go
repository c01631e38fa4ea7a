package load

import "example.org/publish/build/fact"

// scalar reads a value that is one word or text.
func (r *reader) scalar(e entry) fact.Scalar {
	if e.value != nil && !isScalar(e.value) {
		r.wrongShape(e.value, e.name()+" is one value", "write: "+e.key.Text+": …")
		return fact.Scalar{}
	}
	return scalarOf(e.value)
}

// scalars reads a value that is one word or a list of them.
func (r *reader) scalars(e entry) []fact.Scalar {
	var words []fact.Scalar
	for _, n := range r.items(e.value) {
		if isScalar(n) {
			words = append(words, scalarOf(n))
			continue
		}
		r.wrongShape(n, e.name()+" is one word or a list of words", "write: "+e.key.Text+": [one, another]")
	}
	return words
}

// translations reads a value that is a text, or a map from languages to texts.
func (r *reader) translations(e entry) fact.Text {
	if e.value == nil {
		return nil
	}
	if isScalar(e.value) {
		return fact.Text{{Scalar: scalarOf(e.value)}}
	}
	languages, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, e.name()+" is a text, or a map from languages to texts", "write: "+e.key.Text+": { en: …, es: … }")
		return nil
	}
	var text fact.Text
	for _, l := range languages {
		if l.value == nil {
			r.problem(WrongShape, l.key, "nothing is written for the language "+l.name(), "write the text, or take the language away")
			continue
		}
		if s := r.scalar(l); s.Given() {
			text = append(text, fact.Translation{Language: l.key, Scalar: s})
		}
	}
	return text
}
