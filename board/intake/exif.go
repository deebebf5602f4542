package intake

import (
	"bytes"
	"encoding/binary"
)

// Marks in a JPEG file (ITU-T T.81, table B.1) and the one thing of Exif that is read.
const (
	markApp1        = 0xE1
	markScan        = 0xDA
	tagOrientation  = 0x0112
	maxExifEntries  = 1000
	exifEntryLength = 12
)

// orientation is how a camera was held when it took a JPEG picture, 1 to 8; 0 where the file does not say.
func orientation(file []byte) int {
	for at := 2; at+4 <= len(file) && file[at] == 0xFF; {
		mark, long := file[at+1], int(binary.BigEndian.Uint16(file[at+2:]))
		if mark == markScan || long < 2 || at+2+long > len(file) {
			return 0
		}
		if mark == markApp1 {
			if tiff, ok := bytes.CutPrefix(file[at+4:at+2+long], []byte("Exif\x00\x00")); ok {
				return tiffOrientation(tiff)
			}
		}
		at += 2 + long
	}
	return 0
}

// tiffOrientation looks in the first directory of a TIFF header (TIFF 6.0, section 2).
func tiffOrientation(b []byte) int {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return 0
	}
	if len(b) < 8 {
		return 0
	}
	at := int64(order.Uint32(b[4:]))
	if at < 8 || at+2 > int64(len(b)) {
		return 0
	}
	n := min(int(order.Uint16(b[at:])), maxExifEntries)
	for i := range n {
		e := at + 2 + int64(i)*exifEntryLength
		if e+exifEntryLength > int64(len(b)) {
			return 0
		}
		if order.Uint16(b[e:]) == tagOrientation {
			return int(order.Uint16(b[e+8:]))
		}
	}
	return 0
}
