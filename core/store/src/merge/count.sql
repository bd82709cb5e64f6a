SELECT
    coalesce(sum(ours.id IS NULL), 0) AS added,
    coalesce(sum(theirs.revision > ours.revision), 0) AS newer,
    coalesce(sum(theirs.revision < ours.revision), 0) AS older,
    coalesce(sum(theirs.revision = ours.revision AND theirs.id NOT IN (SELECT id FROM temp.differing)), 0) AS same,
    coalesce(sum(theirs.revision = ours.revision AND theirs.id IN (SELECT id FROM temp.differing)), 0) AS differing
FROM copy.{table} AS theirs LEFT JOIN main.{table} AS ours ON ours.id = theirs.id
WHERE theirs.id NOT IN (SELECT id FROM temp.gone)
