SELECT undone_at FROM import_batch WHERE id = :id
