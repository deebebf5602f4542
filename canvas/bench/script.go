package bench

import "iter"

// newScript returns a function to call at each frame, which lets play go on until it waits for the next one. Both run on
// one thread, so what play does counts as work of the user interface.
func newScript(play func(wait func())) (frame func()) {
	next, _ := iter.Pull(func(yield func(struct{}) bool) {
		play(func() { yield(struct{}{}) })
	})
	return func() { next() }
}
