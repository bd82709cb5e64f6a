UPDATE session_moment SET session_id = :session_id, minute = :minute, kind = :kind, note = :note,
    revision = :revision, deleted_at = :deleted_at
WHERE id = :id
