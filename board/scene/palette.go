package scene

import (
	"image/color"
	"slices"
	"strconv"

	"samenbord/board"
)

// Palette is what a board is coloured with. On every paper its text has a contrast of at least 4.5 to 1
// (https://www.w3.org/TR/WCAG22/#contrast-minimum).
type Palette struct {
	Board  color.NRGBA // the surface itself
	Ink    color.NRGBA // headings and what is written or drawn in no colour
	Muted  color.NRGBA // words that matter less
	Area   color.NRGBA // inside a section
	Edge   color.NRGBA // around a section
	Frame  color.NRGBA // inside the frame of a cluster
	Rim    color.NRGBA // around it
	Shadow color.NRGBA
	Papers [8]Paper       // those of board.Colors and that of friction notes
	Pens   [8]color.NRGBA // the same colours strong enough for lines and letters
	Tint   uint8          // how strongly the colour of a section shows, of 255
}

// Paper is one kind of paper.
type Paper struct {
	Fill color.NRGBA
	Text color.NRGBA
	Mark color.NRGBA // the sign by which the paper is known without its colour
	Edge color.NRGBA // around the paper; clear for none
}

// names are the papers in the order of a palette.
var names = append(slices.Clone(board.Colors), board.Dark)

// Light is the palette by day.
func Light() Palette {
	ink := rgb(0x1F2328)
	paper := func(fill, mark uint32) Paper { return Paper{Fill: rgb(fill), Text: ink, Mark: rgb(mark)} }
	p := Palette{
		Board: rgb(0xF6F4EF), Ink: ink, Muted: rgb(0x5B6168), Area: rgb(0xFCFBF8), Edge: rgb(0xDDD8CC),
		Frame: rgb(0xFFFFFF), Rim: rgb(0xB9C7C5), Shadow: rgba(0x2B2416, 0x48), Tint: 0x38,
		Papers: [8]Paper{
			paper(0xFFE57A, 0x9A7A00), paper(0xFFC78A, 0xA85B00), paper(0xFFB5C5, 0xB03A5B), paper(0xD5C6FF, 0x6B4FC0),
			paper(0xB3DAFF, 0x2A6CA8), paper(0xC3EBB4, 0x3E7D2B), paper(0xFFFFFF, 0x7A7F87),
			{Fill: rgb(0x3B3F46), Text: rgb(0xFFFFFF), Mark: rgb(0xC9CDD3)},
		},
		Pens: [8]color.NRGBA{
			rgb(0xC79200), rgb(0xD2650A), rgb(0xC2356B), rgb(0x6D4BC4), rgb(0x1F6FB5), rgb(0x2E7D32), rgb(0xFFFFFF), ink,
		},
	}
	p.Papers[6].Edge = rgb(0xD9D5CB)
	return p
}

// Night is the palette for a dim room: the same papers, a little darker, on a dark table.
func Night() Palette {
	p := Light()
	p.Board, p.Ink, p.Muted = rgb(0x1B1D21), rgb(0xECEAE4), rgb(0xA9AEB6)
	p.Area, p.Edge, p.Frame, p.Rim = rgb(0x22252A), rgb(0x3C4048), rgb(0x2A2E34), rgb(0x4F6665)
	p.Shadow, p.Tint = rgba(0x000000, 0x70), 0x22
	for i := range p.Papers[:7] {
		p.Papers[i].Fill = mix(p.Papers[i].Fill, rgb(0x000000), 0x14)
		p.Papers[i].Mark = mix(p.Papers[i].Mark, rgb(0x000000), 0x28)
		p.Papers[i].Edge = color.NRGBA{}
	}
	p.Papers[7].Edge = rgb(0x777D87)
	p.Pens = [8]color.NRGBA{
		rgb(0xFFD54A), rgb(0xFFA552), rgb(0xFF8FAE), rgb(0xB9A3FF), rgb(0x7DBEFF), rgb(0x95D880), rgb(0xFFFFFF), p.Ink,
	}
	return p
}

// HighContrast is the palette for those who need edges: black on white, and a line around every paper.
func HighContrast() Palette {
	p := Light()
	black := rgb(0x000000)
	p.Board, p.Area, p.Frame = rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF)
	p.Ink, p.Muted, p.Edge, p.Rim, p.Shadow, p.Tint = black, rgb(0x26292E), black, black, color.NRGBA{}, 0
	for i := range p.Papers {
		p.Papers[i].Edge, p.Papers[i].Mark = black, black
		p.Papers[i].Text = black
	}
	p.Papers[7] = Paper{Fill: black, Text: rgb(0xFFFFFF), Mark: rgb(0xFFFFFF), Edge: rgb(0xFFFFFF)}
	p.Pens = [8]color.NRGBA{
		rgb(0x7A5900), rgb(0x9A4300), rgb(0xA3164F), rgb(0x4C2BA8), rgb(0x07508F), rgb(0x14591A), black, black,
	}
	return p
}

// Paper is the paper with a name of package board; yellow where there is none.
func (p *Palette) Paper(name string) Paper { return p.Papers[max(slices.Index(names, name), 0)] }

// Pen is the colour of a line or loose text: a name of package board or "#rrggbb"; ink for anything else.
func (p *Palette) Pen(name string) color.NRGBA {
	if i := slices.Index(names, name); i >= 0 {
		return p.Pens[i]
	}
	if len(name) == 7 && name[0] == '#' {
		if v, err := strconv.ParseUint(name[1:], 16, 32); err == nil {
			return rgb(uint32(v))
		}
	}
	return p.Ink
}

// area is the inside of a section with a colour of package board, or of none.
func (p *Palette) area(name string) color.NRGBA {
	if i := slices.Index(names, name); i >= 0 {
		return mix(p.Area, p.Papers[i].Fill, p.Tint)
	}
	return p.Area
}

// mix is a with some of b over it, of 255.
func mix(a, b color.NRGBA, some uint8) color.NRGBA {
	of := func(x, y uint8) uint8 { return uint8((int(x)*(255-int(some)) + int(y)*int(some) + 127) / 255) }
	return color.NRGBA{R: of(a.R, b.R), G: of(a.G, b.G), B: of(a.B, b.B), A: a.A}
}

func rgb(v uint32) color.NRGBA { return rgba(v, 0xFF) }

func rgba(v uint32, a uint8) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: a}
}
