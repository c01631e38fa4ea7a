package main

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	cyclonedx "github.com/CycloneDX/cyclonedx-go"
)

func writePage(out io.Writer, parts []*part) error {
	var b strings.Builder
	fmt.Fprintf(&b, `# Third-party parts

What is linked into the command, %d modules beside Go's own library (BSD-3-Clause), with the licences that
stand in their files. Nothing of others is bundled with the pages that it writes. The list is made and checked by
%smake lint%s, which refuses a part without a licence that allows passing it on.

| module | version | licence |
|---|---|---|
`, len(parts), "`", "`")
	for _, p := range parts {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", p.Path, p.Version, strings.Join(p.Licences, ", "))
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// writeBOM writes a bill without a time and a serial number, so that the same
// parts give the same bytes.
func writeBOM(out io.Writer, parts []*part) error {
	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{Component: &cyclonedx.Component{Type: cyclonedx.ComponentTypeApplication, Name: "publish"}}
	var components []cyclonedx.Component
	for _, p := range parts {
		url := "pkg:golang/" + p.Path + "@" + p.Version
		c := cyclonedx.Component{BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: p.Path, Version: p.Version, PackageURL: url}
		// A module's sum is the SHA-256 of the list of its files and theirs.
		if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(p.Sum, "h1:")); err == nil && len(sum) > 0 {
			c.Hashes = &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex.EncodeToString(sum)}}
		}
		var licences cyclonedx.Licenses
		for _, id := range p.Licences {
			licences = append(licences, cyclonedx.LicenseChoice{License: &cyclonedx.License{ID: id}})
		}
		c.Licenses = &licences
		components = append(components, c)
	}
	bom.Components = &components
	return cyclonedx.NewBOMEncoder(out, cyclonedx.BOMFileFormatJSON).SetPretty(true).Encode(bom)
}
