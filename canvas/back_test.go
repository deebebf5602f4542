package canvas_test

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas"
)

func TestBackLeadsToWherePeopleWereAndForthBackAgain(t *testing.T) {
	var trail canvas.Trail
	here := canvas.NewSpot("a", 0)
	visited := []canvas.Spot{here}
	for i := 1; i <= 5; i++ {
		trail.Leave(here)
		here = canvas.NewSpot("a", float64(i)*1000)
		visited = append(visited, here)
	}
	for i := 4; i >= 0; i-- {
		got, ok := trail.Back(here)
		if !ok || got != visited[i] {
			t.Fatalf("back to %v (%v) instead of %v", got, ok, visited[i])
		}
		here = got
	}
	if _, ok := trail.Back(here); ok {
		t.Error("there is something behind the first spot")
	}
	for i := 1; i <= 5; i++ {
		got, ok := trail.Forth(here)
		if !ok || got != visited[i] {
			t.Fatalf("forth to %v (%v) instead of %v", got, ok, visited[i])
		}
		here = got
	}
}

func TestForthUndoesBackWhateverTheHistory(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var trail canvas.Trail
		here := canvas.NewSpot("a", 0)
		for range r.IntN(80) {
			switch r.IntN(3) {
			case 0:
				if s, ok := trail.Back(here); ok {
					here = s
				}
			case 1:
				if s, ok := trail.Forth(here); ok {
					here = s
				}
			default:
				trail.Leave(here)
				here = canvas.NewSpot(board.ID([]string{"a", "b", "c"}[r.IntN(3)]), float64(r.IntN(9))*500)
			}
		}
		if back, ok := trail.Back(here); ok {
			if again, ok := trail.Forth(back); !ok || again != here {
				t.Fatalf("back to %v and forth to %v (%v) instead of %v", back, again, ok, here)
			}
		}
	}
}

func TestJumpElsewhereForgetsWhatLayAhead(t *testing.T) {
	var trail canvas.Trail
	trail.Leave(canvas.NewSpot("a", 0))
	here, _ := trail.Back(canvas.NewSpot("a", 1000))
	trail.Leave(here)
	if s, ok := trail.Forth(canvas.NewSpot("a", 2000)); ok {
		t.Errorf("forth leads to %v", s)
	}
}

func TestTrailPassesStepsThatAreGoneAndSpotsThatLookTheSame(t *testing.T) {
	var trail canvas.Trail
	trail.Leave(canvas.NewSpot("a", 0))
	trail.Leave(canvas.NewSpot("gone", 0))
	trail.Leave(canvas.NewSpot("a", 3000))
	if s, ok := trail.Back(canvas.NewSpot("a", 3040)); !ok || s != canvas.NewSpot("a", 0) {
		t.Errorf("back to %v (%v)", s, ok)
	}
}

func TestTrailRemembersFiftySpots(t *testing.T) {
	var trail canvas.Trail
	here := canvas.NewSpot("a", 0)
	for i := 1; i <= 80; i++ {
		trail.Leave(here)
		here = canvas.NewSpot("a", float64(i)*1000)
	}
	n := 0
	for s, ok := trail.Back(here); ok; s, ok = trail.Back(here) {
		here, n = s, n+1
	}
	if n != 50 || here.X() != 30_000 {
		t.Errorf("%d steps back, to %v", n, here.X())
	}
}

func TestBackReturnsToTheStepAndTheViewBeforeTheJump(t *testing.T) {
	s, steps := boardtest.Session(t, "Een", "Twee")
	boardtest.Notes(t, s, steps[0], "a", "b", "c", "d", "e", "f")
	boardtest.Notes(t, s, steps[1], "g")
	b := canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl"}, fyne.NewSize(1280, 720))
	b.Settle()
	b.Wheel(board.Point{X: 300, Y: 300}, -60)
	b.Settle()
	was := b.View()
	b.Type("2")
	b.Settle()
	if b.Step() != steps[1] {
		t.Fatalf("on step %s", b.Step())
	}
	b.GoBack()
	b.Settle()
	if b.Step() != steps[0] || b.View() != was {
		t.Errorf("back on %s at %v instead of %v", b.Step(), b.View(), was)
	}
	b.GoForth()
	b.Settle()
	if b.Step() != steps[1] {
		t.Errorf("forth to %s", b.Step())
	}
}
