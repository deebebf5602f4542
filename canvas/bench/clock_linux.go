package bench

import (
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// threadTime is how long the thread that asks has worked
// (https://man7.org/linux/man-pages/man3/clock_gettime.3.html, CLOCK_THREAD_CPUTIME_ID).
func threadTime() time.Duration { return clock(unix.CLOCK_THREAD_CPUTIME_ID) }

func clock(id int32) time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(id, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// started is when this process began, to a hundredth of a second: field 22 of its stat counts hundredths since the
// computer started (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
func started() time.Time {
	b, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return loaded
	}
	_, rest, _ := strings.Cut(string(b), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 20 {
		return loaded
	}
	ticks, err := strconv.ParseInt(fields[19], 10, 64)
	if err != nil {
		return loaded
	}
	return time.Now().Add(time.Duration(ticks)*10*time.Millisecond - clock(unix.CLOCK_BOOTTIME))
}
