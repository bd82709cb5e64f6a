-- Records that are gone for good: their ids stay, so that no copy made earlier brings them back.
CREATE TABLE purged (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    record_kind TEXT    NOT NULL, -- the table it was in
    purged_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
