UPDATE visit SET logical_date = :logical_date, at = :at, at_offset_s = :at_offset_s, at_zone_id = :at_zone_id,
    with_whom = :with_whom, kind = :kind, questions = :questions, outcome = :outcome, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
