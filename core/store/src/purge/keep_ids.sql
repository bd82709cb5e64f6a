INSERT OR IGNORE INTO main.purged (id, record_kind, purged_at)
SELECT id, :kind, :at FROM main.{table} WHERE id IN (SELECT id FROM temp.gone)
