SELECT r.id, r.session_id, r.phase, r.rated_at, r.rated_offset_s, r.rated_zone_id, r.in_window, r.recalled,
       r.before_seen, r.recorded_at, r.offset_s, r.zone_id, r.revision, r.recorded_by, r.source, r.deleted_at
FROM session AS s JOIN session_rating AS r ON r.session_id = s.id
WHERE s.logical_date BETWEEN :from AND :to AND s.deleted_at IS NULL AND r.deleted_at IS NULL
ORDER BY r.rated_at, r.id
