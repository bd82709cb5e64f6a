INSERT OR IGNORE INTO temp.gone (id) SELECT id FROM main.{table} WHERE id = :id
