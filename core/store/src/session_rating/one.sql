SELECT id, session_id, phase, rated_at, rated_offset_s, rated_zone_id, in_window, recalled, before_seen, recorded_at,
       offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM session_rating
WHERE id = :id
