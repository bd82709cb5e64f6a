INSERT INTO session (id, logical_date, rollover_min, day_source, started_at, started_offset_s, started_zone_id, ended_at,
       ended_offset_s, ended_zone_id, planned_min, actual_min, status, reason, modality, secondary, pressure_asked,
       pressure_felt, areas, note, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :logical_date, :rollover_min, :day_source, :started_at, :started_offset_s, :started_zone_id, :ended_at,
       :ended_offset_s, :ended_zone_id, :planned_min, :actual_min, :status, :reason, :modality, :secondary, :pressure_asked,
       :pressure_felt, :areas, :note, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source, :deleted_at)
