package edtf

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, d := range dates() {
		f.Add(d.String())
	}
	for _, group := range [][]refusal{refusedSpecification, nearlyRight, otherOrders, inWords} {
		for _, test := range group {
			f.Add(test.text)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if !strings.ContainsAny(s, "/[.") && (err == nil) != isDate(s) {
			t.Errorf("%q: %v", s, err)
		}
		if err != nil {
			checkError(t, s, err)
			return
		}
		checkDate(t, s, d)
	})
}

func checkError(t *testing.T, s string, err error) {
	var refused *Error
	if !errors.As(err, &refused) {
		t.Fatalf("%q: %T is no *Error", s, err)
	}
	if refused.Offset < 0 || refused.Offset > len(s) {
		t.Errorf("%q: offset %d", s, refused.Offset)
	}
	if m := refused.Message; m == "" || !utf8.ValidString(m) || strings.ContainsFunc(m, unicode.IsControl) || len(m) > 2*longest+500 {
		t.Errorf("%q: message %q", s, m)
	}
	if refused.Suggestion == "" {
		return
	}
	d, err := Parse(refused.Suggestion)
	if err != nil || refused.Suggestion == s || !strings.Contains(refused.Message, refused.Suggestion) {
		t.Errorf("%q: suggests %q: %v", s, refused.Suggestion, err)
	}
	checkDate(t, refused.Suggestion, d)
}

func checkDate(t *testing.T, s string, d Date) {
	if d.String() != s {
		t.Errorf("%q is printed as %q", s, d)
	}
	if again, err := Parse(d.String()); again != d || err != nil {
		t.Errorf("%q is read as %+v and again as %+v: %v", s, d, again, err)
	}
	if d.Earliest() > d.Latest() || d.IsZero() || d.Precision() == "" {
		t.Errorf("%q: %+v", s, d)
	}
	if !d.Compatible(d) || Compare(d, d) != 0 {
		t.Errorf("%q is not itself", s)
	}
	if p := Point(d); p.Possible.Empty() || p.Possible.First != d.Earliest() || p.Possible.Last != d.Latest() {
		t.Errorf("%q: possible %v, want %v to %v", s, p.Possible, d.Earliest(), d.Latest())
	}
	_, hasParts := d.Parts()
	_, _, isInterval := d.Interval()
	members, isSet := d.OneOf()
	kinds := 0
	for _, is := range []bool{hasParts, isInterval, isSet, d.IsOpen()} {
		if is {
			kinds++
		}
	}
	if kinds != 1 || isSet != (len(members) > 0) {
		t.Errorf("%q: parts %v, interval %v, set %v, open %v", s, hasParts, isInterval, isSet, d.IsOpen())
	}
	for _, m := range members {
		if !strings.Contains(s, m.String()) || m.First.Earliest() < d.Earliest() || m.Last.Latest() > d.Latest() {
			t.Errorf("%q: member %v", s, m)
		}
	}
}
