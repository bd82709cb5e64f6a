SELECT id, logical_date, rollover_min, day_source, rated_at, rated_offset_s, rated_zone_id, practices, note,
       recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM check_in
WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
ORDER BY logical_date, coalesce(rated_at, recorded_at), id
