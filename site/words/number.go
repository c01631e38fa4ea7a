package words

import (
	"strconv"
	"strings"

	"example.org/publish/build/number"
)

// Count is a whole number, its digits grouped as the language groups them.
func (w *Words) Count(n int) string { return w.digits(strconv.Itoa(n)) }

// Number is a number as precise as its source: "about 10,000", "3 to 5".
func (w *Words) Number(n number.Number) string {
	text := w.digits(n.Low)
	if n.High != n.Low {
		text = w.T("number.range", "low", text, "high", w.digits(n.High))
	}
	if n.Approximate {
		text = w.T("number.about", "number", text)
	}
	return text
}

// Size is a number of bytes, in kB or MB of 1000 once it is large.
func (w *Words) Size(bytes int64) string {
	units := []string{"size.bytes", "size.kb", "size.mb", "size.gb"}
	size, unit := float64(bytes), 0
	for size >= 1000 && unit < len(units)-1 {
		size /= 1000
		unit++
	}
	places := 0
	if unit > 0 && size < 10 {
		places = 1
	}
	return w.T(units[unit], "size", w.digits(strconv.FormatFloat(size, 'f', places, 64)))
}

// digits writes decimal digits, perhaps with a sign and a fraction, in the
// language's way. What is not such a number is left as it is.
func (w *Words) digits(s string) string {
	whole, fraction, broken := strings.Cut(s, ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "−", rest
	}
	shortest, err := strconv.Atoi(w.T("number.grouped-from"))
	if err == nil && len(whole) >= shortest {
		whole = group(whole, w.T("number.group"))
	}
	if broken {
		whole += w.T("number.point") + fraction
	}
	return sign + whole
}

// group puts the separator between each three digits.
func group(digits, separator string) string {
	first := len(digits) % 3
	var parts []string
	if first > 0 {
		parts = append(parts, digits[:first])
	}
	for i := first; i < len(digits); i += 3 {
		parts = append(parts, digits[i:i+3])
	}
	return strings.Join(parts, separator)
}
