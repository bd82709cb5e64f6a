UPDATE plan_adjustment SET session_plan_id = :session_plan_id, at_date = :at_date, field = :field,
    from_text = :from_text, to_text = :to_text, reason = :reason, decided_by = :decided_by, finding = :finding,
    revision = :revision, deleted_at = :deleted_at
WHERE id = :id
