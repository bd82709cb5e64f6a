SELECT reason
FROM import_rejected
WHERE batch_id = :batch_id
ORDER BY position
