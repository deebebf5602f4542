//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, syscall.EROFS) }

// isHeld reports whether a rename failed only because somebody holds the file for a moment. That does not happen here.
func isHeld(error) bool { return false }

// syncDir makes a rename in dir survive a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) { // some network shares cannot
		return err
	}
	return nil
}

// writable returns why nothing can be put into dir, or nil.
func writable(dir string) error {
	const write = 2 // W_OK of unistd.h
	if err := syscall.Access(dir, write); err != nil {
		return &os.PathError{Op: "write to", Path: dir, Err: err}
	}
	return nil
}
