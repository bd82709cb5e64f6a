SELECT v.check_in_id, v.measure_id, v.measure_version, v.frame, v.value_milli, v.position
FROM check_in AS c CROSS JOIN check_in_value AS v ON v.check_in_id = c.id
WHERE c.logical_date BETWEEN :from AND :to AND c.deleted_at IS NULL
ORDER BY c.logical_date, c.id
