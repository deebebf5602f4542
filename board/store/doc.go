// Package store keeps workshops in files: name.samenbord, one SQLite file each.
//
// The file itself is never edited in place. [Open] reads it with distrust and makes a working copy in the folder of the
// user's data; every gesture is one durable transaction there; [File.Publish] builds a fresh file from it and renames
// that over the old one. So the file can be mailed, copied and synchronised at any moment, and a crash loses nothing: a
// working copy that is still there when a workshop is opened holds what the crash left, and is united with the file.
//
// # The format
//
// Format 1 is an SQLite database in rollback form with pages of 4096 bytes, each ending in the checksum of
// https://sqlite.org/cksumvfs.html, application_id 0x53424f52 ("SBOR") and user_version 1. Its tables are
//
//	meta     key, value: "workshop" names the workshop for ever, "generation" this publishing of it
//	actors   key, actor, machine, made: who wrote ops; key is how the other tables of this file name the actor
//	ops      actor, n, t_ms, t_n, tx, obj, body, back: every op with its way back
//	objects  id, cells: the objects as they stand, so that opening does not need to replay the ops
//	blobs    sha256, mime, bytes: images, each once
//
// body, back and cells are written compactly; codec.go describes them byte by byte. JSON would make the file four times
// as large and take longer to read than people wait.
package store
