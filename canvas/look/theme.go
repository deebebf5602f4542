package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says whether things are light or dark.
type Mode int

// The modes. System follows the computer.
const (
	System Mode = iota
	AlwaysLight
	AlwaysDark
	Contrast // black on white, with lines around everything
)

// Names of sizes that labels can ask for, beside those of Fyne.
const (
	SizeSmall   fyne.ThemeSizeName = "samenbordSmall"
	SizeSection fyne.ThemeSizeName = "samenbordSection"
	SizeTitle   fyne.ThemeSizeName = "samenbordTitle"
	SizeWall    fyne.ThemeSizeName = "samenbordWall"
)

// Theme makes every piece of Fyne look like one of ours.
type Theme struct {
	Regular, Bold fyne.Resource // nil keeps the letters of Fyne
	Mode          Mode
}

var _ fyne.Theme = (*Theme)(nil)

func (t *Theme) palette(v fyne.ThemeVariant) Palette {
	switch {
	case t.Mode == Contrast:
		return HighContrast()
	case t.Dark(v):
		return Dark()
	}
	return Light()
}

// Dark reports whether things are dark on a computer set to v.
func (t *Theme) Dark(v fyne.ThemeVariant) bool {
	return t.Mode == AlwaysDark || t.Mode == System && v == theme.VariantDark
}

// Color implements [fyne.Theme].
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := t.palette(v)
	if c, ok := p.named(name); ok {
		return c
	}
	if t.Dark(v) {
		return theme.DefaultTheme().Color(name, theme.VariantDark)
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

func (p Palette) named(name fyne.ThemeColorName) (color.NRGBA, bool) {
	switch name {
	case theme.ColorNameBackground:
		return p.Paper, true
	case theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground:
		return p.Panel, true
	case theme.ColorNameForeground:
		return p.Ink, true
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p.Muted, true
	case theme.ColorNamePrimary, theme.ColorNameFocus, theme.ColorNameHyperlink:
		return p.Accent, true
	case theme.ColorNameForegroundOnPrimary:
		return p.OnAccent, true
	case theme.ColorNameInputBackground, theme.ColorNameButton, theme.ColorNameDisabledButton:
		return p.Field, true
	case theme.ColorNameInputBorder, theme.ColorNameSeparator:
		return p.Line, true
	case theme.ColorNameError:
		return p.Danger, true
	case theme.ColorNameHover:
		return p.Hover, true
	case theme.ColorNamePressed:
		return p.Press, true
	case theme.ColorNameSelection:
		return rgba(uint32(p.Accent.R)<<16|uint32(p.Accent.G)<<8|uint32(p.Accent.B), 0x48), true
	case theme.ColorNameShadow:
		return p.Shadow, true
	}
	return color.NRGBA{}, false
}

// Font implements [fyne.Theme].
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol || s.Monospace || t.Regular == nil:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return t.Bold
	}
	return t.Regular
}

// Icon implements [fyne.Theme].
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size implements [fyne.Theme].
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return Body
	case SizeSmall, theme.SizeNameCaptionText:
		return Small
	case SizeSection, theme.SizeNameSubHeadingText:
		return Section
	case SizeTitle, theme.SizeNameHeadingText:
		return Title
	case SizeWall:
		return Wall
	case theme.SizeNameInnerPadding:
		return 10
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return Corner
	case theme.SizeNameScrollBar:
		return 14
	case theme.SizeNameScrollBarSmall:
		return 5
	}
	return theme.DefaultTheme().Size(name)
}
