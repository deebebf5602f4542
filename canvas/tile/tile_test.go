package tile_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"samenbord/board"
	"samenbord/canvas/tile"
)

var screen = tile.Size{W: 1280, H: 656}

func near(a, b board.Point) bool { return a.Distance(b) < 1e-6 }

func someView(r *rand.Rand) tile.View {
	return tile.View{
		At:   board.Point{X: r.Float64()*4000 - 2000, Y: r.Float64()*4000 - 2000},
		Zoom: math.Exp(r.Float64()*4 - 3),
	}
}

func somePoint(r *rand.Rand) board.Point {
	return board.Point{X: r.Float64() * screen.W, Y: r.Float64() * screen.H}
}

func TestScreenAndBoardAreEachOthersWayBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 1000 {
		v, p := someView(r), somePoint(r)
		if q := v.Screen(v.Board(p)); !near(p, q) {
			t.Fatalf("%v became %v", p, q)
		}
	}
}

func TestZoomKeepsThePointUnderTheFinger(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 1000 {
		v, p := someView(r), somePoint(r)
		w := v.ZoomAbout(p, math.Exp(r.Float64()*8-4))
		if !near(v.Board(p), w.Board(p)) {
			t.Fatalf("the board slid from %v to %v", v.Board(p), w.Board(p))
		}
		if w.Zoom < tile.MinZoom || w.Zoom > tile.MaxZoom {
			t.Fatalf("zoom %v", w.Zoom)
		}
	}
}

func TestPanMovesTheBoardWithTheHand(t *testing.T) {
	v := tile.View{Zoom: 0.5}
	if got := v.Pan(board.Point{X: 10, Y: -4}).Screen(board.Point{}); !near(got, board.Point{X: 10, Y: -4}) {
		t.Errorf("the origin is shown at %v", got)
	}
}

func TestFitShowsAllOfItBetweenTheInsets(t *testing.T) {
	r := board.Rect{X: -300, Y: 200, W: 5000, H: 1200}
	in := tile.Insets{Left: 20, Top: 30, Right: 420, Bottom: 104}
	q := tile.Fit(r, screen, in, 1).ScreenRect(r)
	inner := board.Rect{X: 20, Y: 30, W: screen.W - 440, H: screen.H - 134}
	if !inner.Grow(1e-6).Holds(q) {
		t.Errorf("%v is not within %v", q, inner)
	}
	if !near(q.Center(), inner.Center()) {
		t.Errorf("the middle is at %v", q.Center())
	}
}

func TestFitDoesNotBlowUpASingleNote(t *testing.T) {
	v := tile.Fit(board.Rect{W: 200, H: 200}, screen, tile.Insets{}, 1)
	if v.Zoom != 1 {
		t.Errorf("zoom %v", v.Zoom)
	}
}

func TestRevealLeavesAViewThatShowsItAlready(t *testing.T) {
	v := tile.View{Zoom: 1}
	if got := v.Reveal(board.Rect{X: 100, Y: 100, W: 200, H: 200}, screen, tile.Insets{}); got != v {
		t.Errorf("moved to %v", got)
	}
	got := v.Reveal(board.Rect{X: 1200, Y: -50, W: 200, H: 200}, screen, tile.Insets{Bottom: 100})
	if q := got.ScreenRect(board.Rect{X: 1200, Y: -50, W: 200, H: 200}); q.X+q.W != screen.W || q.Y != 0 {
		t.Errorf("shown at %v", q)
	}
}

func TestJourneyBeginsAndEndsWhereItShould(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 100 {
		a, b := someView(r), someView(r)
		for want, got := range map[tile.View]tile.View{a: a.Between(b, 0, screen), b: a.Between(b, 1, screen)} {
			if !near(want.At, got.At) || math.Abs(want.Zoom-got.Zoom) > 1e-9 {
				t.Fatalf("%v became %v", want, got)
			}
		}
	}
}

func TestTilesCoverTheViewOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		v := someView(r)
		shown := v.Shown(screen)
		had := map[tile.Key]bool{}
		var all board.Rect
		for _, k := range tile.Cover(shown, v.Zoom) {
			if had[k] {
				t.Fatalf("%v twice", k)
			}
			had[k] = true
			if !k.Rect().Overlaps(shown) {
				t.Fatalf("%v is not in view", k)
			}
			all = all.Union(k.Rect())
		}
		if !all.Grow(1e-6).Holds(shown) {
			t.Fatalf("%v is not covered by %v", shown, all)
		}
	}
}

func TestOrderOfThingsOnATileCounts(t *testing.T) {
	if tile.SumOf(1, []tile.Sum{2, 3}) == tile.SumOf(1, []tile.Sum{3, 2}) {
		t.Error("what lies on top makes no difference")
	}
	if tile.SumOf(1, []tile.Sum{2}) == tile.SumOf(2, []tile.Sum{2}) {
		t.Error("the ground makes no difference")
	}
}

func TestABoardFromAfarFitsItsPicture(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 500 {
		b := board.Rect{X: r.Float64() * 100, W: math.Exp(r.Float64() * 13), H: math.Exp(r.Float64() * 13)}
		s := tile.CoarseScale(b)
		if long := max(b.W, b.H) * s; long > tile.CoarseSide || long < tile.CoarseSide/2 && s < 0.5 {
			t.Fatalf("%v is %v pixels long", b, long)
		}
	}
}
