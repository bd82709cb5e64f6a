DELETE FROM measure
WHERE active = 0
    AND CAST(id || ' ' || version AS BLOB) IN (
        SELECT i.record_id
        FROM import_record AS i JOIN import_batch AS b ON b.id = i.batch_id
        WHERE i.record_kind = 'measure' AND b.undone_at IS NOT NULL)
    AND NOT EXISTS (
        SELECT 1 FROM check_in_value AS v WHERE v.measure_id = measure.id AND v.measure_version = measure.version)
    AND NOT EXISTS (
        SELECT 1 FROM session_rating_value AS v WHERE v.measure_id = measure.id AND v.measure_version = measure.version)
    AND NOT EXISTS (SELECT 1 FROM goal AS g WHERE g.measure_id = measure.id)
    AND NOT EXISTS (
        SELECT 1 FROM session AS s WHERE instr(' | ' || s.measures || ' | ', ' | ' || measure.id || ' | ') > 0)
    AND NOT EXISTS (
        SELECT 1 FROM revision_log AS l
        WHERE l.record_kind = 'measure' AND l.record_id = CAST(measure.id AS BLOB)
            AND (l.reason IS NULL OR l.reason NOT IN (:undone, :again)))
