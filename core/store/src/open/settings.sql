-- A commit is on the disk before it is confirmed; no temporary file ever holds plain text.
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16384;
-- The store moves the log itself, and empties it in the same act: a moved log that stays costs more than its own entries
-- when a byte of it flips.
PRAGMA wal_autocheckpoint = 0;
