UPDATE {table} SET deleted_at = :deleted_at, revision = revision + 1 WHERE id = :id
