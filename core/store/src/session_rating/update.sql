UPDATE session_rating SET session_id = :session_id, phase = :phase, rated_at = :rated_at,
    rated_offset_s = :rated_offset_s, rated_zone_id = :rated_zone_id, in_window = :in_window, recalled = :recalled,
    before_seen = :before_seen, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
