package store_test

import (
	"syscall"
	"testing"
)

// limitFiles makes writing behind so many bytes of any file fail, as on a full disk. The Go runtime turns the signal
// that comes with it into an error.
func limitFiles(t *testing.T, bytes uint64) {
	t.Helper()
	var now syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
		t.Fatal(err)
	}
	limit := syscall.Rlimit{Cur: min(bytes, now.Max), Max: now.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		limit.Cur = now.Max
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Error(err)
		}
	})
}
