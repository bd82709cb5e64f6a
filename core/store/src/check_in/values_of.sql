SELECT measure_id, measure_version, frame, value_milli
FROM check_in_value
WHERE check_in_id = :id
ORDER BY position
