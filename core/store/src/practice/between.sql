SELECT id, logical_date, kind, minutes, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM practice
WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
ORDER BY logical_date, id
