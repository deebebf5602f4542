package canvas_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/board"
)

func TestTheMapIsThereWhileTheBoardDoesNotFitAndGoesWhereItIsTapped(t *testing.T) {
	b, _, _, _ := openWall(t, strings.Split(strings.Repeat("een,", 80), ",")...)
	b.Settle()
	if b.Map() {
		t.Fatal("all of the board is seen, and yet there is a map")
	}
	for range 8 {
		b.Type("+")
		b.Settle()
	}
	if !b.Map() {
		t.Fatal("there is no map")
	}
	to := board.Point{X: 800, Y: 2800}
	b.TapMap(to)
	b.Settle()
	if m := b.Middle(); m.Distance(to) > 60 {
		t.Errorf("went to %v, not %v", m, to)
	}
	b.Key(fyne.KeyEscape)
}
