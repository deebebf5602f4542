package cluster

import (
	"slices"
	"strings"
)

// links are the letters that may stand between the parts of a Dutch compound.
var links = []string{"", "s", "e", "en", "n"}

// split returns the parts of a Dutch compound that are known words: those of the lists and those seen on the board.
// It finds the best cut into two known parts, or else one known part at either end of at least minPart letters.
// Words without parts give nil.
func split(w string, known map[string]bool) []string {
	const shortest, sure = 4, 5
	if len(w) < 2*shortest {
		return nil
	}
	var edge []string
	for i := len(w) - shortest; i >= shortest; i-- {
		head, tail := w[:i], w[i:]
		h := knownHead(head, known)
		switch {
		case h != "" && known[tail]:
			return []string{h, tail}
		case h != "" && len(h) >= sure, h != "" && known[strings.TrimSuffix(tail, "en")]:
			edge = append(edge, h)
		case known[tail] && len(tail) >= sure:
			edge = append(edge, tail)
		}
	}
	if len(edge) == 0 {
		return nil
	}
	return []string{slices.MaxFunc(edge, func(a, b string) int { return len(a) - len(b) })}
}

func knownHead(head string, known map[string]bool) string {
	for _, s := range links {
		h, ok := strings.CutSuffix(head, s)
		if ok && len(h) >= 4 && known[h] {
			return h
		}
	}
	return ""
}
