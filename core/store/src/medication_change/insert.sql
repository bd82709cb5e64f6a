INSERT INTO medication_change (id, medication_id, at_date, kind, dose_from, dose_to, by_whom, reason, recorded_at,
                               offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :medication_id, :at_date, :kind, :dose_from, :dose_to, :by_whom, :reason, :recorded_at, :offset_s,
        :zone_id, :revision, :recorded_by, :source, :deleted_at)
