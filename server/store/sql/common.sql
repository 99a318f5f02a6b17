-- The statements that SQLite and PostgreSQL read alike. `@columns@` and the like stand for the texts of that
-- name. Every statement begins with its name; a statement of sqlite.sql or postgresql.sql replaces one here.

-- name: columns
p.seq, p.state, c.name, s.epoch, p.position, p.sent,
CASE WHEN p.state <> 3 THEN p.data ELSE coalesce((SELECT m.data FROM publication m
    WHERE m.message = p.message AND m.message <> '' AND m.channel = p.channel AND m.state <> 3 LIMIT 1), '') END,
p.info, p.tags, p.message, p.client, p.author

-- name: from
publication p JOIN stream s ON s.id = p.stream JOIN channel c ON c.id = p.channel

-- name: meta_get
SELECT value FROM meta WHERE name = ?

-- name: meta_set
INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: meta_delete
DELETE FROM meta WHERE name = ?

-- name: positions
SELECT c.name, s.epoch, s.top, (SELECT max(p.position) FROM publication p WHERE p.stream = s.id),
(SELECT p.sent FROM publication p WHERE p.channel = c.id AND p.state <> 3 ORDER BY p.seq DESC LIMIT 1)
FROM channel c JOIN stream s ON s.id = (SELECT max(id) FROM stream WHERE channel = c.id)

-- name: channel_insert
INSERT INTO channel (name) VALUES (?) ON CONFLICT (name) DO NOTHING

-- name: channel_find
SELECT id FROM channel WHERE name = ?

-- name: stream_insert
INSERT INTO stream (channel, epoch, top) VALUES (?, ?, 0) ON CONFLICT (channel, epoch) DO NOTHING

-- name: stream_find
SELECT id FROM stream WHERE channel = ? AND epoch = ?

-- name: stream_raise
UPDATE stream SET top = ? WHERE id = ? AND top < ?

-- name: append_head
INSERT INTO publication (channel, stream, position, sent, data, info, tags, message, client, author, words) VALUES 

