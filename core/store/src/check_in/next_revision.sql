UPDATE check_in SET revision = revision + 1
WHERE id = :id AND deleted_at IS NULL
RETURNING revision
