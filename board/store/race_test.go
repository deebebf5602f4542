//go:build race

package store_test

// rounds is how often to try where n times is thorough: SQLite is twenty times slower under the race detector.
func rounds(n int) int { return max(1, n/12) }
