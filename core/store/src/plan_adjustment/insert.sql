INSERT INTO plan_adjustment (id, session_plan_id, at_date, field, from_text, to_text, reason, decided_by, finding,
                             recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :session_plan_id, :at_date, :field, :from_text, :to_text, :reason, :decided_by, :finding, :recorded_at,
        :offset_s, :zone_id, :revision, :recorded_by, :source, :deleted_at)
