package tool_test

import (
	"reflect"
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/tool"
)

func TestCopiesLieBesideTheOriginalsWhichStayAsTheyWere(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.do("lock", tool.SetLock(h.look(), notes[:1], board.Fixed))
	_, link := tool.Connect(h.look(), notes[0], notes[1])
	h.do("link", link)
	stroke := board.Ink{ID: board.NewID(), Step: h.step, On: notes[0], Points: []board.Point{{X: 1}, {X: 9}}, Width: 3}
	boardtest.Do(t, h.session, board.Create(stroke))
	before := h.look().Notes
	fresh, changes := tool.Duplicate(h.look(), notes)
	h.do("copy", changes)
	b := h.look()
	if !reflect.DeepEqual(b.Notes[:2], before) {
		t.Error("the originals changed")
	}
	if c := h.note(fresh[0]); c.Text != "een" || c.Rect.Overlaps(h.note(notes[0]).Rect) || c.Lock != board.Unlocked {
		t.Errorf("copy %+v", c)
	}
	if len(b.Links) != 2 || b.Links[1].From != fresh[0] || b.Links[1].To != fresh[1] {
		t.Errorf("links %+v", b.Links)
	}
	if len(b.Inks) != 2 || b.Inks[1].On != fresh[0] && b.Inks[0].On != fresh[0] {
		t.Errorf("drawings %+v", b.Inks)
	}
}

func TestThingsAreLinkedOnceAndNeverToThemselves(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	h.do("link", tool.Chain(h.look(), notes))
	if n := len(h.look().Links); n != 2 {
		t.Fatalf("%d links", n)
	}
	if tool.Chain(h.look(), notes) != nil {
		t.Error("linked again")
	}
	if _, changes := tool.Connect(h.look(), notes[0], notes[0]); changes != nil {
		t.Error("a note is linked to itself")
	}
}

func TestTagsAndAuthorsAreSetOnAllNotes(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.do("tag", tool.SetTag(h.look(), notes, "snel", true))
	h.do("tag", tool.SetTag(h.look(), notes[:1], "klein", true))
	h.do("tag", tool.SetTag(h.look(), notes, "snel", false))
	if got := h.note(notes[0]).Tags; !slices.Equal(got, []string{"klein"}) {
		t.Errorf("tags %v", got)
	}
	h.do("author", tool.SetAuthor(h.look(), notes, "p"))
	if h.note(notes[1]).Author != "p" {
		t.Error("no author")
	}
}

func TestMergedClusterHoldsAllNotesWithoutOverlap(t *testing.T) {
	h, n := newHand(t, "een", "twee", "drie", "vier")
	a, b := h.cluster("Een", n[0], n[1]), h.cluster("Twee", n[2], n[3])
	into, changes := tool.Merge(h.look(), []board.ID{a, b})
	h.do("merge", changes)
	if into != a || len(h.look().Members(a)) != 4 || len(h.look().Clusters) != 1 {
		t.Fatalf("members %d of %d clusters", len(h.look().Members(a)), len(h.look().Clusters))
	}
	overlapping(t, h.look())
	undo(t, h.session)
	if len(h.look().Clusters) != 2 {
		t.Error("undone there is one cluster")
	}
}

func overlapping(t *testing.T, b *board.Board) {
	t.Helper()
	for i, x := range b.Notes {
		for _, y := range b.Notes[:i] {
			if x.Bounds().Overlaps(y.Bounds()) {
				t.Errorf("%q at %v and %q at %v overlap", x.Text, x.Rect, y.Text, y.Rect)
			}
		}
	}
}

func TestSplitNotesGetAClusterOfTheirOwnBesideTheOld(t *testing.T) {
	h, n := newHand(t, "een", "twee", "drie", "vier", "vijf")
	a := h.cluster("Alle", n[:4]...)
	fresh, changes := tool.Split(h.look(), []board.ID{n[0], n[2]}, "Nieuw")
	h.do("split", changes)
	b := h.look()
	if len(b.Members(a)) != 2 || len(b.Members(fresh)) != 2 {
		t.Fatalf("%d and %d notes", len(b.Members(a)), len(b.Members(fresh)))
	}
	if b.Frame(b.Clusters[0]).Overlaps(b.Frame(b.Clusters[1])) {
		t.Error("the frames overlap")
	}
	overlapping(t, b)
	if _, changes := tool.Split(b, nil, ""); changes != nil {
		t.Error("no notes were split off")
	}
}

func TestSentNotesLeaveATraceAndTakeItAlongWhenTheyComeBack(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen", "Plan")
	notes := boardtest.Notes(t, s, steps[0], "een", "twee", "drie")
	boardtest.Notes(t, s, steps[1], "er al")
	boardtest.Do(t, s, board.Create(board.Ink{ID: "i", Step: steps[0], On: notes[0], Points: []board.Point{{X: 1}, {X: 9}}, Width: 3}))
	before := boardtest.Board(s, steps[0])
	send(t, s, notes[:2], steps[1])
	home, away := boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1])
	if len(home.Notes) != 1 || len(home.Traces) != 2 || home.Traces[0].Name != "Plan" {
		t.Fatalf("at home %d notes and traces %+v", len(home.Notes), home.Traces)
	}
	if len(away.Notes) != 3 || len(away.Inks) != 1 {
		t.Fatalf("away %d notes and %d strokes", len(away.Notes), len(away.Inks))
	}
	overlapping(t, away)
	send(t, s, notes[:2], steps[0])
	home, away = boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1])
	if len(home.Traces)+len(away.Traces) != 0 || len(away.Notes) != 1 || len(home.Inks) != 1 {
		t.Fatalf("back home traces %v and %v", home.Traces, away.Traces)
	}
	for _, n := range before.Notes {
		if now, _ := home.Note(n.ID); now.Rect != n.Rect {
			t.Errorf("%q lies at %v, want %v", n.Text, now.Rect, n.Rect)
		}
	}
}

func send(t *testing.T, s *board.Session, notes []board.ID, to board.ID) {
	t.Helper()
	var changes []board.Change
	s.Read(func(w *board.Workshop) { changes = tool.Send(w, notes, to) })
	boardtest.Do(t, s, changes...)
}
