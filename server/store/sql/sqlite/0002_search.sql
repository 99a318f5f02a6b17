-- The words stay in the table of publications; the index keeps no copy, nor sizes that only ranking would need.
CREATE VIRTUAL TABLE publication_words USING fts5(
    words, content='publication', content_rowid='seq', columnsize=0, tokenize='unicode61 remove_diacritics 0');

INSERT INTO publication_words (rowid, words) SELECT seq, words FROM publication WHERE words <> '';

CREATE TRIGGER publication_words_insert AFTER INSERT ON publication WHEN new.words <> '' BEGIN
    INSERT INTO publication_words (rowid, words) VALUES (new.seq, new.words);
END;

CREATE TRIGGER publication_words_delete AFTER DELETE ON publication WHEN old.words <> '' BEGIN
    INSERT INTO publication_words (publication_words, rowid, words) VALUES ('delete', old.seq, old.words);
END;

CREATE TRIGGER publication_words_update AFTER UPDATE OF words ON publication WHEN old.words <> new.words BEGIN
    INSERT INTO publication_words (publication_words, rowid, words)
        SELECT 'delete', old.seq, old.words WHERE old.words <> '';
    INSERT INTO publication_words (rowid, words) SELECT new.seq, new.words WHERE new.words <> '';
END;
