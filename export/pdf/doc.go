// Package pdf writes pages of scene shapes as a PDF file: text that can be searched and copied in reading order, links,
// bookmarks, tags and metadata. The same pages give the same bytes.
//
// Three stages follow each other: [Draw] puts the shapes of the pages on a [Surface]; the one surface there is writes
// them with gofpdf; finish adds to the bytes of gofpdf what it cannot write, or writes wrongly: links and bookmarks,
// the structure, the language, the metadata and the file identifier.
package pdf
