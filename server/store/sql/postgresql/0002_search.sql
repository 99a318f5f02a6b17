ALTER TABLE publication ADD COLUMN vector TSVECTOR
    GENERATED ALWAYS AS (CASE WHEN words <> '' THEN to_tsvector('simple'::regconfig, words) END) STORED;

CREATE INDEX publication_vector ON publication USING GIN (vector);
