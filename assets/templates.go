package assets

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed templates/*.json
var templateFiles embed.FS

// Templates returns the built-in templates in a language, as files in the format of package board/template.
func Templates(lang string) [][]byte {
	names, err := fs.Glob(templateFiles, "templates/*."+Lang(lang)+".json")
	if err != nil {
		panic(fmt.Sprintf("list templates: %v", err)) // only a broken pattern does this
	}
	var all [][]byte
	for _, name := range names {
		b, err := templateFiles.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("read template %s: %v", name, err))
		}
		all = append(all, b)
	}
	return all
}
