SELECT revision, deleted_at FROM {table} WHERE id = :id
