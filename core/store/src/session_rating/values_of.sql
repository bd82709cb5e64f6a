SELECT measure_id, measure_version, frame, value_milli
FROM session_rating_value
WHERE session_rating_id = :id
ORDER BY position
