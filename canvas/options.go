// Package canvas is what people see and touch: the window with the steps, the board of one of them, the dock and the
// plan. It shows a board.Session and changes it, and knows no file and no paper: main hands it functions for those.
package canvas

import (
	"time"

	"samenbord/board"
)

// Options say what a window shows and what it can ask of the program around it. Functions may be nil: what needs them
// is then not offered. Functions are called from goroutines of the window, one at a time each.
type Options struct {
	Session  *board.Session // nil shows the start screen
	Title    string         // of the window while the workshop has no title of its own
	Path     string         // the file of the workshop; its PDF is made beside it
	ReadOnly bool
	Notice   string // one sentence to show at the start, such as what was recovered
	Lang     string // of the interface, "nl" or "en"; "" follows the computer

	Blob    func(hash string) ([]byte, error)                       // the bytes of a picture of the workshop
	Keep    func(data []byte, mime string) (hash string, err error) // keeps a picture in the workshop
	Publish func() error                                            // writes the file; called after two quiet seconds and before the end
	Export  func(path string) error                                 // makes a PDF or PNG, by the ending of path
	Sheet   func(path, lang, title string, lines []SheetLine) error // makes a page of the shortcuts
	Close   func() error                                            // lets go of the workshop; called after the last Publish

	Templates func(lang string) []Template                  // what a workshop can begin with
	New       func(template, title string) (Options, error) // begins a workshop from the template with this key
	Open      func(path string) (Options, error)            // opens a workshop file
	Example   func(lang string) (Options, error)            // opens a copy of the built-in example
	Explain   func(err error, path, lang string) string     // one sentence for people; nil says err itself
	Wall      func() time.Time                              // nil is time.Now
	Probe     func(*Probe)                                  // called once before the window shows, by what measures it
}

// Template is something to begin a workshop with, as the start screen lists it.
type Template struct {
	Key   string // for New
	Name  string
	About string // one line
}
