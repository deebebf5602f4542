package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// ending is how the name of a workshop file ends.
const ending = ".samenbord"

// dataFolder is where Samenbord keeps what is not a document: working copies and the templates of this person
// (https://specifications.freedesktop.org/basedir-spec/latest/). The variable SAMENBORD_DATA moves it.
func dataFolder() (string, error) {
	if folder := os.Getenv("SAMENBORD_DATA"); folder != "" {
		return folder, nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		folder, err := os.UserConfigDir()
		return filepath.Join(folder, "Samenbord"), err
	}
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return filepath.Join(folder, "samenbord"), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "samenbord"), err
}

// documents is the folder in which people look for their workshops.
func documents() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find the folder for documents: %w", err)
	}
	folder := filepath.Join(home, "Documents")
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		folder = documentsOnLinux(home, folder)
	}
	return filepath.Join(folder, "Samenbord"), nil
}

// documentsOnLinux reads the file in which desktops keep the names of the user's folders, which differ by language
// (https://www.freedesktop.org/wiki/Software/xdg-user-dirs/).
func documentsOnLinux(home, otherwise string) string {
	config := os.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	f, err := os.Open(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return otherwise
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR="); ok {
			folder := strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
			if filepath.IsAbs(folder) {
				return folder
			}
		}
	}
	return otherwise
}

// newDocument is a path among the documents for a new workshop. It overwrites nothing.
func newDocument(title string) (string, error) {
	folder, err := documents()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", about{folder, fmt.Errorf("make folder: %w", err)}
	}
	name := fileName(title)
	path := filepath.Join(folder, name+ending)
	for n := 2; exists(path); n++ {
		path = filepath.Join(folder, fmt.Sprintf("%s %d%s", name, n, ending))
	}
	return path, nil
}

// longestName is how many characters of a title a file name keeps. Systems allow 255 bytes.
const longestName = 60

// fileName is a title as a name that every system takes for a file.
func fileName(title string) string {
	name := []rune(strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, title))
	if short := strings.Trim(string(name[:min(len(name), longestName)]), " ."); short != "" {
		return short
	}
	return "workshop"
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
