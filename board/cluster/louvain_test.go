package cluster_test

import (
	"slices"
	"testing"

	"samenbord/board/cluster"
)

// cliques joins n cliques of a size in a ring, each to the next by one edge.
func cliques(n, size int) (nodes int, edges [][2]int) {
	for c := range n {
		for i := range size {
			for j := range i {
				edges = append(edges, [2]int{c*size + i, c*size + j})
			}
		}
		if n > 1 {
			edges = append(edges, [2]int{c * size, (c + 1) % n * size})
		}
	}
	return n * size, edges
}

func TestTwoCliquesAreTwoCommunities(t *testing.T) {
	n, edges := cliques(2, 5)
	if got := cluster.Communities(n, edges, 1); !slices.Equal(got, []int{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}) {
		t.Errorf("got %v", got)
	}
}

func TestResolutionGivesMoreOrFewerCommunities(t *testing.T) {
	n, edges := cliques(8, 4)
	last := 0
	for _, r := range []float64{0.05, 0.3, 1, 100} {
		k := slices.Max(cluster.Communities(n, edges, r)) + 1
		if k < last {
			t.Errorf("resolution %v gave %d communities, a lower one %d", r, k, last)
		}
		last = k
	}
	if got := slices.Max(cluster.Communities(n, edges, 1)) + 1; got != 8 {
		t.Errorf("8 cliques gave %d communities", got)
	}
	if last != n {
		t.Errorf("the highest resolution left %d communities of %d notes", last, n)
	}
}

func TestNodesWithoutEdgesStandAlone(t *testing.T) {
	if got := cluster.Communities(3, nil, 1); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("got %v", got)
	}
}

func TestAKarateClubFallsApartAsItDid(t *testing.T) {
	c := cluster.Communities(34, karate, 1)
	if k := slices.Max(c) + 1; k < 3 || k > 5 {
		t.Errorf("%d communities, known to be 4", k)
	}
	if c[0] == c[33] {
		t.Error("both leaders are in one community")
	}
}

// karate is the friendships of a sports club that split (Zachary, "An Information Flow Model for Conflict and Fission in
// Small Groups", 1977).
var karate = [][2]int{
	{0, 1},
	{0, 2},
	{0, 3},
	{0, 4},
	{0, 5},
	{0, 6},
	{0, 7},
	{0, 8},
	{0, 10},
	{0, 11},
	{0, 12},
	{0, 13},
	{0, 17},
	{0, 19},
	{0, 21},
	{0, 31},
	{1, 2},
	{1, 3},
	{1, 7},
	{1, 13},
	{1, 17},
	{1, 19},
	{1, 21},
	{1, 30},
	{2, 3},
	{2, 7},
	{2, 8},
	{2, 9},
	{2, 13},
	{2, 27},
	{2, 28},
	{2, 32},
	{3, 7},
	{3, 12},
	{3, 13},
	{4, 6},
	{4, 10},
	{5, 6},
	{5, 10},
	{5, 16},
	{6, 16},
	{8, 30},
	{8, 32},
	{8, 33},
	{9, 33},
	{13, 33},
	{14, 32},
	{14, 33},
	{15, 32},
	{15, 33},
	{18, 32},
	{18, 33},
	{19, 33},
	{20, 32},
	{20, 33},
	{22, 32},
	{22, 33},
	{23, 25},
	{23, 27},
	{23, 29},
	{23, 32},
	{23, 33},
	{24, 25},
	{24, 27},
	{24, 31},
	{25, 31},
	{26, 29},
	{26, 33},
	{27, 33},
	{28, 31},
	{28, 33},
	{29, 32},
	{29, 33},
	{30, 32},
	{30, 33},
	{31, 32},
	{31, 33},
	{32, 33},
}
