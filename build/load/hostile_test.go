package load

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// natural is an entity of almost a mebibyte.
func natural() string {
	var b strings.Builder
	b.WriteString("name: { en: The Ana Maria, es: La Ana María }\nfacts:\n")
	for i := 0; b.Len() < maxBytes-10_000; i++ {
		fmt.Fprintf(&b, "  property-%d:\n", i)
		for s := range 20 {
			fmt.Fprintf(&b, "    - value:\n        en: A voyage to Callao that the captain's log, torn at the edges, gives no reason for\n")
			fmt.Fprintf(&b, "        es: Un viaje al Callao del que la bitácora, rota en los bordes, no dice la razón\n")
			fmt.Fprintf(&b, "      from: \"18%02d-03\"\n      until: \"18%02d-05~\"\n      by: harbour-master\n", s, s)
			fmt.Fprintf(&b, "      cite: [log#p%d, register#p6-8] # the %d-th\n", s, s)
		}
	}
	return b.String()
}

// refused are files that the YAML library alone would work on for seconds or
// hours, or with gigabytes.
var refused = map[string]string{
	"brackets":               strings.Repeat("[", 90_000),
	"many brackets":          strings.Repeat("[", maxBytes),
	"braces":                 strings.Repeat("{a: ", 40_000),
	"dashes":                 strings.Repeat("- ", 90_000),
	"dashes in brackets":     "[" + strings.Repeat("- ", 90_000),
	"indentation":            steps(1000),
	"question marks":         strings.Repeat("? ", 90_000),
	"keys of a map":          repeat(40_000, "k%d: a\n"),
	"keys of several maps":   repeat(12, "m%d:\n"+repeat(2500, " k%d: a\n")),
	"keys in brackets":       "[\n" + repeat(40_000, "k%d: a\n"),
	"keys without values":    repeat(40_000, "k%d:\n"),
	"items without values":   strings.Repeat("-\n", 90_000),
	"commas without values":  "{" + strings.Repeat("a, ", 90_000) + "}",
	"a long key above many":  strings.Repeat("k", 100_000) + ":\n" + repeat(5000, " k%d: a\n"),
	"long keys, deep":        nested(90, 10_000),
	"items":                  "a: [" + strings.Repeat("a,", 500_000) + "a]",
	"comments":               strings.Repeat("#\n", 500_000) + "a: b\n",
	"blank lines in a block": "a: |\n  a\n" + strings.Repeat("\n", 40_000),
	"space lines in a block": "a: |\n  a\n" + strings.Repeat("  \n", 40_000) + "b: c",
	"angles":                 "a: " + strings.Repeat("<", 100_000),
	"documents":              strings.Repeat("---\n", 100_000),
	"ends of documents":      strings.Repeat("...\n", 100_000),
	"directives":             strings.Repeat("%A b\n", 40_000),
	"a long directive":       "%A" + strings.Repeat(" b", 500_000),
	"anchors":                repeat(40_000, "- &a%d b\n"),
	"aliases":                "a: &a [b, b]\n" + repeat(10_000, "b%d: [*a, *a]\n"),
	"tags":                   strings.Repeat("- !a b\n", 40_000),
	"merge keys":             strings.Repeat("<<: { a: b }\n", 20_000),
	"reserved characters":    strings.Repeat("@", maxBytes-1),
	"open quotes":            strings.Repeat("a: \"\n", 40_000),
	"quotes":                 strings.Repeat("'' ", 40_000),
	"bad escapes":            `a: "` + strings.Repeat(`\z`, 500_000) + `"`,
	"tabs in quotes":         `a: "` + strings.Repeat("\t", maxBytes-10) + `"`,
	"carriage returns":       strings.Repeat("a: b\r", 200_000),
	"null bytes":             strings.Repeat("\x00", maxBytes),
	"invalid UTF-8":          strings.Repeat("a", maxBytes-1) + "\xff",
	"a large file":           strings.Repeat("a", 50*maxBytes),
	"colons":                 strings.Repeat("a: ", 90_000),
	"closing brackets":       strings.Repeat("]", 90_000),
}

