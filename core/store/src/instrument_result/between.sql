SELECT id, instrument, version, taken_at, taken_offset_s, taken_zone_id, logical_date, total, items, filled_by, place,
       recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM instrument_result
WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
ORDER BY logical_date, taken_at, id
