INSERT INTO session_moment (id, session_id, minute, kind, note, recorded_at, offset_s, zone_id, revision, recorded_by,
                            source, deleted_at)
VALUES (:id, :session_id, :minute, :kind, :note, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source,
        :deleted_at)
