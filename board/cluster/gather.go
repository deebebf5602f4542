package cluster

import (
	"cmp"
	"slices"
)

// real is the least similarity that is no accident: below it two short notes share a run of letters and no word.
const real = 0.05

// gather turns communities into groups of at least smallest notes, the most central note first. The notes of smaller
// ones join the group they are really near to; what is left is the rest.
func gather(m *matrix, community []int, smallest int) (groups [][]int, rest []int) {
	var all [][]int
	for i, c := range community {
		for len(all) <= c {
			all = append(all, nil)
		}
		all[c] = append(all[c], i)
	}
	var loose []int
	for _, g := range all {
		if len(g) >= smallest {
			groups = append(groups, g)
		} else {
			loose = append(loose, g...)
		}
	}
	homes := make([]int, len(loose))
	for k, i := range loose {
		homes[k] = home(m, groups, i)
	}
	for k, i := range loose {
		if h := homes[k]; h >= 0 {
			groups[h] = append(groups[h], i)
		} else {
			rest = append(rest, i)
		}
	}
	for _, g := range groups {
		slices.Sort(g)
		sortCentral(m, g)
	}
	slices.Sort(rest)
	slices.SortStableFunc(groups, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	return groups, rest
}

// home is the group that note i is nearest to, by the mean of its three nearest notes there; -1 where it is near to
// none.
func home(m *matrix, groups [][]int, i int) int {
	best, at := real, -1
	for h, g := range groups {
		if s := warmth(m, g, i); s > best {
			best, at = s, h
		}
	}
	return at
}

func warmth(m *matrix, g []int, i int) float64 {
	s := make([]float64, 0, len(g))
	for _, j := range g {
		s = append(s, m.between(i, j))
	}
	slices.SortFunc(s, func(a, b float64) int { return cmp.Compare(b, a) })
	s = s[:min(3, len(s))]
	sum := 0.0
	for _, x := range s {
		sum += x
	}
	return sum / float64(len(s))
}

// sortCentral puts the notes that are most like all others of the group first.
func sortCentral(m *matrix, g []int) {
	sums := map[int]float64{}
	for _, i := range g {
		for _, j := range g {
			if i != j {
				sums[i] += m.between(min(i, j), max(i, j))
			}
		}
	}
	slices.SortStableFunc(g, func(a, b int) int { return cmp.Compare(sums[b], sums[a]) })
}
