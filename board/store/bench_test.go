package store_test

import (
	"fmt"
	"os"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/store"
)

// big fills a workshop with so many notes and, by moving them about, so many ops.
func big(b *testing.B, d *desk, notes, ops int) *store.File {
	b.Helper()
	f, step := d.filled("big.samenbord")
	texts := make([]string, notes)
	for i := range texts {
		texts[i] = fmt.Sprintf("Wij nodigen klant %d uit om met ons mee te denken over het plan", i)
	}
	ids := boardtest.Notes(b, f.Session(), step, texts...)
	for done := notes; done < ops; done += 1000 {
		var moves []board.Change
		for i := range 1000 {
			id := ids[(done+i*7)%notes]
			set := board.Fields{board.FieldX: float64((done + i) % 9000), board.FieldY: float64(i) + 0.5}
			moves = append(moves, board.Change{Obj: id, Set: set})
		}
		if done >= ops-1000 { // the last ones by hand
			for _, m := range moves {
				boardtest.Do(b, f.Session(), m)
			}
			continue
		}
		boardtest.Do(b, f.Session(), moves...)
	}
	return f
}

func BenchmarkAppend(b *testing.B) {
	d := newDesk(b)
	f, step := d.filled("a.samenbord")
	id := boardtest.Notes(b, f.Session(), step, "een")[0]
	i := 0
	for b.Loop() {
		i++
		boardtest.Do(b, f.Session(), board.Change{Obj: id, Set: board.Fields{board.FieldX: float64(i % 1000)}})
	}
	b.StopTimer()
	closeFile(b, f)
}

func BenchmarkOpen10000Notes100000Ops(b *testing.B) {
	d := newDesk(b)
	closeFile(b, big(b, d, 10_000, 100_000))
	info, err := os.Stat(d.path("big.samenbord"))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		f := d.open("big.samenbord")
		b.StopTimer()
		closeFile(b, f)
		b.StartTimer()
	}
	b.ReportMetric(float64(info.Size())/100_000, "B/change")
}

func BenchmarkPublish(b *testing.B) {
	d := newDesk(b)
	f := big(b, d, 10_000, 100_000)
	for b.Loop() {
		b.StopTimer()
		boardtest.Do(b, f.Session(), board.Change{Obj: board.WorkshopID, Set: board.Fields{board.FieldName: "x"}})
		b.StartTimer()
		if err := f.Publish(); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	closeFile(b, f)
}

func BenchmarkSmallCommand(b *testing.B) {
	d := newDesk(b)
	f, _ := d.filled("a.samenbord", "een", "twee")
	closeFile(b, f)
	for b.Loop() {
		f := d.open("a.samenbord")
		boardtest.Do(b, f.Session(), board.Change{Obj: board.WorkshopID, Set: board.Fields{board.FieldName: "x"}})
		closeFile(b, f)
	}
}
