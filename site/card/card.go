// Package card draws the picture that other sites show where somebody links to
// this one (Open Graph): what the dataset is, and its figures.
//
// It draws with the Go fonts, which have the Latin, Greek and Cyrillic letters
// with their accents; a text with a letter that they lack is left out, since a
// row of empty boxes says nothing. The package knows neither the catalog nor
// where the picture goes.
package card

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/font"
)

// Width and Height are those of the picture, in pixels: what Open Graph and
// its readers show whole.
const Width, Height = 1200, 630

// Card is what the picture shows. Title, Subtitle and Foot may each be empty.
type Card struct {
	Title    string
	Subtitle string
	Figures  [4]Figure
	Shares   Shares
	Foot     string // version, date, address
}

// Figure is a number, in words or digits, and what it counts.
type Figure struct{ Number, Label string }

// Shares are how many facts are reported plainly, claimed and contradicted. A
// strip is divided by them; without any there is no strip.
type Shares struct{ Plain, Claimed, Disputed int }

// The colours of the pages in light.
var (
	paper   = color.RGBA{0xfd, 0xfc, 0xf9, 0xff}
	ink     = color.RGBA{0x1b, 0x1d, 0x21, 0xff}
	soft    = color.RGBA{0x5a, 0x60, 0x6a, 0xff}
	line    = color.RGBA{0xdc, 0xd7, 0xcb, 0xff}
	sure    = color.RGBA{0x1d, 0x5c, 0x4b, 0xff}
	claimed = color.RGBA{0x8a, 0x4b, 0x08, 0xff}
	rival   = color.RGBA{0x9b, 0x1c, 0x31, 0xff}
)

const (
	margin     = 80
	measure    = Width - 2*margin
	titleLines = 3
	figuresY   = 396 // of the line above the figures
	footY      = 566
	stripH     = 24
)

// Draw draws the card as a PNG: the same bytes for the same card.
func Draw(c Card) ([]byte, error) {
	fonts, err := loadFonts()
	if err != nil {
		return nil, err
	}
	to := image.NewRGBA(image.Rect(0, 0, Width, Height))
	draw.Draw(to, to.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	p := painter{to: to, fonts: fonts}
	p.heading(c.Title, c.Subtitle)
	p.figures(c.Figures)
	p.text(fonts.regular, 24, soft, margin, footY, c.Foot)
	p.strip(c.Shares)
	if p.err != nil {
		return nil, p.err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, paletted(to)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// palette is the paper, and the shades between it and each colour that text
// and lines are drawn in.
func palette() color.Palette {
	const shades = 16
	list := color.Palette{paper}
	for _, c := range []color.RGBA{ink, soft, line, sure, claimed, rival} {
		for i := 1; i <= shades; i++ {
			mix := func(from, to uint8) uint8 { return uint8((int(from)*(shades-i) + int(to)*i) / shades) }
			list = append(list, color.RGBA{mix(paper.R, c.R), mix(paper.G, c.G), mix(paper.B, c.B), 0xff})
		}
	}
	return list
}

// paletted is the picture in the colours of the palette: a byte a pixel, which
// makes a quarter of the file.
func paletted(from *image.RGBA) *image.Paletted {
	to := image.NewPaletted(from.Bounds(), palette())
	known := map[[4]uint8]uint8{}
	for i := range to.Pix {
		c := [4]uint8(from.Pix[4*i:])
		index, ok := known[c]
		if !ok {
			index = uint8(to.Palette.Index(color.RGBA{c[0], c[1], c[2], c[3]}))
			known[c] = index
		}
		to.Pix[i] = index
	}
	return to
}

// painter draws on the card. Its first error stays.
type painter struct {
	to    *image.RGBA
	fonts fonts
	err   error
}

// heading writes the title, as large as it has room in few lines, and the
// subtitle below it.
func (p *painter) heading(title, subtitle string) {
	const top, bottom = 72, figuresY - 30
	y := float64(top)
	for _, size := range []float64{86, 72, 60, 50, 42, 36} {
		lines := p.wrap(p.fonts.bold, size, title)
		under := p.wrap(p.fonts.regular, size*0.5, subtitle)
		height := float64(len(lines))*size*1.16 + float64(len(under))*size*0.66
		if (len(lines) > titleLines || y+height > bottom) && size > 36 {
			continue
		}
		for _, l := range lines[:min(len(lines), titleLines)] {
			y += size * 1.16
			p.text(p.fonts.bold, size, ink, margin, int(y-size*0.24), l)
		}
		for _, l := range under {
			if y += size * 0.66; y <= bottom {
				p.text(p.fonts.regular, size*0.5, soft, margin, int(y), l)
			}
		}
		return
	}
}

// figures writes the numbers in columns, each over what it counts.
func (p *painter) figures(list [4]Figure) {
	p.rectangle(margin, figuresY, measure, 1, line)
	p.rectangle(margin, figuresY+4, measure, 1, line)
	for i, f := range list {
		x := margin + i*measure/len(list)
		p.text(p.fonts.bold, 48, ink, x, figuresY+62, f.Number)
		p.text(p.fonts.regular, 25, soft, x, figuresY+96, f.Label)
	}
}

// strip divides the lower edge by the shares.
func (p *painter) strip(s Shares) {
	all := s.Plain + s.Claimed + s.Disputed
	from := 0
	for _, part := range []struct {
		n int
		c color.RGBA
	}{{s.Plain, sure}, {s.Claimed, claimed}, {s.Disputed, rival}} {
		if part.n > 0 {
			x := Width * from / all
			from += part.n
			p.rectangle(x, Height-stripH, Width*from/all-x, stripH, part.c)
		}
	}
}

func (p *painter) rectangle(x, y, w, h int, c color.Color) {
	draw.Draw(p.to, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
}

// text writes one line from x on, its letters standing on y.
func (p *painter) text(f *typeface, size float64, c color.Color, x, y int, s string) {
	face, s := p.face(f, size, s)
	if face == nil {
		return
	}
	d := font.Drawer{Dst: p.to, Src: image.NewUniform(c), Face: face, Dot: point(x, y)}
	d.DrawString(s)
}
