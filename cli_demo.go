package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"samenbord/board/store"
)

// demoCommand is what a first run does: it opens the user's own copy of the example. Without a screen it does the work
// itself and tells where the results are.
func (p *program) demoCommand() *cobra.Command {
	c := p.command("demo", 0, nil, func([]string) error {
		path, err := p.ownExample(p.words.Lang)
		if err != nil {
			return err
		}
		if hasDisplay() {
			return p.open([]string{path})
		}
		return p.demoOnPaper(path)
	})
	c.Hidden = true
	return c
}

func (p *program) demoOnPaper(path string) error {
	fmt.Fprintln(p.out, p.words.T("cli.demo.nodisplay"))
	fmt.Fprintln(p.out, path)
	return p.reading(path, func(file *store.File) error {
		for _, format := range []string{".pdf", ".png"} {
			to := strings.TrimSuffix(path, ending) + format
			if err := exportFile(file, to, p.lang); err != nil {
				return err
			}
			fmt.Fprintln(p.out, to)
		}
		return nil
	})
}

// hasDisplay reports whether there is a screen to open a window on. On Linux and its kin that is an X server that
// answers, which a Wayland desktop brings along as well.
func hasDisplay() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	network, address, ok := displayAddress(os.Getenv("DISPLAY"))
	if !ok {
		return false
	}
	c, err := net.Dial(network, address)
	if err != nil {
		return false
	}
	c.Close()
	return true
}

// displayAddress is where the X server of a display such as ":0" or "host:10.0" listens
// (https://www.x.org/releases/current/doc/man/man7/X.7.xhtml, "Display Names").
func displayAddress(display string) (network, address string, ok bool) {
	host, number, ok := strings.Cut(display, ":")
	number, _, _ = strings.Cut(number, ".")
	var n int
	if _, err := fmt.Sscanf(number, "%d", &n); !ok || err != nil {
		return "", "", false
	}
	if host == "" || host == "unix" {
		return "unix", filepath.Join("/tmp/.X11-unix", fmt.Sprintf("X%d", n)), true
	}
	return "tcp", net.JoinHostPort(host, fmt.Sprint(6000+n)), true
}
