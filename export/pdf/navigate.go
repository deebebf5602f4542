package pdf

import (
	"fmt"
	"strings"
)

// links writes the links of all pages as annotations.
func (f *file) links(d *Document) error {
	for i, page := range d.Pages {
		var refs strings.Builder
		for _, l := range page.Links {
			a := l.Area
			// F 4 prints what shows, which is nothing.
			n := f.add("<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s] /Contents %s /Dest %s>>",
				numbers(a.X, page.Height-a.Y-a.H, a.X+a.W, page.Height-a.Y), textString(l.Says), d.destination(l.To))
			fmt.Fprintf(&refs, "%d 0 R ", n)
		}
		if refs.Len() == 0 {
			continue
		}
		if err := f.insert(pageObject(i), "/Annots [%s]\n", refs.String()); err != nil {
			return err
		}
	}
	return nil
}

// branch is a bookmark with those below it.
type branch struct {
	Bookmark
	object   int
	children []*branch
}

// outline writes the bookmarks and returns the object that holds them, 0 where there are none. A chapter is closed:
// its count is negative (ISO 32000-1, table 153).
func (f *file) outline(d *Document) int {
	if len(d.Marks) == 0 {
		return 0
	}
	root := &branch{object: f.reserve()}
	path := []*branch{root} // the open branch of each level
	for _, m := range d.Marks {
		level := min(max(m.Level, 0), len(path)-1)
		b := &branch{Bookmark: m, object: f.reserve()}
		path[level].children = append(path[level].children, b)
		path = append(path[:level+1], b)
	}
	f.branches(d, root)
	f.set(root.object, "<</Type /Outlines %s/Count %d>>", ends(root), len(root.children))
	return root.object
}

func (f *file) branches(d *Document, parent *branch) {
	for i, b := range parent.children {
		entries := fmt.Sprintf("/Title %s /Parent %d 0 R /Dest %s ", textString(b.Title), parent.object, d.destination(b.To))
		if i > 0 {
			entries += fmt.Sprintf("/Prev %d 0 R ", parent.children[i-1].object)
		}
		if i+1 < len(parent.children) {
			entries += fmt.Sprintf("/Next %d 0 R ", parent.children[i+1].object)
		}
		if len(b.children) > 0 {
			entries += fmt.Sprintf("%s/Count -%d ", ends(b), len(b.children))
		}
		f.set(b.object, "<<%s>>", entries)
		f.branches(d, b)
	}
}

func ends(b *branch) string {
	return fmt.Sprintf("/First %d 0 R /Last %d 0 R ", b.children[0].object, b.children[len(b.children)-1].object)
}
