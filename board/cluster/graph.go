package cluster

import (
	"cmp"
	"math"
	"slices"
)

// edge leads to a neighbour.
type edge struct {
	to int
	w  float64
}

// graph holds for each node its neighbours, ascending. Edges stand on both sides. An edge to itself carries the weight
// of all that a node was made of.
type graph [][]edge

// faint is the similarity under which two notes share no more than a few letters.
const faint = 0.03

// neighbours joins each note to the notes most like it: round(log2 n) + 2 of them. Both wanting each other counts
// double.
func neighbours(m *matrix) graph {
	k := int(math.Round(math.Log2(float64(max(m.n, 2))))) + 2
	weights := make([]map[int]float64, m.n)
	for i := range weights {
		weights[i] = map[int]float64{}
	}
	for i := range m.n {
		for _, j := range nearest(m, i, k) {
			w := m.between(min(i, j), max(i, j))
			weights[i][j] += w
			weights[j][i] += w
		}
	}
	return graphOf(weights)
}

func graphOf(weights []map[int]float64) graph {
	g := make(graph, len(weights))
	for i, to := range weights {
		for j, w := range to {
			g[i] = append(g[i], edge{j, w})
		}
		slices.SortFunc(g[i], func(a, b edge) int { return cmp.Compare(a.to, b.to) })
	}
	return g
}

// nearest are the k notes most like note i that have anything in common with it, the nearest first.
func nearest(m *matrix, i, k int) []int {
	row := m.row(i)
	var best []int
	for j, s := range row {
		if j == i || s < faint || len(best) == k && s <= row[best[k-1]] {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, s, func(b int, s float32) int {
			if row[b] >= s { // the first of two equals stays before
				return -1
			}
			return 1
		})
		best = slices.Insert(best, at, j)
		best = best[:min(len(best), k)]
	}
	return best
}
