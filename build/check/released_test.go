package check_test

import (
	"context"
	"io"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

type nowhere struct{}

func (nowhere) Create(string) (io.WriteCloser, error) { return nowhere{}, nil }
func (nowhere) Write(b []byte) (int, error)           { return len(b), nil }
func (nowhere) Close() error                          { return nil }

// One mistake gives one problem: a file that cannot be read is not missed as
// well.
func TestNothingIsLostInAFileThatCannotBeRead(t *testing.T) {
	files := laidOn(archive(t, "base"), &txtar.Archive{Files: []txtar.File{
		{Name: "ledger.csv", Data: []byte("kind,of,id,property,first,last,now\nstatement,charles-babbage,s0000000000000001,born,1.0.0,,\n")},
		{Name: "person/charles-babbage.yaml", Data: []byte("name: {")},
	}})
	if _, _, problems := judge(t, files); len(problems) != 1 || problems[0].Rule != "unreadable-yaml" {
		t.Errorf("%v", problems)
	}
}

// Each rule's bad files stand for facts that were published before there was
// the rule: either they are refused, or they can be compiled and exported.
func TestFactsOfThePastAreRefusedOrCompiled(t *testing.T) {
	base := archive(t, "base")
	refused := map[string]bool{}
	for _, r := range check.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			d, loaded, err := load.Load(laidOn(base, archive(t, r.ID)))
			if err != nil {
				t.Fatal(err)
			}
			passed, problems := check.RunReleased(d, loaded)
			if passed == nil {
				for _, p := range problems {
					refused[p.Rule] = true
					if p.Severity != problem.Error {
						t.Errorf("a mere warning: %s", p.Message)
					}
				}
				return
			}
			defer func() {
				if words := recover(); words != nil {
					t.Errorf("compiled, it panics: %v", words)
				}
			}()
			if _, err := export.Write(context.Background(), compile.Compile(passed, compile.Commit{}), nowhere{}, ""); err != nil {
				t.Error(err)
			}
		})
	}
	for _, style := range []string{"control-character", "formula-text", "idle-entity", "missing-translation", "stray-file", "unknown-key"} {
		if refused[style] {
			t.Errorf("a version would be unreadable because of %s", style)
		}
	}
	for _, needed := range []string{"unknown-entity", "unknown-source", "malformed-date", "disputes-nothing", "unreadable-yaml"} {
		if !refused[needed] {
			t.Errorf("%s is not asked", needed)
		}
	}
}
