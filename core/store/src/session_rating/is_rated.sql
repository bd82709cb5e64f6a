SELECT 1
FROM session_rating AS r JOIN session_rating_value AS v ON v.session_rating_id = r.id
WHERE r.session_id = :session_id AND r.phase = :phase AND r.deleted_at IS NULL AND v.measure_id = :measure_id
