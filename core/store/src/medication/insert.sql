INSERT INTO medication (id, name, dose, start_date, stop_date, recorded_at, offset_s, zone_id, revision, recorded_by,
                        source, deleted_at)
VALUES (:id, :name, :dose, :start_date, :stop_date, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by,
        :source, :deleted_at)
