package cluster

import (
	"cmp"
	"slices"
)

// real is the least similarity that is no accident: below it two short notes share a run of letters and no word.
const real = 0.05

// gather turns communities into groups of at least smallest notes, the most central note first. Smaller ones join what
// they are really near to, whole or note by note; what is left is the rest.
func gather(m *matrix, community []int, smallest int) (groups [][]int, rest []int) {
	var loose []int
	for _, g := range join(m, membersOf(community), smallest) {
		if len(g) >= smallest {
			groups = append(groups, g)
		} else {
			loose = append(loose, g...)
		}
	}
	slices.Sort(loose)
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
	slices.SortStableFunc(groups, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	return groups, rest
}

func membersOf(community []int) [][]int {
	var all [][]int
	for i, c := range community {
		for len(all) <= c {
			all = append(all, nil)
		}
		all[c] = append(all[c], i)
	}
	return all
}

// join lets small communities go over whole to the one they are nearest to, the smallest first. They may become big
// together.
func join(m *matrix, all [][]int, smallest int) [][]int {
	for size := 1; size < smallest; size++ {
		for k := 0; k < len(all); k++ {
			if len(all[k]) != size {
				continue
			}
			small := all[k]
			others := slices.Delete(slices.Clone(all), k, k+1)
			best, at := real, -1
			for h, g := range others {
				sum := 0.0
				for _, i := range small {
					sum += warmth(m, g, i)
				}
				if s := sum / float64(size); s > best {
					best, at = s, h
				}
			}
			if at >= 0 {
				others[at] = append(slices.Clone(others[at]), small...)
				all = others
				k--
			}
		}
	}
	return all
}

// home is the group that note i is nearest to, by its three nearest notes there, the nearest counting most; -1 where it
// is near to none.
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
	sum, weight := 0.0, 0.0
	for k, x := range s[:min(3, len(s))] {
		sum += x / float64(k+1)
		weight += 1 / float64(k+1)
	}
	return sum / weight
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
