// Third-party lists the modules that are linked into a command, with their
// licences, as a Markdown page or as a software bill of materials
// (CycloneDX 1.7, JSON).
//
//	third-party [-bom] FOLDER PACKAGE
//
// The list is that of the compiler, not of go.mod: what is only tested with, or
// only in the graph, is not in it. A module without a licence that is known and
// allowed is an error, for then nobody may pass the program on.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	bom := flag.Bool("bom", false, "write a CycloneDX bill of materials instead of a page")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "third-party: say the folder of the module and the package in it")
		os.Exit(64)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *bom, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "third-party:", err)
		os.Exit(1)
	}
}

func run(folder, pkg string, bom bool, out io.Writer) error {
	parts, err := linked(folder, pkg)
	if err != nil {
		return err
	}
	if bom {
		return writeBOM(out, parts)
	}
	return writePage(out, parts)
}
