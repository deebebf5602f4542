package cluster

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// vector is a sparse vector of length one, its entries ascending by position.
type vector []entry

type entry struct {
	at int
	w  float64
}

// dot is the cosine of two vectors.
func (v vector) dot(u vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(u); {
		switch {
		case v[i].at < u[j].at:
			i++
		case v[i].at > u[j].at:
			j++
		default:
			sum += v[i].w * u[j].w
			i++
			j++
		}
	}
	return sum
}

// bag counts terms.
type bag map[string]float64

// tfidf turns bags into vectors: sublinear term frequency times smooth inverse document frequency, length one
// (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988).
func tfidf(bags []bag) []vector {
	df := map[string]int{}
	for _, b := range bags {
		for t := range b {
			df[t]++
		}
	}
	position := make(map[string]int, len(df))
	for i, t := range slices.Sorted(maps.Keys(df)) {
		position[t] = i
	}
	out := make([]vector, len(bags))
	for i, b := range bags {
		v := make(vector, 0, len(b))
		for t, n := range b {
			tf := n
			if n > 1 {
				tf = 1 + math.Log(n)
			}
			v = append(v, entry{position[t], tf * (math.Log(float64(1+len(bags))/float64(1+df[t])) + 1)})
		}
		slices.SortFunc(v, func(a, b entry) int { return cmp.Compare(a.at, b.at) })
		v.normalise()
		out[i] = v
	}
	return out
}

func (v vector) normalise() {
	sum := 0.0
	for _, e := range v {
		sum += e.w * e.w
	}
	if sum == 0 {
		return
	}
	for i := range v {
		v[i].w /= math.Sqrt(sum)
	}
}
