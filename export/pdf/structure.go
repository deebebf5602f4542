package pdf

import (
	"fmt"
	"strings"
)

// structure writes what the parts of the pages are, in reading order, and returns the root of it
// (ISO 32000-1, 14.7).
func (f *file) structure(d *Document) (int, error) {
	root, document := f.reserve(), f.reserve()
	var all, parents strings.Builder
	for i, page := range d.Pages {
		var own strings.Builder
		number := 0
		for _, part := range page.Parts {
			if part.Role == Decoration {
				continue
			}
			alt := ""
			if part.Role == Figure {
				alt = " /Alt " + textString(part.Says)
			}
			n := f.add("<</Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R /K %d%s>>",
				part.Role, document, pageObject(i), number, alt)
			fmt.Fprintf(&own, "%d 0 R ", n)
			number++
		}
		all.WriteString(own.String())
		fmt.Fprintf(&parents, "%d [%s] ", i, own.String())
		if err := f.insert(pageObject(i), "/StructParents %d /Tabs /S\n", i); err != nil {
			return 0, err
		}
	}
	f.set(document, "<</Type /StructElem /S /Document /P %d 0 R /K [%s]>>", root, all.String())
	f.set(root, "<</Type /StructTreeRoot /K %d 0 R /ParentTree <</Nums [%s]>> /ParentTreeNextKey %d>>",
		document, parents.String(), len(d.Pages))
	return root, nil
}
