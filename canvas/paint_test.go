package canvas_test

import (
	"bytes"
	"fmt"
	"image"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas"
	"samenbord/canvas/tile"
)

func wall(t testing.TB, n int) (*board.Session, board.ID) {
	s, steps := boardtest.Session(t, "Doelen")
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Geeltje %d over de medewerkerstevredenheid bij onze vaste klanten", i)
	}
	boardtest.Notes(t, s, steps[0], texts...)
	return s, steps[0]
}

var window = board.Rect{X: -60, Y: -60, W: 1900, H: 1100}

// differ are the tiles that two pictures do not share.
func differ(a, b map[tile.Key]*image.RGBA) []tile.Key {
	var out []tile.Key
	for k := range b {
		if a[k] != b[k] {
			out = append(out, k)
		}
	}
	return out
}

func TestOnlyTilesThatLookDifferentArePaintedAgain(t *testing.T) {
	s, step := wall(t, 40)
	p := canvas.NewPainter()
	before := p.Paint(boardtest.Board(s, step), window, 1)
	n := boardtest.Board(s, step).Notes[0]
	changed := n
	changed.Color = board.Blue
	c, _ := board.Edit(n, changed)
	boardtest.Do(t, s, c)
	after := p.Paint(boardtest.Board(s, step), window, 1)
	fresh := differ(before, after)
	if len(fresh) == 0 || len(fresh) > 4 {
		t.Fatalf("%d of %d tiles were painted again", len(fresh), len(after))
	}
	for _, k := range fresh {
		if !k.Rect().Overlaps(n.Rect.Grow(30)) {
			t.Errorf("tile %v is far from the note", k)
		}
	}
}

// However a board came to be as it is, it is painted as if from nothing.
func TestMemoryOfThePainterIsNotSeen(t *testing.T) {
	s, step := wall(t, 30)
	p := canvas.NewPainter()
	for i := range 12 {
		b := boardtest.Board(s, step)
		n := b.Notes[(i*7)%len(b.Notes)]
		after := n
		switch i % 4 {
		case 0:
			after.Rect.X += 90
			after.Order = board.Between(b.Notes[len(b.Notes)-1].Order, "")
		case 1:
			after.Text += " en meer"
		case 2:
			after.Order = board.Between("", b.Notes[0].Order)
			after.Rect.Y -= 60
		default:
			after.Friction = true
		}
		c, _ := board.Edit(n, after)
		boardtest.Do(t, s, c)
		got := p.Paint(boardtest.Board(s, step), window, 0.7)
		want := canvas.NewPainter().Paint(boardtest.Board(s, step), window, 0.7)
		for k := range want {
			if !bytes.Equal(got[k].Pix, want[k].Pix) {
				t.Fatalf("after change %d tile %v is another", i, k)
			}
		}
	}
}

func TestHiddenNotesAreLeftOut(t *testing.T) {
	s, step := wall(t, 1)
	p := canvas.NewPainter()
	b := boardtest.Board(s, step)
	with := p.Paint(b, window, 1)
	without := p.Paint(b, window, 1, b.Notes[0].ID)
	boardtest.Do(t, s, board.Remove(b.Notes[0].ID))
	empty := p.Paint(boardtest.Board(s, step), window, 1)
	if len(differ(with, without)) == 0 {
		t.Fatal("a hidden note is painted")
	}
	for k := range empty {
		if !bytes.Equal(empty[k].Pix, without[k].Pix) {
			t.Fatal("a hidden note leaves something behind")
		}
	}
}

// BenchmarkPaintAfterAChange lays out and paints what one change of one note asks for, in a window of 1920 by 1080.
func BenchmarkPaintAfterAChange(b *testing.B) {
	for _, c := range []struct {
		notes int
		scale float64
	}{{120, 1}, {120, 0.4}, {2000, 0.4}, {10000, 0.1}} {
		b.Run(fmt.Sprintf("%d notes at %v", c.notes, c.scale), func(b *testing.B) {
			s, step := wall(b, c.notes)
			p := canvas.NewPainter()
			shown := board.Rect{W: 1920 / c.scale, H: 1080 / c.scale}
			p.Paint(boardtest.Board(s, step), shown, c.scale)
			for i := 0; b.Loop(); i++ {
				n, _ := boardtest.Board(s, step).Note(boardtest.Board(s, step).Notes[0].ID)
				moved := n
				moved.Rect.X = float64(i % 100)
				change, _ := board.Edit(n, moved)
				if len(change.Set) > 0 {
					boardtest.Do(b, s, change)
				}
				p.Paint(boardtest.Board(s, step), shown, c.scale)
			}
		})
	}
}
