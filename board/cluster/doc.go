// Package cluster finds which notes belong together and what a group may be called.
//
// Notes become terms: the stems of their words, the parts of compound words, what they mean by a hand-written list of
// meanings, and runs of letters. Notes that share rare terms are near (TF-IDF, cosine). Each note is joined to its
// nearest few, and the graph is cut into communities by Louvain. A name is the phrase from the notes that is most
// typical of a group. Nothing is random: the same notes give the same groups, in whatever order they come.
package cluster
