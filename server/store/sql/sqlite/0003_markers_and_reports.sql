CREATE TABLE read_marker (
    reader TEXT NOT NULL,
    channel BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    message TEXT NOT NULL,
    marked BIGINT NOT NULL,
    PRIMARY KEY (reader, channel)
);

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq BIGINT NOT NULL REFERENCES publication (seq) ON DELETE CASCADE,
    reporter TEXT NOT NULL,
    reason TEXT NOT NULL,
    reported BIGINT NOT NULL
);

-- Those whose reporter was erased have no name left, and there may be several of them.
CREATE UNIQUE INDEX report_once ON report (seq, reporter) WHERE reporter <> '';

-- For what is deleted along with its publication.
CREATE INDEX report_seq ON report (seq);
