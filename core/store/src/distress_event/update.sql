UPDATE distress_event SET at = :at, at_offset_s = :at_offset_s, at_zone_id = :at_zone_id,
    logical_date = :logical_date, session_id = :session_id, kind = :kind, intensity = :intensity,
    what_helped = :what_helped, told = :told, resumed = :resumed, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
