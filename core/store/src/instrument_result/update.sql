UPDATE instrument_result SET instrument = :instrument, version = :version, taken_at = :taken_at,
    taken_offset_s = :taken_offset_s, taken_zone_id = :taken_zone_id, logical_date = :logical_date, total = :total,
    items = :items, filled_by = :filled_by, place = :place, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
