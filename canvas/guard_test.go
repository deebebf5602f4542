package canvas_test

import (
	"bufio"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"samenbord/canvas"
)

// guardVar has the test binary show images in a window instead of running tests.
const guardVar = "SAMENBORD_TEST_GUARD"

var (
	red   = color.RGBA{R: 255, A: 255}
	green = color.RGBA{G: 255, A: 255}
	blue  = color.RGBA{B: 255, A: 255}
)

// swab is an image of one colour whose pixels can be changed behind the back of Fyne: what the screen then shows tells
// whether they were brought to the graphics card again.
type swab struct {
	*fcanvas.Image
	pix *image.RGBA
}

func newSwab(c color.RGBA) swab {
	s := swab{pix: image.NewRGBA(image.Rect(0, 0, 64, 64))}
	s.Image = &fcanvas.Image{Image: s.pix, ScaleMode: fcanvas.ImageScaleFastest}
	s.fill(c)
	return s
}

func (s swab) fill(c color.RGBA) {
	for y := range 64 {
		for x := range 64 {
			s.pix.SetRGBA(x, y, c)
		}
	}
}

// runGuard does what the tests below look at, a step for each line that it reads.
func runGuard() {
	a := app.NewWithID("nl.samenbord.guard")
	w := a.NewWindow("guard")
	w.SetPadded(false)
	one, two := newSwab(red), newSwab(red)
	beat := fcanvas.NewRectangle(color.Transparent)
	canvas.Put(one.Image, fyne.NewPos(0, 0), fyne.NewSquareSize(64))
	canvas.Put(two.Image, canvas.Aside, fyne.NewSquareSize(16))
	w.SetContent(container.NewWithoutLayout(one.Image, two.Image, beat))
	w.Resize(fyne.NewSize(300, 200))
	steps := []func(){
		func() {},
		func() { one.fill(blue); canvas.Put(one.Image, fyne.NewPos(0, 0), fyne.NewSquareSize(100)) },
		func() { two.fill(blue); canvas.Put(two.Image, fyne.NewPos(150, 0), fyne.NewSquareSize(64)) },
		func() { fcanvas.Refresh(one.Image) },
		func() { one.fill(green) },
	}
	go func() {
		in := bufio.NewScanner(os.Stdin)
		for _, step := range steps {
			if !in.Scan() {
				break
			}
			fyne.DoAndWait(step)
			for range 10 { // frames
				time.Sleep(30 * time.Millisecond)
				fyne.DoAndWait(func() { fcanvas.Refresh(beat) })
			}
			fmt.Println("done")
		}
		for in.Scan() { // longer than the cache of Fyne lasts, drawing without a pause
			moving := &fyne.Animation{Duration: time.Hour, Tick: func(float32) {
				canvas.KeepAlive(one.Image)
				fcanvas.Refresh(beat)
			}}
			fyne.DoAndWait(moving.Start)
			time.Sleep(13 * time.Second)
			fyne.DoAndWait(moving.Stop)
			fmt.Println("done")
		}
		fyne.Do(a.Quit)
	}()
	w.ShowAndRun()
}

// pixel is the colour of the screen at a place.
func (s *screen) pixel(x, y int) color.RGBA {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "shot.png")
	c := exec.Command("import", "-window", "root", path)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("import: %v: %s", err, out)
	}
	f, err := os.Open(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		s.t.Fatal(err)
	}
	return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
}

// What the tiles rely on within Fyne. A new version of it must not be taken before this passes.
func TestFyneKeepsPixelsAtTheGraphicsCardAsTheTilesNeed(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a window")
	}
	need(t, "Xvfb", "import", "setxkbmap")
	s := &screen{t: t}
	s.startDisplay()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), "DISPLAY="+s.display, guardVar+"=1", "FYNE_CACHE=2s", "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"LC_ALL=C.UTF-8", "HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill() //nolint:errcheck // it may be gone already
		c.Wait()         //nolint:errcheck // killed
	})
	said := bufio.NewScanner(out)
	step := func(what string, x, y int, want color.RGBA) {
		t.Helper()
		fmt.Fprintln(in, "go")
		if !said.Scan() || !strings.Contains(said.Text(), "done") {
			t.Fatalf("%s: the window is gone", what)
		}
		if got := s.pixel(x, y); got != want {
			t.Errorf("%s: the screen shows %v, want %v", what, got, want)
		}
	}
	step("an image is shown", 30, 30, red)
	step("another size uploads nothing", 90, 90, red)
	step("what was drawn aside is at the graphics card", 180, 30, red)
	step("a refresh uploads", 90, 90, blue)
	step("new pixels alone do not", 90, 90, blue)
	step("what is kept alive is not uploaded again after the time of the cache", 90, 90, blue)
}
