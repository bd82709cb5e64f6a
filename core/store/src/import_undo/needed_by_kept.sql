INSERT OR IGNORE INTO temp.kept (id, edited)
SELECT r.{column}, 0
FROM temp.kept AS k JOIN main.{table} AS r ON r.id = k.id
WHERE r.{column} IN (SELECT id FROM temp.brought)
