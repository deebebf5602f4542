package board_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
)

func TestKeysFitBetweenTheirNeighbours(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var keys []string
	longest := 0
	for range 5000 {
		p := r.IntN(len(keys) + 1)
		lo, hi := "", ""
		if p > 0 {
			lo = keys[p-1]
		}
		if p < len(keys) {
			hi = keys[p]
		}
		k := board.Between(lo, hi)
		if k <= lo || hi != "" && k >= hi {
			t.Fatalf("Between(%q, %q) = %q", lo, hi, k)
		}
		keys = slices.Insert(keys, p, k)
		longest = max(longest, len(k))
	}
	if longest > 12 {
		t.Errorf("keys grew to %d characters", longest)
	}
}

func TestKeysGoOnWhereTwoPlacesAreTheSame(t *testing.T) {
	for _, pair := range [][2]string{{"V", "V"}, {"V", "F"}, {"z", "z"}, {"zz", ""}, {"", "1"}, {"", "01"}} {
		if k := board.Between(pair[0], pair[1]); k <= pair[0] {
			t.Errorf("Between(%q, %q) = %q", pair[0], pair[1], k)
		}
	}
}

func TestOrdersAscendAndStayShort(t *testing.T) {
	keys := board.Orders("V", 10_000)
	if !slices.IsSorted(keys) || keys[0] <= "V" || len(slices.Compact(slices.Clone(keys))) != len(keys) {
		t.Error("not ascending behind V")
	}
	for _, k := range keys {
		if len(k) > 6 {
			t.Fatalf("key %q is long", k)
		}
	}
}

func TestNoteAtFindsTheTopmostNote(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	r := rand.New(rand.NewPCG(2, 2))
	var changes []board.Change
	for _, order := range board.Orders("", 400) {
		changes = append(changes, board.Create(board.Note{
			ID: board.NewID(), Step: steps[0], Order: order, Turn: float64(r.IntN(3)) * 15,
			Rect: board.Rect{X: r.Float64()*4000 - 2000, Y: r.Float64()*4000 - 2000, W: 200, H: 100 + r.Float64()*100},
		}))
	}
	boardtest.Do(t, s, changes...)
	b := boardtest.Board(s, steps[0])
	for range 2000 {
		p := board.Point{X: r.Float64()*4400 - 2200, Y: r.Float64()*4400 - 2200}
		got, _ := b.NoteAt(p)
		if want := topmost(b, p); got.ID != want {
			t.Fatalf("at %v: %s, want %s", p, got.ID, want)
		}
	}
	area := board.Rect{X: -300, Y: -300, W: 700, H: 900}
	var want []board.Note
	for _, n := range b.Notes {
		if n.Bounds().Overlaps(area) {
			want = append(want, n)
		}
	}
	if got := b.NotesIn(area); !reflect.DeepEqual(got, want) {
		t.Errorf("%d notes in the area, want %d", len(got), len(want))
	}
}

// topmost looks at every note, from the top: what the index must agree with.
func topmost(b *board.Board, p board.Point) board.ID {
	for _, n := range slices.Backward(b.Notes) {
		if n.Turn == 0 && n.Rect.Contains(p) || n.Turn != 0 && turnedContains(n, p) {
			return n.ID
		}
	}
	return ""
}

// turnedContains asks whether p lies on the inner side of all four edges of the turned note.
func turnedContains(n board.Note, p board.Point) bool {
	sin, cos := math.Sincos(n.Turn * math.Pi / 180)
	d := p.Sub(n.Rect.Center())
	along, across := d.X*cos+d.Y*sin, d.Y*cos-d.X*sin
	return math.Abs(along) < n.Rect.W/2 && math.Abs(across) < n.Rect.H/2
}

func TestNotesAreReadRowByRow(t *testing.T) {
	at := func(id board.ID, x, y float64) board.Note {
		return board.Note{ID: id, Rect: board.Rect{X: x, Y: y, W: 200, H: 200}}
	}
	notes := []board.Note{at("d", 0, 230), at("b", 220, -20), at("a", 0, 0), at("c", 440, 15), at("e", 230, 220)}
	board.SortReading(notes)
	var got []board.ID
	for _, n := range notes {
		got = append(got, n.ID)
	}
	if want := []board.ID{"a", "b", "c", "d", "e"}; !reflect.DeepEqual(got, want) {
		t.Errorf("read as %v, want %v", got, want)
	}
}

