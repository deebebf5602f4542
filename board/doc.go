// Package board is a workshop without a screen: its steps, boards, notes, clusters, people and plan, and the one way in
// which they change.
//
// Every change is an op. Whoever wants to change something makes a [Change] with [Create], [Edit] or [Remove] and hands
// it to [Session.Do], which stamps it, applies it, records it and tells the watchers. Packages that know something, such
// as cluster or plan, read a [Workshop] and return changes; they never change one.
package board
