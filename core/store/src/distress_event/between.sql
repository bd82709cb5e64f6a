SELECT id, at, at_offset_s, at_zone_id, logical_date, session_id, kind, intensity, what_helped, told, resumed,
       recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM distress_event
WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
ORDER BY logical_date, at, id
