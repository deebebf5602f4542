// Package export writes a workshop as a file to take home: a PDF with every board, every note in readable lists and the
// plan, or a picture of the boards. It needs no screen.
//
// A workshop is first copied into a [Report], which takes no longer than reading it, and then drawn. The pages of the
// PDF are laid out as scene shapes with links between them; package export/pdf draws them.
package export
