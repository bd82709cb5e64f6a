INSERT INTO goal (id, text, measure_id, why, started_on, review_on, discussed_with, status, recorded_at, offset_s,
                  zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :text, :measure_id, :why, :started_on, :review_on, :discussed_with, :status, :recorded_at, :offset_s,
        :zone_id, :revision, :recorded_by, :source, :deleted_at)
