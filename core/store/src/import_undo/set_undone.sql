UPDATE import_batch SET undone_at = :at WHERE id = :id
