package bench

import (
	"math"
	"slices"
	"time"
)

// Spread is the middle of many figures, and what all but a twentieth of them keep within.
type Spread struct {
	Median float64 `json:"median"`
	P95    float64 `json:"p95"`
}

func spread(of []float64) Spread {
	if len(of) == 0 {
		return Spread{}
	}
	of = slices.Sorted(slices.Values(of))
	return Spread{hundredths(of[len(of)/2]), hundredths(of[len(of)*95/100])}
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }

// ms is a time in milliseconds.
func ms(d time.Duration) float64 { return hundredths(float64(d) / float64(time.Millisecond)) }
