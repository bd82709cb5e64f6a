SELECT id, text, measure_id, why, started_on, review_on, discussed_with, status, recorded_at, offset_s, zone_id,
       revision, recorded_by, source, deleted_at
FROM goal
WHERE deleted_at IS NULL
ORDER BY started_on, id
