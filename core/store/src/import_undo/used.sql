INSERT OR IGNORE INTO temp.kept (id, edited)
SELECT r.{column}, 1
FROM main.{table} AS r
WHERE r.deleted_at IS NULL AND r.{column} IN (SELECT id FROM temp.brought) AND r.id NOT IN (SELECT id FROM temp.brought)
