INSERT INTO event (id, start_date, end_date, kind, label, recorded_at, offset_s, zone_id, revision, recorded_by,
                   source, deleted_at)
VALUES (:id, :start_date, :end_date, :kind, :label, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by,
        :source, :deleted_at)
