package cluster

// Words of the package that tests look at from outside.

// LanguageOf is the language vote for one note among others.
func LanguageOf(notes ...string) []string {
	all := make([][]token, len(notes))
	for i, s := range notes {
		all[i] = tokens(s)
	}
	var out []string
	for _, g := range words().languagesOf(all) {
		out = append(out, []string{"nl", "en"}[g])
	}
	return out
}

// Tokens are the folded words of a text.
func Tokens(text string) []string {
	var out []string
	for _, t := range tokens(text) {
		out = append(out, t.fold)
	}
	return out
}

// Surfaces are the words of a text as they were written.
func Surfaces(text string) []string {
	var out []string
	for _, t := range tokens(text) {
		out = append(out, t.surface)
	}
	return out
}

// IsStop reports whether a word is a stop word in Dutch or English.
func IsStop(w string) bool {
	l := words()
	return l.stop[dutch][w] || l.stop[english][w] && !l.known[dutch][w]
}

// Split are the parts of a compound.
func Split(w string, known ...string) []string {
	k := map[string]bool{}
	for _, x := range known {
		k[x] = true
	}
	return split(w, k)
}

// Communities cuts a graph given as edges of weight one.
func Communities(n int, edges [][2]int, resolution float64) []int {
	weights := make([]map[int]float64, n)
	for i := range weights {
		weights[i] = map[int]float64{}
	}
	for _, e := range edges {
		weights[e[0]][e[1]], weights[e[1]][e[0]] = 1, 1
	}
	return communities(graphOf(weights), resolution)
}
