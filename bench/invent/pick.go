package invent

import (
	"math/rand/v2"
	"strconv"

	"example.org/publish/build/kebab"
)

// picker makes the choices of one file.
type picker struct {
	*rand.Rand
	of    *Dataset
	index int // of the file among those of its kind
	cited int // paragraphs cited so far
}

// picker of a file, which makes the same choices whatever other files there are
// and in whatever order they are made.
func (d *Dataset) picker(k kind, index int, purpose uint64) *picker {
	return &picker{Rand: rand.New(rand.NewPCG(d.seed, purpose<<56|uint64(k)<<48|uint64(index))), of: d, index: index}
}

// weighted picks one of the indices, each as often as its weight says.
func (r *picker) weighted(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	at := r.IntN(sum)
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return 0
}

func oneOf[T any](r *picker, list []T) T { return list[r.IntN(len(list))] }

// other is an entity of the kind, the first ones more often; of the file's own
// kind not the entity itself.
func (r *picker) other(k, own kind) int {
	n := r.of.counts[k]
	i := int(float64(n) * r.Float64() * r.Float64())
	if k == own && i == r.index {
		return (i + 1) % n
	}
	return i
}

func (r *picker) id(k kind) string { return r.of.id(k, r.other(k, none)) }

func (r *picker) idNot(k, own kind) string { return r.of.id(k, r.other(k, own)) }

// source is one that is cited here: near the entity's own place, so that each
// source is cited.
func (r *picker) source() string {
	n := r.of.counts[source]
	i := r.index * n / max(1, r.of.counts[person])
	if r.IntN(3) == 0 {
		i = r.IntN(n)
	}
	return r.of.id(source, min(i, n-1))
}

// name of an entity, a pure function of its kind and index.
func (d *Dataset) name(k kind, index int) both {
	r := d.picker(k, index, 1)
	switch k {
	case person:
		name := oneOf(r, givenNames) + " " + oneOf(r, familyNames) + " " + oneOf(r, familyNames)
		return both{name, name}
	case state, place:
		name := r.word()
		return both{name, name}
	case organisation:
		body, at := oneOf(r, bodies), r.word()
		return both{body.en + " of " + at, body.es + " de " + at}
	case post:
		office, at := oneOf(r, offices), r.word()
		return both{office.en + " in " + at, office.es + " en " + at}
	case event:
		what, at, year := oneOf(r, happenings), r.word(), strconv.Itoa(r.year())
		return both{what.en + " of " + at + " in " + year, what.es + " de " + at + " en " + year}
	case treaty:
		at, year := r.word(), strconv.Itoa(r.year())
		return both{"Treaty of " + at + " of " + year, "Tratado de " + at + " de " + year}
	case relation:
		a, b := d.parties(index)
		return both{d.name(state, a).en + " and " + d.name(state, b).en, d.name(state, a).es + " y " + d.name(state, b).es}
	}
	return both{"Report " + strconv.Itoa(index+1) + " from " + r.word(), "Informe " + strconv.Itoa(index+1) + " desde " + r.word()}
}

func (r *picker) word() string {
	w := oneOf(r, firstSyllables) + oneOf(r, nextSyllables)
	if r.IntN(2) == 0 {
		w += oneOf(r, nextSyllables)
	}
	return w + oneOf(r, lastSyllables)
}

func (d *Dataset) id(k kind, index int) string {
	return kebab.Of(d.name(k, index).en) + "-" + strconv.Itoa(int(k)) + strconv.Itoa(index)
}

// parties are the two states of a relation: each pair of states once.
func (d *Dataset) parties(index int) (a, b int) {
	for b = 1; index >= b; b++ {
		index -= b
	}
	return index, b
}

// hash is 64 hexadecimal digits, the first a letter.
func (r *picker) hash() string {
	const digits = "0123456789abcdef"
	hash := make([]byte, 64)
	for i := range hash {
		hash[i] = digits[r.IntN(len(digits))]
	}
	hash[0] = 'e'
	return string(hash)
}
