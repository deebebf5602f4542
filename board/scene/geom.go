package scene

import (
	"math"

	"samenbord/board"
)

// turn moves p by degrees clockwise around about.
func turn(p board.Point, degrees float64, about board.Point) board.Point {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	d := p.Sub(about)
	return about.Add(board.Point{X: d.X*cos - d.Y*sin, Y: d.X*sin + d.Y*cos})
}
