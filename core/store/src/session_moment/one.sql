SELECT id, session_id, minute, kind, note, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM session_moment
WHERE id = :id
