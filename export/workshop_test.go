package export_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/export"
)

// room is a workshop in which a group worked for a day: three boards with clusters, one of them of frictions, one board
// that stayed empty, and a plan.
type room struct {
	*board.Session
	steps   []board.ID
	notes   [][]board.ID // by step
	texts   map[board.ID]string
	actions []board.ID
}

// workshop fills a room with notes, shared out over three boards.
func workshop(t testing.TB, notes int) *room {
	t.Helper()
	s, steps := boardtest.Session(t, "Doelen stellen", "Knuppels in het hoenderhok", "Acquisitieplan", "Borging")
	r := &room{Session: s, steps: steps, texts: map[board.ID]string{}}
	r.set(t, board.WorkshopID, board.Fields{
		"title": "Samen op weg", "client": "Bureau Zuid", "date": "2027-01-15", "goal": "Dit jaar vijftien nieuwe klanten",
	})
	for i := range 3 {
		r.notes = append(r.notes, r.fill(t, i, notes*(i+1)/3-notes*i/3))
	}
	for _, id := range r.notes[1] {
		r.set(t, id, board.Fields{"friction": true, "color": board.Dark})
	}
	r.plan(t)
	return r
}

func (r *room) set(t testing.TB, id board.ID, f board.Fields) {
	t.Helper()
	boardtest.Do(t, r.Session, board.Change{Obj: id, Set: f})
}

// fill puts notes on a board, six in a cluster, the last few in none.
func (r *room) fill(t testing.TB, step, n int) []board.ID {
	t.Helper()
	texts := make([]string, n)
	for i := range texts {
		texts[i] = sentence(step, i)
	}
	ids := boardtest.Notes(t, r.Session, r.steps[step], texts...)
	var changes []board.Change
	for i := 0; i+6 <= n; i += 6 {
		c := board.Cluster{
			ID: board.NewID(), Step: r.steps[step], Order: fmt.Sprintf("%05d", i+1), Name: fmt.Sprintf("Groep %d-%d", step+1, i/6+1),
			Subtitle: texts[i],
		}
		changes = append(changes, board.Create(c))
		for j, id := range ids[i : i+6] {
			changes = append(changes, board.Change{Obj: id, Set: board.Fields{
				"cluster": string(c.ID), "color": board.Colors[i/6%len(board.Colors)], "turn": float64(j%5 - 2),
				"x": float64(i/6%4*760 + j%3*220), "y": float64(i/24*560 + j/3*220),
			}})
		}
	}
	boardtest.Do(t, r.Session, changes...)
	for i, id := range ids {
		r.texts[id] = texts[i]
	}
	return ids
}

// plan makes an action of every second note of the plan step, and conditions of the first frictions.
func (r *room) plan(t testing.TB) {
	t.Helper()
	owner := board.Person{ID: board.NewID(), Name: "Deelnemer 07"}
	changes := []board.Change{board.Create(owner)}
	var theme board.Theme
	for i, id := range r.notes[2] {
		if i%8 == 0 {
			theme = board.Theme{ID: board.NewID(), Order: fmt.Sprintf("%05d", i+1), Name: fmt.Sprintf("Thema %d", i/8+1)}
			changes = append(changes, board.Create(theme))
		}
		if i%2 == 1 {
			continue
		}
		a := board.Action{
			ID: board.NewID(), Theme: theme.ID, Order: fmt.Sprintf("%05d", i+1), What: "We gaan " + r.texts[id],
			Sources: []board.ID{id},
		}
		if len(r.notes[0]) > i {
			a.Sources = append(a.Sources, r.notes[0][i])
		}
		if i%4 == 0 {
			a.Owners, a.Due, a.Soft = []board.ID{owner.ID}, "2027-03-01", "We vragen elkaar om hulp"
			a.Stage, a.Blocks = board.StageProposal, board.Blocks
		}
		r.actions = append(r.actions, a.ID)
		changes = append(changes, board.Create(a))
	}
	for i := 0; i+2 < len(r.notes[1]) && i < 9; i += 3 {
		c := board.Condition{
			ID: board.NewID(), Order: fmt.Sprintf("%05d", i+1), Name: fmt.Sprintf("Voorwaarde %c", 'A'+i/3), Sources: r.notes[1][i : i+3],
		}
		if i == 0 {
			c.Answers = r.actions[:1]
		}
		changes = append(changes, board.Create(c))
	}
	boardtest.Do(t, r.Session, changes...)
}

// sentence is a note text that no other note has.
func sentence(step, i int) string {
	who := []string{"Iedereen", "De directie", "Een nieuwe collega", "Het hele projectteam", "Onze vaste klant"}
	does := []string{
		"belt elke week een onbekende", "deelt het netwerk met de anderen", "vertelt wat er misging en wat we daarvan leerden",
		"schrijft kortere offertes", "gaat mee naar het eerste gesprek", "viert ook de kleine opdrachtgeversbijeenkomsten",
		"denkt na over relatiebeheersysteemvernieuwing",
	}
	return fmt.Sprintf("%s %s nummer %d%c", who[i%len(who)], does[i%len(does)], i+1, 'a'+step)
}

// draw is the export of a workshop in a format.
func draw(t testing.TB, s *board.Session, format string, o export.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	var r *export.Report
	s.Read(func(w *board.Workshop) { r = export.Copy(w, o) })
	if err := r.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs a program on a file and returns what it printed. Where the program is missing the test is skipped, but not
// in CI.
func tool(t testing.TB, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is missing", name)
	}
	path := t.TempDir() + "/out.pdf"
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// pageTexts is what a PDF says, page by page.
func pageTexts(t testing.TB, file []byte) []string {
	t.Helper()
	pages := strings.Split(tool(t, file, "pdftotext", "-q", "FILE", "-"), "\f")
	return pages[:len(pages)-1]
}
