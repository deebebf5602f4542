package canvas_test

import (
	"strings"
	"testing"
)

func TestPresentationByRealKeysInARealWindow(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a window")
	}
	s := openScreen(t)
	note := s.writeAt(300, 250, "een", "e", "e", "n")
	sized := func(size string) func() bool {
		return func() bool {
			out, _ := s.tool("getwindowgeometry", "--shell", s.window)
			return strings.Contains(strings.ReplaceAll(out, "\n", " "), size)
		}
	}
	s.do("key", "F5")
	s.until("the presentation fills the screen", sized("WIDTH=1280 HEIGHT=800"))
	s.do("key", "Next", "Return", "Delete", "ctrl+z", "Prior", "Escape")
	s.until("the window is as it was", sized("WIDTH=1100 HEIGHT=700"))
	if got := s.state().Notes; len(got) != 1 || got[0].ID != note.ID {
		t.Errorf("keys of the presentation changed the workshop: %+v", got)
	}
	s.writeAt(640, 250, "na", "n", "a")
}
