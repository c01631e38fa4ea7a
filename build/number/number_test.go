package number_test

import (
	"testing"

	"example.org/publish/build/number"
)

func TestParsePrintsWhatWasTyped(t *testing.T) {
	for _, typed := range []string{"0", "1954", "3.5", "-5", "10000~", "3..5", "3..5~", "012", "1.10"} {
		n, err := number.Parse(typed)
		if err != nil {
			t.Errorf("Parse(%q): %v", typed, err)
			continue
		}
		if got := n.String(); got != typed {
			t.Errorf("Parse(%q) prints as %q", typed, got)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, typed := range []string{"", "~", "ten", "1,000", "1e6", "5..3", "3..", "..5", "1..2..3", "+5", "0x10", " 5", "1.", "NaN"} {
		if n, err := number.Parse(typed); err == nil {
			t.Errorf("Parse(%q) = %v; want an error", typed, n)
		}
	}
}

func TestCompatible(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"5", "5.0", true},
		{"5", "6", false},
		{"3..5", "5..9", true},
		{"3..5", "6", false},
		{"10000~", "10900", true},
		{"10000~", "11100", false},
		{"-10~", "-11", true},
	} {
		a, _ := number.Parse(test.a)
		b, _ := number.Parse(test.b)
		if got := a.Compatible(b); got != test.want || b.Compatible(a) != test.want {
			t.Errorf("%s and %s are compatible: %t, want %t, both ways", test.a, test.b, got, test.want)
		}
	}
}
