package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// MaxBlob bounds one picture, in bytes.
const MaxBlob = 20 << 20

// PutBlob keeps a picture and returns its hash, the SHA-256 of its bytes in hexadecimal digits, by which images name it.
// The same picture is kept once. It is durable when PutBlob returns.
func (f *File) PutBlob(b []byte, mime string) (hash string, err error) {
	switch {
	case f.ReadOnly():
		return "", board.ErrReadOnly
	case len(b) == 0 || len(mime) > 100:
		return "", fmt.Errorf("keep picture: %d bytes of %.100q", len(b), mime)
	case len(b) > MaxBlob:
		return "", fmt.Errorf("keep picture of %d bytes: %w", len(b), ErrTooLarge)
	}
	sum := sha256.Sum256(b)
	news, err := f.keepBlob(sum, mime, b)
	if err != nil {
		return "", fmt.Errorf("keep picture: %w", explain(err))
	}
	if news {
		f.mu.Lock()
		f.changes++
		f.mu.Unlock()
	}
	return hex.EncodeToString(sum[:]), nil
}

// keepBlob keeps a picture unless it is here. It reports whether it was not.
func (f *File) keepBlob(sum [sha256.Size]byte, mime string, b []byte) (news bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.work == nil {
		return false, ErrClosed
	}
	have, err := number(f.work.c, `SELECT count(*) FROM blobs WHERE sha256=?`, sum[:])
	if err != nil || have > 0 {
		return false, err
	}
	return true, f.work.putBlob(sum, mime, b)
}

// Blob returns the bytes of a picture, or [ErrNoBlob].
func (f *File) Blob(hash string) ([]byte, error) {
	sum, err := hex.DecodeString(hash)
	if err != nil || len(sum) != sha256.Size {
		return nil, fmt.Errorf("read picture %.80q: %w", hash, ErrNoBlob)
	}
	b, err := f.blob(sum)
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", hash, explain(err))
	}
	if b == nil {
		return nil, fmt.Errorf("read picture %s: %w", hash, ErrNoBlob)
	}
	if sha256.Sum256(b) != [sha256.Size]byte(sum) {
		return nil, fmt.Errorf("read picture %s: %w", hash, ErrDamaged)
	}
	return b, nil
}

func (f *File) blob(sum []byte) (b []byte, err error) {
	if f.ReadOnly() {
		// The file is not kept open: on Windows that would keep the other window from publishing.
		err = withDistrust(f.target, func(db *sqlite3.Conn) error { b, err = blobIn(db, sum); return err })
		return b, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.work == nil {
		return nil, ErrClosed
	}
	return blobIn(f.work.c, sum)
}

func blobIn(db *sqlite3.Conn, sum []byte) (b []byte, err error) {
	err = each(db, `SELECT bytes FROM blobs WHERE sha256=?`, func(s *sqlite3.Stmt) error {
		b = s.ColumnBlob(0, nil)
		return nil
	}, sum)
	return b, err
}
