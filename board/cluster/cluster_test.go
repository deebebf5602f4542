package cluster_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/cluster"
)

func notes(texts ...string) []cluster.Note {
	var out []cluster.Note
	for i, s := range texts {
		out = append(out, cluster.Note{ID: board.ID(fmt.Sprintf("n%04d", i)), Text: s})
	}
	return out
}

func TestNotesOfOneTopicComeTogether(t *testing.T) {
	r := cluster.Suggest(notes(dutchNotes...), cluster.Options{})
	of := map[board.ID]int{}
	for i, g := range r.Groups {
		for _, id := range g.Notes {
			of[id] = i + 1
		}
	}
	for _, topic := range [][]int{{0, 1, 2, 3, 4}, {15, 16, 17, 18}, {20, 21, 24}, {10, 11, 12, 13}} {
		want := of[board.ID(fmt.Sprintf("n%04d", topic[0]))]
		for _, i := range topic {
			if got := of[board.ID(fmt.Sprintf("n%04d", i))]; got != want || got == 0 {
				t.Errorf("%q is in group %d, %q in %d", dutchNotes[i], got, dutchNotes[topic[0]], want)
			}
		}
	}
	if len(r.Rest)*5 > len(dutchNotes) {
		t.Errorf("%d of %d notes fit nowhere", len(r.Rest), len(dutchNotes))
	}
}

func TestDifferentWordsOfOneMeaningMeet(t *testing.T) {
	near := cluster.Nearness([]string{
		"Opdrachtgevers vaker bezoeken", "Bij de klant langsgaan", "Meet clients more often", "De urennorm verlagen",
		"Offertes korter maken",
	})
	for _, j := range []int{1, 2} {
		if near(0, j) <= near(0, 3) || near(0, j) <= near(0, 4) {
			t.Errorf("note %d is %.2f near, the others %.2f and %.2f", j, near(0, j), near(0, 3), near(0, 4))
		}
	}
}

func TestNearnessIsSymmetricAndBounded(t *testing.T) {
	near := cluster.Nearness(append([]string{"", "12", "🙂", "De klant", "De klant"}, dutchNotes...))
	for i := range 5 + len(dutchNotes) {
		for j := range i {
			if s := near(i, j); s != near(j, i) || s < 0 || s > 1 {
				t.Fatalf("nearness of %d and %d is %v and %v", i, j, s, near(j, i))
			}
		}
	}
	if near(3, 4) < 0.99 || near(0, 3) != 0 || near(2, 2) != 1 {
		t.Errorf("the same text %.2f, nothing in common %.2f, itself %.2f", near(3, 4), near(0, 3), near(2, 2))
	}
}

func TestShuffledNotesGiveTheSameGroups(t *testing.T) {
	in := notes(dutchNotes...)
	want := cluster.Suggest(in, cluster.Options{})
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 3))
		r.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		if got := cluster.Suggest(in, cluster.Options{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d gave another result", seed)
		}
	}
}

// TestNamesHold checks on random boards that every note is placed once and every name is fit to be shown.
func TestNamesHold(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 5))
		in := notes(dutchNotes...)
		r.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		in = in[:r.IntN(len(in)+1)]
		res := cluster.Suggest(in, cluster.Options{Resolution: 0.5 + r.Float64()*2})
		text := map[board.ID]string{}
		for _, n := range in {
			text[n.ID] = n.Text
		}
		seen := map[board.ID]bool{}
		for _, id := range res.Rest {
			seen[id] = true
		}
		names := map[string]bool{}
		for _, g := range res.Groups {
			checkName(t, g, text)
			if len(g.Notes) < 3 || names[strings.ToLower(g.Name)] {
				t.Errorf("seed %d: %q with %d notes stands twice or is too small", seed, g.Name, len(g.Notes))
			}
			names[strings.ToLower(g.Name)] = true
			for _, id := range g.Notes {
				if seen[id] {
					t.Errorf("seed %d: %s is placed twice", seed, id)
				}
				seen[id] = true
			}
		}
		if len(seen) != len(in) {
			t.Errorf("seed %d: %d of %d notes placed", seed, len(seen), len(in))
		}
	}
}

