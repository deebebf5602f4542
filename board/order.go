package board

import "strings"

// orderDigits are the digits of an order key, ascending in ASCII, so that keys compare as plain strings.
const orderDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// Between returns an order key strictly between a and b; "" means open on that side. Putting something between two
// others so never changes the others. Keys are fractions in base 62 without trailing zeros
// (https://www.figma.com/blog/realtime-editing-of-ordered-sequences/). Where a is not before b, as when two people
// gave the same place away at once, the key lands directly behind a.
func Between(a, b string) string {
	if b != "" && a >= b {
		b = ""
	}
	var key strings.Builder
	for i := 0; ; i++ {
		lo, hi := 0, len(orderDigits)
		if i < len(a) {
			lo = max(strings.IndexByte(orderDigits, a[i]), 0)
		}
		if b != "" {
			hi = 0
			if i < len(b) {
				hi = max(strings.IndexByte(orderDigits, b[i]), 0)
			}
		}
		switch {
		case hi-lo > 1:
			key.WriteByte(orderDigits[(lo+hi)/2])
			return key.String()
		case hi > lo: // one apart: keep the lower digit, the rest is free above
			b = ""
		}
		key.WriteByte(orderDigits[lo])
	}
}

// Orders returns n ascending order keys behind after, for things that are put down together. They stay short.
func Orders(after string, n int) []string {
	keys := make([]string, n)
	fillOrders(keys, after, "")
	return keys
}

func fillOrders(keys []string, lo, hi string) {
	if len(keys) == 0 {
		return
	}
	m := len(keys) / 2
	keys[m] = Between(lo, hi)
	fillOrders(keys[:m], lo, keys[m])
	fillOrders(keys[m+1:], keys[m], hi)
}
