package card_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"example.org/publish/site/card"
)

var sample = card.Card{
	Title:    "Perú, Cuba y México",
	Subtitle: "Sus relaciones diplomáticas, según cinco textos",
	Figures:  [4]card.Figure{{"1.062", "enunciados"}, {"235", "fichas"}, {"5", "fuentes"}, {"8", "disputas"}},
	Shares:   card.Shares{Plain: 800, Claimed: 200, Disputed: 62},
	Foot:     "Versión 1.0.0, 9 de noviembre de 2025",
}

func drawn(t *testing.T, c card.Card) []byte {
	t.Helper()
	content, err := card.Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func decoded(t *testing.T, content []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func TestCardIsASmallPictureOfTheSizeThatIsSaid(t *testing.T) {
	content := drawn(t, sample)
	if size := decoded(t, content).Bounds().Size(); size != image.Pt(card.Width, card.Height) {
		t.Errorf("it is %v", size)
	}
	if len(content) > 40_000 {
		t.Errorf("it has %d bytes", len(content))
	}
}

func TestSameCardSameBytes(t *testing.T) {
	if !bytes.Equal(drawn(t, sample), drawn(t, sample)) {
		t.Error("two pictures of one card differ")
	}
}

func TestEachPartOfTheCardIsDrawn(t *testing.T) {
	for name, change := range map[string]func(*card.Card){
		"title":    func(c *card.Card) { c.Title = "Peru, Cuba y México" }, // one accent less
		"subtitle": func(c *card.Card) { c.Subtitle = "" },
		"number":   func(c *card.Card) { c.Figures[3].Number = "9" },
		"label":    func(c *card.Card) { c.Figures[0].Label = "hechos" },
		"shares":   func(c *card.Card) { c.Shares.Disputed = 200 },
		"foot":     func(c *card.Card) { c.Foot = "" },
	} {
		other := sample
		change(&other)
		if bytes.Equal(drawn(t, sample), drawn(t, other)) {
			t.Errorf("another %s makes no other picture", name)
		}
	}
}

func TestAccentsAreDrawnHoweverTheyAreWritten(t *testing.T) {
	apart := sample
	apart.Title = strings.NewReplacer("ú", "u\u0301", "é", "e\u0301").Replace(sample.Title)
	if !bytes.Equal(drawn(t, sample), drawn(t, apart)) {
		t.Error("a letter and its accent as two signs look different from one")
	}
}

func TestTextWithoutLettersInTheFontIsLeftOut(t *testing.T) {
	foreign, none := sample, sample
	foreign.Title, none.Title = "秘鲁", ""
	if !bytes.Equal(drawn(t, foreign), drawn(t, none)) {
		t.Error("it is drawn as boxes")
	}
}

// What is too long is cut; nothing runs over the figures or out of the card.
func TestLongTextsKeepToTheirPlace(t *testing.T) {
	long := sample
	long.Title, long.Subtitle = strings.Repeat("Antananarivo ", 40), strings.Repeat("Tegucigalpa ", 80)
	picture := decoded(t, drawn(t, long))
	bare := sample
	bare.Title, bare.Subtitle = "", ""
	without := decoded(t, drawn(t, bare))
	same := func(area image.Rectangle) bool {
		for y := area.Min.Y; y < area.Max.Y; y++ {
			for x := area.Min.X; x < area.Max.X; x++ {
				if color.RGBAModel.Convert(picture.At(x, y)) != color.RGBAModel.Convert(without.At(x, y)) {
					return false
				}
			}
		}
		return true
	}
	if !same(image.Rect(0, 385, card.Width, card.Height)) {
		t.Error("the title runs over the figures")
	}
	if !same(image.Rect(card.Width-70, 0, card.Width, card.Height)) {
		t.Error("the title runs out of the card")
	}
}
