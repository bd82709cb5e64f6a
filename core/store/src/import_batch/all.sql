SELECT id, format, file_sha256, applied_at, added, same, deleted, rejected, mapping, undone_at
FROM import_batch
ORDER BY applied_at, id