// accepted are the files that take longest of those that are read.
var accepted = map[string]string{
	"items":                  "a: [" + strings.Repeat("a,", maxMarks-10) + "a]",
	"lists":                  "a: [" + strings.Repeat("[],", maxMarks/3-10) + "a]",
	"items below each other": strings.Repeat("- a\n", maxMarks-10),
	"items with remarks":     strings.Repeat("- a # b\n", maxMarks/2-10),
	"keys of a map":          repeat(4500, "k%d: a\n"),
	"keys without values":    repeat(3500, "k%d:\n"),
	"keys of many maps":      repeat(1200, "m%d:\n"+repeat(60, " k%d: a\n")),
	"small maps":             strings.Repeat("- { a: b }\n", maxMarks/4-10),
	"depth":                  repeat(40, "k%d: "+strings.Repeat("[", 98)+strings.Repeat("a,", 1000)+strings.Repeat("]", 98)+"\n"),
	"long keys, deep":        nested(90, 100),
	"a block":                "a: |\n" + strings.Repeat("  b c\n", 170_000),
	"blank lines at its end": "a: |\n  " + strings.Repeat("b", 1_000_000) + strings.Repeat("\n", maxBlank),
	"many such blocks":       repeat(900, "a%d: |\n  "+strings.Repeat("b", 1000)+strings.Repeat("\n", maxBlank)),
	"folded lines":           "a: >\n" + strings.Repeat("  b c\n", 170_000),
	"a plain text":           "a: " + strings.Repeat("word ", 200_000),
	"a plain text in lines":  "a: " + strings.Repeat("word\n  ", 140_000),
	"escapes":                `a: "` + strings.Repeat(`\n`, 500_000) + `"`,
	"quoted lines":           `a: "` + strings.Repeat("b\n  ", 250_000) + `"`,
	"quotes":                 `a: '` + strings.Repeat("''", maxMarks/2-10) + `'`,
	"spaces":                 "a: 'b" + strings.Repeat(" ", 1_000_000) + "'",
	"space lines in quotes":  "a: '" + strings.Repeat("   b \n", 160_000) + "'",
	"angles":                 "a: " + strings.Repeat(strings.Repeat("<", maxAngles)+"b", 10_000),
	"digits":                 "a: " + strings.Repeat("1", 1_000_000),
	"kebabs":                 "a: b" + strings.Repeat("-b", 500_000),
	"colons":                 "a: b" + strings.Repeat(":b", 500_000),
	"comments":               strings.Repeat("# a\n", maxMarks-10) + "a: b\n",
}

// TestHostileFilesCostLittle compares with a natural file in the same run: what
// is refused costs no more, and what is accepted three times as much at worst.
func TestHostileFilesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many large files")
	}
	whole := least(spent{time.Minute, 1 << 30}, natural())
	t.Logf("%-24s %8.1f ms %6d kB", "a natural file", ms(whole.time), whole.memory>>10)
	for name, text := range refused {
		_, problems := File("ship/a.yaml", []byte(text))
		if len(problems) != 1 || problems[0].Rule != UnreadableYAML && problems[0].Rule != YAMLFeature {
			t.Errorf("%s: not refused with one problem: %s", name, show(problems[:min(len(problems), 3)]))
		}
		limit := whole
		c := least(limit, text)
		t.Logf("%-24s %8.1f ms %6d kB refused: %s", name, ms(c.time), c.memory>>10, problems[0].Message)
		if c.above(limit) {
			t.Errorf("%s: refused for %+v, more than %+v", name, c, limit)
		}
	}
	for name, text := range accepted {
		if len(text) > maxBytes {
			t.Fatalf("%s: %d bytes", name, len(text))
		}
		if _, problems := File("ship/a.yaml", []byte(text)); len(problems) > 0 && problems[0].Rule == UnreadableYAML {
			t.Errorf("%s: not accepted: %s", name, show(problems[:1]))
		}
		limit := spent{3 * whole.time, 3 * whole.memory}
		c := least(limit, text)
		t.Logf("%-24s %8.1f ms %6d kB accepted", name, ms(c.time), c.memory>>10)
		if c.above(limit) {
			t.Errorf("%s: read for %+v, more than %+v", name, c, limit)
		}
	}
}

// spent is what it takes to read a file.
type spent struct {
	time   time.Duration
	memory uint64 // bytes that were allocated, freed or not
}

func (s spent) above(limit spent) bool { return s.time > limit.time || s.memory > limit.memory }

// least is what it takes to read a file, the least of three tries when others
// on the machine make it exceed the limit.
func least(limit spent, text string) spent {
	best := spent{time: time.Hour, memory: 1 << 60}
	var before, after runtime.MemStats
	for range 3 {
		runtime.GC()
		runtime.ReadMemStats(&before)
		best.time = min(best.time, work(func() { File("ship/a.yaml", []byte(text)) }))
		runtime.ReadMemStats(&after)
		best.memory = min(best.memory, after.TotalAlloc-before.TotalAlloc-uint64(len(text)))
		if !best.above(limit) {
			break
		}
	}
	return best
}

func ms(d time.Duration) float64 { return d.Seconds() * 1e3 }

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Replace(format, "%d", fmt.Sprint(i), 1))
	}
	return b.String()
}

// steps is a map in a map in a map, each indented by one more space.
func steps(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// nested is a list of n items below keys of 200 letters, one in the other.
func nested(depth, n int) string {
	key := strings.Repeat("k", 200) + ": "
	return strings.Repeat("{"+key, depth) + "[" + strings.Repeat("a,", n) + "a]" + strings.Repeat("}", depth)
}
