package export

import (
	"strconv"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// column is one column of texts.
func column[R any](kind Kind, name, meaning string, get func(R) string) fields[R] {
	return fields[R]{{
		Column: Column{Name: name, Kind: kind, Meaning: english(meaning)},
		cell:   func(r R) Cell { return word(get(r)) },
	}}
}

// count is one column of whole numbers; 0 is a number like the others.
func count[R any](name, meaning string, get func(R) int) fields[R] {
	return fields[R]{{
		Column: Column{Name: name, Kind: Integer, Meaning: english(meaning), Required: true},
		cell:   func(r R) Cell { return whole(int64(get(r))) },
	}}
}

// place is one column of whole numbers that count from 1; 0 is an empty cell.
func place[R any](name, meaning string, get func(R) int) fields[R] {
	return fields[R]{{
		Column: Column{Name: name, Kind: Integer, Meaning: english(meaning)},
		cell: func(r R) Cell {
			if n := get(r); n != 0 {
				return whole(int64(n))
			}
			return Cell{}
		},
	}}
}

// truth is one column of true and false.
func truth[R any](name, meaning string, get func(R) bool) fields[R] {
	f := column(Boolean, name, meaning, func(r R) string { return strconv.FormatBool(get(r)) })
	return f.allowed("true", "false").required()
}

// inMain ends the meaning of a column that holds a text in one of its languages.
const inMain = "; in the main language, or in the first language there is"

// texts is a text in the main language, and again in each language of the
// dataset: note, note_en, note_es.
func texts[R any](languages []string, name, meaning string, get func(R) compile.Text) fields[R] {
	f := column(Text, name, meaning, func(r R) string { return get(r).String() })
	f[0].Meaning = english(meaning + inMain)
	for _, language := range languages {
		f = append(f, column(Text, name+"_"+snake(language), meaning+"; in the language "+language+", empty where it is not translated",
			func(r R) string {
				t := get(r).In(language)
				if t.Language != "" && t.Language != language {
					return ""
				}
				return t.Text
			})...)
	}
	return f
}

// dates is a date as its author wrote it, and the first and last day it can
// mean: on_edtf, on_earliest, on_latest.
func dates[R any](name, meaning string, get func(R) edtf.Date) fields[R] {
	return append(column(EDTF, name+"_edtf", meaning+", as uncertain as the source", func(r R) string {
		return get(r).String()
	}), bounds(name, meaning, get)...)
}

// bounds is the first and the last day that a date can mean.
func bounds[R any](name, meaning string, get func(R) edtf.Date) fields[R] {
	return append(
		column(Day, name+"_earliest", meaning+": the earliest day it can mean; empty when that side is open or unknown", func(r R) string {
			return day(get(r), edtf.Date.Earliest)
		}),
		column(Day, name+"_latest", meaning+": the latest day it can mean; empty when that side is open or unknown", func(r R) string {
			return day(get(r), edtf.Date.Latest)
		})...)
}

// required says that no cell of the columns is empty.
func (fs fields[R]) required() fields[R] {
	for i := range fs {
		fs[i].Required = true
	}
	return fs
}

// requiredFirst says that no cell of the first column is empty.
func (fs fields[R]) requiredFirst() fields[R] {
	fs[0].Required = true
	return fs
}

// allowed says that the first column holds words of a closed list.
func (fs fields[R]) allowed(words ...string) fields[R] {
	fs[0].Allowed = words
	return fs
}

// day is a bound of the date as text: empty when there is no date, or no bound.
func day(date edtf.Date, bound func(edtf.Date) edtf.Day) string {
	if date.IsZero() {
		return ""
	}
	b := bound(date)
	if b.Open() {
		return ""
	}
	y, m, d := b.Date()
	if y < 0 || y > 9999 {
		return b.String()
	}
	// The same as String, which for a million rows takes most of the time.
	return string([]byte{
		'0' + byte(y/1000), '0' + byte(y/100%10), '0' + byte(y/10%10), '0' + byte(y%10), '-',
		'0' + byte(m/10), '0' + byte(m%10), '-', '0' + byte(d/10), '0' + byte(d%10),
	})
}

// snake turns an id in kebab-case, or a language tag, into a column's name.
func snake(id string) string {
	return strings.ReplaceAll(strings.ToLower(id), "-", "_")
}

// joined puts the ids of the values into one cell.
func joined[V any](values []V, id func(V) string) string {
	ids := make([]string, len(values))
	for i, v := range values {
		ids[i] = id(v)
	}
	return strings.Join(ids, separator)
}

// digits is one column of numbers as they were typed.
func digits[R any](name, meaning string, get func(R) string) fields[R] {
	return fields[R]{{
		Column: Column{Name: name, Kind: Decimal, Meaning: english(meaning)},
		cell:   func(r R) Cell { return decimal(get(r)) },
	}}
}
