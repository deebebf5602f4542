package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
)

// decode turns a file into text whose lines end in "\n".
func decode(b []byte) (string, error) {
	text, err := letters(b)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrBinary, err)
	}
	if strings.ContainsRune(text, 0) {
		return "", ErrBinary
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if strings.TrimSpace(text) == "" {
		return "", ErrEmpty
	}
	return text, nil
}

func letters(b []byte) (string, error) {
	if bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		d := utf.UTF16(utf.LittleEndian, utf.ExpectBOM).NewDecoder()
		out, err := d.Bytes(b)
		return string(out), err
	}
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	if mostlyUTF8(b) {
		return strings.ToValidUTF8(string(b), string(utf8.RuneError)), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(out), err
}

// mostlyUTF8 reports whether b is UTF-8, perhaps with a broken letter somewhere. Letters of Windows-1252 hardly ever
// happen to be UTF-8, so one whole letter says more than one broken letter.
func mostlyUTF8(b []byte) bool {
	whole, broken := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		b = b[n:]
	}
	return broken == 0 || whole > broken
}

// clean is what people see of s: without control characters, and without space around it.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// line is s on one line, for names.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// unguarded takes away the sign that keeps a spreadsheet from taking a text for a formula, as export/csv puts it there
// (https://owasp.org/www-community/attacks/CSV_Injection).
func unguarded(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
		return rest
	}
	return s
}