func TestItemsComeBackAsTheyWereMade(t *testing.T) {
	items := []board.Item{
		board.Info{Title: "Samen", Lang: "nl", Client: "team Zuid", Date: "2027-01-15", Goal: "meer", Sources: []board.ID{"n"}},
		board.Step{ID: "s", Order: "V", Role: board.RoleGoals, Name: "Doelen", Minutes: 30, Silent: true, Votes: 3},
		board.Section{ID: "v", Step: "s", Shape: board.ShapeEllipse, Rect: board.Rect{X: 1, Y: 2, W: 3, H: 4}, Key: "k"},
		board.Note{ID: "n", Step: "s", Text: "geel", Turn: 3, Tags: []string{"a", "b"}, Author: "p", Section: "v", Friction: true, Lock: board.Fixed, Hash: "aa", Alt: "een koe"},
		board.Cluster{ID: "c", Step: "s", Name: "Lof", At: board.Point{X: 5, Y: 6}, Rest: true},
		board.Link{ID: "l", Step: "s", From: "n", To: "c"},
		board.Ink{ID: "i", Step: "s", On: "n", At: board.Point{X: 7, Y: 8}, Points: []board.Point{{X: 1.5, Y: -2}, {X: 3, Y: 4}}, Width: 4, Lock: board.Background},
		board.Image{ID: "b", Step: "s", Hash: "ff", Alt: "een koe", Lock: board.Background},
		board.Text{ID: "t", Step: "s", Text: "kop", Size: 40, Lock: board.Fixed},
		board.Trace{ID: "r", Step: "s", Rect: board.Rect{X: 1, Y: 2, W: 3, H: 4}, Note: "n", Name: "Plan"},
		board.Person{ID: "p", Name: "deelnemer 07", Strengths: []string{"luisteren"}},
		board.Theme{ID: "h", Name: "Bellen", Cluster: "c", Sources: []board.ID{"c"}},
		board.Action{ID: "a", Theme: "h", What: "bel", Owners: []board.ID{"p"}, Blocks: []board.Block{board.Dialogue}, Sources: []board.ID{"n"}},
		board.Condition{ID: "o", Name: "Tijd", Sources: []board.ID{"n"}, Answers: []board.ID{"a"}, Parked: true},
	}
	s := board.NewSession(board.Snapshot{}, board.Options{})
	var made []board.Item
	for _, item := range items {
		c := board.Create(item)
		boardtest.Do(t, s, c)
		s.Read(func(w *board.Workshop) {
			got, _ := w.Item(c.Obj)
			made = append(made, got)
		})
	}
	if !reflect.DeepEqual(made, items) {
		t.Errorf("got %+v\nwant %+v", made, items)
	}
}

func TestRemovedThingsComeBackWhole(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	ids := boardtest.Notes(t, s, steps[0], "een", "twee")
	boardtest.Do(t, s, board.Create(board.Action{ID: "a", What: "doe", Sources: ids}))
	before := visible(s)
	boardtest.Do(t, s, board.Remove(ids[0]))
	s.Read(func(w *board.Workshop) {
		if got := w.Plan().Actions()[0].Sources; !reflect.DeepEqual(got, ids[1:]) {
			t.Errorf("sources %v, want %v", got, ids[1:])
		}
	})
	boardtest.Do(t, s, board.Restore(ids[0]))
	if got := visible(s); !reflect.DeepEqual(got, before) {
		t.Errorf("got %v, want %v", got, before)
	}
}

func TestWatchersHearOfEveryGestureOnce(t *testing.T) {
	s := board.NewSession(board.Snapshot{}, board.Options{})
	var heard []board.Event
	stop := s.Watch(func(e board.Event) { heard = append(heard, e) })
	if err := s.Do("create", board.Create(board.Note{ID: "n"}), board.Remove("n")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	stop()
	edit(t, s, board.Fields{board.FieldText: "stil"})
	want := []board.Event{{"create", []board.ID{"n"}}, {"undo", []board.ID{"n"}}}
	if !reflect.DeepEqual(heard, want) {
		t.Errorf("heard %v, want %v", heard, want)
	}
}

func BenchmarkDoOn10000Notes(b *testing.B) {
	s, steps := boardtest.Session(b, "Doelen")
	var changes []board.Change
	for _, order := range board.Orders("", 10_000) {
		changes = append(changes, board.Create(board.Note{ID: board.NewID(), Step: steps[0], Order: order}))
	}
	boardtest.Do(b, s, changes...)
	for i := 0; b.Loop(); i++ {
		id := changes[i%len(changes)].Obj
		boardtest.Do(b, s, board.Change{Obj: id, Set: board.Fields{board.FieldX: float64(i % 1000)}})
		boardtest.Board(s, steps[0])
	}
}

// A board that is kept up to date change by change is the one that would be built from nothing.
func TestABoardKeptUpToDateIsTheBoardBuiltAnew(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 7))
		s, steps := boardtest.Session(t, "Doelen", "Merk")
		for range 20 {
			gesture(t, r, s, steps[r.IntN(2)])
			if ids := boardtest.Board(s, steps[0]).Notes; len(ids) > 0 {
				to := string(steps[r.IntN(2)])
				change := board.Change{Obj: ids[r.IntN(len(ids))].ID, Set: board.Fields{board.FieldStep: to}}
				boardtest.Do(t, s, change)
			}
			if r.IntN(3) == 0 {
				_, err := s.Undo()
				nothingIsFine(t, err)
			}
			anew := reopen(s, &boardtest.Log{})
			for _, step := range steps {
				got, want := boardtest.Board(s, step), boardtest.Board(anew, step)
				if !reflect.DeepEqual(got.Notes, want.Notes) || got.Step != want.Step {
					t.Fatalf("seed %d: board is\n%v\nwant\n%v", seed, got.Notes, want.Notes)
				}
			}
		}
	}
}

func TestUsedLeavesOutSectionsNobodyUses(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	used := board.Section{ID: "used", Step: steps[0], Rect: board.Rect{X: 0, Y: 0, W: 500, H: 500}}
	empty := board.Section{ID: "empty", Step: steps[0], Rect: board.Rect{X: 600, Y: 0, W: 500, H: 500}}
	boardtest.Do(t, s, board.Create(used), board.Create(empty))
	if got := boardtest.Board(s, steps[0]).Used().Bounds(); got != used.Rect.Union(empty.Rect) {
		t.Errorf("a board without notes uses %v", got)
	}
	boardtest.Notes(t, s, steps[0], "een")
	if got := boardtest.Board(s, steps[0]).Used().Bounds(); got != used.Rect {
		t.Errorf("used is %v, want %v", got, used.Rect)
	}
}
