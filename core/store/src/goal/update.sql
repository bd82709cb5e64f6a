UPDATE goal SET text = :text, measure_id = :measure_id, why = :why, started_on = :started_on, review_on = :review_on,
    discussed_with = :discussed_with, status = :status, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
