package tool_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/tool"
)

func (h *hand) draw(way ...board.Point) board.Ink {
	h.t.Helper()
	had := map[board.ID]bool{}
	for _, i := range h.look().Inks {
		had[i.ID] = true
	}
	mode := h.Mode
	h.Mode = tool.Draw
	h.drag(tool.Mods{}, way...)
	h.Mode = mode
	for _, i := range h.look().Inks {
		if !had[i.ID] {
			return i
		}
	}
	h.t.Fatal("nothing was drawn")
	return board.Ink{}
}

func TestStrokeOnBareBoardLiesWhereItWasDrawn(t *testing.T) {
	h, _ := newHand(t, "een")
	h.Pen = tool.Pen{Color: board.Blue, Width: 6}
	i := h.draw(at(500, 500), at(560, 540), at(620, 500))
	if line := i.Line(); line[0] != at(500, 500) || line[len(line)-1] != at(620, 500) || i.On != "" || i.Width != 6 || i.Color != board.Blue {
		t.Errorf("stroke %+v", i)
	}
}

func TestStrokeBegunOnANoteBelongsToItAndGoesAlong(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.do("turn", tool.Turn(h.look(), notes[:1], 90))
	i := h.draw(at(50, 100), at(150, 100))
	if i.On != notes[0] {
		t.Fatalf("drawn on %q", i.On)
	}
	// A quarter turn: what is drawn from left to right on the board runs upwards on the note.
	line := i.Line()
	if a, b := line[0], line[len(line)-1]; math.Abs(a.X-b.X) > 1e-6 || a.Y <= b.Y {
		t.Errorf("on the note it runs from %v to %v", a, b)
	}
	h.drag(tool.Mods{}, at(20, 20), at(20, 520))
	after := h.look().Inks[0]
	if after.At != i.At || len(after.Points) != len(i.Points) {
		t.Error("carrying the note wrote the stroke anew")
	}
}

func TestLongStrokeIsKeptWhole(t *testing.T) {
	h, _ := newHand(t)
	r := rand.New(rand.NewPCG(1, 1))
	way := make([]board.Point, 12_000)
	for i := range way {
		way[i] = at(float64(i)*3, 200*r.Float64())
	}
	h.Mode = tool.Draw
	h.drag(tool.Mods{}, way...)
	var all []board.Point
	for _, i := range h.look().Inks {
		all = append(all, i.Line()...)
	}
	if len(h.look().Inks) < 2 || all[0] != way[0] || all[len(all)-1].Distance(way[len(way)-1]) > 0.1 {
		t.Errorf("%d strokes from %v to %v", len(h.look().Inks), all[0], all[len(all)-1])
	}
	if !slices.Equal(h.did, []string{"ink"}) {
		t.Errorf("gestures %v", h.did)
	}
}

func TestFewerPointsStayNearTheLine(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 200 {
		line := make([]board.Point, 3+r.IntN(200))
		for i := range line {
			line[i] = at(float64(i)*2+r.Float64(), 30*math.Sin(float64(i)/9)+r.Float64())
		}
		out := tool.Simplify(line, 1.5)
		for _, p := range line {
			far := math.Inf(1)
			for k := 1; k < len(out); k++ {
				far = min(far, distance(p, out[k-1], out[k]))
			}
			if far > 1.5+1e-9 {
				t.Fatalf("%v is %v away", p, far)
			}
		}
	}
}

// distance is that of p from the way from a to b, by trying many points of it.
func distance(p, a, b board.Point) float64 {
	best := math.Inf(1)
	for i := range 401 {
		best = min(best, p.Distance(a.Add(b.Sub(a).Scale(float64(i)/400))))
	}
	return best - 0.02
}

