package export

import (
	"math"

	"samenbord/board/scene"
)

func (l letters) style() scene.Style {
	return scene.Style{Font: l.font, Size: l.size, Leading: l.lead() / l.size, Color: l.ink()}
}

// line is a text in one line, its baseline at the origin.
func (l letters) line(text string) *scene.Line {
	out := l.breaks(text, math.MaxFloat32)
	if len(out) == 0 {
		return &scene.Line{}
	}
	return out[0]
}

// breaks are the lines of a text in a width, their places counted from the top left corner of the text.
func (l letters) breaks(text string, width float64) []*scene.Line {
	if text == "" {
		return nil
	}
	lines := scene.Break(text, l.style(), width)
	out := make([]*scene.Line, len(lines))
	for i := range lines {
		out[i] = &lines[i]
	}
	return out
}
