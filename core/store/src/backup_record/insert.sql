INSERT INTO backup_record (id, place, size_bytes, verified, recorded_at, offset_s, zone_id, revision, recorded_by,
                           source, deleted_at)
VALUES (:id, :place, :size_bytes, :verified, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source,
        :deleted_at)
