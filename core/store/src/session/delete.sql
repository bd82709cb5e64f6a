UPDATE session SET deleted_at = :deleted_at WHERE id = :id
