// Command samenbord is a whiteboard for co-creation workshops: a window to work in together, and commands that do the
// same work without one.
//
// It ends with 0 when all is well, with 1 when the work failed, and with 2 when it was asked the wrong way. What went
// wrong is told in one sentence on the error output.
package main

import (
	"os"

	_ "samenbord/locale" // before Fyne begins
)

// version of the program, as in FyneApp.toml.
const version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
