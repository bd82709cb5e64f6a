SELECT
    EXISTS (SELECT 1 FROM check_in_value AS v JOIN check_in AS r ON r.id = v.check_in_id
            WHERE v.measure_id = :id AND v.measure_version = :version AND r.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM session_rating_value AS v JOIN session_rating AS r ON r.id = v.session_rating_id
               WHERE v.measure_id = :id AND v.measure_version = :version AND r.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM goal WHERE measure_id = :id AND deleted_at IS NULL)
