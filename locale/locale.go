// Package locale gives the plain locale a name that the window toolkit can read.
//
// Computers without a chosen language, such as servers and containers, have the locale "C" or "C.UTF-8". Fyne takes
// that for a language while the program starts, and complains in three lines on the error output of every command. The
// standard has a second name for the same locale, "POSIX", over which Fyne does not stumble
// (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap07.html).
//
// This must happen before Fyne begins. Go initialises packages in the order of their paths as soon as what they import
// is ready (https://go.dev/ref/spec#Package_initialization), so this package comes before Fyne because it imports
// nothing but os and strings, while Fyne waits for text/template, which sorts behind it. A script tests that it works.
package locale

import (
	"os"
	"strings"
)

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v == "C" || strings.HasPrefix(v, "C.") {
			os.Setenv(name, "POSIX")
		}
	}
}
