INSERT OR IGNORE INTO temp.kept (id, edited)
SELECT r.id, 0
FROM main.{table} AS r
WHERE r.{column} IN (SELECT id FROM temp.kept) AND r.id IN (SELECT id FROM temp.brought)