func TestRubberTakesTheStrokesItCrosses(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for round := range 60 {
		h, _ := newHand(t)
		h.Reach = 8
		var strokes []board.Ink
		for range 6 {
			a := at(r.Float64()*400, r.Float64()*400)
			strokes = append(strokes, h.draw(a, a.Add(at(60, 0)), a.Add(at(100*r.Float64(), 90))))
		}
		p, q := at(r.Float64()*400, r.Float64()*400), at(r.Float64()*400, r.Float64()*400)
		h.Mode = tool.Erase
		h.drag(tool.Mods{}, p, q)
		left := map[board.ID]bool{}
		for _, i := range h.look().Inks {
			left[i.ID] = true
		}
		for _, i := range strokes {
			far := apart(i, p, q) - i.Width/2
			if left[i.ID] && far < 7.5 || !left[i.ID] && far > 8.5 {
				t.Fatalf("round %d: a stroke %v away from the rubber is left: %v", round, far, left[i.ID])
			}
		}
	}
}

// apart is how near the way from p to q comes to a stroke, by trying many points of both.
func apart(i board.Ink, p, q board.Point) float64 {
	best := math.Inf(1)
	line := i.Line()
	for k := range 400 {
		x := p.Add(q.Sub(p).Scale(float64(k) / 399))
		for m := 1; m < len(line); m++ {
			best = min(best, distance(x, line[m-1], line[m])+0.02)
		}
	}
	return best
}

func TestRubberWipesDrawingsOffTurnedNotes(t *testing.T) {
	h, notes := newHand(t, "een")
	h.do("turn", tool.Turn(h.look(), notes, 30))
	h.draw(at(60, 100), at(140, 100))
	h.Mode, h.Reach = tool.Erase, 6
	h.drag(tool.Mods{}, at(100, 60), at(100, 140))
	if len(h.look().Inks) != 0 {
		t.Error("the drawing is still there")
	}
}

func TestALinkIsDrawnFromOneThingToAnother(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.Mode = tool.Join
	h.Grab(at(50, 50), tool.Mods{})
	h.Move(at(320, 100))
	if v := h.Preview(); v.Target != notes[1] || len(v.Join) != 2 {
		t.Fatalf("preview %+v", v)
	}
	h.do(h.Drop())
	if l := h.look().Links; len(l) != 1 || l[0].From != notes[0] || l[0].To != notes[1] || !h.Selection.Has(l[0].ID) {
		t.Errorf("links %+v", l)
	}
	if h.Grab(at(900, 900), tool.Mods{}) {
		t.Error("a link begins at nothing")
	}
	h.drag(tool.Mods{}, at(50, 50), at(900, 900))
	if len(h.look().Links) != 1 {
		t.Error("a link leads to nothing")
	}
	h.Mode = tool.Choose
	h.Tap(at(210, 100), tool.Mods{})
	h.do("delete", tool.Delete(h.look(), h.Selection.All()))
	if len(h.look().Links) != 0 {
		t.Error("a link cannot be chosen and deleted")
	}
}

func TestARingMakesAClusterOfWhatItHolds(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	h.Mode, h.Name = tool.Ring, "Nieuwe groep"
	h.drag(tool.Mods{}, at(-40, 210), at(340, 210), at(340, -20), at(-40, -20))
	if c := h.note(notes[0]).Cluster; c == "" || h.note(notes[1]).Cluster != c || h.note(notes[2]).Cluster != "" || h.Selection.Cluster() != c {
		t.Errorf("clusters %q %q %q", c, h.note(notes[1]).Cluster, h.note(notes[2]).Cluster)
	}
}

func TestACornerMakesANoteLargerWhileTheOppositeStays(t *testing.T) {
	h, notes := newHand(t, "een")
	h.Reach = 20
	h.Selection.Set(notes...)
	h.drag(tool.Mods{}, at(210, 210), at(310, 260))
	if r := h.note(notes[0]).Rect; r != (board.Rect{W: 300, H: 250}) {
		t.Errorf("note %v", r)
	}
	h.Even = true
	h.drag(tool.Mods{}, at(310, 260), at(210, 160))
	if r := h.note(notes[0]).Rect; math.Abs(r.W/r.H-1.2) > 0.02 || r.Min() != at(0, 0) {
		t.Errorf("evenly %v", r)
	}
}

