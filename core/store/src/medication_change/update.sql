UPDATE medication_change SET medication_id = :medication_id, at_date = :at_date, kind = :kind, dose_from = :dose_from,
    dose_to = :dose_to, by_whom = :by_whom, reason = :reason, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
