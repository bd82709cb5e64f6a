UPDATE check_in SET deleted_at = :deleted_at WHERE id = :id
