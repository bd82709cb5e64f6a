INSERT OR IGNORE INTO temp.gone (id) SELECT id FROM main.{table} WHERE deleted_at < :before
