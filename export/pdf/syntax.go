package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// numbers writes numbers as PDF wants them, each with a space behind it: no exponents, no more than a thousandth.
func numbers(values ...float64) string {
	var b []byte
	for _, v := range values {
		if !finite(v) {
			v = 0
		}
		b = strconv.AppendFloat(b, math.Round(v*1000)/1000, 'f', -1, 64)
		b = append(b, ' ')
	}
	return string(b)
}

// finite reports whether values are numbers that a page can hold.
func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return false
		}
	}
	return true
}

// textString writes a text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, hexadecimal.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(strings.ToValidUTF8(s, "\uFFFD"))) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}
