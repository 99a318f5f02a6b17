CREATE TABLE erasure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    by_operator TEXT NOT NULL,
    erased BIGINT NOT NULL,
    messages BIGINT NOT NULL
);
