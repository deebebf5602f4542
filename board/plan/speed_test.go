package plan_test

import (
	"fmt"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/plan"
)

// BenchmarkDraft drafts the plan of a workshop with 2,000 notes in 100 clusters, with nearness for free.
func BenchmarkDraft(b *testing.B) {
	s := crowded(b, 2000)
	for b.Loop() {
		s.Read(func(w *board.Workshop) {
			free := func([]string) func(i, j int) float64 {
				return func(i, j int) float64 { return float64((i*31+j*17)%97) / 200 }
			}
			if len(plan.Draft(w, free)) == 0 {
				b.Fatal("nothing drafted")
			}
		})
	}
}

// crowded is a workshop with n notes over the five steps, in clusters of twenty.
func crowded(b *testing.B, n int) *board.Session {
	s, _ := boardtest.Session(b)
	roles := []board.Role{
		board.RoleGoals, board.RoleBrand, board.RoleFriction, board.RolePlatform, board.RolePlan,
	}
	var changes []board.Change
	for i, order := range board.Orders("", len(roles)) {
		step := board.Step{ID: board.NewID(), Order: order, Role: roles[i], Name: string(roles[i])}
		changes = append(changes, board.Create(step))
		var c board.Cluster
		for k := range n / len(roles) {
			if k%20 == 0 {
				c = board.Cluster{ID: board.NewID(), Step: step.ID, Order: fmt.Sprintf("A%04d", k+1), Name: fmt.Sprint("Groep ", k)}
				changes = append(changes, board.Create(c))
			}
			changes = append(changes, board.Create(board.Note{
				ID: board.NewID(), Step: step.ID, Cluster: c.ID, Text: fmt.Sprintf("Klant %d bellen over offerte %d", k, i),
				Rect: board.Rect{X: float64(k%40) * 220, Y: float64(k/40) * 220, W: 200, H: 200},
			}))
		}
	}
	boardtest.Do(b, s, changes...)
	return s
}
