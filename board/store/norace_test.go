//go:build !race

package store_test

// rounds is how often to try where n times is thorough.
func rounds(n int) int { return n }
