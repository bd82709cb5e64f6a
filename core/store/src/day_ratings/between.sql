SELECT c.id, c.logical_date, c.rollover_min, c.day_source, c.rated_at, c.rated_offset_s, c.recorded_at, c.offset_s,
       c.revision, c.recorded_by, c.source, v.measure_id, v.measure_version, v.frame, v.value_milli
FROM check_in AS c CROSS JOIN check_in_value AS v ON v.check_in_id = c.id
WHERE c.logical_date BETWEEN :from AND :to AND c.deleted_at IS NULL
ORDER BY c.logical_date, c.id
