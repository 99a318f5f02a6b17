CREATE TABLE sanction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind SMALLINT NOT NULL,
    target_kind SMALLINT NOT NULL,
    target TEXT NOT NULL,
    -- Empty: it holds in all of them.
    channel TEXT NOT NULL,
    created BIGINT NOT NULL,
    -- The largest number for what holds for ever, so that it ends last.
    ends BIGINT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    by_operator TEXT NOT NULL,
    -- 0: it has not been.
    lifted BIGINT NOT NULL,
    lifted_by TEXT NOT NULL
);

-- For what is read at start: those that hold, among all that ever did.
CREATE INDEX sanction_ends ON sanction (ends) WHERE lifted = 0;

CREATE TABLE room_rule (
    channel TEXT PRIMARY KEY,
    locked SMALLINT NOT NULL,
    slow_seconds BIGINT NOT NULL
);

-- The last row is what holds.
CREATE TABLE lockdown (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    level SMALLINT NOT NULL,
    ends BIGINT NOT NULL,
    reason TEXT NOT NULL,
    by_operator TEXT NOT NULL,
    since BIGINT NOT NULL
);

-- Rows are only ever added: each holds the hash of the one before it.
CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    recorded BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    reason TEXT NOT NULL,
    state_before TEXT NOT NULL,
    state_after TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

ALTER TABLE report ADD COLUMN outcome SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE report ADD COLUMN resolved BIGINT NOT NULL DEFAULT 0;

ALTER TABLE report ADD COLUMN resolved_by TEXT NOT NULL DEFAULT '';

ALTER TABLE report ADD COLUMN resolution TEXT NOT NULL DEFAULT '';
