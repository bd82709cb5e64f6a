UPDATE check_in SET logical_date = :logical_date, rollover_min = :rollover_min, day_source = :day_source,
    rated_at = :rated_at, rated_offset_s = :rated_offset_s, rated_zone_id = :rated_zone_id, practices = :practices,
    note = :note, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
