UPDATE event SET start_date = :start_date, end_date = :end_date, kind = :kind, label = :label, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
