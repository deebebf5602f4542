package cluster

import (
	"math/rand/v2"
)

// communities cuts a graph into groups by modularity with a resolution (Blondel and others, "Fast unfolding of
// communities in large networks", 2008; Reichardt and Bornholdt, 2006): above 1 gives more groups, below 1 fewer. The
// outcome depends on the order in which nodes are looked at, so several fixed orders are tried and the best is kept.
func communities(g graph, resolution float64) []int {
	tries := 8
	if len(g) > 500 {
		tries = 2
	}
	var best []int
	top := 0.0
	for seed := range tries {
		c := louvain(g, resolution, rand.New(rand.NewPCG(uint64(seed), 1)))
		if q := modularity(g, c, resolution); best == nil || q > top+1e-9 {
			best, top = c, q
		}
	}
	return best
}

// louvain moves nodes between groups while that helps, makes each group one node, and begins again.
func louvain(g graph, resolution float64, random *rand.Rand) []int {
	member := make([]int, len(g))
	for i := range member {
		member[i] = i
	}
	for {
		c, moved := settle(g, resolution, random.Perm(len(g)))
		if !moved {
			return member
		}
		for i := range member {
			member[i] = c[member[i]]
		}
		g = contract(g, c)
	}
}

// settle moves single nodes to the neighbouring group where they add most, until none moves. Groups are numbered by
// their first node.
func settle(g graph, resolution float64, order []int) (group []int, moved bool) {
	group = make([]int, len(g))
	degree, total := make([]float64, len(g)), make([]float64, len(g))
	all := 0.0
	for i, edges := range g {
		group[i] = i
		for _, e := range edges {
			degree[i] += e.w
		}
		total[i] = degree[i]
		all += degree[i]
	}
	pull := make([]float64, len(g))
	for again, rounds := all > 0, 0; again && rounds < 100; rounds++ {
		again = false
		for _, i := range order {
			for _, e := range g[i] {
				if e.to != i {
					pull[group[e.to]] += e.w
				}
			}
			total[group[i]] -= degree[i]
			best := group[i]
			gain := func(c int) float64 { return pull[c] - resolution*degree[i]*total[c]/all }
			for _, e := range g[i] {
				if c := group[e.to]; e.to != i && gain(c) > gain(best)+1e-9 {
					best = c
				}
			}
			for _, e := range g[i] {
				pull[group[e.to]] = 0
			}
			again = again || best != group[i]
			moved = moved || best != group[i]
			group[i] = best
			total[best] += degree[i]
		}
	}
	return renumber(group), moved
}

// renumber numbers groups 0, 1, 2 in the order of their first member.
func renumber(group []int) []int {
	number := map[int]int{}
	out := make([]int, len(group))
	for i, c := range group {
		if _, ok := number[c]; !ok {
			number[c] = len(number)
		}
		out[i] = number[c]
	}
	return out
}

// contract makes each group one node.
func contract(g graph, group []int) graph {
	n := 0
	for _, c := range group {
		n = max(n, c+1)
	}
	weights := make([]map[int]float64, n)
	for i := range weights {
		weights[i] = map[int]float64{}
	}
	for i, edges := range g {
		for _, e := range edges {
			weights[group[i]][group[e.to]] += e.w
		}
	}
	return graphOf(weights)
}

// modularity is how much more weight lies inside the groups than chance would put there, from -1 to 1.
func modularity(g graph, group []int, resolution float64) float64 {
	inside, total := make([]float64, len(g)), make([]float64, len(g))
	all := 0.0
	for i, edges := range g {
		for _, e := range edges {
			all += e.w
			total[group[i]] += e.w
			if group[e.to] == group[i] {
				inside[group[i]] += e.w
			}
		}
	}
	if all == 0 {
		return 0
	}
	q := 0.0
	for c := range inside {
		q += inside[c]/all - resolution*(total[c]/all)*(total[c]/all)
	}
	return q
}
