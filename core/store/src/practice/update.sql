UPDATE practice SET logical_date = :logical_date, kind = :kind, minutes = :minutes, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
