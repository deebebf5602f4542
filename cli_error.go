package main

import (
	"errors"
	"io/fs"
	"strings"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/intake"
	"samenbord/board/store"
	"samenbord/board/template"
)

// told is an error that is already a sentence for people, with the exit code that goes with it.
type told struct {
	sentence string
	code     int
}

func (t told) Error() string { return t.sentence }

// about is an error with the file or name that it is about.
type about struct {
	what string
	err  error
}

func (a about) Error() string { return a.what + ": " + a.err.Error() }
func (a about) Unwrap() error { return a.err }

// misuse is the error of being asked the wrong way.
func (p *program) misuse(key string, args ...any) error { return told{p.words.T(key, args...), wrong} }

// failure is the error of work that could not be done.
func (p *program) failure(key string, args ...any) error {
	return told{p.words.T(key, args...), failed}
}

func exitCode(err error) int {
	var t told
	if errors.As(err, &t) {
		return t.code
	}
	return failed
}

// sentence is an error in one sentence for people.
func sentence(words *assets.Dictionary, err error) string {
	var a about
	errors.As(err, &a)
	return explain(words, err, a.what)
}

// explain is an error about a file in one sentence, with a way out.
func explain(words *assets.Dictionary, err error, path string) string {
	var t told
	if errors.As(err, &t) {
		return t.sentence
	}
	for _, known := range sentences {
		if !errors.Is(err, known.err) {
			continue
		}
		if !strings.Contains(words.T(known.key), "%s") {
			return words.T(known.key)
		}
		return words.T(known.key, path)
	}
	return words.T("error.unknown", strings.ReplaceAll(err.Error(), "\n", " "))
}

// sentences are the errors that there are words for, the most telling first.
var sentences = []struct {
	err error
	key string
}{
	{template.ErrUnknown, "error.template"},
	{template.ErrNewer, "error.template.newer"},
	{template.ErrDamaged, "error.template.damaged"},
	{intake.ErrNoPicture, "error.picture"},
	{intake.ErrPictureLarge, "error.picture.large"},
	{store.ErrTooLarge, "error.picture.large"},
	{intake.ErrEmpty, "error.import.empty"},
	{intake.ErrBinary, "error.import.binary"},
	{intake.ErrLarge, "error.import.large"},
	{intake.ErrColumns, "error.import.columns"},
	{store.ErrNewer, "error.newer"},
	{store.ErrLocked, "error.busy"},
	{store.ErrDamaged, "error.damaged"},
	{store.ErrNotWorkshop, "error.foreign"},
	{store.ErrFull, "error.diskfull"},
	{store.ErrPermission, "error.permission"},
	{errExport, "error.export"},
	{board.ErrReadOnly, "error.readonly"},
	{board.ErrNothing, "error.nothing"},
	{fs.ErrExist, "error.exists"},
	{fs.ErrNotExist, "error.notfound"},
	{fs.ErrPermission, "error.permission"},
}
