package canvas_test

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"samenbord/board"
	"samenbord/canvas"
)

// stateFile is where the window under test writes what its workshop looks like; its presence in the environment makes
// the test program that window.
const stateFile = "SAMENBORD_TEST_STATE"

func TestMain(m *testing.M) {
	if path := os.Getenv(stateFile); path != "" {
		if err := runWindow(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if os.Getenv(guardVar) != "" {
		runGuard()
		return
	}
	os.Exit(m.Run())
}

// state is what the window under test tells of its workshop.
type state struct {
	Steps []board.ID
	Notes []board.Note
}

// runWindow shows two empty steps in a real window and writes the state after every change.
func runWindow(path string) error {
	log := &stateLog{path: path}
	s := board.NewSession(board.Snapshot{}, board.Options{Log: log})
	log.session = s
	a := board.Step{ID: board.NewID(), Order: "F", Name: "Doelen stellen"}
	b := board.Step{ID: board.NewID(), Order: "V", Name: "Knuppels in het hoenderhok"}
	stop := s.Watch(func(board.Event) { log.write() })
	defer stop()
	if err := s.Do("test", board.Create(board.Info{Title: "Proef", Lang: "nl"}), board.Create(a), board.Create(b)); err != nil {
		return err
	}
	return canvas.Run(canvas.Options{Session: s, Lang: "nl"})
}

type stateLog struct {
	path    string
	session *board.Session
	mu      sync.Mutex
}

func (l *stateLog) Append([]board.Entry, []board.Object) error { return nil }

func (l *stateLog) write() {
	l.mu.Lock()
	defer l.mu.Unlock()
	var st state
	l.session.Read(func(w *board.Workshop) {
		for _, s := range w.Steps() {
			st.Steps = append(st.Steps, s.ID)
			st.Notes = append(st.Notes, w.Board(s.ID).Notes...)
		}
	})
	b, err := json.Marshal(st)
	if err == nil {
		err = os.WriteFile(l.path+".new", b, 0o600)
	}
	if err == nil {
		err = os.Rename(l.path+".new", l.path)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// need skips a test whose program is missing, but not where everything must be tested.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is not installed", p)
			}
			t.Skipf("%s is not installed", p)
		}
	}
}

// The dead keys of the international American keyboard by their codes: xdotool would lay their letters under a spare
// key, and a busy window would look there when something else lies under it.
const (
	acute     = "48"
	diaeresis = "shift+48"
)

// screen is a window on a display of its own.
type screen struct {
	t       *testing.T
	display string
	path    string
	window  string
	pid     int
	said    string // the file with what the window says
}

func openScreen(t *testing.T) *screen {
	need(t, "Xvfb", "xdotool", "setxkbmap")
	s := &screen{t: t, path: filepath.Join(t.TempDir(), "state.json"), said: filepath.Join(t.TempDir(), "said.txt")}
	s.startDisplay()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), "DISPLAY="+s.display, stateFile+"="+s.path, "LC_ALL=C.UTF-8", "LANG=nl_NL.UTF-8",
		"FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
	said, err := os.Create(s.said)
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	c.Stdout, c.Stderr = said, said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s.pid = c.Process.Pid
	t.Cleanup(func() {
		c.Process.Kill() //nolint:errcheck // it may be gone already
		c.Wait()         //nolint:errcheck // killed
		if t.Failed() {
			words, _ := os.ReadFile(s.said)
			t.Logf("the window said:\n%s", words)
		}
	})
	s.until("the window opens", func() bool {
		out, err := s.tool("search", "--onlyvisible", "--pid", strconv.Itoa(s.pid))
		s.window, _, _ = strings.Cut(strings.TrimSpace(out), "\n")
		return err == nil && s.window != ""
	})
	s.do("windowmove", s.window, "0", "0")
	s.do("windowsize", s.window, "1100", "700")
	s.do("windowfocus", s.window)
	s.until("the window has its size", func() bool {
		out, _ := s.tool("getwindowgeometry", "--shell", s.window)
		return strings.Contains(out, "WIDTH=1100") && strings.Contains(out, "HEIGHT=700")
	})
	return s
}

