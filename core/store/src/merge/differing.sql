INSERT OR IGNORE INTO temp.differing (id)
SELECT {owner}
FROM (SELECT {columns} FROM {one}.{table} EXCEPT SELECT {columns} FROM {other}.{table}) AS r
WHERE {owner} IS NOT NULL
