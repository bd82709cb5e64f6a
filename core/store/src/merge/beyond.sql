SELECT count(*)
FROM main.{table} AS ours LEFT JOIN copy.{table} AS theirs ON theirs.id = ours.id
WHERE theirs.id IS NULL OR theirs.revision < ours.revision
    OR (theirs.revision = ours.revision AND ours.id IN (SELECT id FROM temp.differing))