func (s *screen) startDisplay() {
	r, w, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	// Without -noreset the server forgets its keys when setxkbmap leaves before the window comes.
	c := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
	c.ExtraFiles = []*os.File{w}
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	w.Close()
	s.t.Cleanup(func() {
		c.Process.Kill() //nolint:errcheck // it may be gone already
		c.Wait()         //nolint:errcheck // killed
	})
	number := make([]byte, 16)
	n, err := io.ReadAtLeast(r, number, 2)
	if err != nil {
		s.t.Fatalf("Xvfb: %v", err)
	}
	s.display = ":" + strings.TrimSpace(string(number[:n]))
	// Device 5 is the keyboard that tests type on; the other keyboards of the server keep their keys.
	keys := exec.Command("setxkbmap", "-device", "5", "us", "-variant", "intl")
	keys.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := keys.CombinedOutput(); err != nil {
		s.t.Fatalf("setxkbmap: %v: %s", err, out)
	}
}

func (s *screen) tool(args ...string) (string, error) {
	c := exec.Command("xdotool", args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := c.Output()
	return string(out), err
}

func (s *screen) do(args ...string) {
	s.t.Helper()
	if _, err := s.tool(args...); err != nil {
		s.t.Fatalf("xdotool %v: %v", args, err)
	}
}

// until looks until something is so, every now and then.
func (s *screen) until(what string, so func() bool) {
	s.t.Helper()
	for end := time.Now().Add(60 * time.Second); !so(); {
		if time.Now().After(end) {
			s.t.Fatalf("%s: did not happen in time; the workshop is %+v", what, s.state())
		}
		time.Sleep(30 * time.Millisecond)
	}
}

func (s *screen) state() state {
	var st state
	if b, err := os.ReadFile(s.path); err == nil {
		json.Unmarshal(b, &st) //nolint:errcheck // an empty state fails the test by itself
	}
	return st
}

// writeAt taps twice at a place, types keys and ends, until there is a note that says text. The first taps may come
// before the window is ready: then the attempt is undone and made again.
func (s *screen) writeAt(x, y int, text string, keys ...string) board.Note {
	s.t.Helper()
	before := len(s.state().Notes)
	for range 12 {
		// All in one call: what two of them send may come in another order.
		s.do(slices.Concat(
			[]string{"mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "--repeat", "2", "--delay", "60", "1", "sleep", "0.1"},
			[]string{"key", "--delay", "30"}, keys, []string{"sleep", "0.1", "key", "Escape"})...)
		for range 40 {
			if n := s.state().Notes; len(n) > before {
				break
			}
			time.Sleep(30 * time.Millisecond)
		}
		for _, n := range s.state().Notes {
			if n.Text == text {
				return n
			}
		}
		if n := s.state().Notes; len(n) > before {
			s.t.Logf("%q came instead of %q", n[len(n)-1].Text, text)
			s.do("key", "ctrl+z")
			s.until("the attempt is undone", func() bool { return len(s.state().Notes) == before })
		}
	}
	s.t.Fatalf("%q could not be written", text)
	return board.Note{}
}

func TestMainThingsByHandInARealWindow(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a window")
	}
	s := openScreen(t)
	first := s.writeAt(300, 250, "één ë", acute, "e", acute, "e", "n", "space", diaeresis, "e")
	second := s.writeAt(640, 250, "twee", "t", "w", "e", "e")
	scale := 340 / (second.Rect.Center().X - first.Rect.Center().X)

	s.do("mousemove", "300", "250", "mousedown", "1")
	for i := 1; i <= 10; i++ {
		s.do("mousemove", strconv.Itoa(300+12*i), strconv.Itoa(250+10*i))
	}
	s.do("mouseup", "1")
	s.until("the note is dragged", func() bool {
		n := s.note(first.ID)
		dx, dy := (n.Rect.X-first.Rect.X)*scale, (n.Rect.Y-first.Rect.Y)*scale
		return math.Abs(dx-120) < 2 && math.Abs(dy-100) < 2
	})
	s.do("key", "ctrl+z")
	s.until("the drag is undone", func() bool { return s.note(first.ID).Rect == first.Rect })

	s.do("mousemove", "640", "250", "click", "1")
	s.do("key", "Delete")
	s.until("the note is gone", func() bool { return len(s.state().Notes) == 1 })

	s.do("key", "2")
	if third := s.writeAt(400, 300, "drie", "d", "r", "i", "e"); third.Step != s.state().Steps[1] {
		t.Errorf("written on step %s", third.Step)
	}
}

func (s *screen) note(id board.ID) board.Note {
	for _, n := range s.state().Notes {
		if n.ID == id {
			return n
		}
	}
	return board.Note{}
}