-- name: append_row
(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: append_tail
 ON CONFLICT (stream, position) DO NOTHING

-- name: append_change
UPDATE publication SET state = 3 WHERE stream = ? AND position = ?

-- name: append_twin
SELECT message, sent FROM publication WHERE stream = ? AND position = ?

-- name: stream_latest
SELECT s.id, s.epoch, s.top, (SELECT max(p.position) FROM publication p WHERE p.stream = s.id)
FROM stream s WHERE s.channel = (SELECT id FROM channel WHERE name = ?) ORDER BY s.id DESC LIMIT 1

-- name: stream_named
SELECT s.id, s.epoch, s.top, (SELECT max(p.position) FROM publication p WHERE p.stream = s.id)
FROM stream s WHERE s.channel = (SELECT id FROM channel WHERE name = ?) AND s.epoch = ?

-- name: history_forward
SELECT @columns@ FROM @from@ WHERE p.stream = ? AND p.position > ? ORDER BY p.position LIMIT ?

-- name: history_reverse
SELECT @columns@ FROM @from@ WHERE p.stream = ? AND p.position < ? ORDER BY p.position DESC LIMIT ?

-- name: page
SELECT @columns@ FROM @from@
WHERE p.channel = (SELECT id FROM channel WHERE name = ?) AND p.seq < ? AND p.state <> 3
ORDER BY p.seq DESC LIMIT ?

-- name: page_after
SELECT @columns@ FROM @from@
WHERE p.channel = (SELECT id FROM channel WHERE name = ?) AND p.seq > ? AND p.state <> 3
ORDER BY p.seq LIMIT ?

-- name: find
SELECT @columns@ FROM @from@
WHERE p.message = ? AND p.message <> '' AND p.channel = (SELECT id FROM channel WHERE name = ?) AND p.state <> 3

-- name: client_ids_backwards
SELECT @columns@ FROM @from@ WHERE p.client <> '' AND p.seq < ? ORDER BY p.seq DESC LIMIT ?

-- name: all_forward
SELECT @columns@ FROM @from@ WHERE p.seq > ? AND p.sent >= ? AND p.sent < ? AND p.state <> 3 ORDER BY p.seq LIMIT ?

-- name: channel_forward
SELECT @columns@ FROM @from@ WHERE p.seq > ? AND p.sent >= ? AND p.sent < ? AND p.state <> 3
AND p.channel = (SELECT id FROM channel WHERE name = ?) ORDER BY p.seq LIMIT ?

-- name: count_all
SELECT count(*) FROM publication WHERE sent >= ? AND sent < ? AND state <> 3

-- name: count_channel
SELECT count(*) FROM publication
WHERE sent >= ? AND sent < ? AND state <> 3 AND channel = (SELECT id FROM channel WHERE name = ?)

-- name: count_messages
SELECT count(*) FROM publication WHERE state <> 3

-- name: count_channels
SELECT count(*) FROM channel

-- name: check_streams
SELECT count(*) FROM publication p LEFT JOIN stream s ON s.id = p.stream AND s.channel = p.channel
WHERE s.id IS NULL

-- name: check_channels
SELECT count(*) FROM stream s LEFT JOIN channel c ON c.id = s.channel WHERE c.id IS NULL

-- name: check_order
SELECT count(*) FROM
(SELECT seq, max(seq) OVER (PARTITION BY stream ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
AS earlier FROM publication) ordered WHERE earlier > seq

-- name: seq_top
SELECT max(seq) FROM publication

-- name: edit
UPDATE publication SET data = ?, words = ?, state = 1
WHERE message = ? AND message <> '' AND channel = (SELECT id FROM channel WHERE name = ?) AND state < 2

-- name: redact
UPDATE publication SET data = '', info = '', tags = '', client = '', words = '', state = 2
WHERE message = ? AND message <> '' AND channel = (SELECT id FROM channel WHERE name = ?) AND state <> 3

-- name: purge_user
UPDATE publication SET data = '', info = '', tags = '', client = '', words = '', state = 2
WHERE seq > ? AND seq <= ? AND author = ? AND state <> 2

-- name: purge_user_channel
UPDATE publication SET data = '', info = '', tags = '', client = '', words = '', state = 2
WHERE seq > ? AND seq <= ? AND author = ? AND state <> 2 AND channel = (SELECT id FROM channel WHERE name = ?)

-- name: purge_find
SELECT c.name, p.message FROM publication p JOIN channel c ON c.id = p.channel
WHERE p.seq > ? AND p.seq <= ? AND p.author = ? AND p.state < 2 ORDER BY p.seq

-- name: purge_find_channel
SELECT c.name, p.message FROM publication p JOIN channel c ON c.id = p.channel
WHERE p.seq > ? AND p.seq <= ? AND p.author = ? AND p.state < 2 AND c.name = ? ORDER BY p.seq

-- name: count_user
SELECT count(*) FROM publication WHERE author = ? AND state < 2

-- name: count_user_channel
SELECT count(*) FROM publication
WHERE author = ? AND state < 2 AND channel = (SELECT id FROM channel WHERE name = ?)

-- name: erase_user
UPDATE publication SET data = '', info = '', tags = '', client = '', words = '', state = 2, author = ''
WHERE seq > ? AND seq <= ? AND author = ?

-- name: erase_markers
DELETE FROM read_marker WHERE reader = ?

-- name: erase_memberships
DELETE FROM room_member WHERE member = ?

-- name: erase_reporter
UPDATE report SET reporter = '', reason = '' WHERE reporter = ?

-- name: erasure_insert
INSERT INTO erasure (subject, by_operator, erased, messages) VALUES (?, ?, ?, ?)

-- name: erasures
SELECT subject, by_operator, erased, messages FROM erasure ORDER BY id DESC

-- name: trim_channel
SELECT id, name FROM channel WHERE name = ? AND id > ? LIMIT ?

-- name: trim_channels
SELECT id, name FROM channel WHERE id > ? ORDER BY id LIMIT ?

-- name: trim_count
SELECT seq FROM publication WHERE channel = ? ORDER BY seq DESC LIMIT 1 OFFSET ?

-- name: trim_oldest_time
SELECT sent FROM publication WHERE channel = ? ORDER BY seq LIMIT 1

-- name: trim_oldest
SELECT seq, sent FROM publication WHERE channel = ? ORDER BY seq LIMIT ?

-- name: trim_keep_top
UPDATE stream SET top = (SELECT max(p.position) FROM publication p WHERE p.stream = stream.id)
WHERE channel = ? AND top < (SELECT max(p.position) FROM publication p WHERE p.stream = stream.id)

-- name: trim_delete
DELETE FROM publication WHERE seq IN
(SELECT seq FROM publication WHERE channel = ? AND seq <= ? ORDER BY seq LIMIT ?)

-- name: marker_set
INSERT INTO read_marker (reader, channel, seq, message, marked)
SELECT CAST(? AS TEXT), p.channel, p.seq, p.message, CAST(? AS BIGINT) FROM publication p
WHERE p.message = ? AND p.message <> '' AND p.channel = (SELECT id FROM channel WHERE name = ?) AND p.state <> 3
ON CONFLICT (reader, channel) DO UPDATE
SET seq = excluded.seq, message = excluded.message, marked = excluded.marked
WHERE excluded.seq > read_marker.seq

-- name: markers
SELECT c.name, m.message, m.seq, m.marked FROM read_marker m JOIN channel c ON c.id = m.channel
WHERE m.reader = ? ORDER BY c.name

-- name: member_insert
INSERT INTO room_member (member, channel) VALUES (?, ?) ON CONFLICT (member, channel) DO NOTHING

-- name: rooms_of
(SELECT channel FROM read_marker WHERE reader = ? UNION SELECT channel FROM room_member WHERE member = ?) mine
JOIN channel c ON c.id = mine.channel LEFT JOIN read_marker m ON m.channel = c.id AND m.reader = ?

-- name: rooms_after
SELECT c.name, m.message, m.seq, m.marked FROM @rooms_of@
WHERE c.name > ? ORDER BY c.name LIMIT ?

-- name: room_last
SELECT p.sent FROM publication p
WHERE p.channel = (SELECT id FROM channel WHERE name = ?) AND p.state <> 3 ORDER BY p.seq DESC LIMIT 1

-- name: room_unread
SELECT count(*), coalesce(sum(CASE WHEN later.state < 2 AND later.author <> ? THEN 1 ELSE 0 END), 0) FROM
(SELECT p.state, p.author FROM publication p
WHERE p.channel = (SELECT id FROM channel WHERE name = ?) AND p.seq > ? ORDER BY p.seq LIMIT ?) later

-- name: room_addressing
SELECT later.data FROM (SELECT p.state, p.author, p.data FROM publication p
WHERE p.channel = (SELECT id FROM channel WHERE name = ?) AND p.seq > ? ORDER BY p.seq LIMIT ?) later
WHERE later.state < 2 AND later.author <> ? AND (later.data LIKE '%@%' OR later.data LIKE '%"reply_to"%')

-- name: message_of
SELECT 1 FROM publication
WHERE message = ? AND message <> '' AND channel = (SELECT id FROM channel WHERE name = ?) AND state <> 3 AND author = ?

-- name: report_add
INSERT INTO report (seq, reporter, reason, reported)
SELECT p.seq, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT) FROM publication p
WHERE p.message = ? AND p.message <> '' AND p.channel = (SELECT id FROM channel WHERE name = ?) AND p.state <> 3
ON CONFLICT DO NOTHING

-- name: reports
SELECT r.id, r.reporter, r.reason, r.reported, r.outcome, r.resolved_by, r.resolution, r.resolved, @columns@
FROM report r JOIN publication p ON p.seq = r.seq JOIN stream s ON s.id = p.stream JOIN channel c ON c.id = p.channel
WHERE r.id < ? AND r.outcome >= ? AND r.outcome <= ? ORDER BY r.id DESC LIMIT ?

-- name: report_find
SELECT r.outcome, p.message, c.name FROM report r JOIN publication p ON p.seq = r.seq JOIN channel c ON c.id = p.channel
WHERE r.id = ?

-- name: report_resolve
UPDATE report SET outcome = ?, resolved = ?, resolved_by = ?, resolution = ? WHERE id = ?

-- name: message_exists
SELECT 1 FROM publication
WHERE message = ? AND message <> '' AND channel = (SELECT id FROM channel WHERE name = ?) AND state <> 3

-- name: sanction_columns
id, kind, target_kind, target, channel, created, ends, reason, note, by_operator, lifted, lifted_by

-- name: sanction_insert
INSERT INTO sanction (kind, target_kind, target, channel, created, ends, reason, note, by_operator, lifted, lifted_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')

-- name: sanction_last
SELECT max(id) FROM sanction

-- name: sanction_find
SELECT @sanction_columns@ FROM sanction WHERE kind = ? AND id = ?

-- name: sanction_lift
UPDATE sanction SET lifted = ?, lifted_by = ? WHERE id = ?

-- name: sanctions_held
SELECT @sanction_columns@ FROM sanction WHERE lifted = 0 AND ends > ? ORDER BY id

-- name: sanction_filter
kind = ? AND (? = 0 OR (lifted = 0 AND ends > ?)) AND
lower(target || ' ' || channel || ' ' || reason || ' ' || note || ' ' || by_operator) LIKE lower(CAST(? AS TEXT)) ESCAPE '!'

-- name: sanction_count
SELECT count(*) FROM sanction WHERE @sanction_filter@

-- name: sanction_list
SELECT @sanction_columns@ FROM sanction WHERE @sanction_filter@

-- name: room_rules
SELECT channel, locked, slow_seconds FROM room_rule ORDER BY channel

-- name: room_rules_of
SELECT channel, locked, slow_seconds FROM room_rule WHERE channel = ?

-- name: room_rules_set
INSERT INTO room_rule (channel, locked, slow_seconds) VALUES (?, ?, ?)
ON CONFLICT (channel) DO UPDATE SET locked = excluded.locked, slow_seconds = excluded.slow_seconds

-- name: room_rules_delete
DELETE FROM room_rule WHERE channel = ?

-- name: lockdown_last
SELECT level, ends, reason, by_operator, since FROM lockdown ORDER BY id DESC LIMIT 1

-- name: lockdown_insert
INSERT INTO lockdown (level, ends, reason, by_operator, since) VALUES (?, ?, ?, ?, ?)

-- name: audit_columns
seq, recorded, actor, action, target, reason, state_before, state_after, previous, hash

-- name: audit_last
SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1

-- name: audit_insert
INSERT INTO audit (seq, recorded, actor, action, target, reason, state_before, state_after, previous, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: audit_forward
SELECT @audit_columns@ FROM audit WHERE seq > ? ORDER BY seq LIMIT ?

-- name: audit_list
SELECT @audit_columns@ FROM audit WHERE seq < ? AND recorded >= ? AND recorded < ?
AND actor LIKE ? ESCAPE '!' AND action LIKE ? ESCAPE '!' AND lower(target) LIKE lower(CAST(? AS TEXT)) ESCAPE '!'
ORDER BY seq DESC LIMIT ?

-- name: migration_table
CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, applied BIGINT NOT NULL)

-- name: migration_top
SELECT max(number) FROM migration

-- name: migration_done
INSERT INTO migration (number, applied) VALUES (?, ?)
