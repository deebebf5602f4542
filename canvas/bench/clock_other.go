//go:build !linux

package bench

import "time"

// threadTime is 0: only Linux is asked for the work of a thread.
func threadTime() time.Duration { return 0 }

func started() time.Time { return loaded }
