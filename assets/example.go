package assets

import (
	"embed"
	"fmt"
)

//go:embed example/*.csv
var exampleFiles embed.FS

// Example returns the example workshop in a language: its title, and its notes as a CSV file that names the steps of
// the built-in template "co-creatie".
func Example(lang string) (title string, notes []byte) {
	notes, err := exampleFiles.ReadFile("example/example." + Lang(lang) + ".csv")
	if err != nil {
		panic(fmt.Sprintf("read example: %v", err))
	}
	return Words(lang).T("example.title"), notes
}
