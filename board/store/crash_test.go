package store_test

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"time"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/store"
)

// The test program runs itself as the window that crashes: with this variable it edits the named workshop until it is
// killed, and says what it was promised.
const crashVariable = "SAMENBORD_TEST_CRASH"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashVariable); path != "" {
		fmt.Println("failed:", editUntilKilled(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// editUntilKilled makes notes, publishes now and then, and closes and opens the workshop now and then. It prints the ID
// of each note once it was promised to be kept.
func editUntilKilled(path string) error {
	for {
		f, err := store.Open(path, store.Options{})
		if err != nil {
			return err
		}
		if f.ReadOnly() {
			return f.Reason()
		}
		for i := 1; i <= 25; i++ {
			n := board.Note{ID: board.NewID(), Step: "step", Order: "V", Text: strings.Repeat("x", rand.IntN(2000))}
			if err := f.Session().Do("note", board.Create(n)); err != nil {
				return err
			}
			fmt.Println(n.ID)
			if i%6 == 0 {
				if err := f.Publish(); err != nil {
					return err
				}
			}
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
}

// crash lets another process edit a workshop, kills it somewhere, and returns the notes it was promised.
func crash(t *testing.T, d *desk, path string, r *rand.Rand) (promised []board.ID) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), crashVariable+"="+path, "SAMENBORD_DATA="+d.opts.DataDir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	// Somewhere within what comes next, be it a change, a publishing, a closing or an opening.
	kill := func() {
		time.AfterFunc(time.Duration(r.IntN(15_000))*time.Microsecond, func() { _ = c.Process.Kill() })
	}
	after := r.IntN(60)
	if after == 0 {
		kill()
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "failed") {
			t.Fatal("the process ", lines.Text())
		}
		promised = append(promised, board.ID(lines.Text()))
		if len(promised) == after {
			kill()
		}
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the process ended by itself")
	}
	return promised
}

func TestKillingTheProcessLosesNothing(t *testing.T) {
	d := newDesk(t)
	closeFile(t, d.create("a.samenbord"))
	path := d.path("a.samenbord")
	r := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
	var promised []board.ID
	recovered := 0
	for round := range rounds(100) {
		promised = append(promised, crash(t, d, path, r)...)
		whole(t, path) // whatever happened, there is a whole file
		if round%3 == 2 {
			continue // the next process recovers it
		}
		pending, err := store.Pending(d.opts)
		if err != nil {
			t.Fatal(err)
		}
		f := d.open("a.samenbord")
		rec, ok := f.Recovered()
		if ok {
			recovered++
		}
		if ok != (len(pending) == 1) || ok && (pending[0] != rec || rec.Ops < 1 || rec.Last.IsZero()) {
			t.Errorf("recovered %+v, %v, but %+v was pending", rec, ok, pending)
		}
		lost := 0
		f.Session().Read(func(w *board.Workshop) {
			for _, id := range promised {
				if !w.Alive(id) {
					lost++
				}
			}
		})
		if lost > 0 {
			t.Fatalf("round %d: %d of %d notes lost", round, lost, len(promised))
		}
		closeFile(t, f)
		whole(t, path)
		if got := names(t, d.dir); !reflect.DeepEqual(got, []string{"a.samenbord"}) {
			t.Error("beside the file:", got)
		}
	}
	t.Logf("%d changes promised, %d times something to recover", len(promised), recovered)
}

func TestRecoveryIsTold(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	publish(t, f)
	boardtest.Notes(t, f.Session(), step, "twee", "drie")
	crashed := d.crashed(f)
	pending, err := store.Pending(crashed.opts)
	if err != nil || len(pending) != 1 || pending[0].Ops != 2 || pending[0].Path != f.Path() {
		t.Fatalf("pending %+v, %v", pending, err)
	}
	closeFile(t, f)
	g := crashed.open("a.samenbord")
	defer closeFile(t, g)
	if got := texts(g.Session(), step); len(got) != 3 {
		t.Errorf("notes %q", got)
	}
}

// crashed is the computer as it would be after a crash now: it has a copy of the working copy of f.
func (d *desk) crashed(f *store.File) *desk {
	d.t.Helper()
	after := &desk{d.t, d.dir, store.Options{DataDir: d.t.TempDir(), Wall: d.opts.Wall}}
	if err := os.CopyFS(after.opts.DataDir, os.DirFS(d.opts.DataDir)); err != nil {
		d.t.Fatal(err)
	}
	return after
}

func TestRecoveryStandsInForALostFile(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"deleted": os.Remove,
		"damaged": func(path string) error { return os.Truncate(path, 5000) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			f, step := d.filled("a.samenbord", "een")
			publish(t, f)
			after := d.crashed(f)
			closeFile(t, f)
			if err := lose(f.Path()); err != nil {
				t.Fatal(err)
			}
			g := after.open("a.samenbord")
			if rec, ok := g.Recovered(); !ok || rec.Ops != 3 {
				t.Errorf("recovered %+v", rec)
			}
			if got := texts(g.Session(), step); len(got) != 1 {
				t.Errorf("notes %q", got)
			}
			if name == "damaged" && len(g.SetAside()) != 1 {
				t.Errorf("set aside %q", g.SetAside())
			}
			closeFile(t, g)
			whole(t, f.Path())
		})
	}
}

