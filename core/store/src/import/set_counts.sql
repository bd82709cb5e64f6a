UPDATE import_batch SET added = :added, same = :same, deleted = :deleted WHERE id = :id
