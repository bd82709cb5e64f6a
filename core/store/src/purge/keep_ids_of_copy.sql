INSERT OR IGNORE INTO main.purged (id, record_kind, purged_at) SELECT id, record_kind, purged_at FROM copy.purged
