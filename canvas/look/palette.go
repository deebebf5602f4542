// Package look is the face of Samenbord: its colours, sizes, letters, icons and the few pieces that bars and panels are
// made of. Sizes are in screen units.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Sizes of letters.
const (
	Small   = 14
	Body    = 18
	Section = 22
	Title   = 28
	Wall    = 40
)

// Sizes of things.
const (
	Target    = 48 // the least a finger must be given
	TopBar    = 64
	Dock      = 72
	SidePanel = 400
	Radius    = 20 // of what floats
	Corner    = 10 // of buttons and fields
	Margin    = 16 // from the edge of the window to what floats
	Gap       = 8
)

// Palette is what things are coloured with, in the light or in the dark. Ink on Paper, Panel or Field and OnAccent on
// Accent have a contrast of at least 4.5 to 1, as have Muted and Danger on Panel.
type Palette struct {
	Paper    color.NRGBA // the board itself
	Panel    color.NRGBA // bars and panels
	Field    color.NRGBA // where something can be typed
	Ink      color.NRGBA
	Muted    color.NRGBA // words that matter less
	Line     color.NRGBA // thin rules
	Accent   color.NRGBA
	OnAccent color.NRGBA
	Danger   color.NRGBA
	Hover    color.NRGBA // laid over what the pointer is on
	Press    color.NRGBA // laid over what is pressed
	Shadow   color.NRGBA
	Chosen   color.NRGBA // behind what is switched on
}

// Light is the palette by day.
func Light() Palette {
	return Palette{
		Paper: rgb(0xF6F4EF), Panel: rgb(0xFFFFFF), Field: rgb(0xF3F1EB), Ink: rgb(0x1F2328), Muted: rgb(0x5B6168),
		Line: rgb(0xDDD9CF), Accent: rgb(0x0B6E6E), OnAccent: rgb(0xFFFFFF), Danger: rgb(0xB3261E),
		Hover: rgba(0x1F2328, 0x10), Press: rgba(0x1F2328, 0x24), Shadow: rgba(0x2B2416, 0x3C), Chosen: rgb(0xDCEFEE),
	}
}

// Dark is the palette for a dim room.
func Dark() Palette {
	return Palette{
		Paper: rgb(0x1B1D21), Panel: rgb(0x26292F), Field: rgb(0x1F2227), Ink: rgb(0xECEAE4), Muted: rgb(0xA9AEB6),
		Line: rgb(0x3C4048), Accent: rgb(0x5CC8C2), OnAccent: rgb(0x10201F), Danger: rgb(0xFF8A80),
		Hover: rgba(0xFFFFFF, 0x12), Press: rgba(0xFFFFFF, 0x28), Shadow: rgba(0x000000, 0x78), Chosen: rgb(0x24423F),
	}
}

// HighContrast is the palette for those who need edges.
func HighContrast() Palette {
	black, white := rgb(0x000000), rgb(0xFFFFFF)
	return Palette{
		Paper: white, Panel: white, Field: white, Ink: black, Muted: rgb(0x26292E), Line: black, Accent: rgb(0x004D4D),
		OnAccent: white, Danger: rgb(0x8C0F0A), Hover: rgba(0x000000, 0x18), Press: rgba(0x000000, 0x34), Shadow: rgba(0x000000, 0x50),
		Chosen: rgb(0xC9ECEA),
	}
}

// Colors is the palette of the running program.
func Colors() Palette {
	s := fyne.CurrentApp().Settings()
	if t, ok := s.Theme().(*Theme); ok {
		return t.palette(s.ThemeVariant())
	}
	return Light()
}

func rgb(v uint32) color.NRGBA { return rgba(v, 0xFF) }

func rgba(v uint32, a uint8) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: a}
}
