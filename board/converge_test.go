package board_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"samenbord/board"
	"samenbord/board/boardtest"
)

// room is five replicas of one workshop that work without seeing each other, with clocks that jump, and hear of each
// other late, twice and in any order.
type room struct {
	seed     uint64
	r        *rand.Rand
	wall     time.Time
	sessions []*board.Session
	logs     []*boardtest.Log
	inbox    [][]board.Op
	sent     []int // how much of each log the others were sent
}

const replicas = 5

func newRoom(seed uint64) *room {
	m := &room{
		seed: seed, r: rand.New(rand.NewPCG(seed, 1)), wall: boardtest.Start, inbox: make([][]board.Op, replicas),
		sent: make([]int, replicas),
	}
	wall := func() time.Time { return m.wall.Add(time.Duration(m.r.IntN(4)-2) * time.Second) }
	for range replicas {
		log := &boardtest.Log{}
		m.logs = append(m.logs, log)
		m.sessions = append(m.sessions, board.NewSession(board.Snapshot{}, board.Options{
			Log: log, Wall: wall, Actor: board.Actor{byte(m.r.IntN(256)), byte(len(m.logs))},
		}))
	}
	return m
}

var names = []board.ID{"a", "b", "c", "d", "e", "f"}

// act lets replica i do one thing.
func (m *room) act(t *testing.T, i int) {
	t.Helper()
	s := m.sessions[i]
	id := names[m.r.IntN(len(names))]
	set := board.Fields{}
	switch m.r.IntN(8) {
	case 0:
		set = board.Fields{board.FieldKind: "note", board.FieldText: fmt.Sprint("new ", m.r.IntN(9))}
	case 1:
		set = board.Fields{board.FieldX: float64(m.r.IntN(99)), board.FieldY: float64(m.r.IntN(99))}
	case 2:
		set[board.FieldText] = fmt.Sprint(m.r.IntN(1e6))
	case 3:
		set[board.FieldDead] = m.r.IntN(3) > 0
	case 4:
		set[board.FieldOrder] = board.Between("", fmt.Sprint(m.r.IntN(8)+1))
	case 5:
		set[board.In(board.FieldTag, fmt.Sprint(m.r.IntN(3)))] = m.r.IntN(2) == 0
	case 6:
		_, err := s.Undo()
		nothingIsFine(t, err)
		return
	case 7:
		_, err := s.Redo()
		nothingIsFine(t, err)
		return
	}
	if err := s.Do("act", board.Change{Obj: id, Set: set}); err != nil {
		t.Fatal(err)
	}
}

func nothingIsFine(t *testing.T, err error) {
	t.Helper()
	if err != nil && err != board.ErrNothing {
		t.Fatal(err)
	}
}

// send puts what replica i has done since into the others' inboxes, some of it twice.
func (m *room) send(i int) {
	entries := m.logs[i].Entries
	for _, e := range entries[m.sent[i]:] {
		for j := range m.inbox {
			if j == i {
				continue
			}
			m.inbox[j] = append(m.inbox[j], e.Op)
			if m.r.IntN(5) == 0 {
				m.inbox[j] = append(m.inbox[j], e.Op)
			}
		}
	}
	m.sent[i] = len(entries)
}

// hear lets replica j take in some of its inbox, in random order. It returns how many ops were news.
func (m *room) hear(j, some int) (news int) {
	in := m.inbox[j]
	m.r.Shuffle(len(in), func(a, b int) { in[a], in[b] = in[b], in[a] })
	m.sessions[j].Read(func(w *board.Workshop) {
		for _, op := range in[:some] {
			if _, ok := w.Apply(op); ok {
				news++
			}
		}
	})
	m.inbox[j] = in[some:]
	return news
}

func (m *room) run(t *testing.T) {
	news := make([]int, replicas)
	for range 120 {
		m.wall = m.wall.Add(time.Duration(m.r.IntN(3)) * time.Millisecond)
		i := m.r.IntN(replicas)
		m.act(t, i)
		m.send(i)
		if j := m.r.IntN(replicas); m.r.IntN(4) == 0 {
			news[j] += m.hear(j, m.r.IntN(len(m.inbox[j])+1))
		}
	}
	var everything []board.Op
	for _, log := range m.logs {
		for _, e := range log.Entries {
			everything = append(everything, e.Op)
		}
	}
	slices.SortFunc(everything, func(a, b board.Op) int { return a.At.Compare(b.At) })
	want := board.NewWorkshop()
	for _, op := range everything {
		want.Apply(op)
	}
	for j, s := range m.sessions {
		news[j] += m.hear(j, len(m.inbox[j]))
		if others := len(everything) - len(m.logs[j].Entries); news[j] != others {
			t.Fatalf("seed %d: replica %d took %d ops of others for news, want %d", m.seed, j, news[j], others)
		}
		s.Read(func(w *board.Workshop) {
			if got := w.Objects(); !reflect.DeepEqual(got, want.Objects()) {
				t.Fatalf("seed %d: replica %d differs:\n%v\nwant\n%v", m.seed, j, got, want.Objects())
			}
			if !reflect.DeepEqual(w.Seen(), want.Seen()) {
				t.Fatalf("seed %d: replica %d has seen %v, want %v", m.seed, j, w.Seen(), want.Seen())
			}
		})
	}
}

func TestReplicasConverge(t *testing.T) {
	const histories, workers = 2000, 4
	for worker := range workers {
		t.Run(fmt.Sprint("worker ", worker), func(t *testing.T) {
			t.Parallel()
			for seed := worker; seed < histories; seed += workers {
				newRoom(uint64(seed)).run(t)
			}
		})
	}
}
