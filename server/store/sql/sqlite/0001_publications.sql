CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE channel (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);

CREATE TABLE stream (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel INTEGER NOT NULL,
    epoch TEXT NOT NULL,
    -- The highest position, when it is not that of a publication which is still there.
    top INTEGER NOT NULL,
    UNIQUE (channel, epoch)
);

CREATE TABLE publication (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    channel INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    position INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    data TEXT NOT NULL,
    info TEXT NOT NULL,
    tags TEXT NOT NULL,
    message TEXT NOT NULL,
    client TEXT NOT NULL,
    author TEXT NOT NULL,
    words TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX publication_place ON publication (stream, position);

-- The seq is part of every index of SQLite.
CREATE INDEX publication_channel ON publication (channel);

CREATE INDEX publication_message ON publication (message, channel) WHERE message <> '';
