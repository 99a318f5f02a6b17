-- What only PostgreSQL says.

-- name: opening
SET synchronous_commit = on;
SET client_min_messages = warning;
SET standard_conforming_strings = on;

-- name: check

-- name: check_file

-- name: check_words

-- name: server_lock
-- The backend of a server that was killed needs a moment to notice.
SET lock_timeout = '2s';
SELECT pg_advisory_lock(4843282);
SET lock_timeout = 0;

-- name: migration_lock
SELECT pg_advisory_xact_lock(4843281)

-- name: audit_lock
LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE

-- name: search
SELECT @columns@ FROM @from@
WHERE p.vector @@ CAST(? AS TSQUERY) AND p.channel = (SELECT id FROM channel WHERE name = ?) AND p.seq < ?
ORDER BY p.seq DESC LIMIT ?

-- name: rooms_after
SELECT c.name, m.message, m.seq, m.marked FROM @rooms_of@
WHERE c.name COLLATE "C" > ? ORDER BY c.name COLLATE "C" LIMIT ?

-- name: backup

-- name: sweep

-- name: forget_begin

-- name: forget_more

-- name: total_changes