func TestSeveralGrowTogetherInProportion(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.Reach = 20
	h.Selection.Set(notes...)
	h.drag(tool.Mods{}, at(430, 210), at(640, 310))
	a, b := h.note(notes[0]).Rect, h.note(notes[1]).Rect
	if math.Abs(a.W-a.H) > 1e-6 || a.Min() != at(0, 0) || math.Abs(b.X/a.W-1.1) > 1e-6 {
		t.Errorf("%v and %v", a, b)
	}
}

func TestTheUpperHandleTurnsAndRestsAtEvenTurns(t *testing.T) {
	h, notes := newHand(t, "een")
	h.Reach, h.Snap = 20, 5
	h.Selection.Set(notes...)
	top := h.Handles()[4]
	if !top.Turn {
		t.Fatal("no handle to turn")
	}
	h.drag(tool.Mods{}, top.At, at(100+150, 100-9))
	if got := h.note(notes[0]).Turn; got != 90 {
		t.Errorf("turned by %v", got)
	}
}

func TestCarriedNotesComeInLineWithOthers(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.Snap = 6
	h.Grab(at(330, 50), tool.Mods{})
	h.Move(at(114, 295)) // 4 to the right of the first note, and 5 more than a note below it
	if g := h.Preview().Guides; len(g) == 0 {
		t.Fatal("no guides")
	}
	h.do(h.Drop())
	if r := h.note(notes[1]).Rect; r.X != 0 {
		t.Errorf("note at %v", r)
	}
	h.Snap = 0
	h.drag(tool.Mods{}, at(50, 300), at(54, 300))
	if r := h.note(notes[1]).Rect; r.X != 4 {
		t.Errorf("without coming in line at %v", r)
	}
}

func TestWhatLiesInTheBackgroundLetsTheHandThrough(t *testing.T) {
	h, notes := newHand(t, "een")
	boardtest.Do(t, h.session, board.Create(board.Image{ID: "map", Step: h.step, Order: "V", Rect: board.Rect{X: -500, Y: -500, W: 2000, H: 2000}}))
	h.look()
	h.Tap(at(700, 700), tool.Mods{})
	if !h.Selection.Has("map") {
		t.Fatal("the picture cannot be chosen")
	}
	h.do("lock", tool.SetLock(h.look(), []board.ID{"map"}, board.Background))
	if h.Selection.Has("map") || h.Grab(at(700, 700), tool.Mods{}) {
		t.Error("the background can be taken")
	}
	h.do("lock", tool.SetLock(h.look(), notes, board.Background))
	h.Tap(at(50, 50), tool.Mods{})
	if !h.Selection.Empty() {
		t.Error("a note in the background is chosen")
	}
}

func TestPicturesAndStrokesAreCarriedLikeNotes(t *testing.T) {
	h, notes := newHand(t, "een")
	boardtest.Do(t, h.session, board.Create(board.Image{ID: "p", Step: h.step, Order: "V", Rect: board.Rect{X: 500, Y: 500, W: 100, H: 80}}))
	h.look()
	stroke := h.draw(at(700, 700), at(760, 760))
	h.Selection.Set("p", stroke.ID, notes[0])
	h.drag(tool.Mods{}, at(550, 540), at(560, 560))
	b := h.look()
	if b.Images[0].Rect.Min() != at(510, 520) || b.Inks[0].Line()[0] != at(710, 720) || h.note(notes[0]).Rect.Min() != at(10, 20) {
		t.Errorf("%v, %v, %v", b.Images[0].Rect, b.Inks[0].Line()[0], h.note(notes[0]).Rect)
	}
	if h.did[len(h.did)-1] != "move" {
		t.Errorf("gestures %v", h.did)
	}
}