func TestRecoveryOfAnotherWorkshopIsKeptBesideTheFile(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "van vroeger")
	after := d.crashed(f)
	closeFile(t, f)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	g, _ := d.filled("a.samenbord", "nieuw")
	closeFile(t, g)
	h := after.open("a.samenbord")
	if got := texts(h.Session(), step); len(got) != 0 {
		t.Errorf("notes of the other workshop: %q", got)
	}
	if got := h.SetAside(); !reflect.DeepEqual(got, []string{d.path("a (2).samenbord")}) {
		t.Errorf("kept as %q", got)
	}
	closeFile(t, h)
	kept := after.open("a (2).samenbord")
	defer closeFile(t, kept)
	if got := texts(kept.Session(), step); len(got) != 1 {
		t.Errorf("kept notes %q", got)
	}
}

func TestUnreadableWorkingCopyIsKeptAndTold(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	publish(t, f)
	after := d.crashed(f)
	closeFile(t, f)
	work := names(t, after.opts.DataDir+"/work")
	for _, end := range []string{"", "-wal"} {
		db := after.opts.DataDir + "/work/" + work[0] + "/work.db" + end
		if err := os.WriteFile(db, []byte("no database any more"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g := after.open("a.samenbord")
	defer closeFile(t, g)
	rec, ok := g.Recovered()
	if _, err := os.Stat(rec.Kept); !ok || err != nil {
		t.Errorf("recovered %+v, %v", rec, err)
	}
	if got := texts(g.Session(), step); len(got) != 1 || g.ReadOnly() {
		t.Errorf("notes %q", got)
	}
}

// The actor goes on where the crash cut it off, and a crash must not let it use a number twice.
func TestUndoReachesBackOverACrash(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord")
	id := boardtest.Notes(t, f.Session(), step, "een")[0]
	move(t, f.Session(), id, 10)
	after := d.crashed(f)
	g := after.open("a.samenbord")
	defer closeFile(t, g)
	move(t, g.Session(), id, 20)
	undo(t, g.Session())
	undo(t, g.Session())
	if x := at(g.Session(), id); x != 0 {
		t.Error("x is", x)
	}
	whole(t, g.Path())
}

func TestFullDiskIsToldAndLosesNothing(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	limitFiles(t, 64<<10)
	kept := 0
	var err error
	for err == nil && kept < 1000 {
		err = f.Session().Do("note", board.Create(board.Note{
			ID: board.NewID(), Step: step, Order: "V", Text: strings.Repeat("x", 5000),
		}))
		if err == nil {
			kept++
		}
	}
	if !errors.Is(err, store.ErrFull) {
		t.Fatalf("after %d notes: %v", kept, err)
	}
	if got := len(texts(f.Session(), step)); got != kept+1 {
		t.Errorf("the screen shows %d notes, %d were kept", got, kept+1)
	}
	limitFiles(t, 8<<10) // less than the file takes without the log of the working copy
	if err := f.Publish(); !errors.Is(err, store.ErrFull) {
		t.Error("publishing:", err)
	}
	limitFiles(t, 1<<40)
	boardtest.Notes(t, f.Session(), step, "weer plaats")
	closeFile(t, f)
	g := d.open("a.samenbord")
	defer closeFile(t, g)
	if got := len(texts(g.Session(), step)); got != kept+2 {
		t.Errorf("%d notes came back of %d", got, kept+2)
	}
	whole(t, g.Path())
}
