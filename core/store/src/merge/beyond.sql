SELECT count(*)
FROM main.{table} AS ours LEFT JOIN copy.{table} AS theirs ON theirs.id = ours.id
WHERE theirs.id IS NULL OR theirs.revision < ours.revision
