SELECT id, instrument, version, taken_at, taken_offset_s, taken_zone_id, logical_date, total, items, filled_by, place,
       recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM instrument_result
WHERE deleted_at IS NULL
ORDER BY taken_at, id
