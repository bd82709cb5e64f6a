SELECT id, place, size_bytes, verified, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM backup_record
WHERE id = :id
