package store

import (
	"errors"
	"syscall"
)

// Codes of https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-.
const (
	accessDenied     = syscall.Errno(5)
	writeProtect     = syscall.Errno(19)
	sharingViolation = syscall.Errno(32)
	handleDiskFull   = syscall.Errno(39)
	diskFull         = syscall.Errno(112)
)

func isFull(err error) bool { return errors.Is(err, diskFull) || errors.Is(err, handleDiskFull) }

func isReadOnlyDisk(err error) bool { return errors.Is(err, writeProtect) }

// isHeld reports whether a rename failed because a virus scanner or OneDrive holds the file for a moment.
func isHeld(err error) bool { return errors.Is(err, accessDenied) || errors.Is(err, sharingViolation) }

// syncDir does nothing: Windows cannot flush a folder, NTFS keeps renames in its own log.
func syncDir(string) error { return nil }

// writable cannot be asked beforehand; publishing tells.
func writable(string) error { return nil }
