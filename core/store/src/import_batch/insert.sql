INSERT INTO import_batch (id, format, file_sha256, applied_at, added, same, deleted, rejected, mapping, undone_at)
VALUES (:id, :format, :file_sha256, :applied_at, 0, 0, 0, :rejected, :mapping, NULL)
