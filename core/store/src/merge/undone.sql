UPDATE main.import_batch AS ours
SET undone_at = theirs.undone_at
FROM copy.import_batch AS theirs
WHERE theirs.id = ours.id AND theirs.undone_at < coalesce(ours.undone_at, theirs.undone_at + 1)
