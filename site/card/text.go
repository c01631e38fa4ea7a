package card

import (
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

type typeface = opentype.Font

type fonts struct{ regular, bold *typeface }

func loadFonts() (fonts, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return fonts{}, err
	}
	bold, err := opentype.Parse(gobold.TTF)
	return fonts{regular, bold}, err
}

// face is the typeface at a size in pixels, and the text with each letter and
// its accents as one sign. It is nil when there is nothing to write.
func (p *painter) face(f *typeface, size float64, s string) (font.Face, string) {
	s = norm.NFC.String(s)
	if s == "" || !has(f, s) {
		return nil, ""
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		p.err = err
		return nil, ""
	}
	return face, s
}

// has reports whether the typeface has every letter of the text.
func has(f *typeface, s string) bool {
	var buffer sfnt.Buffer
	for _, r := range s {
		if i, err := f.GlyphIndex(&buffer, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// wrap breaks a text at its spaces into lines that fit the card. A word that
// fits no line has one to itself.
func (p *painter) wrap(f *typeface, size float64, s string) []string {
	face, s := p.face(f, size, s)
	if face == nil {
		return nil
	}
	var lines []string
	for _, word := range strings.Fields(s) {
		if n := len(lines); n > 0 && font.MeasureString(face, lines[n-1]+" "+word).Ceil() <= measure {
			lines[n-1] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

func point(x, y int) fixed.Point26_6 { return fixed.P(x, y) }