// checkName fails where a name has stop words at its edges, words that nobody wrote, or no capital.
func checkName(t *testing.T, g cluster.Group, text map[board.ID]string) {
	t.Helper()
	written := map[string]bool{"en": true, "and": true}
	for _, id := range g.Notes {
		for _, w := range cluster.Tokens(text[id]) {
			written[w] = true
		}
	}
	ws := cluster.Tokens(g.Name)
	if len(ws) == 0 || len(ws) > 3 || cluster.IsStop(ws[0]) || cluster.IsStop(ws[len(ws)-1]) {
		t.Errorf("name %q", g.Name)
	}
	for _, w := range ws {
		if !written[w] {
			t.Errorf("nobody wrote %q of %q", w, g.Name)
		}
	}
	if first := g.Name[:1]; first != strings.ToUpper(first) {
		t.Errorf("name %q begins small", g.Name)
	}
	if g.Subtitle != text[g.Notes[0]] {
		t.Errorf("subtitle %q is not the most central note", g.Subtitle)
	}
}

func TestOddBoardsAreNoTrouble(t *testing.T) {
	same := slices.Repeat([]string{"Vaker bellen met klanten"}, 12)
	for name, c := range map[string]struct {
		texts        []string
		groups, rest int
	}{
		"none":          {nil, 0, 0},
		"one":           {[]string{"Koffie"}, 0, 1},
		"two":           {[]string{"Koffie drinken", "Koffie drinken"}, 0, 2},
		"identical":     {same, 1, 0},
		"empty":         {[]string{"", " ", "\n"}, 0, 3},
		"numbers":       {[]string{"1", "22", "333", "4444"}, 0, 4},
		"emoji":         {[]string{"👍", "🎉", "😀"}, 0, 3},
		"stop words":    {[]string{"en de", "het een", "van die"}, 0, 3},
		"same number":   {[]string{"2027", "2027", "2027"}, 1, 0},
		"other letters": {[]string{"Ελληνικά", "Русский", "中文"}, 0, 3},
	} {
		r := cluster.Suggest(notes(c.texts...), cluster.Options{})
		if len(r.Groups) != c.groups || len(r.Rest) != c.rest {
			t.Errorf("%s: %d groups, %d in the rest", name, len(r.Groups), len(r.Rest))
		}
		for _, g := range r.Groups {
			if g.Name == "" {
				t.Errorf("%s: a group without a name", name)
			}
		}
	}
}

func TestSmallestIsObeyed(t *testing.T) {
	in := notes("Rode zeilboot", "Groene zeilboot", "Verse oregano", "Gedroogde oregano")
	if r := cluster.Suggest(in, cluster.Options{Smallest: 2}); len(r.Groups) != 2 || len(r.Rest) != 0 {
		t.Errorf("%+v", r)
	}
	if r := cluster.Suggest(in, cluster.Options{Smallest: 3}); len(r.Groups) != 0 || len(r.Rest) != 4 {
		t.Errorf("%+v", r)
	}
}

func TestLongNotesGetAShortSubtitle(t *testing.T) {
	long := strings.Repeat("klanten bellen is leuk\n", 60)
	r := cluster.Suggest(notes(long, long, long), cluster.Options{})
	if s := r.Groups[0].Subtitle; len(s) > 170 || strings.Contains(s, "\n") || !strings.HasSuffix(s, "…") {
		t.Errorf("subtitle %q", s)
	}
}

// manyNotes makes n notes of a length out of the words of the Dutch ones.
func manyNotes(n, length int) []cluster.Note {
	r := rand.New(rand.NewPCG(1, 9))
	var texts []string
	for range n {
		var ws []string
		for len(ws) < length {
			ws = append(ws, cluster.Surfaces(dutchNotes[r.IntN(len(dutchNotes))])...)
		}
		texts = append(texts, strings.Join(ws[:length], " "))
	}
	return notes(texts...)
}

func BenchmarkSuggest(b *testing.B) {
	for _, n := range []int{25, 200, 2000} {
		in := manyNotes(n, 12)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				cluster.Suggest(in, cluster.Options{})
			}
		})
	}
}
