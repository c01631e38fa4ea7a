package invent

import (
	"bytes"
	"strconv"
	"strings"
)

// page is a file that is being written, in the one form that facts have.
type page struct {
	bytes.Buffer
	pick     *picker
	property string // of the last statement
	said     map[string]bool
}

// line writes a line at the depth, two spaces each.
func (p *page) line(depth int, text ...string) {
	for range depth {
		p.WriteString("  ")
	}
	for _, t := range text {
		p.WriteString(t)
	}
	p.WriteByte('\n')
}

// flow is the text as it stands behind a key, with a comma in quotes.
func (b both) flow() string {
	if strings.Contains(b.en+b.es, ",") {
		return "{ en: " + quoted(b.en) + ", es: " + quoted(b.es) + " }"
	}
	return "{ en: " + b.en + ", es: " + b.es + " }"
}

func quoted(s string) string { return `"` + s + `"` }

// statement writes a statement of the property: its keys and values, which are
// in the order of a statement's keys, and behind them its citations. What was
// said before is not said again.
func (p *page) statement(property string, keysAndValues ...string) {
	says := property
	for i := 0; i < len(keysAndValues); i += 2 {
		if key := keysAndValues[i]; key != "note" && key != "certainty" {
			says += "\n" + keysAndValues[i+1]
		}
	}
	if p.said[says] {
		return
	}
	p.said[says] = true
	if p.property != property {
		p.line(1, property, ":")
		p.property = property
	}
	dash := "- "
	for i := 0; i < len(keysAndValues); i += 2 {
		if keysAndValues[i+1] == "" {
			continue
		}
		p.line(2, dash, keysAndValues[i], ": ", keysAndValues[i+1])
		dash = "  "
	}
	p.line(2, "  cite: ", p.citation())
}

// citation cites one source, sometimes two, and now and then says who told it.
func (p *page) citation() string {
	at := p.place()
	switch p.pick.weighted(70, 20, 6, 4) {
	case 1:
		return "[" + at + ", " + p.place() + "]"
	case 2:
		return "{ source: " + p.pick.source() + ", at: " + p.paragraph() + ", via: [" + p.pick.id(organisation) + "] }"
	case 3:
		return "{ source: " + p.pick.source() + ", at: " + p.paragraph() + ", quote: as the register has it }"
	}
	return at
}

func (p *page) place() string { return p.pick.source() + "#" + p.paragraph() }

// paragraph is a place that no other citation of the file names.
func (p *page) paragraph() string {
	p.pick.cited++
	return "p" + strconv.Itoa(p.pick.cited)
}
