// Package number reads numbers as precise as their sources: exact ones,
// approximate ones and ranges. It keeps the digits that the author typed and
// knows nothing of units.
package number

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
)

// Number is exact ("1954"), approximate ("10000~") or somewhere in a range
// ("3..5"). The zero Number is no number.
type Number struct {
	Low, High   string // decimal digits as typed; the same when it is no range
	Approximate bool
}

var decimal = regexp.MustCompile(`^-?[0-9]{1,30}(\.[0-9]{1,30})?$`)

// Parse reads a number. The error says what would be accepted.
func Parse(s string) (Number, error) {
	digits, approximate := strings.CutSuffix(s, "~")
	low, high, ranged := strings.Cut(digits, "..")
	if !ranged {
		high = low
	}
	if !decimal.MatchString(low) || !decimal.MatchString(high) {
		return Number{}, fmt.Errorf("%q is not a number: write digits (1954, 3.5), 10000~ for about 10,000, or 3..5 for somewhere from 3 to 5", s)
	}
	n := Number{Low: low, High: high, Approximate: approximate}
	if first, last := n.bounds(); first.Cmp(last) > 0 {
		return Number{}, fmt.Errorf("%q runs backwards: write %s..%s", s, high, low)
	}
	return n, nil
}

// String is the number as it was typed.
func (n Number) String() string {
	s := n.Low
	if n.High != n.Low {
		s += ".." + n.High
	}
	if n.Approximate {
		s += "~"
	}
	return s
}

// Compatible reports whether one actual number could satisfy both. An
// approximate number is taken to reach a tenth of itself to either side.
func (n Number) Compatible(m Number) bool {
	nLow, nHigh := n.bounds()
	mLow, mHigh := m.bounds()
	return nLow.Cmp(mHigh) <= 0 && mLow.Cmp(nHigh) <= 0
}

func (n Number) bounds() (low, high *big.Rat) {
	low, high = rational(n.Low), rational(n.High)
	if n.Approximate {
		tenth := func(r *big.Rat) *big.Rat {
			return new(big.Rat).Mul(new(big.Rat).Abs(r), big.NewRat(1, 10))
		}
		low = new(big.Rat).Sub(low, tenth(low))
		high = new(big.Rat).Add(high, tenth(high))
	}
	return low, high
}

func rational(digits string) *big.Rat {
	r, ok := new(big.Rat).SetString(digits)
	if !ok {
		return new(big.Rat)
	}
	return r
}
