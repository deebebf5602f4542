package cluster_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/cluster"
)

var words = cluster.Words{Rest: "Nog in te delen"}

// regroup clusters a step as the app does, and returns how many changes that took.
func regroup(t testing.TB, s *board.Session, step board.ID) int {
	t.Helper()
	var changes []board.Change
	s.Read(func(w *board.Workshop) { changes = cluster.Changes(w, step, words) })
	if err := s.Do("cluster", changes...); err != nil {
		t.Fatal(err)
	}
	return len(changes)
}

func TestEveryNoteFindsAClusterAndOneUndoBringsAllBack(t *testing.T) {
	s, steps := boardtest.Session(t, "Knuppels")
	boardtest.Notes(t, s, steps[0], dutchNotes...)
	before := boardtest.Board(s, steps[0])
	regroup(t, s, steps[0])
	after := boardtest.Board(s, steps[0])
	if len(after.Clusters) < 3 || len(after.Members("")) != 0 {
		t.Errorf("%d clusters, %d notes without one", len(after.Clusters), len(after.Members("")))
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	undone := boardtest.Board(s, steps[0])
	if !reflect.DeepEqual(before.Notes, undone.Notes) || len(undone.Clusters) != 0 {
		t.Error("undo left something behind")
	}
}

func TestClusteringTwiceChangesNothing(t *testing.T) {
	s, steps := boardtest.Session(t, "Knuppels")
	boardtest.Notes(t, s, steps[0], dutchNotes...)
	regroup(t, s, steps[0])
	if n := regroup(t, s, steps[0]); n != 0 {
		t.Errorf("%d changes the second time", n)
	}
}

func TestAnEmptyBoardHasNothingToGroup(t *testing.T) {
	s, steps := boardtest.Session(t, "Leeg")
	if n := regroup(t, s, steps[0]); n != 0 {
		t.Errorf("%d changes", n)
	}
}

func TestClustersOfPeopleStayAsTheyAre(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	ids := boardtest.Notes(t, s, steps[0], dutchNotes...)
	own := board.Cluster{ID: board.NewID(), Step: steps[0], Name: "Van ons", Order: "V"}
	boardtest.Do(t, s, board.Create(own))
	for i, id := range ids[:3] {
		n, _ := boardtest.Board(s, steps[0]).Note(id)
		to := n
		to.Cluster, to.Rect.X, to.Rect.Y = own.ID, 5000+float64(i)*220, 0
		c, _ := board.Edit(n, to)
		boardtest.Do(t, s, c)
	}
	before := boardtest.Board(s, steps[0])
	regroup(t, s, steps[0])
	after := boardtest.Board(s, steps[0])
	if !reflect.DeepEqual(before.Members(own.ID), after.Members(own.ID)) {
		t.Error("notes of an own cluster changed")
	}
	if !slices.Contains(after.Clusters, own) {
		t.Error("the own cluster changed")
	}
}

func TestTheRestIsGatheredInOneCluster(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	boardtest.Notes(t, s, steps[0], "Zeilboot", "Oregano", "Quarantaine")
	regroup(t, s, steps[0])
	b := boardtest.Board(s, steps[0])
	if len(b.Clusters) != 1 || !b.Clusters[0].Rest || b.Clusters[0].Name != words.Rest {
		t.Fatalf("clusters %+v", b.Clusters)
	}
	first := b.Clusters[0].ID
	boardtest.Notes(t, s, steps[0], "Marsmannetje")
	regroup(t, s, steps[0])
	b = boardtest.Board(s, steps[0])
	if len(b.Clusters) != 1 || b.Clusters[0].ID != first || len(b.Members(first)) != 4 {
		t.Errorf("a late note made it %+v with %d notes", b.Clusters, len(b.Members(first)))
	}
	boardtest.Notes(t, s, steps[0], "Een zeilboot kopen", "Rode zeilboot", "De zeilboot", "Mijn oregano", "Groene oregano",
		"Quarantaine thuis", "De quarantaine", "Het marsmannetje", "Groen marsmannetje")
	regroup(t, s, steps[0])
	b = boardtest.Board(s, steps[0])
	for _, c := range b.Clusters {
		if c.Rest && len(b.Members(c.ID)) == 0 {
			t.Error("an empty rest stayed")
		}
	}
}

func TestLockedNotesStay(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	ids := boardtest.Notes(t, s, steps[0], dutchNotes...)
	n, _ := boardtest.Board(s, steps[0]).Note(ids[4])
	locked := n
	locked.Lock = board.Fixed
	c, _ := board.Edit(n, locked)
	boardtest.Do(t, s, c)
	regroup(t, s, steps[0])
	if got, _ := boardtest.Board(s, steps[0]).Note(ids[4]); !reflect.DeepEqual(got, locked) {
		t.Errorf("locked note became %+v", got)
	}
}

func TestTheMostCentralNoteIsReadFirstAndColoursStay(t *testing.T) {
	s, steps := boardtest.Session(t, "Knuppels")
	ids := boardtest.Notes(t, s, steps[0], dutchNotes...)
	n, _ := boardtest.Board(s, steps[0]).Note(ids[2])
	dark := n
	dark.Color, dark.Friction = board.Dark, true
	c, _ := board.Edit(n, dark)
	boardtest.Do(t, s, c)
	regroup(t, s, steps[0])
	b := boardtest.Board(s, steps[0])
	for _, c := range b.Clusters {
		if first := b.Members(c.ID)[0]; !c.Rest && first.Text != c.Subtitle {
			t.Errorf("%q begins with %q, not with %q", c.Name, first.Text, c.Subtitle)
		}
	}
	if got, _ := b.Note(ids[2]); got.Color != board.Dark || !got.Friction || got.Rect.W != n.Rect.W {
		t.Errorf("the friction note became %+v", got)
	}
}

func TestClustersLieWhereTheBoardStaysAScreen(t *testing.T) {
	for name, section := range map[string]board.Rect{
		"wide": {X: -500, Y: 100, W: 9000, H: 900}, "tall": {X: 300, Y: -4000, W: 900, H: 6000},
	} {
		s, steps := boardtest.Session(t, "Bord")
		boardtest.Do(t, s, board.Create(board.Section{ID: board.NewID(), Step: steps[0], Rect: section}))
		boardtest.Notes(t, s, steps[0], dutchNotes...)
		regroup(t, s, steps[0])
		b := boardtest.Board(s, steps[0])
		below, right := 0, 0
		for _, c := range b.Clusters {
			f := b.Frame(c)
			if f.Y >= section.Y+section.H {
				below++
			}
			if f.X >= section.X+section.W {
				right++
			}
		}
		if name == "wide" && below != len(b.Clusters) || name == "tall" && right != len(b.Clusters) {
			t.Errorf("%s: of %d clusters %d lie below, %d right", name, len(b.Clusters), below, right)
		}
	}
}

// TestFramesNeverOverlap checks on random boards that frames lie free of each other and of all that was there.
func TestFramesNeverOverlap(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		s, steps := boardtest.Session(t, "Bord")
		fill(t, s, steps[0], r)
		before := boardtest.Board(s, steps[0])
		regroup(t, s, steps[0])
		b := boardtest.Board(s, steps[0])
		for i, c := range b.Clusters {
			f := b.Frame(c)
			for _, d := range b.Clusters[:i] {
				if f.Overlaps(b.Frame(d)) {
					t.Fatalf("seed %d: frames of %q and %q overlap", seed, c.Name, d.Name)
				}
			}
			for _, x := range b.Sections {
				if f.Overlaps(x.Rect) {
					t.Fatalf("seed %d: %q covers a section", seed, c.Name)
				}
			}
			for _, x := range b.Images {
				if f.Overlaps(x.Rect.Turned(x.Turn)) {
					t.Fatalf("seed %d: %q covers an image", seed, c.Name)
				}
			}
			for i, n := range b.Members(c.ID) {
				for _, m := range b.Members(c.ID)[:i] {
					if n.Bounds().Overlaps(m.Bounds()) {
						t.Fatalf("seed %d: notes overlap", seed)
					}
				}
			}
		}
		if _, err := s.Undo(); err != nil || !reflect.DeepEqual(before.Notes, boardtest.Board(s, steps[0]).Notes) {
			t.Fatalf("seed %d: undo: %v", seed, err)
		}
	}
}

// fill puts notes of all sizes, turned or not, sections and images anywhere on a board.
func fill(t *testing.T, s *board.Session, step board.ID, r *rand.Rand) {
	place := func(size float64) board.Rect {
		return board.Rect{
			X: r.Float64()*4000 - 2000, Y: r.Float64()*4000 - 2000, W: 50 + r.Float64()*size, H: 50 + r.Float64()*size,
		}
	}
	var changes []board.Change
	for i := range 1 + r.IntN(90) {
		n := board.Note{ID: board.NewID(), Step: step, Text: dutchNotes[r.IntN(len(dutchNotes))], Rect: place(400)}
		if i%4 == 0 {
			n.Turn = r.Float64()*60 - 30
		}
		changes = append(changes, board.Create(n))
	}
	for i := range r.IntN(5) {
		x := board.Section{ID: board.NewID(), Step: step, Name: fmt.Sprint("Vlak ", i), Rect: place(3000)}
		changes = append(changes, board.Create(x))
	}
	for range r.IntN(3) {
		changes = append(changes, board.Create(board.Image{ID: board.NewID(), Step: step, Rect: place(900), Turn: 20}))
	}
	boardtest.Do(t, s, changes...)
}
