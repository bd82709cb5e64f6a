SELECT m.id, m.session_id, m.minute, m.kind, m.note, m.recorded_at, m.offset_s, m.zone_id, m.revision, m.recorded_by,
       m.source, m.deleted_at
FROM session AS s JOIN session_moment AS m ON m.session_id = s.id
WHERE s.logical_date BETWEEN :from AND :to AND s.deleted_at IS NULL AND m.deleted_at IS NULL
ORDER BY s.started_at, m.session_id, m.minute, m.id
