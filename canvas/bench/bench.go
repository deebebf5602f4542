// Package bench measures how a window keeps up with hands: what each frame costs the thread of the user interface, how
// long it takes until the next, when a board is sharp again, and how much memory all of it takes. It prints JSON.
package bench

import (
	"encoding/json"
	"io"
	"os"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"

	"samenbord/canvas"
	"samenbord/canvas/tile"
)

// Motion is what one way of moving costs.
type Motion struct {
	N       int    `json:"n"`
	Size    string `json:"size"`
	Motion  string `json:"motion"`
	CPU     Spread `json:"cpu_ms"`   // of the thread of the user interface, a frame
	Frame   Spread `json:"frame_ms"` // from one frame to the next
	Objects int    `json:"objects"`  // the most that the board had the window draw
}

// Whole is what a board costs as a whole.
type Whole struct {
	N        int     `json:"n"`
	Size     string  `json:"size"`
	StartMS  float64 `json:"start_ms"` // from the start of the program to the first complete picture
	OpenMS   float64 `json:"open_ms"`  // the part of it that is not the toolkit opening a window
	SharpMS  float64 `json:"sharp_ms"` // from the end of a zoom to a sharp picture
	Raster   float64 `json:"raster_ms_per_mpx"`
	PeakRSS  float64 `json:"peak_rss_mb"`
	LongPan  float64 `json:"pan_rss_mb"` // after panning on and on
	PanFrame int     `json:"pan_frames"` // for so many frames
}

// Options say what is measured.
type Options struct {
	Size string        // of the window, in screen units: "1920x1080"
	Long time.Duration // how long the pan lasts after which memory is measured again
	Mem  string        // a file for the profile of the memory, "" for none
	Out  io.Writer
}

// run is one measurement under way.
type run struct {
	Options
	p     *canvas.Probe
	began time.Time // when the program called the window
	w, h  float32
	n     int
	whole Whole
}

// loaded is about when the program began, where nothing better is known.
var loaded = time.Now()

// Probe measures the window that it is given, and then closes it.
func Probe(o Options) func(*canvas.Probe) {
	r := &run{Options: o, began: time.Now()}
	r.w, r.h = sizeOf(o.Size)
	return func(p *canvas.Probe) {
		r.p = p
		p.Watch(newScript(r.play))
	}
}

// sizeOf reads a size such as "1920x1080".
func sizeOf(size string) (w, h float32) {
	across, down, _ := strings.Cut(size, "x")
	x, _ := strconv.Atoi(across)
	y, _ := strconv.Atoi(down)
	return float32(x), float32(y)
}

func (r *run) print(v any) {
	json.NewEncoder(r.Out).Encode(v) //nolint:errcheck // nobody is left to tell
}

// play is the whole measurement: what stands between two waits happens in one frame.
func (r *run) play(wait func()) {
	defer r.p.Quit()
	first := time.Now()
	r.settle(wait)
	calm := time.Now()
	r.n = len(r.p.Board().Notes)
	r.whole = Whole{N: r.n, Size: r.Size, StartMS: ms(calm.Sub(started()))}
	r.whole.OpenMS = ms(calm.Sub(first) + r.began.Sub(started()))
	for r.p.Size().Width != r.w || r.p.Size().Height != r.h {
		r.p.Resize(r.w, r.h)
		wait()
	}
	for _, m := range motions {
		r.measure(m, wait)
	}
	r.whole.PeakRSS = status("VmHWM")
	r.longPan(wait)
	if r.Mem != "" {
		if f, err := os.Create(r.Mem); err == nil {
			pprof.WriteHeapProfile(f) //nolint:errcheck // an empty profile shows it
			f.Close()
		}
	}
	r.show(tile.View{At: r.p.Board().Bounds().Min(), Zoom: 1}, wait)
	r.whole.Raster = ms(r.p.Raster())
	r.print(r.whole)
}

// settle waits until the picture is complete.
func (r *run) settle(wait func()) {
	for !r.p.Calm() {
		wait()
	}
}

func (r *run) measure(m motion, wait func()) {
	step, end := m.begin(r, wait)
	out := Motion{N: r.n, Size: r.Size, Motion: m.name}
	var cpu, frame []float64
	for i := range m.warm + m.frames {
		t, c := time.Now(), threadTime()
		step(i)
		wait()
		out.Objects = max(out.Objects, r.p.Objects())
		if i >= m.warm {
			cpu, frame = append(cpu, ms(threadTime()-c)), append(frame, ms(time.Since(t)))
		}
	}
	out.CPU, out.Frame = spread(cpu), spread(frame)
	stop := time.Now()
	if end != nil {
		end()
		wait()
	}
	r.settle(wait)
	if m.name == "zoom" {
		r.whole.SharpMS = ms(time.Since(stop))
	}
	r.print(out)
}

// longPan pans on and on over the board and looks how much memory there is afterwards.
func (r *run) longPan(wait func()) {
	if r.Long == 0 {
		return
	}
	motion := panning(1, 12)
	step, _ := motion.begin(r, wait)
	for end := time.Now().Add(r.Long); time.Now().Before(end); r.whole.PanFrame++ {
		step(r.whole.PanFrame)
		wait()
	}
	r.whole.LongPan = status("VmRSS")
}

// status is a size of this process in megabytes, by its name in /proc/self/status; 0 where there is none
// (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
func status(name string) float64 {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}
