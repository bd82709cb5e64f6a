INSERT INTO check_in (id, logical_date, rollover_min, day_source, rated_at, rated_offset_s, rated_zone_id, practices,
                      note, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :logical_date, :rollover_min, :day_source, :rated_at, :rated_offset_s, :rated_zone_id, :practices, :note,
        :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source, :deleted_at)
