package problem

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// annotationLimit is how many annotations of one severity GitHub shows for a
// step of a workflow; it drops the rest without a word.
const annotationLimit = 10

// Annotations writes problems as GitHub's workflow commands, which mark the
// lines in a pull request. Where GitHub would drop some, the last one says how
// many more there are. The prefix is put before the name of each file.
func Annotations(w io.Writer, problems []Problem, prefix string) error {
	b := bufio.NewWriter(w)
	errors, warnings := count(problems)
	left := map[Severity]int{Error: errors, Warning: warnings}
	shown := map[Severity]int{}
	for _, p := range problems {
		switch {
		case shown[p.Severity] < annotationLimit-1 || left[p.Severity] == 1 && shown[p.Severity] < annotationLimit:
			annotation(b, p, prefix)
		case shown[p.Severity] == annotationLimit-1:
			fmt.Fprintf(b, "::%s title=%d more::the log of this step lists all %d\n",
				p.Severity, left[p.Severity], left[p.Severity]+shown[p.Severity])
		}
		shown[p.Severity]++
		left[p.Severity]--
	}
	return b.Flush()
}

func annotation(w io.Writer, p Problem, prefix string) {
	message := p.Message
	if p.Help != "" {
		message += "\n" + p.Help
	}
	fmt.Fprintf(w, "::%s file=%s", p.Severity, inProperty(prefix+p.File))
	if line, column, end := p.region(); line > 0 {
		fmt.Fprintf(w, ",line=%d,col=%d,endColumn=%d", line, column, end)
	}
	fmt.Fprintf(w, ",title=%s::%s\n", inProperty(p.Rule), inMessage(message))
}

// The escapes are those of the runner's own toolkit (actions/toolkit,
// packages/core/src/command.ts).
var (
	messageEscapes  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func inMessage(s string) string  { return messageEscapes.Replace(s) }
func inProperty(s string) string { return propertyEscapes.Replace(s) }
