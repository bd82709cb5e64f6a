INSERT INTO temp.kept (id, edited)
SELECT r.id, 1
FROM main.import_record AS i JOIN main.{table} AS r ON r.id = i.record_id
WHERE i.batch_id = :batch_id AND i.record_kind = :kind AND r.deleted_at IS NULL AND r.revision <> i.revision
