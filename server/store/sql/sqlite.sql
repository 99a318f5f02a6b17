-- What only SQLite says.

-- name: opening
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
-- What is deleted is overwritten: what was erased must not be found in free pages. It costs nothing that can be seen.
PRAGMA secure_delete = ON;
-- Pages of 4 KiB: a checkpoint every 16 MiB.
PRAGMA wal_autocheckpoint = 4096;
-- What a statement would undo if it failed is noted in memory: a temporary file would be opened, written and
-- deleted for each group of publications.
PRAGMA temp_store = MEMORY;
-- KiB, as a negative number.
PRAGMA cache_size = -16384;

-- name: check
PRAGMA quick_check(1)

-- name: check_file
PRAGMA integrity_check(20)

-- name: check_words
INSERT INTO publication_words (publication_words, rank) VALUES ('integrity-check', 1)

-- name: server_lock

-- name: migration_lock

-- name: audit_lock

-- name: search
SELECT @columns@ FROM publication_words w JOIN publication p ON p.seq = w.rowid
JOIN stream s ON s.id = p.stream JOIN channel c ON c.id = p.channel
WHERE publication_words MATCH ? AND c.name = ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?

-- name: backup
VACUUM INTO ?

-- name: sweep
PRAGMA wal_checkpoint(TRUNCATE)

-- name: forget_begin
INSERT INTO publication_words (publication_words, rank) VALUES ('merge', -500)

-- name: forget_more
INSERT INTO publication_words (publication_words, rank) VALUES ('merge', 500)

-- name: total_changes
SELECT total_changes()
