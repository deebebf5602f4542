package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// The parts of the header of an SQLite file (https://sqlite.org/fileformat2.html, section 1.3) that make it ours.
const (
	magic         = "SQLite format 3\x00"
	applicationID = 0x53424f52 // "SBOR"
	format        = 1          // user_version
	pageSize      = 4096
	checksumSize  = 8       // at the end of each page
	lockPage      = 1 << 30 // the byte at which the page that is never written begins
	maxFile       = 4 << 30 // bytes
)

// copyPages reads a whole workshop file, verifies all that can be known without SQLite, and writes it to w. It costs
// little more than copying, and leaves a file that was damaged by chance no way to SQLite. suspect says that a page in
// use holds nothing but zeros: the end of a picture may, but so does a page that was wiped.
func copyPages(w io.Writer, file io.ReaderAt, size int64) (suspect bool, err error) {
	first := make([]byte, min(size, pageSize))
	if _, err := file.ReadAt(first, 0); err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	if len(first) < pageSize {
		return false, shortFile(first)
	}
	if err := checkHeader(first, size); err != nil {
		return false, err
	}
	var blank []uint32
	chunk := make([]byte, 256*pageSize)
	for at := int64(0); at < size; at += int64(len(chunk)) {
		chunk = chunk[:min(int64(len(chunk)), size-at)]
		if _, err := file.ReadAt(chunk, at); err != nil {
			return false, err
		}
		zeros, err := checkPages(chunk, at)
		if err != nil {
			return false, err
		}
		blank = append(blank, zeros...)
		if _, err := w.Write(chunk); err != nil {
			return false, err
		}
	}
	return inUse(file, first, blank)
}

func shortFile(b []byte) error {
	if len(b) >= 72 && isOurs(b) {
		return damaged("it breaks off after %d bytes", len(b))
	}
	return ErrNotWorkshop
}

func isOurs(header []byte) bool {
	return string(header[:16]) == magic && binary.BigEndian.Uint32(header[68:]) == applicationID
}

func checkHeader(page []byte, size int64) error {
	if !isOurs(page) {
		return ErrNotWorkshop
	}
	ours := binary.BigEndian.Uint16(page[16:]) == pageSize && page[20] == checksumSize
	version := int32(binary.BigEndian.Uint32(page[60:]))
	count := int64(binary.BigEndian.Uint32(page[28:]))
	switch {
	case version > format && (!ours || intact(page)):
		return ErrNewer
	case !ours || !intact(page) || version != format:
		return damaged("its first page does not match its checksum")
	case page[18] != 1 || page[19] != 1:
		return damaged("it was copied out of a working folder, without its journal")
	case size > maxFile:
		return fmt.Errorf("%w: %d bytes", ErrTooLarge, size)
	case count*pageSize != size:
		return damaged("%d bytes instead of %d", size, count*pageSize)
	}
	return nil
}

// intact reports whether a page matches its checksum.
func intact(page []byte) bool {
	data, sum := page[:pageSize-checksumSize], page[pageSize-checksumSize:]
	var a, b uint32
	for len(data) >= 8 {
		a += binary.LittleEndian.Uint32(data) + b
		b += binary.LittleEndian.Uint32(data[4:]) + a
		data = data[8:]
	}
	return binary.LittleEndian.Uint32(sum) == a && binary.LittleEndian.Uint32(sum[4:]) == b
}

// checkPages verifies the pages that begin at byte at, and returns the numbers of those that hold nothing but zeros:
// a page of zeros matches its checksum.
func checkPages(chunk []byte, at int64) (blank []uint32, err error) {
	for page := range slices.Chunk(chunk, pageSize) {
		number := uint32(at/pageSize) + 1
		at += pageSize
		switch {
		case !intact(page):
			return nil, damaged("page %d does not match its checksum", number)
		case isBlank(page) && number != lockPage/pageSize+1:
			blank = append(blank, number)
		}
	}
	return blank, nil
}

func isBlank(page []byte) bool { return bytes.Equal(page, make([]byte, pageSize)) }

// inUse reports whether one of the pages of zeros is in use. SQLite leaves free pages unwritten at times.
func inUse(file io.ReaderAt, first []byte, blank []uint32) (bool, error) {
	if len(blank) == 0 {
		return false, nil
	}
	free, err := freePages(file, binary.BigEndian.Uint32(first[32:]), binary.BigEndian.Uint32(first[36:]))
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(blank, func(number uint32) bool { return !free[number] }), nil
}

// freePages walks the list of free pages (https://sqlite.org/fileformat2.html, section 1.5).
func freePages(file io.ReaderAt, trunk, count uint32) (map[uint32]bool, error) {
	free := map[uint32]bool{}
	page := make([]byte, pageSize)
	for trunk != 0 && uint32(len(free)) < count {
		if _, err := file.ReadAt(page, int64(trunk-1)*pageSize); err != nil {
			return nil, damaged("the list of free pages breaks off at page %d", trunk)
		}
		free[trunk] = true
		leaves := min(binary.BigEndian.Uint32(page[4:]), (pageSize-checksumSize-8)/4)
		for i := range leaves {
			free[binary.BigEndian.Uint32(page[8+4*i:])] = true
		}
		trunk = binary.BigEndian.Uint32(page)
	}
	return free, nil
}
