package board

import (
	"math"
	"strconv"
	"strings"
)

// formatPoints writes a stroke as "x,y x,y", in tenths of a board unit: finer than any screen shows.
func formatPoints(points []Point) string {
	var b []byte
	for i, p := range points {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendFloat(b, math.Round(p.X*10)/10, 'f', -1, 64)
		b = append(b, ',')
		b = strconv.AppendFloat(b, math.Round(p.Y*10)/10, 'f', -1, 64)
	}
	return string(b)
}

// parsePoints reads what formatPoints wrote and skips what is no point.
func parsePoints(s string) []Point {
	var points []Point
	for part := range strings.FieldsSeq(s) {
		xs, ys, _ := strings.Cut(part, ",")
		x, errX := strconv.ParseFloat(xs, 64)
		y, errY := strconv.ParseFloat(ys, 64)
		if errX == nil && errY == nil && math.Abs(x) <= MaxPlace && math.Abs(y) <= MaxPlace {
			points = append(points, Point{x, y})
		}
	}
	return points
}
