SELECT id, name, dose, start_date, stop_date, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM medication
WHERE deleted_at IS NULL
ORDER BY recorded_at, id
