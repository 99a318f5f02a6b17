-- For what is read at start, of which there may be little among many.
CREATE INDEX publication_client ON publication (seq) WHERE client <> '';
