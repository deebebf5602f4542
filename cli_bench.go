package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"runtime/pprof"
	"time"

	"github.com/spf13/cobra"

	"samenbord/board"
	"samenbord/canvas/bench"
)

// benchCommand measures the window with a file, which it makes where it is not there yet.
func (p *program) benchCommand() *cobra.Command {
	var notes int
	var o bench.Options
	var floor bool
	var profile string
	c := p.command("bench", 1, []string{"cli.arg.file"}, func(args []string) error {
		o.Out = p.out
		if floor {
			return bench.Floor(o)
		}
		if _, err := os.Stat(args[0]); errors.Is(err, fs.ErrNotExist) {
			return p.making(args[0], func(s *board.Session) error { return fillWall(s, notes) })
		}
		window, err := p.openWindow(args[0])
		if err != nil {
			return err
		}
		window.Probe = bench.Probe(o)
		if profile != "" {
			f, err := os.Create(profile)
			if err != nil {
				return err
			}
			defer f.Close()
			if err := pprof.StartCPUProfile(f); err != nil {
				return err
			}
			defer pprof.StopCPUProfile()
			o.Mem = profile + ".heap"
			window.Probe = bench.Probe(o)
		}
		return p.show(window)
	})
	c.Hidden = true
	c.Flags().IntVar(&notes, "notes", 2000, "notes on the board of a file that is made")
	c.Flags().StringVar(&o.Size, "size", "1920x1080", "size of the window")
	c.Flags().DurationVar(&o.Long, "long", 10*time.Second, "how long the board is moved before memory is looked at again")
	c.Flags().StringVar(&profile, "profile", "", "a file for the profile of the processor")
	c.Flags().BoolVar(&floor, "floor", false, "measure a window of nothing but tiles")
	return c
}

// wallWords are what the notes of a measured board say, as those of other whiteboards that are measured do.
var wallWords = []string{
	"klant", "gesprek", "samen", "plan", "tijd", "ruimte", "vertrouwen", "vraag", "luisteren", "netwerk", "markt", "offerte",
	"project", "uren", "merk", "kracht", "bijdrage", "openheid", "dialoog", "reflectie", "toegankelijk", "transparant", "team",
	"directie", "doel", "plezier", "moeite", "kans", "relatie", "advies", "verhaal", "voorbeeld", "bezoek", "bellen", "afspraak",
	"opvolgen", "sector", "verandering", "rol", "leren", "delen",
}

// fillWall puts notes on one board, always the same.
func fillWall(s *board.Session, notes int) error {
	seed := uint32(20261123)
	random := func(n int) int {
		seed = (seed*1103515245 + 12345) % (1 << 31)
		return int(float64(seed) / (1 << 31) * float64(n))
	}
	step := board.Step{ID: board.NewID(), Order: "V", Name: fmt.Sprint(notes)}
	changes := []board.Change{board.Create(board.Info{Title: fmt.Sprint(notes), Lang: "nl"}), board.Create(step)}
	across := int(math.Ceil(math.Sqrt(float64(notes) * 16 / 9)))
	for i, order := range board.Orders("", notes) {
		text := ""
		for range 3 + random(10) {
			text += wallWords[random(len(wallWords))] + " "
		}
		changes = append(changes, board.Create(board.Note{
			ID: board.NewID(), Step: step.ID, Order: order, Text: text[:len(text)-1], Color: board.Colors[random(6)],
			Rect: board.Rect{X: float64(i%across) * 220, Y: float64(i/across) * 220, W: board.NoteWidth, H: board.NoteHeight},
		}))
	}
	return s.Do("import", changes...)
}
