// Package assets holds what is built into Samenbord: the words of its languages, the templates, the example workshop,
// the fonts and the emoji.
package assets
