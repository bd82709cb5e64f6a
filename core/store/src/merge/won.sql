INSERT OR IGNORE INTO temp.won (id)
SELECT theirs.id
FROM copy.{table} AS theirs LEFT JOIN main.{table} AS ours ON ours.id = theirs.id
WHERE (ours.id IS NULL OR theirs.revision > ours.revision) AND theirs.id NOT IN (SELECT id FROM temp.gone)
