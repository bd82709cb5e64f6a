INSERT OR IGNORE INTO temp.gone (id)
SELECT id FROM main.{table} WHERE {column} IN (SELECT id FROM temp.gone)
