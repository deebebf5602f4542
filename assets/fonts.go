package assets

import (
	"embed"
	"slices"
)

//go:embed fonts
var fonts embed.FS

// Fonts are the names that Font knows: the letters of notes and buttons, the same in bold, a hand-written one without
// Greek and Cyrillic, and one with the signs that the others lack.
func Fonts() []string { return []string{"sans", "sans-bold", "hand", "symbols"} }

// Font returns a static TrueType font by its name, nil where there is none. The bytes are the caller's own: some
// libraries write into them.
func Font(name string) []byte {
	if !slices.Contains(Fonts(), name) {
		return nil
	}
	b, err := fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		panic(err) // the name is one of ours
	}
	return b
}

// FontLicense is the text under which a font may be passed on, "" where there is no such font.
func FontLicense(name string) string {
	if name == "sans-bold" {
		name = "sans" // one family
	}
	b, err := fonts.ReadFile("fonts/" + name + ".LICENSE.txt")
	if err != nil {
		return ""
	}
	return string(b)
}
