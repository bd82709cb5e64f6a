SELECT v.session_rating_id, v.measure_id, v.measure_version, v.frame, v.value_milli, v.position
FROM session AS s
CROSS JOIN session_rating AS r ON r.session_id = s.id
CROSS JOIN session_rating_value AS v ON v.session_rating_id = r.id
WHERE s.logical_date BETWEEN :from AND :to AND s.deleted_at IS NULL AND r.deleted_at IS NULL
ORDER BY s.logical_date, s.id, r.phase, r.id
