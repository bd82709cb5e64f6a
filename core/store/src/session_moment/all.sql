SELECT m.id, m.session_id, m.minute, m.kind, m.note, m.recorded_at, m.offset_s, m.zone_id, m.revision, m.recorded_by,
       m.source, m.deleted_at
FROM session_moment AS m JOIN session AS s ON s.id = m.session_id
WHERE m.deleted_at IS NULL AND s.deleted_at IS NULL
ORDER BY m.session_id, m.minute, m.id
